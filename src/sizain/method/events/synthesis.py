"""Step 5: the silence, what the client understands now, their plan (R12)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class SilenceBegun(Event):
    kind = "silence-begun"


@dataclass(frozen=True)
class SilenceEnded(Event):
    kind = "silence-ended"


@dataclass(frozen=True)
class UnderstandingDictated(Event):
    kind = "understanding-dictated"
    text: str
    length: int


@dataclass(frozen=True)
class UnderstandingValidated(Event):
    kind = "understanding-validated"
    text: str
    how: str


@dataclass(frozen=True)
class StepWritten(Event):
    """By the client's own hand. `texts`: ids of texts by their place in the step."""

    kind = "step-written"
    step: str
    texts: dict[str, str]
    shared: bool


@dataclass(frozen=True)
class StepDictated(Event):
    kind = "step-dictated"
    draft: str
    step: str
    texts: dict[str, str]


@dataclass(frozen=True)
class StepValidated(Event):
    """The client's yes to the draft (R12)."""

    kind = "step-validated"
    draft: str
    how: str


@dataclass(frozen=True)
class StepDiscarded(Event):
    """The draft went without effect."""

    kind = "step-discarded"
    draft: str


@dataclass(frozen=True)
class StepWithdrawn(Event):
    kind = "step-withdrawn"
    step: str
    how: str


@dataclass(frozen=True)
class StepShown(Event):
    """To the circle, or to nobody but the client."""

    kind = "step-shown"
    step: str
    shared: bool


@dataclass(frozen=True)
class StepPaired(Event):
    kind = "step-paired"
    step: str
    seat: str | None
    how: str


@dataclass(frozen=True)
class StepAnswered(Event):
    kind = "step-answered"
    step: str
    seat: str
    questions: bool
    said: bool
    how: str


@dataclass(frozen=True)
class PlanSettled(Event):
    kind = "plan-settled"
    decants: bool
    how: str


@dataclass(frozen=True)
class PlanConfirmed(Event):
    """All that was said aloud of step 5, the client has now said on a device of theirs."""

    kind = "plan-confirmed"
