"""Step 5: the silence, what the client understands now, their plan (R12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class BeginSilence(Command):
    """The two minutes of sorting (METHOD §3, step 5)."""

    act = "begin-silence"


@dataclass(frozen=True)
class EndSilence(Command):
    act = "end-silence"


@dataclass(frozen=True)
class WriteUnderstanding(Command):
    """« Ce que je comprends maintenant », in the client's own words."""

    act = "write-understanding"
    text: str
    length: int


@dataclass(frozen=True)
class DictateUnderstanding(Command):
    """Typed by the facilitator under dictation: a draft without effect."""

    act = "dictate-understanding"
    text: str
    length: int


@dataclass(frozen=True)
class ValidateUnderstanding(Command):
    """The client makes the dictated words theirs; `shown` as in `ValidateDictated`."""

    act = "validate-understanding"
    shown: str | None = None


@dataclass(frozen=True)
class HearUnderstanding(Command):
    """The client's yes to the dictated words, aloud."""

    act = "hear-understanding"
    shown: str | None = None


@dataclass(frozen=True)
class WriteStep(Command):
    """The client writes a step: one of the plan (`step`), or another one, which will be `new`.

    `texts` are ids of texts by their place in `Texts`, `lengths` their characters; what is not in
    them stays as it was. `shared` is for a new one.
    """

    act = "write-step"
    step: str | None
    new: str
    texts: Mapping[str, str]
    lengths: Mapping[str, int]
    shared: bool = True


@dataclass(frozen=True)
class DictateStep(Command):
    """The same under dictation: `draft`, without effect until the client's yes (R12). What was said
    aloud is the circle's to see until the client says otherwise. `heard` says that it was read back and that the
    client's yes was said aloud."""

    act = "dictate-step"
    draft: str
    step: str | None
    new: str
    texts: Mapping[str, str]
    lengths: Mapping[str, int]
    heard: bool = False


@dataclass(frozen=True)
class ValidateStep(Command):
    """The client makes the dictated step theirs (R12). `shown` is the draft on their screen: nobody
    validates what changed under their finger."""

    act = "validate-step"
    shown: str | None = None


@dataclass(frozen=True)
class HearStep(Command):
    """The client's yes to the dictated step, aloud (R12)."""

    act = "hear-step"
    shown: str | None = None


@dataclass(frozen=True)
class DiscardStep(Command):
    """The draft goes; the plan stays as it is."""

    act = "discard-step"


@dataclass(frozen=True)
class WithdrawStep(Command):
    act = "withdraw-step"
    step: str


@dataclass(frozen=True)
class HearStepWithdrawn(Command):
    """The client takes a step out of the plan, aloud."""

    act = "hear-step-withdrawn"
    step: str


@dataclass(frozen=True)
class ShowStep(Command):
    """Who sees a step is the client's choice: the circle (`shared`), or nobody else."""

    act = "show-step"
    step: str
    shared: bool


@dataclass(frozen=True)
class PairStep(Command):
    """Whom the client takes as *pair d'appui* of a step, or None for nobody."""

    act = "pair-step"
    step: str
    seat: str | None


@dataclass(frozen=True)
class HearPair(Command):
    """The same, said aloud."""

    act = "hear-pair"
    step: str
    seat: str | None


@dataclass(frozen=True)
class AnswerStep(Command):
    """« J'appuie » or, with `questions`, « j'interroge »; `said` is False to take it back."""

    act = "answer-step"
    step: str
    questions: bool
    said: bool


@dataclass(frozen=True)
class HearStepAnswer(Command):
    """The same from `seat`, said aloud."""

    act = "hear-step-answer"
    step: str
    seat: str
    questions: bool
    said: bool


@dataclass(frozen=True)
class ConfirmPlan(Command):
    """After the closing, the client's own yes to what was noted of step 5 as said aloud (R12)."""

    act = "confirm-plan"


@dataclass(frozen=True)
class SettlePlan(Command):
    """« C'est mon plan », or with `decants` « je laisse décanter » (R12)."""

    act = "settle-plan"
    decants: bool = False


@dataclass(frozen=True)
class HearPlan(Command):
    """The client said so aloud (R12)."""

    act = "hear-plan"
    decants: bool = False
