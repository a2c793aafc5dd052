"""What events of step 5 change: the silence, what the client understands now, their plan."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import events as e
from sizain.method.evolve.room import Evolver, without
from sizain.method.seance import How, Seance
from sizain.method.synthesis import (
    Dictated,
    Settled,
    Silence,
    Step,
    Synthesis,
    Texts,
    Understanding,
)


def _silence_begun(seance: Seance, event: e.SilenceBegun, at: int) -> Seance:
    """Nobody speaks: nobody has the floor."""
    return replace(seance, silence=Silence(at), floor=None)


def _silence_ended(seance: Seance, event: e.SilenceEnded, at: int) -> Seance:
    return replace(seance, silence=replace(seance.silence, over=True)) if seance.silence else seance


def _understanding_dictated(seance: Seance, event: e.UnderstandingDictated, at: int) -> Seance:
    return _with(seance, understanding=replace(seance.synthesis.understanding, dictated=event.text))


def _understanding_validated(seance: Seance, event: e.UnderstandingValidated, at: int) -> Seance:
    dictated = seance.synthesis.understanding.dictated
    kept = None if dictated == event.text else dictated
    return _with(seance, understanding=Understanding(event.text, How(event.how), kept))


def _step_written(seance: Seance, event: e.StepWritten, at: int) -> Seance:
    return _with_words(seance, event.step, Texts(**event.texts), How.DEVICE, shared=event.shared)


def _step_dictated(seance: Seance, event: e.StepDictated, at: int) -> Seance:
    return _with(seance, dictated=Dictated(event.draft, event.step, Texts(**event.texts)))


def _step_validated(seance: Seance, event: e.StepValidated, at: int) -> Seance:
    """A draft that is not there any more has no effect (R12)."""
    dictated = seance.synthesis.dictated
    if dictated is None or dictated.id != event.draft:
        return seance
    kept = _with_words(seance, dictated.step, dictated.texts, How(event.how), shared=True)
    return _with(kept, dictated=None)


def _with_words(seance: Seance, step_id: str, texts: Texts, how: How, *, shared: bool) -> Seance:
    """The step with these words, the last one when it is new. What was said of another sentence is
    not said of this one; and a plan that changed is not the one that was settled."""
    step = seance.synthesis.step(step_id)
    if step is None:
        return _with(seance, steps=(*seance.synthesis.steps, Step(step_id, texts, how, shared)), settled=None)
    said = replace(step, texts=texts.over(step.texts), how=how)
    return _with_step(seance, replace(said, supports=(), questions=()) if texts.text else said)


def _step_discarded(seance: Seance, event: e.StepDiscarded, at: int) -> Seance:
    return _with(seance, dictated=None)


def _step_withdrawn(seance: Seance, event: e.StepWithdrawn, at: int) -> Seance:
    steps = tuple(step for step in seance.synthesis.steps if step.id != event.step)
    return _with(_without_draft_of(seance, event.step), steps=steps, settled=None)


def _step_shown(seance: Seance, event: e.StepShown, at: int) -> Seance:
    """Who sees a step no longer stands behind it no longer, and a draft of it goes too."""
    step = seance.synthesis.step(event.step)
    if step is None:
        return seance
    if event.shared:
        return _with_step(seance, replace(step, shared=True))
    hidden = replace(step, shared=False, supports=(), questions=())
    return _with_step(_without_draft_of(seance, step.id), hidden)


def _step_paired(seance: Seance, event: e.StepPaired, at: int) -> Seance:
    step = seance.synthesis.step(event.step)
    return _with_step(seance, replace(step, peer=event.seat)) if step else seance


def _step_answered(seance: Seance, event: e.StepAnswered, at: int) -> Seance:
    step = seance.synthesis.step(event.step)
    if step is None:
        return seance
    others = without(step.questions if event.questions else step.supports, event.seat)
    said = (*others, event.seat) if event.said else others
    answered = replace(step, questions=said) if event.questions else replace(step, supports=said)
    return _with_step(seance, answered, settled=seance.synthesis.settled)


def _plan_settled(seance: Seance, event: e.PlanSettled, at: int) -> Seance:
    return _with(seance, settled=Settled(How(event.how), event.decants))


def _plan_confirmed(seance: Seance, event: e.PlanConfirmed, at: int) -> Seance:
    kept = seance.synthesis
    return _with(
        seance,
        understanding=replace(kept.understanding, how=How.DEVICE) if kept.understanding.text else kept.understanding,
        steps=tuple(replace(step, how=How.DEVICE) for step in kept.steps),
        settled=replace(kept.settled, how=How.DEVICE) if kept.settled else None,
    )


def _without_draft_of(seance: Seance, step_id: str) -> Seance:
    dictated = seance.synthesis.dictated
    return _with(seance, dictated=None) if dictated and dictated.step == step_id else seance


def _with_step(seance: Seance, step: Step, settled: Settled | None = None) -> Seance:
    """The step as it is now. The plan has changed, unless it is said to be as `settled`."""
    steps = tuple(step if one.id == step.id else one for one in seance.synthesis.steps)
    return _with(seance, steps=steps, settled=settled)


def _with(seance: Seance, **changes: object) -> Seance:
    synthesis: Synthesis = replace(seance.synthesis, **changes)  # type: ignore[arg-type]
    return replace(seance, synthesis=synthesis)


SYNTHESIS: dict[str, Evolver] = {
    "silence-begun": _silence_begun,
    "silence-ended": _silence_ended,
    "understanding-dictated": _understanding_dictated,
    "understanding-validated": _understanding_validated,
    "step-written": _step_written,
    "step-dictated": _step_dictated,
    "step-validated": _step_validated,
    "step-discarded": _step_discarded,
    "step-withdrawn": _step_withdrawn,
    "step-shown": _step_shown,
    "step-paired": _step_paired,
    "step-answered": _step_answered,
    "plan-settled": _plan_settled,
    "plan-confirmed": _plan_confirmed,
}
