"""Deciders of the thread: format, stages and clock."""

from __future__ import annotations

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.contract import still_shown
from sizain.method.decide.room import Decider, charter_heard
from sizain.method.decide.stages import chosen, entering, running_clock
from sizain.method.formats import Block, FormatError, Plan, plan_for, plan_of
from sizain.method.refusals import Refusal, Why
from sizain.method.rules import LOCKS
from sizain.method.seance import How, Place, Seance
from sizain.method.thread import earlier_stages, next_stage, what_is_open


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
    return (*(charter_heard(seance) if command.charter else ()), e.SeanceOpened())


def _advance(seance: Seance, command: c.Advance, now: int) -> tuple[e.Event, ...]:
    stage = next_stage(seance)
    if command.from_stage is not seance.stage or stage is None:
        raise Refusal(Why.NOT_NOW)
    return (*_unlocking(seance, command), *entering(seance, stage, now, loop=False, choice=command.choice))


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
    return entering(seance, command.to, now, loop=True, choice=command.choice)


def _lift_lock(seance: Seance, command: c.LiftLock, now: int) -> tuple[e.Event, ...]:
    """A lock is lifted in the step where it bites, by its rule and nothing else (R26)."""
    if command.rule not in LOCKS:
        raise Refusal(Why.BAD_FORM)
    if seance.stage not in LOCKS[command.rule].stages:
        raise Refusal(Why.NOT_NOW)
    return () if command.rule in seance.lifted else (e.LockLifted(command.rule),)


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
        extension = clocks.extending(running_clock(seance), now, command.seconds, command.choice)
    except clocks.ClockError as error:
        raise Refusal(Why.STOPPED) from error
    if extension.bill.choice_needed:
        raise Refusal(Why.CHOICE_NEEDED)
    if announced(extension) != command.quoted:
        raise Refusal(Why.QUOTE_CHANGED)
    return (*chosen(extension.bill, command.choice), e.ClockExtended(extension.to_json()))


def announced_shares(shared: clocks.Rebalance) -> str:
    """What a screen says of a new share before it is confirmed: the minutes of each step to come, and the end."""
    minutes = {str(shift.block): -(-shift.after_ms // 60_000) for shift in shared.shifts}
    minutes["end"] = shared.budget.end_ms // 60_000
    return ",".join(f"{name}:{count}" for name, count in minutes.items())


def _still_announced(shared: clocks.Rebalance, quoted: str) -> bool:
    """Whether what the screen said holds, to a minute: over-time runs while one reads it."""
    said, now = _minutes(quoted), _minutes(announced_shares(shared))
    return said.keys() == now.keys() and all(abs(said[name] - now[name]) <= 1 for name in now)


def _minutes(quoted: str) -> dict[str, int]:
    pairs = (part.partition(":") for part in quoted.split(","))
    return {name: int(count) for name, _, count in pairs if count.isascii() and count.isdigit() and len(count) < 10}


FAULTS = {
    clocks.ClockFault.SUSPENDED: Why.STOPPED,
    clocks.ClockFault.PAUSED: Why.STOPPED,
    clocks.ClockFault.SHORT: Why.FLOORS_SHORT,
    clocks.ClockFault.LAST: Why.NOT_NOW,
}
"""What a person is told when the clock cannot share."""


def _rebalance(seance: Seance, command: c.Rebalance, now: int) -> tuple[e.Event, ...]:
    try:
        shared = clocks.rebalancing(running_clock(seance), now)
    except clocks.ClockError as error:
        raise Refusal(FAULTS[error.code]) from error
    if not _still_announced(shared, command.quoted):
        raise Refusal(Why.QUOTE_CHANGED)
    return (e.ClockRebalanced(shared.to_json()),) if shared.moves else ()


def _hide_figures(seance: Seance, command: c.HideFigures, now: int) -> tuple[e.Event, ...]:
    return () if running_clock(seance).silent else (e.FiguresHidden(),)


def _show_figures(seance: Seance, command: c.ShowFigures, now: int) -> tuple[e.Event, ...]:
    return (e.FiguresShown(),) if running_clock(seance).silent else ()


def _pause(seance: Seance, command: c.Pause, now: int) -> tuple[e.Event, ...]:
    clock = running_clock(seance)
    return (e.ClockPaused(clocks.pausing(clock, now).to_json()),) if clock.ticking else ()


def _resume(seance: Seance, command: c.Resume, now: int) -> tuple[e.Event, ...]:
    clock = running_clock(seance)
    if clock.ticking:
        return ()
    resumption = clocks.resuming(clock, now, command.choice)
    if resumption.bill.choice_needed:
        raise Refusal(Why.CHOICE_NEEDED)
    return (*chosen(resumption.bill, command.choice), e.ClockResumed(resumption.to_json()))


def _close(seance: Seance, command: c.Close, now: int) -> tuple[e.Event, ...]:
    return (e.SeanceClosed(),)


THREAD: dict[str, Decider] = {
    "choose-format": _choose_format,
    "open": _open,
    "advance": _advance,
    "go-back": _go_back,
    "lift-lock": _lift_lock,
    "extend": _extend,
    "rebalance": _rebalance,
    "pause": _pause,
    "resume": _resume,
    "hide-figures": _hide_figures,
    "show-figures": _show_figures,
    "close": _close,
}
