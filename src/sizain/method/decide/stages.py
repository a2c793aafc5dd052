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
    """The stage and what it asks of the clock; in step 1 the floor is the client's (METHOD §3)."""
    passage = None if stage in UNTIMED else _passage(running_clock(seance), Block(stage), now, choice)
    entered = e.StageEntered(stage.value, loop, passage.to_json() if passage else None)
    paid = chosen(passage.bill, choice) if passage else ()
    client = seance.seat(seance.client) if seance.client else None
    first = stage is Stage.PRESENTATION and client is not None and client.present
    floor = (e.FloorGiven(client.id),) if client is not None and first else ()
    return (*paid, *vote_dropped(seance), entered, *floor)


def _passage(clock: clocks.Clock, block: Block, now: int, choice: clocks.Choice | None) -> clocks.Passage | None:
    """None when the clock is in that block already: back from the closing to step 6."""
    if clock.block is block:
        return None
    return clocks.entering(clock, block, now, choice or clocks.Choice.EXCEED)


def chosen(bill: clocks.Bill, choice: clocks.Choice | None) -> tuple[e.Event, ...]:
    """What was chosen when no later step could pay: to cut into a floor or to pass the end. It stands in the
    register (METHOD §2); what comes of the time alone, with no choice made, does not."""
    if choice is None:
        return ()
    lifted = [(FLOORS_RULE, bill.floors), (END_RULE, bill.exceeded_ms)]
    return tuple(e.LockLifted(rule) for rule, done in lifted if done)
