"""Step 5: the silence, what the client understands now, their plan."""

from __future__ import annotations

import re
from datetime import date

from sizain.method import commands as c
from sizain.method.refusals import Refusal, Why
from sizain.seances.asked.asking import Asked, Asking, NewText, Reader

SENTENCES = ("text", "obstacle", "sign", "first")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
"""As one types it where the browser has no calendar: the day comes first."""


def _write_understanding(asking: Asking) -> Asked:
    text = asking.text("understanding")
    return Asked(c.WriteUnderstanding(asking.by, text.id, len(text.body)), (text,))


def _dictate_understanding(asking: Asking) -> Asked:
    text = asking.text("understanding")
    return Asked(c.DictateUnderstanding(asking.by, text.id, len(text.body)), (text,))


def _write_step(asking: Asking) -> Asked:
    texts = _texts(asking)
    words, lengths = _pointed(texts)
    shared = not asking.yes("mine")
    step = asking.fields.get("step") or None
    return Asked(c.WriteStep(asking.by, step, asking.tokens.id(), words, lengths, shared), tuple(texts.values()))


def _dictate_step(asking: Asking) -> Asked:
    texts = _texts(asking)
    words, lengths = _pointed(texts)
    draft, new = asking.tokens.id(), asking.tokens.id()
    step = asking.fields.get("step") or None
    heard = asking.yes("heard")
    return Asked(c.DictateStep(asking.by, draft, step, new, words, lengths, heard), tuple(texts.values()))


def _texts(asking: Asking) -> dict[str, NewText]:
    """What is said of a step, by its place in it; nothing for a field left empty. A confidence is a
    rating: like a date, it stands among the words that can be erased."""
    found = {part: asking.text(f"step-{part}", part) for part in SENTENCES}
    if when := asking.fields.get("when", "").strip():
        found["when"] = NewText(asking.tokens.id(), "step-when", _read_date(when).isoformat())
    if asking.fields.get("confidence"):
        confidence = asking.number("confidence")
        if confidence > 10:
            raise Refusal(Why.BAD_FORM)
        found["confidence"] = NewText(asking.tokens.id(), "step-confidence", str(confidence))
    return {part: text for part, text in found.items() if text.body}


def _pointed(texts: dict[str, NewText]) -> tuple[dict[str, str], dict[str, int]]:
    return {part: text.id for part, text in texts.items()}, {part: len(text.body) for part, text in texts.items()}


def _read_date(typed: str) -> date:
    """A day as a calendar sends it or as one types it. Raises `Refusal(BAD_DATE)`."""
    if found := _ISO.fullmatch(typed):
        year, month, day = found.groups()
    elif found := _LOCAL.fullmatch(typed):
        day, month, year = found.groups()
    else:
        raise Refusal(Why.BAD_DATE)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise Refusal(Why.BAD_DATE) from None


def _seat_or_nobody(asking: Asking) -> str | None:
    return asking.fields.get("seat") or None


def _answer_step(asking: Asking) -> Asked:
    return Asked(c.AnswerStep(asking.by, asking.one("step"), asking.yes("questions"), asking.yes("said")))


def _hear_step_answer(asking: Asking) -> Asked:
    step, seat = asking.one("step"), asking.seat()
    return Asked(c.HearStepAnswer(asking.by, step, seat, asking.yes("questions"), asking.yes("said")))


READERS: dict[str, Reader] = {
    "begin-silence": lambda asking: Asked(c.BeginSilence(asking.by)),
    "end-silence": lambda asking: Asked(c.EndSilence(asking.by)),
    "write-understanding": _write_understanding,
    "dictate-understanding": _dictate_understanding,
    "validate-understanding": lambda asking: Asked(c.ValidateUnderstanding(asking.by, asking.shown())),
    "hear-understanding": lambda asking: Asked(c.HearUnderstanding(asking.by, asking.shown())),
    "write-step": _write_step,
    "dictate-step": _dictate_step,
    "validate-step": lambda asking: Asked(c.ValidateStep(asking.by, asking.shown())),
    "hear-step": lambda asking: Asked(c.HearStep(asking.by, asking.shown())),
    "discard-step": lambda asking: Asked(c.DiscardStep(asking.by)),
    "withdraw-step": lambda asking: Asked(c.WithdrawStep(asking.by, asking.one("step"))),
    "hear-step-withdrawn": lambda asking: Asked(c.HearStepWithdrawn(asking.by, asking.one("step"))),
    "show-step": lambda asking: Asked(c.ShowStep(asking.by, asking.one("step"), asking.yes("shared"))),
    "pair-step": lambda asking: Asked(c.PairStep(asking.by, asking.one("step"), _seat_or_nobody(asking))),
    "hear-pair": lambda asking: Asked(c.HearPair(asking.by, asking.one("step"), _seat_or_nobody(asking))),
    "answer-step": _answer_step,
    "hear-step-answer": _hear_step_answer,
    "confirm-plan": lambda asking: Asked(c.ConfirmPlan(asking.by)),
    "settle-plan": lambda asking: Asked(c.SettlePlan(asking.by, asking.yes("decants"))),
    "hear-plan": lambda asking: Asked(c.HearPlan(asking.by, asking.yes("decants"))),
}
