"""Clocks to start tests from, at instants that are easy to read."""

from sizain.method.clock import Clock, enter, entering, start
from sizain.method.formats import BLOCKS, Block, plan_for

MIN = 60_000
S = 1000
NOON = 1_790_000_000_000
"""When the sessions of these tests start."""


def in_block(block: Block, *, total: int = 105, retour: bool = True) -> Clock:
    """A session that reached `block` on time, each earlier one left at its very end."""
    clock = start(plan_for(total, retour=retour), NOON)
    for each in BLOCKS[: BLOCKS.index(block) + 1]:
        if each != clock.block and clock.plan.target_s(each):
            clock = go(clock, each, step_end(clock))
    return clock


def step_end(clock: Clock) -> int:
    """When the step being lived ends, of a clock that runs."""
    return clock.as_of_ms + clock.budget.remaining_ms


def go(clock: Clock, block: Block, at_ms: int) -> Clock:
    return enter(clock, entering(clock, block, at_ms), at_ms)


def left(clock: Clock) -> dict[Block, int]:
    """What each later block will have, in ms, those that have something."""
    return {block: clock.budget.of(block) for block in BLOCKS if clock.budget.of(block)}
