"""Deciders of step 3: the client's words, the draft under dictation, the circle's answers (R2, R3)."""

from __future__ import annotations

from typing import Any

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.contract import MOST_HELPS, Answer, Terms, accepted, asks, consultants
from sizain.method.decide.choice import text_fits
from sizain.method.decide.here import client_is_here
from sizain.method.decide.room import Decider
from sizain.method.heard import contract_heard
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Seance


def _said(seance: Seance, command: c.ValidateContract | c.DictateContract) -> dict[str, Any]:
    """What an event says of a wording, once each part fits. Raises `Refusal`."""
    text_fits(command.length, seance.limits.contract)
    if len(set(command.help)) > MOST_HELPS:
        raise Refusal(Why.TOO_MANY_HELPS, MOST_HELPS)
    for part in (command.word, command.leave_with, command.not_wanted):
        if part is not None:
            text_fits(part.length, seance.limits.contract_part)
    return _body(
        Terms(
            question=command.text,
            help=tuple(dict.fromkeys(command.help)),
            word=command.word.text if command.word else None,
            leave_with=command.leave_with.text if command.leave_with else None,
            not_wanted=command.not_wanted.text if command.not_wanted else None,
        )
    )


def _body(terms: Terms) -> dict[str, Any]:
    return {
        "text": terms.question,
        "help": [one.value for one in terms.help],
        "word": terms.word,
        "leave_with": terms.leave_with,
        "not_wanted": terms.not_wanted,
    }


def _dictate(seance: Seance, command: c.DictateContract, now: int) -> tuple[e.Event, ...]:
    return (e.ContractDictated(length=command.length, **_said(seance, command)),)


def _validate(seance: Seance, command: c.ValidateContract, now: int) -> tuple[e.Event, ...]:
    return (e.ContractValidated(how=How.DEVICE, **_said(seance, command)),)


def _validate_dictated(seance: Seance, command: c.ValidateDictated, now: int) -> tuple[e.Event, ...]:
    return (e.ContractValidated(how=How.DEVICE, **_body(_dictated(seance, command.shown))),)


def _hear_contract(seance: Seance, command: c.HearContract, now: int) -> tuple[e.Event, ...]:
    client_is_here(seance)
    return (e.ContractValidated(how=How.ALOUD, **_body(_dictated(seance, command.shown))),)


def _set_aside(seance: Seance, command: c.SetDictatedAside, now: int) -> tuple[e.Event, ...]:
    return (e.DictatedSetAside(_dictated(seance, command.shown).question),)


def _dictated(seance: Seance, shown: str | None) -> Terms:
    """The draft, when it is the one that the screen showed."""
    dictated = seance.contract.dictated
    if dictated is None:
        raise Refusal(Why.NOT_DICTATED)
    if shown not in (None, dictated.question):
        raise Refusal(Why.DICTATION_CHANGED)
    return dictated


def still_shown(seance: Seance, shown: str | None) -> None:
    """Raises `Refusal` when nothing is validated yet, or something else than the screen showed."""
    if not asks(seance):
        raise Refusal(Why.CONTRACT_OPEN)
    if shown not in (None, seance.contract.text):
        raise Refusal(Why.CONTRACT_CHANGED)


def _answer(seance: Seance, command: c.AnswerContract, now: int) -> tuple[e.Event, ...]:
    return _answered(seance, command.by, command.answer, How.DEVICE, command.shown)


def _hear_answer(seance: Seance, command: c.HearAnswer, now: int) -> tuple[e.Event, ...]:
    if command.seat not in {one.id for one in consultants(seance)}:
        raise Refusal(Why.NO_SUCH_SEAT)
    return _answered(seance, command.seat, command.answer, How.ALOUD, command.shown)


def _answered(seance: Seance, seat: str, answer: Answer, how: How, shown: str | None) -> tuple[e.Event, ...]:
    still_shown(seance, shown)
    same = seance.contract.answer_of(seat) is answer
    return () if same else (e.ContractAnswered(seat, answer, how),)


def _hear_agreement(seance: Seance, command: c.HearAgreement, now: int) -> tuple[e.Event, ...]:
    still_shown(seance, command.shown)
    return () if accepted(seance) else (e.ContractAgreed(How.ALOUD),)


def _confirm(seance: Seance, command: c.ConfirmContract, now: int) -> tuple[e.Event, ...]:
    still_shown(seance, command.shown)
    text = seance.contract.text
    return (e.ContractConfirmed(text),) if text and contract_heard(seance) else ()


CONTRACT: dict[str, Decider] = {
    "dictate-contract": _dictate,
    "validate-contract": _validate,
    "validate-dictated": _validate_dictated,
    "hear-contract": _hear_contract,
    "set-dictated-aside": _set_aside,
    "confirm-contract": _confirm,
    "answer-contract": _answer,
    "hear-answer": _hear_answer,
    "hear-agreement": _hear_agreement,
}
