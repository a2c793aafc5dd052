"""Deciders of step 5: the silence, what the client understands now, their plan (R12)."""

from __future__ import annotations

from collections.abc import Mapping

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.choice import text_fits
from sizain.method.decide.here import client_is_here
from sizain.method.decide.room import Decider
from sizain.method.heard import plan_heard
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Role, Seance
from sizain.method.synthesis import MOST_STEPS, Step


def _step(seance: Seance, step_id: str, *, shared: bool = False) -> Step:
    """The step that an act names; with `shared`, one that others than the client can see: who does
    not see a step learns nothing of it. Raises `Refusal(NO_SUCH_STEP)`."""
    step = seance.synthesis.step(step_id)
    if step is None or (shared and not step.shared):
        raise Refusal(Why.NO_SUCH_STEP)
    return step


def _consultant(seance: Seance, seat_id: str) -> str:
    seat = seance.seat(seat_id)
    if seat is None or not seat.present or seat.role is not Role.PEER or seat.id == seance.client:
        raise Refusal(Why.NO_SUCH_SEAT)
    return seat.id


def _begin_silence(seance: Seance, command: c.BeginSilence, now: int) -> tuple[e.Event, ...]:
    running = seance.silence is not None and not seance.silence.over
    return () if running else (e.SilenceBegun(),)


def _end_silence(seance: Seance, command: c.EndSilence, now: int) -> tuple[e.Event, ...]:
    running = seance.silence is not None and not seance.silence.over
    return (e.SilenceEnded(),) if running else ()


def _write_understanding(seance: Seance, command: c.WriteUnderstanding, now: int) -> tuple[e.Event, ...]:
    text_fits(command.length, seance.limits.plan)
    return (e.UnderstandingValidated(command.text, How.DEVICE),)


def _dictate_understanding(seance: Seance, command: c.DictateUnderstanding, now: int) -> tuple[e.Event, ...]:
    text_fits(command.length, seance.limits.plan)
    return (e.UnderstandingDictated(command.text, command.length),)


def _validate_understanding(seance: Seance, command: c.ValidateUnderstanding, now: int) -> tuple[e.Event, ...]:
    return _understood(seance, command.shown, How.DEVICE)


def _hear_understanding(seance: Seance, command: c.HearUnderstanding, now: int) -> tuple[e.Event, ...]:
    client_is_here(seance)
    return _understood(seance, command.shown, How.ALOUD)


def _understood(seance: Seance, shown: str | None, how: How) -> tuple[e.Event, ...]:
    dictated = _as_shown(seance.synthesis.understanding.dictated, shown)
    return (e.UnderstandingValidated(dictated, how),)


def _as_shown(dictated: str | None, shown: str | None) -> str:
    """The draft, as it was on the screen of who says yes."""
    if dictated is None:
        raise Refusal(Why.NOT_DICTATED)
    if shown not in (None, dictated):
        raise Refusal(Why.DICTATION_CHANGED)
    return dictated


def _write_step(seance: Seance, command: c.WriteStep, now: int) -> tuple[e.Event, ...]:
    if command.step is None:
        _one_more(seance)
        _words_fit(seance, command.lengths, "text")
        return (e.StepWritten(command.new, dict(command.texts), command.shared),)
    step = _step(seance, command.step)
    _words_fit(seance, command.lengths)
    return (e.StepWritten(step.id, dict(command.texts), step.shared),)


def _dictate_step(seance: Seance, command: c.DictateStep, now: int) -> tuple[e.Event, ...]:
    """The steps that the facilitator cannot see count when the client says yes, not before."""
    if command.step is None:
        if sum(step.shared for step in seance.synthesis.steps) >= MOST_STEPS:
            raise Refusal(Why.ENOUGH_STEPS, MOST_STEPS)
        _words_fit(seance, command.lengths, "text")
        if command.heard:
            _one_more(seance)
        return _dictated(seance, command, command.new)
    step = _step(seance, command.step, shared=True)
    _words_fit(seance, command.lengths)
    return _dictated(seance, command, step.id)


def _dictated(seance: Seance, command: c.DictateStep, step: str) -> tuple[e.Event, ...]:
    """A draft, and the client's yes where it was said with it (R12)."""
    draft = e.StepDictated(command.draft, step, dict(command.texts))
    if not command.heard:
        return (draft,)
    client_is_here(seance)
    return (draft, e.StepValidated(command.draft, How.ALOUD))


def _one_more(seance: Seance) -> None:
    if seance.synthesis.full:
        raise Refusal(Why.ENOUGH_STEPS, MOST_STEPS)


def _words_fit(seance: Seance, lengths: Mapping[str, int], needed: str | None = None) -> None:
    """Something is said, the sentence where it is `needed`, and nothing passes its limit."""
    if not lengths or (needed and needed not in lengths):
        raise Refusal(Why.EMPTY)
    for length in lengths.values():
        text_fits(length, seance.limits.plan)


