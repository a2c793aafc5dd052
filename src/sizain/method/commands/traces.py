"""Step 4: traces, and the envelope (R7, R11)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class LeaveTrace(Command):
    """One sentence left of what `seat` said: by its author, the scribe or the facilitator."""

    act = "leave-trace"
    seat: str
    text: str
    length: int
    outside: bool = False


@dataclass(frozen=True)
class TakeBackTrace(Command):
    act = "take-back-trace"
    trace: str


@dataclass(frozen=True)
class MarkTrace(Command):
    """It leaves the contract, or it does not after all (R11). The facilitator, who does not read what others write,
    names the `seat` whose last trace it is instead."""

    act = "mark-trace"
    trace: str | None
    outside: bool
    seat: str | None = None


@dataclass(frozen=True)
class OpenEnvelope(Command):
    """The client's one yes (R11)."""

    act = "open-envelope"


@dataclass(frozen=True)
class HearEnvelope(Command):
    """The same, said aloud."""

    act = "hear-envelope"


@dataclass(frozen=True)
class NameScribe(Command):
    """The consultant who notes what others say, word for word; one at most."""

    act = "name-scribe"
    seat: str
    scribe: bool
