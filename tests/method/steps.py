"""Steps of a plan, as the client writes them and as the facilitator takes them under dictation."""

from collections.abc import Callable
from random import Random
from typing import Any

from sizain.method import commands as c
from sizain.method.seance import GONE, Seance, Stage
from sizain.method.synthesis import MOST_STEPS, Synthesis
from tests.method.held import HELENE, KARIM, Held, held_at


def synthesis() -> Held:
    return held_at(Stage.SYNTHESIS)


def writes(step: str, *, change: bool = False, shared: bool = True, **texts: str) -> c.WriteStep:
    return c.WriteStep(KARIM, step if change else None, step, texts, dict.fromkeys(texts, 20), shared)


def dictates(step: str, draft: str, *, change: bool = False, **texts: str) -> c.DictateStep:
    return c.DictateStep(HELENE, draft, step if change else None, step, texts, dict.fromkeys(texts, 20))


def with_step(step: str = "step", **options: Any) -> Held:
    held = synthesis()
    held.do(writes(step, text=f"{step}-text", **options))
    return held


def plan_of(held: Held) -> Synthesis:
    return held.seance.synthesis


PLANNING = {
    "write-understanding", "dictate-understanding", "write-step", "dictate-step", "show-step", "pair-step", "hear-pair",
    "answer-step", "hear-step-answer", "withdraw-step", "hear-step-withdrawn",
}  # fmt: skip
"""Acts of step 5 that name a text or a step."""


def plans(
    act: str, by: str, seat: str, seance: Seance, draw: Random, text: Callable[[], str], length: int
) -> c.Command:
    """One of them by `by`, about a step of the plan or none, and about `seat` where it is about somebody."""
    step = draw.choice([None, *(one.id for one in seance.synthesis.steps)])
    parts = ["text", *draw.sample(["when", "obstacle", "sign"], draw.randrange(3))][draw.randrange(2) :]
    yes, name = draw.random() < 0.5, step or ""
    match act:
        case "write-understanding":
            return c.WriteUnderstanding(by, text(), length)
        case "dictate-understanding":
            return c.DictateUnderstanding(by, text(), length)
        case "write-step":
            texts = {part: text() for part in parts}
            return c.WriteStep(by, step, text(), texts, dict.fromkeys(parts, length), yes)
        case "dictate-step":
            texts = {part: text() for part in parts}
            return c.DictateStep(by, text(), step, text(), texts, dict.fromkeys(parts, length))
        case "show-step":
            return c.ShowStep(by, name, yes)
        case "pair-step" | "hear-pair":
            return (c.PairStep if act == "pair-step" else c.HearPair)(by, name, draw.choice([seat, None]))
        case "answer-step":
            return c.AnswerStep(by, name, yes, draw.random() < 0.7)
        case "hear-step-answer":
            return c.HearStepAnswer(by, name, seat, yes, draw.random() < 0.7)
        case _:
            return (c.WithdrawStep if act == "withdraw-step" else c.HearStepWithdrawn)(by, name)


def is_a_plan(seance: Seance) -> None:
    """Three steps at most, each with a sentence; who helps, supports or asks has a place, and is not the client."""
    assert len(seance.synthesis.steps) <= MOST_STEPS
    for step in seance.synthesis.steps:
        assert step.texts.text
        for one in (step.peer, *step.supports, *step.questions):
            seat = seance.seat(one) if one else None
            assert one is None or (seat and seat.standing not in GONE and one != seance.client)
        assert step.shared or not (step.supports or step.questions)
