"""Steps of a plan, as the client writes them and as the facilitator takes them under dictation."""

from typing import Any

from sizain.method import commands as c
from sizain.method.seance import Stage
from sizain.method.synthesis import Synthesis
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
