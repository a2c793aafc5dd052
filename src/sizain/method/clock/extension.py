"""« + 2 min »: more time for the step being lived, and who pays for it."""

from dataclasses import dataclass, replace
from typing import Final

from sizain.method.clock.bill import FLEXIBLE, FLOORED, Bill, Choice, settle
from sizain.method.clock.budget import Budget
from sizain.method.clock.state import Clock, ClockError, ClockFault, instant, standing
from sizain.method.facts import Fact
from sizain.method.shares import largest_first

EXTENSION_S: Final = 120


@dataclass(frozen=True)
class Extension(Fact):
    """So many more seconds, from now when the step was in over-time."""

    seconds: int
    late_ms: int
    """Over-time and time owed, paid on the same occasion."""
    bill: Bill
    budget: Budget
    """The accounts afterwards; `budget.end_ms` is the new end of the session."""


def extending(clock: Clock, at_ms: int, seconds: int = EXTENSION_S, choice: Choice | None = None) -> Extension:
    """What `seconds` more would cost at `at_ms`; as often as wanted.

    Slack pays first (« fin tenue »), then the later step that has most above its floor, flexible
    steps before 3, 5 and 6, so that one name can be said before it is confirmed. When none can
    pay, `bill.choice_needed` until `choice` is given; the end announced is then the one that
    *dépasser* would give. In over-time the seconds count from now: the over-time is paid too.
    Raises ClockError (SECONDS, SUSPENDED).
    """
    if seconds < 1:
        raise ClockError(ClockFault.SECONDS)
    if clock.suspended_since_ms is not None:
        raise ClockError(ClockFault.SUSPENDED)
    now = standing(clock, instant(clock, at_ms))
    late = now.over_ms + now.stalled_ms + clock.budget.owed_ms
    bill = settle(
        clock.plan,
        late + seconds * 1000,
        slack_ms=clock.budget.slack_ms,
        ahead_ms=clock.budget.ahead_ms,
        tiers=(FLEXIBLE, FLOORED),
        share=largest_first,
        choice=choice,
    )
    budget = replace(
        clock.budget.settled(bill),
        allotted_ms=clock.budget.allotted_ms + now.over_ms + seconds * 1000,
        remaining_ms=now.left_ms + seconds * 1000,
    )
    return Extension(seconds, late, bill, budget)


def extend(clock: Clock, extension: Extension, at_ms: int) -> Clock:
    """The clock once `extension` is granted. Raises ClockError(CHOICE) while one is needed."""
    if extension.bill.choice_needed:
        raise ClockError(ClockFault.CHOICE)
    return replace(clock, budget=extension.budget, as_of_ms=instant(clock, at_ms))
