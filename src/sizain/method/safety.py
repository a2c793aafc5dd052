"""Safety in the state: who told the facilitation that it is not well, and what a safety stop freezes (R23)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sizain.method.seance import Seance

WHILE_SUSPENDED = frozenset(
    {"enter", "hand-seat", "leave", "say-not-well", "take-back-not-well", "hear-not-well", "end-suspension"}
    | {"interrupt", "take-up", "erase-text", "erase-consultation"}
    | {"write-aside", "answer-aside", "see-aside", "close-aside"}
    | {"hand-over", "take-over", "note-absence", "note-return"}
    | {"confirm-contract", "confirm-plan"}
)
"""Acts that a safety stop leaves open: coming and going, speaking of how one is, ending there, who
facilitates, and the right over one's own words (R21). All else is frozen. The client's own yes after the end is
there because an interruption leaves the clock suspended for ever."""


@dataclass(frozen=True)
class NotWell:
    """« Cela ne va pas pour moi », said by `seat` to `to`, who facilitated then; `heard` once that person has seen it.
    Nobody else reads it, who facilitates later neither."""

    seat: str
    to: str
    heard: bool = False


def not_well_without(said: Iterable[NotWell], seat: str) -> tuple[NotWell, ...]:
    """What is left when whoever held that seat is not there any more."""
    return tuple(one for one in said if seat not in (one.seat, one.to))


def suspended(seance: Seance) -> bool:
    """Whether the safety stop is on."""
    return seance.clock is not None and seance.clock.suspended_since_ms is not None