def _validate_step(seance: Seance, command: c.ValidateStep, now: int) -> tuple[e.Event, ...]:
    return _yes_to_step(seance, command.shown, How.DEVICE)


def _hear_step(seance: Seance, command: c.HearStep, now: int) -> tuple[e.Event, ...]:
    client_is_here(seance)
    return _yes_to_step(seance, command.shown, How.ALOUD)


def _yes_to_step(seance: Seance, shown: str | None, how: How) -> tuple[e.Event, ...]:
    dictated = seance.synthesis.dictated
    draft = _as_shown(dictated.id if dictated else None, shown)
    if dictated and seance.synthesis.step(dictated.step) is None:
        _one_more(seance)
    return (e.StepValidated(draft, how),)


def _discard_step(seance: Seance, command: c.DiscardStep, now: int) -> tuple[e.Event, ...]:
    dictated = seance.synthesis.dictated
    return (e.StepDiscarded(dictated.id),) if dictated else ()


def _withdraw_step(seance: Seance, command: c.WithdrawStep, now: int) -> tuple[e.Event, ...]:
    return (e.StepWithdrawn(_step(seance, command.step).id, How.DEVICE),)


def _hear_step_withdrawn(seance: Seance, command: c.HearStepWithdrawn, now: int) -> tuple[e.Event, ...]:
    client_is_here(seance)
    return (e.StepWithdrawn(_step(seance, command.step, shared=True).id, How.ALOUD),)


def _show_step(seance: Seance, command: c.ShowStep, now: int) -> tuple[e.Event, ...]:
    step = _step(seance, command.step)
    return () if step.shared == command.shared else (e.StepShown(step.id, command.shared),)


def _pair_step(seance: Seance, command: c.PairStep, now: int) -> tuple[e.Event, ...]:
    return _paired(seance, _step(seance, command.step), command.seat, How.DEVICE)


def _hear_pair(seance: Seance, command: c.HearPair, now: int) -> tuple[e.Event, ...]:
    client_is_here(seance)
    return _paired(seance, _step(seance, command.step, shared=True), command.seat, How.ALOUD)


def _paired(seance: Seance, step: Step, seat: str | None, how: How) -> tuple[e.Event, ...]:
    peer = _consultant(seance, seat) if seat else None
    return () if step.peer == peer else (e.StepPaired(step.id, peer, how),)


def _answer_step(seance: Seance, command: c.AnswerStep, now: int) -> tuple[e.Event, ...]:
    return _answered(seance, command, command.by, How.DEVICE)


def _hear_step_answer(seance: Seance, command: c.HearStepAnswer, now: int) -> tuple[e.Event, ...]:
    return _answered(seance, command, _consultant(seance, command.seat), How.ALOUD)


def _answered(seance: Seance, command: c.AnswerStep | c.HearStepAnswer, seat: str, how: How) -> tuple[e.Event, ...]:
    step = _step(seance, command.step, shared=True)
    already = seat in (step.questions if command.questions else step.supports)
    if already == command.said:
        return ()
    return (e.StepAnswered(step.id, seat, command.questions, command.said, how),)


def _settle_plan(seance: Seance, command: c.SettlePlan, now: int) -> tuple[e.Event, ...]:
    return _settled(seance, command.decants, How.DEVICE)


def _hear_plan(seance: Seance, command: c.HearPlan, now: int) -> tuple[e.Event, ...]:
    client_is_here(seance)
    return _settled(seance, command.decants, How.ALOUD)


def _settled(seance: Seance, decants: bool, how: How) -> tuple[e.Event, ...]:
    """A plan of no step is one too: it can be said and never written."""
    settled = seance.synthesis.settled
    return () if settled and settled.decants == decants else (e.PlanSettled(decants, how),)


def _confirm_plan(seance: Seance, command: c.ConfirmPlan, now: int) -> tuple[e.Event, ...]:
    return (e.PlanConfirmed(),) if plan_heard(seance) else ()


SYNTHESIS: dict[str, Decider] = {
    "begin-silence": _begin_silence,
    "end-silence": _end_silence,
    "write-understanding": _write_understanding,
    "dictate-understanding": _dictate_understanding,
    "validate-understanding": _validate_understanding,
    "hear-understanding": _hear_understanding,
    "write-step": _write_step,
    "dictate-step": _dictate_step,
    "validate-step": _validate_step,
    "hear-step": _hear_step,
    "discard-step": _discard_step,
    "withdraw-step": _withdraw_step,
    "hear-step-withdrawn": _hear_step_withdrawn,
    "show-step": _show_step,
    "pair-step": _pair_step,
    "hear-pair": _hear_pair,
    "answer-step": _answer_step,
    "hear-step-answer": _hear_step_answer,
    "settle-plan": _settle_plan,
    "hear-plan": _hear_plan,
    "confirm-plan": _confirm_plan,
}
