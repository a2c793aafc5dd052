import pytest

from sizain.method.clock import (
    Clock,
    ClockError,
    ClockFault,
    entering,
    extend,
    extending,
    hold,
    pause,
    pausing,
    reading,
    release,
    resume,
    resuming,
    returning,
    suspend,
    suspending,
)
from sizain.method.formats import Block
from tests.method.clock.sessions import MIN, in_block, step_end


def back(clock: Clock, at_ms: int) -> Clock:
    return release(clock, returning(clock, at_ms), at_ms)


def test_without_a_facilitator_the_step_runs_to_its_end_and_holds_there() -> None:
    clock = in_block(Block.CLARIFICATION)
    end = step_end(clock)
    held = hold(clock, end - 5 * MIN)
    assert reading(held, end - 2 * MIN).remaining_ms == 2 * MIN
    assert reading(held, end - 2 * MIN).ends_at_ms == end
    now = reading(held, end + 9 * MIN)
    assert now.held
    assert (now.remaining_ms, now.over_ms, now.ends_at_ms) == (0, 0, None)
    assert now.behind_s == 9 * 60


def test_over_time_that_was_there_when_the_facilitator_left_stays_what_it_is() -> None:
    clock = in_block(Block.CLARIFICATION)
    held = hold(clock, step_end(clock) + MIN)
    assert reading(held, step_end(clock) + MIN // 2).over_ms == MIN // 2
    assert reading(held, step_end(clock) + 20 * MIN).over_ms == MIN


def test_on_their_return_over_time_counts_from_there_and_the_wait_is_owed() -> None:
    clock = in_block(Block.CLARIFICATION)
    end = step_end(clock)
    held = hold(clock, end - MIN)
    assert returning(held, end + 4 * MIN).stalled_ms == 4 * MIN
    after = back(held, end + 4 * MIN)
    now = reading(after, end + 5 * MIN)
    assert not now.held
    assert (now.over_ms, now.behind_s) == (MIN, 5 * 60)
    passage = entering(after, Block.CONTRACT, end + 5 * MIN)
    assert passage.late_ms == 5 * MIN
    assert passage.bill.end_kept
    assert passage.budget.owed_ms == 0


def test_a_return_before_the_end_of_the_step_changes_nothing() -> None:
    clock = in_block(Block.CLARIFICATION)
    after = back(hold(clock, step_end(clock) - 5 * MIN), step_end(clock) - MIN)
    assert reading(after, step_end(clock)) == reading(clock, step_end(clock))


def test_a_deputys_act_counts_the_real_time() -> None:
    clock = in_block(Block.CLARIFICATION)
    end = step_end(clock)
    held = hold(clock, end - MIN)
    assert entering(held, Block.CONTRACT, end + 4 * MIN).late_ms == 4 * MIN
    extension = extending(held, end + 4 * MIN)
    assert extension.bill.due_ms == 6 * MIN
    assert reading(extend(held, extension, end + 4 * MIN), end + 5 * MIN).remaining_ms == MIN


def test_a_pause_or_a_suspension_taken_while_holding_owes_the_wait() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = step_end(clock) + 4 * MIN
    held = hold(clock, step_end(clock))
    assert suspending(held, at).budget.owed_ms == 4 * MIN
    still = pause(held, pausing(held, at), at)
    assert still.budget.owed_ms == 4 * MIN
    after = resume(still, resuming(still, at + MIN), at + MIN)
    assert after.budget.owed_ms == 0
    assert after.end_ms == clock.end_ms
    assert reading(after, at + 9 * MIN).over_ms == 0


def test_a_facilitator_lost_during_a_suspension_is_held_after_it_only() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = step_end(clock) - MIN
    frozen = hold(suspend(clock, suspending(clock, at), at), at + 5 * MIN)
    after = resume(frozen, resuming(frozen, at + 10 * MIN), at + 10 * MIN)
    assert reading(after, at + 30 * MIN).over_ms == 0
    assert returning(after, at + 30 * MIN).stalled_ms == 19 * MIN


def test_holding_twice_or_returning_without_having_left_is_refused() -> None:
    clock = in_block(Block.CONTRACT)
    with pytest.raises(ClockError) as twice:
        hold(hold(clock, step_end(clock)), step_end(clock))
    assert twice.value.code is ClockFault.HELD
    with pytest.raises(ClockError) as never:
        returning(clock, step_end(clock))
    assert never.value.code is ClockFault.NOT_HELD
