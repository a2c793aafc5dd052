"""Step 4: the client's sign to the facilitator."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command
from sizain.method.signs import Sign


@dataclass(frozen=True)
class MakeSign(Command):
    """One of the three signs, or not after all."""

    act = "make-sign"
    sign: Sign
    made: bool


@dataclass(frozen=True)
class HearSign(Command):
    act = "hear-sign"
    sign: Sign
