"""The thread and the clock: format, stages, minutes, the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sizain.method.clock import Choice
from sizain.method.commands.command import Command
from sizain.method.seance import Stage


@dataclass(frozen=True)
class ChooseFormat(Command):
    """Before the opening: another format. `minutes` is one's own per block, or empty for the
    table's.
    """

    act = "choose-format"
    total_min: int
    minutes: Mapping[str, int]


@dataclass(frozen=True)
class Open(Command):
    """The clock starts. `charter` says that the charter was said in the same breath, and heard by all who are
    there (R17)."""

    act = "open"
    charter: bool = False


@dataclass(frozen=True)
class Advance(Command):
    """On to the next stage. `from_stage` is what the screen showed; `agreed` says that the circle
    accepted aloud the contract that it showed (`shown`, its id); `lifts` names the soft lock that the
    facilitation lifts on purpose (R26); `choice` says who pays when no later step can (METHOD §2)."""

    act = "advance"
    from_stage: Stage
    agreed: bool = False
    choice: Choice | None = None
    lifts: str | None = None
    shown: str | None = None


@dataclass(frozen=True)
class GoBack(Command):
    """A loop to an earlier stage: recorded, not an error. `choice` as for `Advance`."""

    act = "go-back"
    from_stage: Stage
    to: Stage
    choice: Choice | None = None


@dataclass(frozen=True)
class LiftLock(Command):
    """A lock on posting, lifted on purpose until the step is left; `rule` is its name in METHOD §4 (R26)."""

    act = "lift-lock"
    rule: str


@dataclass(frozen=True)
class Extend(Command):
    """« + 2 min », as announced: `quoted` is what the screen said (`announced`)."""

    act = "extend"
    seconds: int
    choice: Choice | None
    quoted: str


@dataclass(frozen=True)
class Rebalance(Command):
    """What is left, shared anew over the steps to come, as announced: `quoted` is what the screen said
    (`announced_shares`)."""

    act = "rebalance"
    quoted: str


@dataclass(frozen=True)
class Pause(Command):
    act = "pause"


@dataclass(frozen=True)
class Resume(Command):
    act = "resume"
    choice: Choice | None = None


@dataclass(frozen=True)
class HideFigures(Command):
    """*Laisser le silence*: no figure of time on any screen; the clock runs as before (METHOD §2)."""

    act = "hide-figures"


@dataclass(frozen=True)
class ShowFigures(Command):
    """The figures are back; the next act of the thread brings them back too."""

    act = "show-figures"


@dataclass(frozen=True)
class Close(Command):
    act = "close"
