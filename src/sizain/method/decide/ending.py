"""Deciders of an end that comes early, and of the way back from it."""

from __future__ import annotations

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.room import Decider
from sizain.method.decide.voting import vote_dropped
from sizain.method.ending import taken_up_until
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance


def _interrupt(seance: Seance, command: c.Interrupt, now: int) -> tuple[e.Event, ...]:
    """The clock is suspended, unless somebody did that before."""
    clock = seance.clock
    running = clock is not None and clock.suspended_since_ms is None
    suspension = clocks.suspending(clock, now).to_json() if clock is not None and running else None
    return (*vote_dropped(seance), e.SeanceInterrupted(command.silent, suspension))


def _take_up(seance: Seance, command: c.TakeUp, now: int) -> tuple[e.Event, ...]:
    """The end of the séance moves by as much as the interruption lasted (METHOD §2)."""
    until, interrupted, clock = taken_up_until(seance), seance.interrupted, seance.clock
    if until is None or interrupted is None:
        raise Refusal(Why.CLOSED)
    if now > until:
        raise Refusal(Why.TAKEN_UP_TOO_LATE)
    if clock is None or not interrupted.suspends:
        return (e.SeanceTakenUp(None),)
    return (e.SeanceTakenUp(clocks.resuming(clock, now).to_json()),)


ENDING: dict[str, Decider] = {"interrupt": _interrupt, "take-up": _take_up}
