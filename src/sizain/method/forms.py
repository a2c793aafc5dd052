"""The short forms of step 6: who has which, what is asked, and until when (METHOD §3).

Answers are no part of a séance's state: they never touch the journal.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sizain.method.ending import forms_until
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Role, Seance, Stage

RATINGS = range(1, 7)
"""From « not at all » to « entirely »."""
WORDS = 600
"""The one sentence, in characters."""


class Form(StrEnum):
    """The client's form is about content and frame, a consultant's about their own learning."""

    CLIENT = "client"
    CONSULTANT = "consultant"


ASKED: Mapping[Form, tuple[str, ...]] = {
    Form.CLIENT: ("moved", "plan", "frame", "rhythm", "request", "facilitation"),
    Form.CONSULTANT: ("safe", "contributed", "session"),
}
"""What is rated 1 to 6, in order; one sentence goes beside."""


def form_of(seance: Seance, seat_id: str) -> Form | None:
    """The form that a seat has since step 6 was reached, whether it still can be sent or not; None for the
    facilitation, who observes, and who never came in."""
    seat = seance.seat(seat_id)
    if seat is None or seat.role is not Role.PEER or not seat.in_circle or not _reached(seance):
        return None
    return Form.CLIENT if seat.id == seance.client else Form.CONSULTANT


def _reached(seance: Seance) -> bool:
    stage = seance.interrupted.stage if seance.interrupted else seance.stage
    return stage in (Stage.META, Stage.CLOSING, Stage.CLOSED)


def forms_open(seance: Seance, now: int) -> bool:
    """Whether a form that somebody has can be sent at `now` (milliseconds)."""
    until = forms_until(seance)
    return until is None or now <= until


def read_answer(form: Form, typed: Mapping[str, str], words: str) -> dict[str, int]:
    """The ratings of an answer; what is left out is not asked twice.

    Raises `Refusal`: `BAD_FORM` for a rating that is not 1 to 6, `TOO_LONG`, `EMPTY` when all is blank.
    """
    given = {name: typed[name] for name in ASKED[form] if typed.get(name)}
    if any(value not in map(str, RATINGS) for value in given.values()):
        raise Refusal(Why.BAD_FORM)
    if len(words) > WORDS:
        raise Refusal(Why.TOO_LONG, WORDS)
    if not given and not words:
        raise Refusal(Why.EMPTY)
    return {name: int(value) for name, value in given.items()}
