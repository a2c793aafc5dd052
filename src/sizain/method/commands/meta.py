"""Step 6: the round, and the short lines of the group and of the observer."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command
from sizain.method.meta import Line


@dataclass(frozen=True)
class HearRound(Command):
    """« Le tour est fait » : it was held aloud (R14)."""

    act = "hear-round"


@dataclass(frozen=True)
class NoteLine(Command):
    """A short line, one's own or noted for who said it aloud; a second one of the same seat takes the place
    of the first."""

    act = "note-line"
    line: Line
    text: str
    length: int


@dataclass(frozen=True)
class WithdrawLine(Command):
    act = "withdraw-line"
    line: Line
