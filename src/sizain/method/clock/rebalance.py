"""« Répartir »: what is left, shared anew over the steps to come, each above its floor (METHOD §2)."""

from dataclasses import dataclass, replace

from sizain.method.clock.budget import Budget
from sizain.method.clock.state import Clock, ClockError, ClockFault, instant, standing
from sizain.method.facts import Fact
from sizain.method.plan import BLOCKS, Block, Plan, aligned, by_block
from sizain.method.shares import in_proportion


@dataclass(frozen=True)
class Shift:
    """A step to come, with what it had and what it will have, in ms."""

    block: Block
    before_ms: int
    after_ms: int


@dataclass(frozen=True)
class Rebalance(Fact):
    """The time gained and the time that is late, both shared over the steps to come; the end is kept."""

    late_ms: int
    """Over-time and time owed, paid on this occasion."""
    before_ms: tuple[int, ...]
    """What each later block had, in the order of BLOCKS."""
    budget: Budget
    """The accounts afterwards: no slack, nothing owed, the same end."""

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """The steps to come, in the order of the timeline, those that keep their minutes too."""
        before, after = by_block(self.before_ms), by_block(self.budget.ahead_ms)
        return tuple(Shift(block, before[block], after[block]) for block in BLOCKS if before[block] or after[block])

    @property
    def moves(self) -> bool:
        """Whether anything changes."""
        return self.late_ms > 0 or self.before_ms != self.budget.ahead_ms


def rebalancing(clock: Clock, at_ms: int) -> Rebalance:
    """What sharing at `at_ms` what is left would give to each step to come; the step being lived keeps its own.

    Each step has what nothing can take from it (its floor, or its minute), and the rest goes in proportion to what
    the plan gives beyond that, so that a session on time has its plan again. A step lived already and to be lived
    again (a loop) counts for what it still held, and no more.
    Raises ClockError: SUSPENDED, PAUSED while the clock stands still (the pause is not paid yet), LAST when no step
    is to come, SHORT when what is left does not hold the floors.
    """
    if clock.suspended_since_ms is not None:
        raise ClockError(ClockFault.SUSPENDED)
    if clock.pause:
        raise ClockError(ClockFault.PAUSED)
    now, budget = standing(clock, instant(clock, at_ms)), clock.budget
    late = now.over_ms + now.stalled_ms + budget.owed_ms
    whole = sum(budget.ahead_ms) + budget.slack_ms - late
    wanted = {block: _wanted(clock, block) for block in BLOCKS[BLOCKS.index(clock.block) + 1 :]}
    if not any(wanted.values()):
        raise ClockError(ClockFault.LAST)
    least = {block: min(_kept(clock.plan, block), ms) for block, ms in wanted.items()}
    rest = whole - sum(least.values())
    if rest < 0:
        raise ClockError(ClockFault.SHORT)
    beyond = [ms - least[block] for block, ms in wanted.items()]
    parts = in_proportion(rest, beyond if any(beyond) else list(wanted.values()))
    shares = {block: least[block] + part for block, part in zip(wanted, parts, strict=True)}
    after = replace(
        budget,
        allotted_ms=budget.allotted_ms + now.over_ms,
        remaining_ms=now.left_ms,
        ahead_ms=aligned(shares),
        slack_ms=0,
        owed_ms=0,
    )
    return Rebalance(late, budget.ahead_ms, after)


def rebalance(clock: Clock, shared: Rebalance, at_ms: int) -> Clock:
    """The clock once `shared` is confirmed."""
    return replace(clock, budget=shared.budget, as_of_ms=instant(clock, at_ms))


def _wanted(clock: Clock, block: Block) -> int:
    """What `block` would rather have: its target, or what it still held when it was left, in ms."""
    return clock.budget.of(block) if block in clock.lived else clock.plan.target_s(block) * 1000


def _kept(plan: Plan, block: Block) -> int:
    return max(plan.floor_s(block), plan.least_s(block)) * 1000
