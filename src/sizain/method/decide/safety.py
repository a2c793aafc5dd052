"""Deciders of safety: what is told to the facilitation alone, the safety stop, the quiet one."""

from __future__ import annotations

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.room import Decider
from sizain.method.refusals import Refusal, Why
from sizain.method.safety import NotWell, suspended
from sizain.method.seance import Seance


def _said(seance: Seance, seat: str) -> NotWell | None:
    return next((one for one in seance.not_well if one.seat == seat), None)


def _say_not_well(seance: Seance, command: c.SayNotWell, now: int) -> tuple[e.Event, ...]:
    said = _said(seance, command.by)
    told = said is not None and said.to == seance.facilitator and not said.heard
    return () if told else (e.NotWellSaid(command.by),)


def _take_back(seance: Seance, command: c.TakeBackNotWell, now: int) -> tuple[e.Event, ...]:
    return (e.NotWellTakenBack(command.by),) if _said(seance, command.by) else ()


def _hear(seance: Seance, command: c.HearNotWell, now: int) -> tuple[e.Event, ...]:
    said = _said(seance, command.seat)
    if said is None or said.to != command.by:
        raise Refusal(Why.NO_SUCH_SEAT)
    return () if said.heard else (e.NotWellHeard(command.seat),)


def _suspend(seance: Seance, command: c.Suspend, now: int) -> tuple[e.Event, ...]:
    if seance.clock is None or suspended(seance):
        return ()
    return (e.ClockSuspended(clocks.suspending(seance.clock, now).to_json()),)


def _end_suspension(seance: Seance, command: c.EndSuspension, now: int) -> tuple[e.Event, ...]:
    if seance.clock is None or not suspended(seance):
        return ()
    return (e.ClockResumed(clocks.resuming(seance.clock, now).to_json()),)


def _stop_quietly(seance: Seance, command: c.StopQuietly, now: int) -> tuple[e.Event, ...]:
    if seance.clock is None or not seance.clock.ticking:
        return ()
    return (e.ClockPaused(clocks.pausing(seance.clock, now, shown=False).to_json()),)


SAFETY: dict[str, Decider] = {
    "say-not-well": _say_not_well,
    "take-back-not-well": _take_back,
    "hear-not-well": _hear,
    "suspend": _suspend,
    "end-suspension": _end_suspension,
    "stop-quietly": _stop_quietly,
}
