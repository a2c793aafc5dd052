"""What events of step 3 change: the wording, its draft, the circle's answers."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import events as e
from sizain.method.contract import Answer, Answered, Contract, Help, Terms, to_hear
from sizain.method.evolve.room import Evolver
from sizain.method.seance import How, Seance


def _terms(event: e.ContractDictated | e.ContractValidated) -> Terms:
    kinds = tuple(Help(one) for one in event.help)
    return Terms(event.text, kinds, event.word, event.leave_with, event.not_wanted)


def _dictated(seance: Seance, event: e.ContractDictated, at: int) -> Seance:
    return replace(seance, contract=replace(seance.contract, dictated=_terms(event)))


def _validated(seance: Seance, event: e.ContractValidated, at: int) -> Seance:
    """Answers were to other words: none of them outlives these."""
    before = seance.contract
    kept = before.dictated if before.dictated and before.dictated.question != event.text else None
    earlier = (*before.earlier, before.terms) if before.terms else before.earlier
    contract = Contract(terms=_terms(event), how=How(event.how), dictated=kept, earlier=earlier)
    return replace(seance, contract=contract)


def _set_aside(seance: Seance, event: e.DictatedSetAside, at: int) -> Seance:
    return replace(seance, contract=replace(seance.contract, dictated=None))


def _answered(seance: Seance, event: e.ContractAnswered, at: int) -> Seance:
    return _with_answers(seance, Answered(event.seat, Answer(event.answer), How(event.how)))


def _agreed(seance: Seance, event: e.ContractAgreed, at: int) -> Seance:
    """Who had given an accord on their own device gave it; all the others have said it aloud."""
    how = How(event.how)
    return _with_answers(seance, *(Answered(seat, Answer.ACCORD, how) for seat in to_hear(seance)))


def _confirmed(seance: Seance, event: e.ContractConfirmed, at: int) -> Seance:
    return replace(seance, contract=replace(seance.contract, how=How.DEVICE))


def _recalled(seance: Seance, event: e.ContractRecalled, at: int) -> Seance:
    return replace(seance, recalled=event.recalled)


def _with_answers(seance: Seance, *answers: Answered) -> Seance:
    seats = {one.seat for one in answers}
    others = tuple(one for one in seance.contract.answers if one.seat not in seats)
    return replace(seance, contract=replace(seance.contract, answers=(*others, *answers)))


CONTRACT: dict[str, Evolver] = {
    "contract-dictated": _dictated,
    "contract-validated": _validated,
    "dictated-set-aside": _set_aside,
    "contract-confirmed": _confirmed,
    "contract-recalled": _recalled,
    "contract-answered": _answered,
    "contract-agreed": _agreed,
}
