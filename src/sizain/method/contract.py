"""The contract of a consultation, as it stands: the client's wording, the draft under dictation, the wordings
before it, and what each consultant answered (METHOD §3, step 3; R2, R3).

A wording is known by the id of its question's text, which is new each time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sizain.method.seance import How, Seance, Seat


class Help(StrEnum):
    """The ten kinds of help that a client may ask for, in their order on screen."""

    UNDERSTAND = "understand"
    WIDEN = "widen"
    OPTIONS = "options"
    DECIDE = "decide"
    PRIORITISE = "prioritise"
    PREPARE = "prepare"
    FEEDBACK = "feedback"
    EXPERIENCES = "experiences"
    SUPPORT = "support"
    QUESTION = "question"


MOST_HELPS = 2
"""One kind of help, or two (METHOD §3)."""


class Answer(StrEnum):
    """What a consultant says of a contract; only the first closes R3."""

    ACCORD = "accord"
    NUANCE = "nuance"
    CANNOT = "cannot"


@dataclass(frozen=True)
class Written:
    """Words that somebody wrote for one part: the id of their text, and their length in characters."""

    text: str
    length: int


@dataclass(frozen=True)
class Terms:
    """One wording: ids of texts. Only the question is needed; `word` is the client's own for the help."""

    question: str
    help: tuple[Help, ...] = ()
    word: str | None = None
    leave_with: str | None = None
    not_wanted: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The ids of all its texts."""
        parts = (self.question, self.word, self.leave_with, self.not_wanted)
        return tuple(one for one in parts if one is not None)

    def without(self, text: str) -> Terms:
        """The same where that text is no part; the question stays."""
        word, leave_with, not_wanted = (
            None if part == text else part for part in (self.word, self.leave_with, self.not_wanted)
        )
        return replace(self, word=word, leave_with=leave_with, not_wanted=not_wanted)


@dataclass(frozen=True)
class Answered:
    """What one seat answered to the wording that stands."""

    seat: str
    answer: Answer
    how: How


@dataclass(frozen=True)
class Contract:
    """`terms` is what the client validated, and nothing else is (R2); `dictated` is a draft without effect.

    `answers` are to `terms`: another wording starts with none. `earlier` are for the client alone.
    """

    terms: Terms | None = None
    how: How | None = None
    dictated: Terms | None = None
    earlier: tuple[Terms, ...] = ()
    answers: tuple[Answered, ...] = ()

    @property
    def text(self) -> str | None:
        """The text of the client's sentence, by which this wording is known."""
        return self.terms.question if self.terms else None

    def answer_of(self, seat: str) -> Answer | None:
        """What that seat answered, None as long as it said nothing."""
        return next((one.answer for one in self.answers if one.seat == seat), None)


def consultants(seance: Seance) -> tuple[Seat, ...]:
    """Who is asked for an accord: the peers who are in the circle now, but for the client, in seat order."""
    return tuple(seat for seat in seance.peers if seat.present and seat.id != seance.client)


def to_hear(seance: Seance) -> tuple[str, ...]:
    """Seats of consultants who are there and have not given their accord, in seat order."""
    contract = seance.contract
    return tuple(one.id for one in consultants(seance) if contract.answer_of(one.id) is not Answer.ACCORD)


def asks(seance: Seance) -> bool:
    """Whether a validated question stands: one whose words were erased asks for nothing any more (R21)."""
    return seance.contract.text is not None and seance.contract.text not in seance.erased.texts


def accepted(seance: Seance) -> bool:
    """Whether the client has validated and every consultant who is there has accepted (R3)."""
    return asks(seance) and not to_hear(seance)
