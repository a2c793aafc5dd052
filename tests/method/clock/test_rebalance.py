import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizain.method.clock import (
    Choice,
    Clock,
    ClockError,
    ClockFault,
    extend,
    extending,
    pause,
    pausing,
    rebalance,
    rebalancing,
    suspend,
    suspending,
)
from sizain.method.formats import BLOCKS, Block, plan_for
from tests.method.clock.sessions import MIN, S, go, in_block, left, step_end


def shared(clock: Clock, at_ms: int) -> Clock:
    return rebalance(clock, rebalancing(clock, at_ms), at_ms)


def why_not(clock: Clock, at_ms: int) -> ClockFault:
    with pytest.raises(ClockError) as refusal:
        rebalancing(clock, at_ms)
    return refusal.value.code


def test_a_session_on_time_has_nothing_to_share() -> None:
    clock = in_block(Block.CLARIFICATION)
    quote = rebalancing(clock, clock.as_of_ms + 3 * MIN)
    assert not quote.moves
    assert shared(clock, clock.as_of_ms + 3 * MIN).budget.ahead_ms == clock.budget.ahead_ms


def test_time_gained_goes_to_all_the_steps_to_come_and_the_end_is_kept() -> None:
    clock = in_block(Block.PRESENTATION)
    clock = go(clock, Block.CLARIFICATION, step_end(clock) - 4 * MIN)
    after = shared(clock, clock.as_of_ms)
    assert after.end_ms == clock.end_ms
    assert after.budget.slack_ms == 0
    assert after.budget.remaining_ms == clock.budget.remaining_ms
    had, has = left(clock), left(after)
    assert sum(has.values()) == sum(had.values()) + 4 * MIN
    assert all(has[block] > had[block] for block in had)


def test_what_one_step_paid_alone_is_shared_by_all() -> None:
    clock = in_block(Block.PRESENTATION)
    clock = extend(clock, extending(clock, clock.as_of_ms, 600), clock.as_of_ms)
    assert left(clock)[Block.EXPLORATION] == 15 * MIN
    has = left(shared(clock, clock.as_of_ms))
    assert has[Block.EXPLORATION] > 15 * MIN
    assert has[Block.CLARIFICATION] < 22 * MIN
    assert sum(has.values()) == sum(left(clock).values())


def test_time_that_is_late_is_shared_too_and_the_step_goes_on_from_now() -> None:
    clock = in_block(Block.PRESENTATION)
    at = step_end(clock) + 6 * MIN
    quote = rebalancing(clock, at)
    assert quote.late_ms == 6 * MIN
    after = rebalance(clock, quote, at)
    assert after.end_ms == clock.end_ms
    assert after.budget.remaining_ms == 0
    assert sum(left(after).values()) == sum(left(clock).values()) - 6 * MIN
    assert not rebalancing(after, at).moves


@pytest.mark.parametrize(("late", "minutes"), [(10, (18, 11, 9)), (20, (11, 9, 7)), (30, (4, 8, 6))])
def test_floors_hold_however_little_is_left(late: int, minutes: tuple[int, ...]) -> None:
    """Of 25, 12 and 10 minutes that follow step 3, above 1 min, 7 min 12 s and 5 min."""
    clock = in_block(Block.CONTRACT)
    at = step_end(clock) + late * MIN
    has = left(shared(clock, at))
    assert has[Block.SYNTHESIS] >= 432 * S
    assert has[Block.META] >= 300 * S
    assert has[Block.EXPLORATION] >= MIN
    assert tuple(round(ms / MIN) for ms in has.values()) == minutes


def test_a_floor_that_was_eaten_into_comes_back_when_it_can() -> None:
    clock = in_block(Block.EXPLORATION)
    clock = extend(clock, extending(clock, clock.as_of_ms, 720, Choice.FLOOR), clock.as_of_ms)
    assert left(clock)[Block.SYNTHESIS] < 432 * S
    assert why_not(clock, clock.as_of_ms) is ClockFault.SHORT
    early = go(clock, Block.SYNTHESIS, clock.as_of_ms + MIN)
    assert left(shared(early, early.as_of_ms))[Block.META] >= 300 * S


def test_a_step_lived_already_counts_for_what_it_still_held() -> None:
    clock = in_block(Block.EXPLORATION)
    clock = go(clock, Block.CONTRACT, step_end(clock) - 5 * MIN)
    held = left(clock)[Block.EXPLORATION]
    after = left(shared(clock, clock.as_of_ms))
    assert after[Block.EXPLORATION] <= held + MIN
    assert after[Block.SYNTHESIS] >= left(clock)[Block.SYNTHESIS]


def test_nothing_is_shared_in_the_last_step_nor_while_the_clock_stands_still() -> None:
    last, clock = in_block(Block.META), in_block(Block.CLARIFICATION)
    at = clock.as_of_ms
    assert why_not(last, last.as_of_ms) is ClockFault.LAST
    assert why_not(pause(clock, pausing(clock, at), at), at) is ClockFault.PAUSED
    assert why_not(suspend(clock, suspending(clock, at), at), at) is ClockFault.SUSPENDED


def test_what_is_said_names_each_step_to_come() -> None:
    clock = in_block(Block.CONTRACT)
    clock = go(clock, Block.EXPLORATION, step_end(clock) - 3 * MIN)
    said = rebalancing(clock, clock.as_of_ms).shifts
    assert [shift.block for shift in said] == [Block.SYNTHESIS, Block.META]
    assert [shift.before_ms for shift in said] == [12 * MIN, 10 * MIN]
    assert sum(shift.after_ms for shift in said) == 25 * MIN


@given(total=st.integers(30, 240), stage=st.sampled_from(BLOCKS[:-1]), early=st.integers(-60 * MIN, 60 * MIN))
def test_whatever_is_left_is_shared_whole_above_each_floor(total: int, stage: Block, early: int) -> None:
    if not plan_for(total, retour=True).target_s(stage):
        return
    clock = in_block(stage, total=total)
    at, to_come = max(clock.as_of_ms, step_end(clock) - early), BLOCKS[BLOCKS.index(stage) + 1 :]
    try:
        after = shared(clock, at)
    except ClockError:  # the floors are more than what is left
        late = at - step_end(clock)
        assert late + sum(_least(clock, block) for block in to_come) > sum(clock.budget.ahead_ms)
        return
    budget = after.budget
    assert at + budget.remaining_ms + sum(budget.ahead_ms) == after.end_ms == clock.end_ms
    assert all(budget.of(block) >= _least(clock, block) for block in to_come)


def _least(clock: Clock, block: Block) -> int:
    return max(clock.plan.floor_s(block), clock.plan.least_s(block)) * S
