import pytest

from sizain.method.clock import (
    Choice,
    Clock,
    ClockError,
    ClockFault,
    extend,
    extending,
    pause,
    pausing,
    payable_ms,
    reading,
    resume,
    resuming,
    suspend,
    suspending,
)
from sizain.method.formats import Block
from tests.method.clock.sessions import MIN, S, go, in_block, step_end


def extended(clock: Clock, at_ms: int, choice: Choice | None = None) -> Clock:
    return extend(clock, extending(clock, at_ms, choice=choice), at_ms)


def at_the_floors() -> Clock:
    """Exploration, extended until steps 5 and 6 are at their floors: 288 and 300 seconds."""
    clock = in_block(Block.EXPLORATION)
    return extend(clock, extending(clock, clock.as_of_ms, 588), clock.as_of_ms)


def test_slack_pays_first_and_the_end_is_kept() -> None:
    clock = in_block(Block.CLARIFICATION)
    clock = go(clock, Block.CONTRACT, step_end(clock) - 5 * MIN)
    extension = extending(clock, clock.as_of_ms)
    assert extension.bill.slack_ms == 2 * MIN
    assert extension.bill.payers == ()
    assert extension.bill.end_kept
    assert extension.budget.remaining_ms == 10 * MIN


def test_without_slack_one_step_pays_the_flexible_one_that_has_most() -> None:
    clock = in_block(Block.PRESENTATION)
    extension = extending(clock, clock.as_of_ms)
    assert [(payer.block, payer.seconds) for payer in extension.bill.payers] == [(Block.EXPLORATION, 120)]
    assert extension.budget.end_ms == clock.end_ms


def test_after_the_flexible_steps_the_floored_ones_pay_above_their_floors() -> None:
    clock = in_block(Block.EXPLORATION)
    extension = extending(clock, clock.as_of_ms)
    assert [payer.block for payer in extension.bill.payers] == [Block.META]
    assert extension.bill.end_kept


def test_when_none_can_pay_a_choice_is_needed_and_the_new_end_is_said() -> None:
    clock = at_the_floors()
    quote = extending(clock, clock.as_of_ms)
    assert quote.bill.choice_needed
    assert not quote.bill.end_kept
    assert quote.budget.end_ms == clock.end_ms + 2 * MIN
    with pytest.raises(ClockError) as refusal:
        extend(clock, quote, clock.as_of_ms)
    assert refusal.value.code is ClockFault.CHOICE


def test_to_exceed_moves_the_end_and_leaves_the_floors() -> None:
    clock = at_the_floors()
    longer = extended(clock, clock.as_of_ms, Choice.EXCEED)
    assert longer.end_ms == clock.end_ms + 2 * MIN
    assert longer.budget.ahead_ms == clock.budget.ahead_ms


def test_to_eat_into_a_floor_keeps_the_end_and_says_which() -> None:
    clock = at_the_floors()
    extension = extending(clock, clock.as_of_ms, choice=Choice.FLOOR)
    assert [(floor.block, floor.seconds) for floor in extension.bill.floors] == [(Block.SYNTHESIS, 120)]
    assert extension.budget.end_ms == clock.end_ms


def test_a_choice_that_is_not_needed_changes_nothing() -> None:
    clock = in_block(Block.CONTRACT)
    assert extending(clock, clock.as_of_ms, choice=Choice.FLOOR) == extending(clock, clock.as_of_ms)


def test_it_can_be_had_as_often_as_wanted() -> None:
    clock = in_block(Block.META)
    for _ in range(5):
        clock = extended(clock, clock.as_of_ms, Choice.EXCEED)
    assert clock.budget.remaining_ms == 20 * MIN


def test_in_over_time_two_minutes_count_from_now_and_the_over_time_is_paid() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = step_end(clock) + 3 * MIN
    extension = extending(clock, at)
    assert extension.late_ms == 3 * MIN
    assert extension.bill.due_ms == 5 * MIN
    now = reading(extend(clock, extension, at), at)
    assert (now.remaining_ms, now.over_ms) == (2 * MIN, 0)
    assert now.elapsed_pct == 100 * 25 // 27


def test_in_a_pause_the_minutes_are_added_and_the_pause_goes_on() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = clock.as_of_ms
    clock = pause(clock, pausing(clock, at), at)
    longer = extended(clock, at + MIN)
    assert longer.budget.remaining_ms == 24 * MIN
    assert not longer.ticking
    resumption = resuming(longer, at + 4 * MIN)
    assert resumption.length_ms == 4 * MIN
    after = resume(longer, resumption, at + 4 * MIN)
    assert after.end_ms == clock.end_ms


@pytest.mark.parametrize("seconds", [0, -120])
def test_an_extension_of_nothing_is_refused(seconds: int) -> None:
    clock = in_block(Block.CONTRACT)
    with pytest.raises(ClockError) as refusal:
        extending(clock, clock.as_of_ms, seconds)
    assert refusal.value.code is ClockFault.SECONDS


def test_nothing_is_extended_while_suspended() -> None:
    clock = in_block(Block.CONTRACT)
    clock = suspend(clock, suspending(clock, clock.as_of_ms), clock.as_of_ms)
    with pytest.raises(ClockError) as refusal:
        extending(clock, clock.as_of_ms + 10 * S)
    assert refusal.value.code is ClockFault.SUSPENDED


def test_what_can_still_be_paid_is_what_an_extension_may_ask_for_without_a_choice() -> None:
    for clock in (in_block(Block.OPENING), in_block(Block.CONTRACT), in_block(Block.META), at_the_floors()):
        payable = payable_ms(clock) // S
        if payable:
            assert not extending(clock, clock.as_of_ms, payable).bill.choice_needed
        assert extending(clock, clock.as_of_ms, payable + 1).bill.choice_needed
