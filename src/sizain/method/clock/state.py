"""The clock itself: which block is lived, since when, with what left, and whether it runs."""

from dataclasses import dataclass, replace
from enum import StrEnum

from sizain.method.clock.bill import FLOORED, room, room_below_floor
from sizain.method.clock.budget import Budget
from sizain.method.plan import BLOCKS, Block, Plan, aligned


class ClockFault(StrEnum):
    """Why the clock refuses an act."""

    CHOICE = "choice"  # none can pay: exceed or floor has to be chosen
    SAME_BLOCK = "same_block"  # already there
    SECONDS = "seconds"  # an extension of nothing, or less
    SUSPENDED = "suspended"  # nothing but a resumption is possible
    PAUSED = "paused"  # already stopped
    RUNNING = "running"  # nothing is stopped
    HELD = "held"  # already holding at the end of the step
    NOT_HELD = "not_held"
    LAST = "last"  # no step is to come
    SHORT = "short"  # what is left does not hold the floors


class ClockError(ValueError):
    """An act that the clock cannot take; `code` says why."""

    def __init__(self, code: ClockFault) -> None:
        super().__init__(str(code))
        self.code = code


@dataclass(frozen=True)
class Pause:
    """A stop that keeps the end of the session."""

    since_ms: int
    shown: bool
    """False when the clock is stopped without showing anything to anyone."""


@dataclass(frozen=True)
class Clock:
    """One clock, the server's. Pure: every reading takes the instant at which it is read."""

    plan: Plan
    started_ms: int
    block: Block
    entered_ms: int
    """When the block was entered."""
    as_of_ms: int
    """The instant of the last act, at which `budget` was true."""
    budget: Budget
    lived: frozenset[Block]
    """The blocks entered at least once."""
    pause: Pause | None = None
    suspended_since_ms: int | None = None
    held_since_ms: int | None = None
    """Since when the facilitator is absent: no over-time is counted from then on."""
    silent: bool = False
    """*Laisser le silence*: figures are hidden; the clock runs as before."""

    @property
    def ticking(self) -> bool:
        """Whether the remaining time of the step goes down."""
        return self.pause is None and self.suspended_since_ms is None

    @property
    def end_ms(self) -> int:
        """When the session ends; not known while it is suspended."""
        return self.budget.end_ms


def start(plan: Plan, at_ms: int) -> Clock:
    """The clock of a session that starts at `at_ms`, in the first block that has minutes."""
    targets = [target * 1000 for target in plan.targets_s]
    first = next((i for i, target in enumerate(targets) if target), 0)
    return Clock(
        plan=plan,
        started_ms=at_ms,
        block=BLOCKS[first],
        entered_ms=at_ms,
        as_of_ms=at_ms,
        budget=Budget(
            allotted_ms=targets[first],
            remaining_ms=targets[first],
            ahead_ms=tuple(0 if i <= first else target for i, target in enumerate(targets)),
            left_ms=aligned({}),
            slack_ms=0,
            owed_ms=0,
            end_ms=at_ms + sum(targets),
        ),
        lived=frozenset({BLOCKS[first]}),
    )


def silence(clock: Clock, on: bool) -> Clock:
    """The figures are hidden, or shown again; nothing moves."""
    return replace(clock, silent=on)


def floors_ahead(clock: Clock) -> tuple[Block, ...]:
    """The later steps whose floor could be eaten into, should the facilitator choose it."""
    return tuple(block for block in FLOORED if room_below_floor(clock.plan, block, clock.budget.of(block)))


def payable_ms(clock: Clock) -> int:
    """What can still be paid with the end and the floors held, in ms: the slack and what later steps have above their
    floors, less what is owed. Over-time beyond it needs a choice; below zero, it does already."""
    budget = clock.budget
    rooms = (room(clock.plan, block, budget.of(block)) for block in BLOCKS)
    return budget.slack_ms + sum(rooms) - budget.owed_ms


def runs_from(clock: Clock) -> tuple[int, int | None]:
    """What was late at the last act, in ms, and the instant from which it grows: the end of the step, or the beginning
    of a pause. None while nothing grows: the session is suspended."""
    budget, pause = clock.budget, clock.pause
    if clock.suspended_since_ms is not None:
        grown = clock.suspended_since_ms - pause.since_ms if pause else 0
        return max(0, -budget.remaining_ms) + grown, None
    if pause is None:
        return 0, clock.as_of_ms + budget.remaining_ms
    return max(0, -budget.remaining_ms), pause.since_ms


def late_ms(clock: Clock, at_ms: int) -> int:
    """What leaving the step at `at_ms` would have to be paid for, beside what is owed: over-time, and a pause."""
    late, since = runs_from(clock)
    return late if since is None else late + max(0, instant(clock, at_ms) - since)


@dataclass(frozen=True)
class Standing:
    """Where the step stands at an instant."""

    remaining_ms: int
    """What is left of the step; below zero in over-time."""
    stalled_ms: int
    """Time that passed and that the step did not count, because the facilitator was absent."""

    @property
    def left_ms(self) -> int:
        return max(0, self.remaining_ms)

    @property
    def over_ms(self) -> int:
        return max(0, -self.remaining_ms)


def instant(clock: Clock, at_ms: int) -> int:
    """`at_ms`, or the last act's instant when the server's clock was set back since."""
    return max(at_ms, clock.as_of_ms)


def standing(clock: Clock, at_ms: int) -> Standing:
    """Where the step stands at `at_ms`, which `instant` returned."""
    remaining = clock.budget.remaining_ms
    if not clock.ticking:
        return Standing(remaining, 0)
    counted = remaining - (at_ms - clock.as_of_ms)
    if clock.held_since_ms is None:
        return Standing(counted, 0)
    # Over-time that was there when the facilitator left stays; none is added.
    at_hold = remaining - max(0, clock.held_since_ms - clock.as_of_ms)
    kept = max(counted, min(0, at_hold))
    return Standing(kept, kept - counted)


def stopped(clock: Clock, at_ms: int) -> Budget:
    """The accounts when the step stops being counted at `at_ms`; stalled time becomes owed."""
    now = standing(clock, at_ms)
    return replace(
        clock.budget,
        remaining_ms=now.remaining_ms,
        owed_ms=clock.budget.owed_ms + now.stalled_ms,
    )
