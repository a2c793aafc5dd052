"""Step 3: the client's contract (R2), and what the circle answers to it (R3).

`shown` is the id of the wording that the screen showed: nobody validates, accepts or sets aside words that they
did not read. Where it may be None the screen does not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command
from sizain.method.contract import Answer, Help, Written


@dataclass(frozen=True)
class ValidateContract(Command):
    """The client's own words (R2): the sentence, with its length in characters, and what they add to it."""

    act = "validate-contract"
    text: str
    length: int
    help: tuple[Help, ...] = ()
    word: Written | None = None
    leave_with: Written | None = None
    not_wanted: Written | None = None


@dataclass(frozen=True)
class DictateContract(Command):
    """Typed by the facilitator under dictation: a draft without effect (R2); fields as above."""

    act = "dictate-contract"
    text: str
    length: int
    help: tuple[Help, ...] = ()
    word: Written | None = None
    leave_with: Written | None = None
    not_wanted: Written | None = None


@dataclass(frozen=True)
class ValidateDictated(Command):
    """The client makes the dictated draft theirs (R2)."""

    act = "validate-dictated"
    shown: str | None = None


@dataclass(frozen=True)
class ConfirmContract(Command):
    """After the closing, the client's own yes to the question that was noted as said aloud (R2). `shown` is that
    question."""

    act = "confirm-contract"
    shown: str | None = None


@dataclass(frozen=True)
class HearContract(Command):
    """The client validated the dictated draft aloud (R2)."""

    act = "hear-contract"
    shown: str | None = None


@dataclass(frozen=True)
class SetDictatedAside(Command):
    """The client keeps the words they had; said aloud, the facilitator does it for them."""

    act = "set-dictated-aside"
    shown: str | None = None


@dataclass(frozen=True)
class AnswerContract(Command):
    """A consultant's own answer: accord, nuance, or « I cannot help with that » (R3)."""

    act = "answer-contract"
    answer: Answer
    shown: str | None = None


@dataclass(frozen=True)
class HearAnswer(Command):
    """The answer of `seat`, said aloud."""

    act = "hear-answer"
    seat: str
    answer: Answer
    shown: str | None = None


@dataclass(frozen=True)
class RecallContract(Command):
    """Back to the contract: it is put forward on every screen, or no longer is (METHOD §9)."""

    act = "recall-contract"
    recalled: bool


@dataclass(frozen=True)
class HearAgreement(Command):
    """Everybody's accord, said aloud; nobody moves on yet (R3)."""

    act = "hear-agreement"
    shown: str | None = None
