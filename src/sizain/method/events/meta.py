"""Step 6: the round, the short lines."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class RoundHeld(Event):
    """Every present peer had the floor, or it was said aloud (R14)."""

    kind = "round-held"
    aloud: bool


@dataclass(frozen=True)
class LineNoted(Event):
    kind = "line-noted"
    seat: str
    line: str
    text: str
    length: int


@dataclass(frozen=True)
class LineWithdrawn(Event):
    kind = "line-withdrawn"
    seat: str
    line: str
