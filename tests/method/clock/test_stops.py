from collections.abc import Callable

import pytest

from sizain.method.clock import (
    Choice,
    Clock,
    ClockError,
    ClockFault,
    Pace,
    pause,
    pausing,
    reading,
    resume,
    resuming,
    suspend,
    suspending,
)
from sizain.method.formats import Block
from tests.method.clock.sessions import MIN, S, go, in_block, step_end


def paused(clock: Clock, at_ms: int, *, shown: bool = True) -> Clock:
    return pause(clock, pausing(clock, at_ms, shown=shown), at_ms)


def suspended(clock: Clock, at_ms: int) -> Clock:
    return suspend(clock, suspending(clock, at_ms), at_ms)


def resumed(clock: Clock, at_ms: int, choice: Choice | None = None) -> Clock:
    return resume(clock, resuming(clock, at_ms, choice), at_ms)


def test_during_a_pause_the_remaining_time_stands_still() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = step_end(clock) - 7 * MIN
    still = paused(clock, at)
    assert reading(still, at).pace is Pace.PAUSED
    assert reading(still, at).remaining_ms == 7 * MIN
    assert reading(still, at) == reading(still, at + 50 * MIN)


def test_after_a_pause_all_later_steps_pay_in_proportion_and_the_end_is_kept() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = step_end(clock) - 7 * MIN
    resumption = resuming(paused(clock, at), at + 6 * MIN)
    # Above floors and minutes: 192 s of contract, 1440 of exploration, 288 of synthesis, 300.
    assert [(payer.block, payer.seconds) for payer in resumption.bill.payers] == [
        (Block.CONTRACT, 31),
        (Block.EXPLORATION, 234),
        (Block.SYNTHESIS, 47),
        (Block.META, 49),
    ]
    after = resume(paused(clock, at), resumption, at + 6 * MIN)
    assert after.end_ms == clock.end_ms
    assert reading(after, at + 6 * MIN).remaining_ms == 7 * MIN


def test_time_gained_pays_for_a_pause_first() -> None:
    clock = in_block(Block.CLARIFICATION)
    clock = go(clock, Block.CONTRACT, step_end(clock) - 5 * MIN)
    resumption = resuming(paused(clock, clock.as_of_ms), clock.as_of_ms + 4 * MIN)
    assert resumption.bill.slack_ms == 4 * MIN
    assert resumption.bill.payers == ()


def test_a_pause_that_none_can_pay_asks_for_a_choice() -> None:
    clock = in_block(Block.EXPLORATION)
    at = clock.as_of_ms + MIN
    still, back = paused(clock, at), at + 12 * MIN
    open_ms = 12 * MIN - (288 + 300) * S
    quote = resuming(still, back)
    assert quote.bill.open_ms == open_ms
    with pytest.raises(ClockError) as refusal:
        resume(still, quote, back)
    assert refusal.value.code is ClockFault.CHOICE
    assert resumed(still, back, Choice.EXCEED).end_ms == clock.end_ms + open_ms
    assert resumed(still, back, Choice.FLOOR).end_ms == clock.end_ms


def test_over_time_stands_still_in_a_pause_and_goes_on_after_it() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = step_end(clock) + 2 * MIN
    after = resumed(paused(clock, at), at + 5 * MIN)
    assert reading(after, at + 6 * MIN).over_ms == 3 * MIN


def test_the_clock_can_be_stopped_without_showing_anything_at_the_same_price() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = step_end(clock) - 7 * MIN
    discreet = paused(clock, at, shown=False)
    assert reading(discreet, at).pace is Pace.STOPPED
    assert resumed(discreet, at + 6 * MIN) == resumed(paused(clock, at), at + 6 * MIN)


def test_a_suspension_freezes_the_clock_and_moves_the_end() -> None:
    clock = in_block(Block.EXPLORATION)
    at = step_end(clock) - 9 * MIN
    frozen = suspended(clock, at)
    assert reading(frozen, at).pace is Pace.SUSPENDED
    assert reading(frozen, at) == reading(frozen, at + 600 * MIN)
    resumption = resuming(frozen, at + 30 * MIN)
    assert resumption.suspension
    assert resumption.length_ms == 30 * MIN
    assert resumption.bill.end_kept  # nobody pays, and no choice is asked
    after = resume(frozen, resumption, at + 30 * MIN)
    assert after.end_ms == clock.end_ms + 30 * MIN
    assert reading(after, at + 30 * MIN).remaining_ms == 9 * MIN
    assert after.budget.ahead_ms == clock.budget.ahead_ms


def test_a_pause_interrupted_by_a_suspension_goes_on_and_did_not_grow() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = clock.as_of_ms + MIN
    frozen = suspended(paused(clock, at), at + 2 * MIN)
    again = resumed(frozen, at + 32 * MIN)
    assert reading(again, at + 32 * MIN).pace is Pace.PAUSED
    resumption = resuming(again, at + 33 * MIN)
    assert resumption.length_ms == 3 * MIN
    assert resumption.budget.end_ms == clock.end_ms + 30 * MIN


def running(clock: Clock) -> Clock:
    return clock


def stopped(clock: Clock) -> Clock:
    return paused(clock, clock.as_of_ms)


def frozen(clock: Clock) -> Clock:
    return suspended(clock, clock.as_of_ms)


@pytest.mark.parametrize(
    ("now", "act", "code"),
    [
        (running, resuming, ClockFault.RUNNING),
        (stopped, pausing, ClockFault.PAUSED),
        (frozen, pausing, ClockFault.SUSPENDED),
        (frozen, suspending, ClockFault.SUSPENDED),
    ],
)
def test_a_stop_that_is_already_what_it_is_is_refused(
    now: Callable[[Clock], Clock], act: Callable[[Clock, int], object], code: ClockFault
) -> None:
    clock = now(in_block(Block.CONTRACT))
    with pytest.raises(ClockError) as refusal:
        act(clock, clock.as_of_ms + MIN)
    assert refusal.value.code is code
    assert str(refusal.value) == code
