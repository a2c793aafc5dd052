"""The small plots of the mirror: where things stand in a drawing 1,000 units wide. The words beside say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sizain.method.mirror import Mirror, Pace
from sizain.method.seance import Stage, step_number

WIDE = 1000.0


@dataclass(frozen=True)
class Bar:
    """What a step held, and where its plan ends."""

    held: float
    planned: float


@dataclass(frozen=True)
class Piece:
    """A part of a ribbon: the step's number or 0, whether time stood still in it, its place."""

    step: int
    still: bool
    x: float
    width: float


def bars(mirror: Mirror) -> dict[Stage, Bar]:
    """One bar a step, all on one scale."""
    most = max((max(one.held_ms, one.planned_s * 1000) for one in mirror.steps), default=0) or 1
    return {
        one.stage: Bar(_part(one.held_ms, most), _part(one.planned_s * 1000, most)) for one in mirror.steps
    }  # fmt: skip


def ribbons(mirror: Mirror) -> tuple[list[Piece], list[Piece]]:
    """The plan, then the course as it was, on one scale."""
    planned = [(step_number(one.stage), False, one.planned_s * 1000) for one in mirror.steps]
    held = [(step_number(one.stage), one.pace is not Pace.RUNNING, one.length_ms) for one in mirror.stretches]
    most = max(sum(length for *_, length in pieces) for pieces in (planned, held)) or 1
    return list(_ribbon(planned, most)), list(_ribbon(held, most))


def _ribbon(pieces: Iterable[tuple[int, bool, int]], most: int) -> Iterator[Piece]:
    x = 0
    for step, still, length in pieces:
        if length:
            yield Piece(step, still, _part(x, most), _part(length, most))
        x += length


def _part(amount: int, most: int) -> float:
    return round(WIDE * amount / most, 1)
