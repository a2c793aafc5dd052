"""Step 6: the round of what one leaves with, and the short lines that the group keeps of how it worked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Line(StrEnum):
    """What a short line is about: how the group works, or, from an observer, the process (METHOD §3)."""

    STOP = "stop"
    START = "start"
    CONTINUE = "continue"
    PROCESS = "process"


GROUPS: tuple[Line, ...] = (Line.STOP, Line.START, Line.CONTINUE)
"""The three lines of the group; the fourth is the observer's."""


@dataclass(frozen=True)
class Noted:
    """One line: `text` is its id, `seat` who noted it, for themselves or for who said it aloud."""

    line: Line
    seat: str
    text: str


@dataclass(frozen=True)
class Meta:
    """What step 6 leaves. `round_held` stays true once the round was held (R14)."""

    round_held: bool = False
    lines: tuple[Noted, ...] = ()

    def of(self, seat: str, line: Line) -> Noted | None:
        """What that seat noted under that line, if anything."""
        return next((one for one in self.lines if (one.seat, one.line) == (seat, line)), None)
