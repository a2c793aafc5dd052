"""Safety: a word to the facilitation alone, the safety stop (R23), the clock stopped without showing anything."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class SayNotWell(Command):
    """« Cela ne va pas pour moi »: told to the facilitation, and to nobody else."""

    act = "say-not-well"


@dataclass(frozen=True)
class TakeBackNotWell(Command):
    act = "take-back-not-well"


@dataclass(frozen=True)
class HearNotWell(Command):
    """The facilitation has seen it; whoever said it reads so."""

    act = "hear-not-well"
    seat: str


@dataclass(frozen=True)
class Suspend(Command):
    """The safety stop: clock and inputs freeze at once, the screens are calm (R23)."""

    act = "suspend"


@dataclass(frozen=True)
class EndSuspension(Command):
    """The session goes on where it was; the end moves by what the stop took (METHOD §2)."""

    act = "end-suspension"


@dataclass(frozen=True)
class StopQuietly(Command):
    """The clock stands still and no screen makes a spectacle of it; it resumes as a pause does."""

    act = "stop-quietly"
