"""How a stage is entered: what it asks of the clock, who has the floor in it."""

from __future__ import annotations

from sizain.method import clock as clocks
from sizain.method import events as e
from sizain.method.decide.voting import vote_dropped
from sizain.method.formats import Block
from sizain.method.refusals import Refusal, Why
from sizain.method.register import END_RULE, FLOORS_RULE
from sizain.method.seance import UNTIMED, Seance, Stage


def running_clock(seance: Seance) -> clocks.Clock:
    """The clock, once the session is open. Raises `Refusal(NOT_NOW)` before."""
    if seance.clock is None:
        raise Refusal(Why.NOT_NOW)
    return seance.clock


def entering(
    seance: Seance, stage: Stage, now: int, *, loop: bool, choice: clocks.Choice | None
) -> tuple[e.Event, ...]:
    """The facilitation goes to `stage`, forward or back. When no later step can pay for the time that went by, the
    end does not move by itself: `choice` says who pays, and stands in the register (METHOD §2).
    Raises `Refusal(CHOICE_NEEDED)` without it."""
    passage = _passage(seance, stage, now, choice)
    if passage is None:
        return _entered(seance, stage, None, loop=loop)
    if passage.bill.choice_needed:
        raise Refusal(Why.CHOICE_NEEDED)
    return (*chosen(passage.bill, choice), *_entered(seance, stage, passage, loop=loop))


def begun_again(seance: Seance, stage: Stage, now: int) -> tuple[e.Event, ...]:
    """Back to `stage` because the client leaves the place or changes topic: nobody holds them back with a question of
    time, and what no later step can pay moves the end as a fact, not as a choice."""
    return _entered(seance, stage, _passage(seance, stage, now, clocks.Choice.EXCEED), loop=True)


def _entered(seance: Seance, stage: Stage, passage: clocks.Passage | None, *, loop: bool) -> tuple[e.Event, ...]:
    """In step 1 the floor is the client's (METHOD §3)."""
    entered = e.StageEntered(stage.value, loop, passage.to_json() if passage else None)
    client = seance.seat(seance.client) if seance.client else None
    first = stage is Stage.PRESENTATION and client is not None and client.present
    floor = (e.FloorGiven(client.id),) if client is not None and first else ()
    return (*vote_dropped(seance), entered, *floor)


def _passage(seance: Seance, stage: Stage, now: int, choice: clocks.Choice | None) -> clocks.Passage | None:
    """What it asks of the clock: nothing of a stage without minutes, nor when the clock is in that block already
    (back from the closing to step 6)."""
    if stage in UNTIMED:
        return None
    clock, block = running_clock(seance), Block(stage)
    return None if clock.block is block else clocks.entering(clock, block, now, choice)


def chosen(bill: clocks.Bill, choice: clocks.Choice | None) -> tuple[e.Event, ...]:
    """What was chosen when no later step could pay: to cut into a floor or to pass the end. It stands in the
    register (METHOD §2); what comes of the time alone, with no choice made, does not."""
    if choice is None:
        return ()
    lifted = [(FLOORS_RULE, bill.floors), (END_RULE, bill.exceeded_ms)]
    return tuple(e.LockLifted(rule) for rule, done in lifted if done)
