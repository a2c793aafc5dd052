"""What the clock says at an instant, and what a screen reader hears of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sizain.method.clock.state import Clock, instant, standing
from sizain.method.plan import Block

HEARD_MS: Final = (5 * 60_000, 60_000, 0)
"""5 minutes, 1 minute and the end."""


class Pace(StrEnum):
    """Whether time goes by for the step."""

    RUNNING = "running"
    PAUSED = "paused"  # for all, and said
    STOPPED = "stopped"  # without showing anything
    SUSPENDED = "suspended"


@dataclass(frozen=True)
class Reading:
    """The clock at an instant. Never both time left and over-time."""

    block: Block
    pace: Pace
    silent: bool
    """Figures are to be hidden."""
    held: bool
    """The facilitator is absent: no over-time is to be counted, here or on a screen."""
    allotted_ms: int
    remaining_ms: int
    over_ms: int
    ends_at_ms: int | None
    """When the step ends, or ended; None while it stands still."""
    end_at_ms: int
    """When the session ends; while suspended, when it would have ended."""
    elapsed_pct: int
    """Share of the step gone by, 0 to 100; 100 from its end on."""
    ahead_s: int
    """Time gained that nothing has used."""
    behind_s: int
    """Time that later steps will have to pay at the next passage."""

    @property
    def minutes_shown(self) -> int:
        """« encore 11 min »: rounded up, so that 0 is never said while there is time."""
        return -(-self.remaining_ms // 60_000)

    @property
    def over_minutes_shown(self) -> int:
        """« 2 min de plus »: whole minutes of over-time; 0 during the first one."""
        return self.over_ms // 60_000


def reading(clock: Clock, now_ms: int) -> Reading:
    """What the clock says at `now_ms`."""
    at = instant(clock, now_ms)
    now = standing(clock, at)
    budget = clock.budget
    balance = budget.slack_ms - budget.owed_ms - now.over_ms - now.stalled_ms
    still = not clock.ticking or now.stalled_ms > 0
    elapsed = (budget.allotted_ms - now.left_ms) * 100 // max(1, budget.allotted_ms)
    return Reading(
        block=clock.block,
        pace=_pace(clock),
        silent=clock.silent,
        held=clock.held_since_ms is not None,
        allotted_ms=budget.allotted_ms,
        remaining_ms=now.left_ms,
        over_ms=now.over_ms,
        ends_at_ms=None if still else at + now.remaining_ms,
        end_at_ms=budget.end_ms,
        elapsed_pct=elapsed if now.left_ms else 100,
        ahead_s=max(0, balance) // 1000,
        behind_s=max(0, -balance) // 1000,
    )


def announcements(allotted_ms: int) -> tuple[int, ...]:
    """What is left, in ms, each time a screen reader speaks: 5 minutes, 1 minute, the end.

    Each only if the step, of `allotted_ms`, is at least twice as long.
    """
    return tuple(left for left in HEARD_MS if allotted_ms >= 2 * left)


def _pace(clock: Clock) -> Pace:
    if clock.suspended_since_ms is not None:
        return Pace.SUSPENDED
    if clock.pause is None:
        return Pace.RUNNING
    return Pace.PAUSED if clock.pause.shown else Pace.STOPPED
