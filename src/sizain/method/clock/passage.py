"""From one block to another: forward by hand, or back, which is a loop and not an error."""

from dataclasses import dataclass, replace
from typing import Final

from sizain.method.clock.bill import FLEXIBLE, FLOORED, Bill, Choice, room, settle
from sizain.method.clock.budget import Budget
from sizain.method.clock.state import Clock, ClockError, ClockFault, Standing, instant, standing
from sizain.method.facts import Fact
from sizain.method.plan import BLOCKS, Block, Plan, aligned, by_block
from sizain.method.shares import in_proportion

LOOP_S: Final = 180
"""What a block entered again has at least, in seconds, when others can pay for it."""


@dataclass(frozen=True)
class Passage(Fact):
    """A move to another block, and what it costs."""

    from_block: Block
    to_block: Block
    loop: bool
    """Back to an earlier block; recorded as such (METHOD §2)."""
    gained_ms: int
    """Time not used, by the block left and by those skipped; kept as slack."""
    late_ms: int
    """Over-time of the block left, with a pause that this ends and time owed."""
    granted_ms: int
    """Time given to a block entered again."""
    bill: Bill
    """Who pays `late_ms` and `granted_ms`."""
    budget: Budget
    """The accounts afterwards."""


def next_block(clock: Clock) -> Block | None:
    """The next block that the plan gives minutes to; None in the last one."""
    later = BLOCKS[BLOCKS.index(clock.block) + 1 :]
    return next((block for block in later if clock.plan.target_s(block)), None)


def entering(clock: Clock, block: Block, at_ms: int, choice: Choice | None = None) -> Passage:
    """What moving to `block` at `at_ms` means, forward or back; the end is kept when it can be.

    *Leaving late*: slack pays, then later flexible steps in proportion to what they have beyond
    the minute they keep, then steps 3, 5 and 6 in proportion to what they have above their
    floors. When none can pay, `bill.choice_needed` until `choice` is given: the end moves, or a
    floor is eaten into.
    *Leaving early*, or skipping: the time gained is slack, and the next steps keep their targets.
    *Going back*: the block left keeps what it has for later. *A block entered again* (or one that
    had no minutes) has what it still holds, at least 3 minutes (or its target when that is
    shorter), and up to what it had not used when it was left if the slack still has it, so that a
    mistaken tap can be undone. The same payers give it, never a floor and never the end: it gets
    less when they have less.
    A pause ends with the step it was in. Raises ClockError (SAME_BLOCK, SUSPENDED).
    """
    if block == clock.block:
        raise ClockError(ClockFault.SAME_BLOCK)
    if clock.suspended_since_ms is not None:
        raise ClockError(ClockFault.SUSPENDED)
    at = instant(clock, at_ms)
    now = standing(clock, at)
    paused = at - clock.pause.since_ms if clock.pause else 0
    late = now.over_ms + now.stalled_ms + paused + clock.budget.owed_ms
    loop = BLOCKS.index(block) < BLOCKS.index(clock.block)
    budget = _turned_back(clock, now) if loop else _moved_on(clock, block, now)
    holds = budget.of(block)
    again = block in clock.lived or not holds
    if again:
        budget = replace(budget, ahead_ms=_with(budget.ahead_ms, block, 0))
    granted = _grant(clock.plan, budget, block, holds, late) if again else 0
    bill = settle(
        clock.plan,
        late + granted,
        slack_ms=budget.slack_ms,
        ahead_ms=budget.ahead_ms,
        tiers=(FLEXIBLE, FLOORED),
        share=in_proportion,
        choice=choice,
    )
    after = budget.settled(bill)
    allotted = holds + granted if again else after.of(block)
    return Passage(
        from_block=clock.block,
        to_block=block,
        loop=loop,
        gained_ms=budget.slack_ms - clock.budget.slack_ms,
        late_ms=late,
        granted_ms=granted,
        bill=bill,
        budget=replace(
            after,
            allotted_ms=allotted,
            remaining_ms=allotted,
            ahead_ms=_with(after.ahead_ms, block, 0),
            left_ms=_with(after.left_ms, block, 0),
        ),
    )


def enter(clock: Clock, passage: Passage, at_ms: int) -> Clock:
    """The clock in its new block, running. Raises ClockError(CHOICE) while one is needed."""
    if passage.bill.choice_needed:
        raise ClockError(ClockFault.CHOICE)
    at = instant(clock, at_ms)
    return replace(
        clock,
        block=passage.to_block,
        entered_ms=at,
        as_of_ms=at,
        budget=passage.budget,
        lived=clock.lived | {passage.to_block},
        pause=None,
    )


def _turned_back(clock: Clock, now: Standing) -> Budget:
    return replace(clock.budget, ahead_ms=_with(clock.budget.ahead_ms, clock.block, now.left_ms))


def _moved_on(clock: Clock, block: Block, now: Standing) -> Budget:
    """The accounts once the block left and those skipped have given up what they had."""
    ahead = by_block(_with(clock.budget.ahead_ms, clock.block, now.left_ms))
    left = by_block(clock.budget.left_ms)
    gained = 0
    for passed in BLOCKS[BLOCKS.index(clock.block) : BLOCKS.index(block)]:
        gained += ahead[passed]
        left[passed] += ahead[passed]
        ahead[passed] = 0
    return replace(
        clock.budget,
        ahead_ms=aligned(ahead),
        left_ms=aligned(left),
        slack_ms=clock.budget.slack_ms + gained,
    )


def _grant(plan: Plan, budget: Budget, block: Block, holds_ms: int, late_ms: int) -> int:
    """What a block entered again is given beside what it holds; see `entering`."""
    target_s = plan.target_s(block) or LOOP_S
    unused = budget.left_ms[BLOCKS.index(block)]
    spare = max(0, budget.slack_ms - late_ms)
    wanted = max(min(LOOP_S, target_s) * 1000, min(unused, spare)) - holds_ms
    ahead = by_block(budget.ahead_ms)
    can_pay = budget.slack_ms + sum(room(plan, each, has) for each, has in ahead.items())
    return max(0, min(wanted, can_pay - late_ms))


def _with(amounts: tuple[int, ...], block: Block, amount: int) -> tuple[int, ...]:
    return aligned({**by_block(amounts), block: amount})
