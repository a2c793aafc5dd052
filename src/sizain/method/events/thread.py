"""The thread and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sizain.method.events.event import Event


@dataclass(frozen=True)
class SeancePlanned(Event):
    kind = "seance-planned"
    facilitator: str
    plan: dict[str, int]
    total_min: int
    place: str
    way: str
    limits: dict[str, int]
    traces_live: bool = False
    advice_hint: bool = True


@dataclass(frozen=True)
class FormatChosen(Event):
    kind = "format-chosen"
    plan: dict[str, int]
    total_min: int


@dataclass(frozen=True)
class SeanceOpened(Event):
    kind = "seance-opened"


@dataclass(frozen=True)
class StageEntered(Event):
    """`passage` is what the clock was told (facts of `method.clock`), None where no minutes run."""

    kind = "stage-entered"
    stage: str
    loop: bool
    passage: dict[str, Any] | None


@dataclass(frozen=True)
class ClockExtended(Event):
    kind = "clock-extended"
    extension: dict[str, Any]


@dataclass(frozen=True)
class ClockRebalanced(Event):
    kind = "clock-rebalanced"
    rebalance: dict[str, Any]


@dataclass(frozen=True)
class ClockPaused(Event):
    kind = "clock-paused"
    halt: dict[str, Any]


@dataclass(frozen=True)
class ClockResumed(Event):
    kind = "clock-resumed"
    resumption: dict[str, Any]


@dataclass(frozen=True)
class FiguresHidden(Event):
    kind = "figures-hidden"


@dataclass(frozen=True)
class FiguresShown(Event):
    kind = "figures-shown"


@dataclass(frozen=True)
class LockLifted(Event):
    """A soft lock, lifted as a choice of the facilitation: the rule alone, nobody's name (R26)."""

    kind = "lock-lifted"
    rule: str


@dataclass(frozen=True)
class SeanceClosed(Event):
    kind = "seance-closed"
