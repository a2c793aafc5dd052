"""Deciders of the thread: format, stages and clock."""

from __future__ import annotations

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.contract import still_shown
from sizain.method.decide.room import Decider
from sizain.method.formats import Block, FormatError, Plan, plan_for, plan_of
from sizain.method.refusals import Refusal, Why
from sizain.method.register import END_RULE, FLOORS_RULE
from sizain.method.seance import UNTIMED, How, Place, Seance, Stage
from sizain.method.thread import earlier_stages, next_stage, what_is_open


def _clock(seance: Seance) -> clocks.Clock:
    if seance.clock is None:
        raise Refusal(Why.NOT_NOW)
    return seance.clock


def planned(total_min: int, minutes: dict[str, int], place: Place) -> Plan:
    """The plan of a format: the table's, or one's own minutes per block where some are given.

    Raises `Refusal(BAD_FORMAT)` when the total is not from 30 to 240 minutes.
    """
    remote = place is Place.REMOTE
    try:
        plan = plan_for(total_min, remote=remote)
        if not minutes:
            return plan
        own = {block: plan.target_s(block) // 60 for block in Block}
        return plan_of({**own, **{Block(name): value for name, value in minutes.items()}})
    except (FormatError, ValueError) as error:
        raise Refusal(Why.BAD_FORMAT) from error


def _choose_format(seance: Seance, command: c.ChooseFormat, now: int) -> tuple[e.Event, ...]:
    plan = planned(command.total_min, dict(command.minutes), seance.place)
    return (e.FormatChosen(plan.to_json(), plan.total_s // 60),)


def _open(seance: Seance, command: c.Open, now: int) -> tuple[e.Event, ...]:
    if not any(seat.present for seat in seance.peers):
        raise Refusal(Why.NOBODY_SEATED)
    return (e.SeanceOpened(),)


def _advance(seance: Seance, command: c.Advance, now: int) -> tuple[e.Event, ...]:
    stage = next_stage(seance)
    if command.from_stage is not seance.stage or stage is None:
        raise Refusal(Why.NOT_NOW)
    return (*_unlocking(seance, command), *_entering(seance, stage, now, loop=False, choice=command.choice))


def _unlocking(seance: Seance, command: c.Advance) -> tuple[e.Event, ...]:
    """What opens the way: nothing, the circle's accord heard aloud, or a soft lock lifted on purpose (R26)."""
    lock = what_is_open(seance)
    if lock is None:
        return ()
    if lock.why is Why.AGREEMENT_OPEN and command.agreed:
        still_shown(seance, command.shown)
        return (e.ContractAgreed(How.ALOUD),)
    if lock.soft and command.lifts == lock.rule:
        return (e.LockLifted(lock.rule),)
    raise Refusal(lock.why)


def _go_back(seance: Seance, command: c.GoBack, now: int) -> tuple[e.Event, ...]:
    if command.from_stage is not seance.stage or command.to not in earlier_stages(seance):
        raise Refusal(Why.NOT_NOW)
    return _entering(seance, command.to, now, loop=True, choice=None)


def _entering(
    seance: Seance, stage: Stage, now: int, *, loop: bool, choice: clocks.Choice | None
) -> tuple[e.Event, ...]:
    """The stage and what it asks of the clock; in step 1 the floor is the client's (METHOD §3)."""
    passage = None if stage in UNTIMED else _passage(_clock(seance), Block(stage), now, choice)
    entered = e.StageEntered(stage.value, loop, passage.to_json() if passage else None)
    chosen = _chosen(passage.bill, choice) if passage else ()
    client = seance.seat(seance.client) if seance.client else None
    if stage is Stage.PRESENTATION and client is not None and client.present:
        return (*chosen, entered, e.FloorGiven(client.id))
    return (*chosen, entered)


def _passage(clock: clocks.Clock, block: Block, now: int, choice: clocks.Choice | None) -> clocks.Passage | None:
    """None when the clock is in that block already: back from the closing to step 6."""
    if clock.block is block:
        return None
    return clocks.entering(clock, block, now, choice or clocks.Choice.EXCEED)


def _chosen(bill: clocks.Bill, choice: clocks.Choice | None) -> tuple[e.Event, ...]:
    """What was chosen when no later step could pay: to cut into a floor or to pass the end. It stands in the
    register (METHOD §2); what comes of the time alone, with no choice made, does not."""
    if choice is None:
        return ()
    lifted = [(FLOORS_RULE, bill.floors), (END_RULE, bill.exceeded_ms)]
    return tuple(e.LockLifted(rule) for rule, done in lifted if done)


def announced(extension: clocks.Extension) -> str:
    """What a screen says of « + 2 min » before it is confirmed: who pays, and the end to the
    minute.
    """
    payers = ",".join(payment.block for payment in extension.bill.payments)
    return f"{extension.seconds}:{payers}:{extension.budget.end_ms // 60_000}"


def _extend(seance: Seance, command: c.Extend, now: int) -> tuple[e.Event, ...]:
    if command.seconds < 1:
        raise Refusal(Why.BAD_FORM)
    try:
        extension = clocks.extending(_clock(seance), now, command.seconds, command.choice)
    except clocks.ClockError as error:
        raise Refusal(Why.STOPPED) from error
    if extension.bill.choice_needed:
        raise Refusal(Why.CHOICE_NEEDED)
    if announced(extension) != command.quoted:
        raise Refusal(Why.QUOTE_CHANGED)
    return (*_chosen(extension.bill, command.choice), e.ClockExtended(extension.to_json()))


def _pause(seance: Seance, command: c.Pause, now: int) -> tuple[e.Event, ...]:
    clock = _clock(seance)
    return (e.ClockPaused(clocks.pausing(clock, now).to_json()),) if clock.ticking else ()


def _resume(seance: Seance, command: c.Resume, now: int) -> tuple[e.Event, ...]:
    clock = _clock(seance)
    if clock.ticking:
        return ()
    resumption = clocks.resuming(clock, now, command.choice)
    if resumption.bill.choice_needed:
        raise Refusal(Why.CHOICE_NEEDED)
    return (*_chosen(resumption.bill, command.choice), e.ClockResumed(resumption.to_json()))


def _close(seance: Seance, command: c.Close, now: int) -> tuple[e.Event, ...]:
    return (e.SeanceClosed(),)


THREAD: dict[str, Decider] = {
    "choose-format": _choose_format,
    "open": _open,
    "advance": _advance,
    "go-back": _go_back,
    "extend": _extend,
    "pause": _pause,
    "resume": _resume,
    "close": _close,
}
