"""When the facilitator has no stream: the clock holds at the end of the step (METHOD §7)."""

from dataclasses import dataclass, replace

from sizain.method.clock.budget import Budget
from sizain.method.clock.state import Clock, ClockError, ClockFault, instant, standing, stopped
from sizain.method.facts import Fact


@dataclass(frozen=True)
class Return(Fact):
    """The facilitator, or a deputy, is there again."""

    stalled_ms: int
    """How long the clock held; owed from now on, and paid with the next bill."""
    budget: Budget


def hold(clock: Clock, at_ms: int) -> Clock:
    """From `at_ms` the step goes to its end and no further: no over-time is counted.

    Over-time already there stays what it is. Acts are possible meanwhile (a deputy's): they count
    the real time. Raises ClockError(HELD).
    """
    if clock.held_since_ms is not None:
        raise ClockError(ClockFault.HELD)
    return replace(clock, held_since_ms=instant(clock, at_ms))


def returning(clock: Clock, at_ms: int) -> Return:
    """What the absence cost at `at_ms`. Raises ClockError(NOT_HELD)."""
    if clock.held_since_ms is None:
        raise ClockError(ClockFault.NOT_HELD)
    at = instant(clock, at_ms)
    return Return(standing(clock, at).stalled_ms, stopped(clock, at))


def release(clock: Clock, back: Return, at_ms: int) -> Clock:
    """The clock, conducted again."""
    at = instant(clock, at_ms)
    return replace(clock, held_since_ms=None, budget=back.budget, as_of_ms=at)
