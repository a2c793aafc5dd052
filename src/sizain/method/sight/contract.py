"""Who sees what of the contract (R2, R3, R10).

What the client validated is pinned for everybody in the room. A draft is the client's and the facilitator's;
earlier wordings are the client's alone. An answer is given to the client and to the facilitator: each consultant
sees their own, and hears the others. Who has not answered is for the facilitator.
"""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.contract import Answer, Answered, Terms, accepted, asks, consultants
from sizain.method.heard import contract_heard
from sizain.method.rules import Posture
from sizain.method.seance import STAGES, Seance, Stage


@dataclass(frozen=True)
class ShownContract:
    """The contract as one viewer sees it. `answers` and `to_hear` are in seat order and name only who is there."""

    terms: Terms | None
    agreed: bool
    asks: bool = False
    """The question can be answered: it is there, with its words."""
    heard: bool = False
    """For the client, once the séance is closed: it was noted as said aloud, and nothing else."""
    dictated: Terms | None = None
    earlier: tuple[Terms, ...] = ()
    mine: Answer | None = None
    answers: tuple[Answered, ...] = ()
    to_hear: tuple[str, ...] = ()
    """Consultants who have answered nothing yet."""

    @property
    def text(self) -> str | None:
        """The text of the client's sentence."""
        return self.terms.question if self.terms else None

    @property
    def texts(self) -> frozenset[str]:
        """The ids of all the texts in it."""
        shown = (self.terms, self.dictated, *self.earlier)
        return frozenset(text for terms in shown if terms for text in terms.texts)


def contract_seen(seance: Seance, who: Posture | None, viewer: str = "") -> ShownContract | None:
    """What a seat of that posture sees, or the room's screen where it is None; from step 3 to the end (R10)."""
    if STAGES.index(seance.stage) < STAGES.index(Stage.CONTRACT):
        return None
    if seance.stage is Stage.CLOSED:
        return _kept_after(seance, who)
    kept, leads, theirs = seance.contract, who is Posture.FACILITATOR, who is Posture.CLIENT
    dictated = kept.dictated if leads or theirs else None
    if kept.terms is None and dictated is None:
        return None
    there = [seat.id for seat in consultants(seance)]
    given = {one.seat: one for one in kept.answers}
    return ShownContract(
        terms=kept.terms,
        agreed=accepted(seance),
        asks=asks(seance),
        dictated=dictated,
        earlier=kept.earlier if theirs else (),
        mine=kept.answer_of(viewer) if who is Posture.CONSULTANT else None,
        answers=tuple(given[seat] for seat in there if seat in given) if leads or theirs else (),
        to_hear=tuple(seat for seat in there if seat not in given) if leads else (),
    )


def _kept_after(seance: Seance, who: Posture | None) -> ShownContract | None:
    """Once the séance is closed: the whole of it for the client, the question for who sat there, nothing on the
    room's screen."""
    terms = seance.contract.terms
    if terms is None or who is None:
        return None
    shown = terms if who is Posture.CLIENT else Terms(terms.question)
    heard = who is Posture.CLIENT and contract_heard(seance)
    return ShownContract(shown, accepted(seance), heard=heard)
