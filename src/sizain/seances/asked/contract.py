"""Step 3: the client's contract, and what the circle answers."""

from __future__ import annotations

from typing import Any

from sizain.method import commands as c
from sizain.method.contract import Answer, Help, Written
from sizain.seances.asked.asking import Asked, Asking, NewText, Reader

PARTS = ("word", "leave_with", "not_wanted")
"""What a wording may hold beside its sentence: a field each, left out where it is blank."""


def _wording(asking: Asking) -> tuple[dict[str, Any], tuple[NewText, ...]]:
    """The fields of a wording, and its words. A kind of help is asked for by « help-<kind>=yes »."""
    sentence = asking.text("contract")
    parts = {name: asking.text("contract", name) for name in PARTS}
    said = {name: part for name, part in parts.items() if part.body}
    wording = {
        "text": sentence.id,
        "length": len(sentence.body),
        "help": tuple(kind for kind in Help if asking.yes(f"help-{kind}")),
        **{name: Written(part.id, len(part.body)) for name, part in said.items()},
    }
    return wording, (sentence, *said.values())


def _validate_contract(asking: Asking) -> Asked:
    wording, texts = _wording(asking)
    return Asked(c.ValidateContract(asking.by, **wording), texts)


def _dictate_contract(asking: Asking) -> Asked:
    wording, texts = _wording(asking)
    return Asked(c.DictateContract(asking.by, **wording), texts)


def _hear_answer(asking: Asking) -> Asked:
    answer = asking.choice("answer", Answer)
    return Asked(c.HearAnswer(asking.by, asking.seat(), answer, asking.shown()))


READERS: dict[str, Reader] = {
    "validate-contract": _validate_contract,
    "dictate-contract": _dictate_contract,
    "validate-dictated": lambda asking: Asked(c.ValidateDictated(asking.by, asking.shown())),
    "hear-contract": lambda asking: Asked(c.HearContract(asking.by, asking.shown())),
    "set-dictated-aside": lambda asking: Asked(c.SetDictatedAside(asking.by, asking.shown())),
    "answer-contract": lambda asking: Asked(
        c.AnswerContract(asking.by, asking.choice("answer", Answer), asking.shown())
    ),
    "confirm-contract": lambda asking: Asked(c.ConfirmContract(asking.by, asking.shown())),
    "hear-answer": _hear_answer,
    "recall-contract": lambda asking: Asked(c.RecallContract(asking.by, asking.yes("recalled"))),
    "hear-agreement": lambda asking: Asked(c.HearAgreement(asking.by, asking.shown())),
}
