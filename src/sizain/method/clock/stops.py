"""Stopping the clock: a pause keeps the end and is paid for, a suspension moves it."""

from dataclasses import dataclass, replace

from sizain.method.clock.bill import NOTHING, Bill, Choice, settle
from sizain.method.clock.budget import Budget
from sizain.method.clock.state import Clock, ClockError, ClockFault, Pause, instant, stopped
from sizain.method.facts import Fact
from sizain.method.plan import BLOCKS
from sizain.method.shares import in_proportion


@dataclass(frozen=True)
class Halt(Fact):
    """A pause for all, or the clock stopped without showing anything (`shown` false)."""

    shown: bool
    budget: Budget


@dataclass(frozen=True)
class Suspension(Fact):
    """The safety stop: clock and inputs are frozen (R23)."""

    budget: Budget


@dataclass(frozen=True)
class Resumption(Fact):
    """The end of a stop, after `length_ms`."""

    suspension: bool
    length_ms: int
    bill: Bill
    """Who pays for a pause; nobody pays for a suspension."""
    budget: Budget
    """The accounts afterwards; `budget.end_ms` is the end of the session from now on."""


def pausing(clock: Clock, at_ms: int, *, shown: bool = True) -> Halt:
    """The step stands still from `at_ms`; over-time too. Raises ClockError (PAUSED, SUSPENDED)."""
    _refuse_suspended(clock)
    if clock.pause:
        raise ClockError(ClockFault.PAUSED)
    return Halt(shown, stopped(clock, instant(clock, at_ms)))


def pause(clock: Clock, halt: Halt, at_ms: int) -> Clock:
    """The clock, stopped."""
    at = instant(clock, at_ms)
    return replace(clock, pause=Pause(at, halt.shown), budget=halt.budget, as_of_ms=at)


def suspending(clock: Clock, at_ms: int) -> Suspension:
    """The clock freezes at `at_ms`, paused or not. Raises ClockError(SUSPENDED)."""
    _refuse_suspended(clock)
    return Suspension(stopped(clock, instant(clock, at_ms)))


def suspend(clock: Clock, suspension: Suspension, at_ms: int) -> Clock:
    """The clock, frozen."""
    at = instant(clock, at_ms)
    return replace(clock, suspended_since_ms=at, budget=suspension.budget, as_of_ms=at)


def resuming(clock: Clock, at_ms: int, choice: Choice | None = None) -> Resumption:
    """What ending the stop at `at_ms` costs: the suspension if there is one, else the pause.

    A suspension moves the end by its length; a pause that it interrupted goes on afterwards. A
    pause keeps the end: slack pays, then all later steps in proportion to what they have above
    their floors; when none can pay, `bill.choice_needed` until `choice` is given.
    Raises ClockError(RUNNING) when nothing is stopped.
    """
    at = instant(clock, at_ms)
    if clock.suspended_since_ms is not None:
        length = at - clock.suspended_since_ms
        moved = replace(clock.budget, end_ms=clock.budget.end_ms + length)
        return Resumption(suspension=True, length_ms=length, bill=NOTHING, budget=moved)
    if clock.pause is None:
        raise ClockError(ClockFault.RUNNING)
    length = at - clock.pause.since_ms
    bill = settle(
        clock.plan,
        length + clock.budget.owed_ms,
        slack_ms=clock.budget.slack_ms,
        ahead_ms=clock.budget.ahead_ms,
        tiers=(BLOCKS,),
        share=in_proportion,
        choice=choice,
    )
    return Resumption(False, length, bill, clock.budget.settled(bill))


def resume(clock: Clock, resumption: Resumption, at_ms: int) -> Clock:
    """The clock once the stop is over. Raises ClockError(CHOICE) while one is needed."""
    if resumption.bill.choice_needed:
        raise ClockError(ClockFault.CHOICE)
    after = replace(clock, budget=resumption.budget, as_of_ms=instant(clock, at_ms))
    if not resumption.suspension:
        return replace(after, pause=None)
    # The pause that the suspension interrupted did not grow meanwhile.
    before = clock.pause
    still = replace(before, since_ms=before.since_ms + resumption.length_ms) if before else None
    return replace(after, suspended_since_ms=None, pause=still)


def _refuse_suspended(clock: Clock) -> None:
    if clock.suspended_since_ms is not None:
        raise ClockError(ClockFault.SUSPENDED)
