import pytest

from sizain.method.clock import (
    Choice,
    ClockError,
    ClockFault,
    enter,
    entering,
    extend,
    extending,
    pause,
    pausing,
    suspend,
    suspending,
)
from sizain.method.formats import Block
from tests.method.clock.sessions import MIN, NOON, S, go, in_block, left, step_end


def test_a_step_left_on_time_costs_nobody_anything() -> None:
    clock = in_block(Block.CLARIFICATION)
    passage = entering(clock, Block.CONTRACT, step_end(clock))
    assert (passage.late_ms, passage.gained_ms, passage.granted_ms) == (0, 0, 0)
    assert passage.bill.payers == ()
    after = enter(clock, passage, step_end(clock))
    assert (after.block, after.entered_ms) == (Block.CONTRACT, step_end(clock))
    assert after.budget.remaining_ms == 8 * MIN
    assert after.end_ms == NOON + 105 * MIN


def test_time_gained_is_slack_and_the_next_steps_keep_their_targets() -> None:
    clock = in_block(Block.CLARIFICATION)
    passage = entering(clock, Block.CONTRACT, step_end(clock) - 3 * MIN)
    assert passage.gained_ms == 3 * MIN
    after = enter(clock, passage, step_end(clock) - 3 * MIN)
    assert after.budget.slack_ms == 3 * MIN
    assert after.budget.allotted_ms == 8 * MIN
    assert after.end_ms == clock.end_ms


def test_overrun_is_paid_by_slack_first() -> None:
    clock = in_block(Block.CLARIFICATION)
    clock = go(clock, Block.CONTRACT, step_end(clock) - 3 * MIN)
    passage = entering(clock, Block.EXPLORATION, step_end(clock) + 2 * MIN)
    assert passage.late_ms == passage.bill.slack_ms == 2 * MIN
    assert passage.bill.payers == ()
    assert passage.bill.end_kept
    assert passage.budget.slack_ms == MIN


def test_overrun_is_paid_by_flexible_steps_in_proportion_and_shown() -> None:
    clock = in_block(Block.CHOICE)
    passage = entering(clock, Block.PRESENTATION, step_end(clock) + 4 * MIN)
    # Beyond the minute that each keeps: 7 of presentation, 21 of clarification, 24 of exploration.
    assert [(payer.block, payer.seconds) for payer in passage.bill.payers] == [
        (Block.PRESENTATION, 32),
        (Block.CLARIFICATION, 97),
        (Block.EXPLORATION, 111),
    ]
    assert passage.bill.end_kept
    assert passage.budget.end_ms == clock.end_ms


def test_floored_steps_pay_above_their_floors_once_flexible_ones_are_at_a_minute() -> None:
    clock = in_block(Block.CONTRACT)
    passage = entering(clock, Block.EXPLORATION, step_end(clock) + 28 * MIN)
    assert {payer.block: payer.seconds for payer in passage.bill.payers} == {
        Block.EXPLORATION: 24 * 60,
        # 4 minutes shared as 288 and 300 seconds above the floors.
        Block.SYNTHESIS: 118,
        Block.META: 122,
    }
    assert passage.budget.allotted_ms == MIN
    assert passage.bill.end_kept


def test_overrun_that_none_can_pay_moves_the_end_and_leaves_the_floors() -> None:
    clock = in_block(Block.EXPLORATION)
    passage = entering(clock, Block.SYNTHESIS, step_end(clock) + 15 * MIN, Choice.EXCEED)
    assert passage.bill.exceeded_ms == 15 * MIN - (288 + 300) * S
    assert passage.bill.floors == ()
    assert not passage.bill.end_kept
    assert passage.budget.end_ms == clock.end_ms + passage.bill.exceeded_ms
    assert passage.budget.allotted_ms == 432 * S


def test_a_floor_is_eaten_into_when_the_facilitator_chooses_it() -> None:
    clock = in_block(Block.EXPLORATION)
    passage = entering(clock, Block.SYNTHESIS, step_end(clock) + 15 * MIN, Choice.FLOOR)
    assert [(floor.block, floor.ms) for floor in passage.bill.floors] == [(Block.SYNTHESIS, 15 * MIN - (288 + 300) * S)]
    assert [(payment.block, payment.ms) for payment in passage.bill.payments] == [
        (Block.SYNTHESIS, 15 * MIN - 300 * S),
        (Block.META, 300 * S),
    ]
    assert passage.bill.end_kept
    assert passage.budget.end_ms == clock.end_ms


def test_what_even_the_floors_cannot_pay_moves_the_end() -> None:
    clock = in_block(Block.EXPLORATION)
    passage = entering(clock, Block.SYNTHESIS, step_end(clock) + 60 * MIN, Choice.FLOOR)
    assert passage.budget.allotted_ms == MIN
    assert passage.budget.of(Block.META) == MIN
    assert passage.bill.exceeded_ms == 40 * MIN


def test_skipping_a_step_gains_its_minutes() -> None:
    clock = in_block(Block.PRESENTATION)
    passage = entering(clock, Block.CONTRACT, step_end(clock) - MIN)
    assert passage.gained_ms == 23 * MIN
    assert not passage.loop
    assert passage.budget.of(Block.CLARIFICATION) == 0
    assert passage.budget.end_ms == clock.end_ms


def test_going_back_is_a_loop_paid_by_the_steps_that_can_and_the_end_is_kept() -> None:
    clock = in_block(Block.EXPLORATION)
    at = step_end(clock) - 15 * MIN
    passage = entering(clock, Block.CONTRACT, at)
    assert passage.loop
    assert passage.granted_ms == passage.budget.allotted_ms == 3 * MIN
    assert [(payer.block, payer.seconds) for payer in passage.bill.payers] == [(Block.EXPLORATION, 180)]
    after = enter(clock, passage, at)
    assert left(after) == {
        Block.EXPLORATION: 12 * MIN,
        Block.SYNTHESIS: 12 * MIN,
        Block.META: 10 * MIN,
    }
    assert after.end_ms == clock.end_ms


def test_after_a_loop_the_step_goes_on_with_what_it_had_left() -> None:
    clock = in_block(Block.EXPLORATION)
    clock = go(clock, Block.CONTRACT, step_end(clock) - 15 * MIN)
    clock = go(clock, Block.EXPLORATION, step_end(clock))
    assert clock.budget.remaining_ms == 12 * MIN
    assert clock.end_ms == NOON + 105 * MIN


def test_a_step_between_is_given_minutes_again_when_it_is_lived_again() -> None:
    clock = in_block(Block.EXPLORATION)
    clock = go(clock, Block.CLARIFICATION, step_end(clock) - 15 * MIN)
    clock = go(clock, Block.CONTRACT, step_end(clock))
    assert clock.budget.allotted_ms == 3 * MIN
    assert clock.budget.of(Block.EXPLORATION) == 9 * MIN


def test_a_mistaken_tap_undone_at_once_gives_the_step_back_what_it_had() -> None:
    before = in_block(Block.CONTRACT)
    at = step_end(before) - 6 * MIN
    clock = go(go(before, Block.EXPLORATION, at), Block.CONTRACT, at + 5 * S)
    assert clock.budget.remaining_ms == 6 * MIN
    assert clock.budget.slack_ms == 0
    assert clock.budget.of(Block.EXPLORATION) == 25 * MIN - 5 * S
    assert clock.end_ms == before.end_ms


def test_time_given_back_is_not_given_back_twice() -> None:
    clock = in_block(Block.CONTRACT)
    clock = go(clock, Block.EXPLORATION, step_end(clock) - 6 * MIN)
    clock = go(clock, Block.CONTRACT, clock.as_of_ms)
    clock = go(clock, Block.EXPLORATION, step_end(clock))
    clock = go(clock, Block.SYNTHESIS, step_end(clock) - 10 * MIN)
    assert go(clock, Block.CONTRACT, clock.as_of_ms).budget.allotted_ms == 3 * MIN


def test_a_step_skipped_by_mistake_gets_back_what_the_slack_still_has() -> None:
    clock = in_block(Block.PRESENTATION)
    clock = go(clock, Block.CONTRACT, step_end(clock))
    at = clock.as_of_ms
    clock = extend(clock, extending(clock, at), at)
    clock = go(clock, Block.CLARIFICATION, at)
    assert clock.budget.remaining_ms == 20 * MIN


def test_a_loop_never_eats_a_floor_nor_moves_the_end_for_its_own_minutes() -> None:
    clock = in_block(Block.META)
    at = step_end(clock) - 6 * MIN
    passage = entering(clock, Block.SYNTHESIS, at)
    assert passage.granted_ms == MIN  # 6 minutes of meta left, 5 of them its floor
    assert passage.bill.end_kept
    late = entering(clock, Block.SYNTHESIS, step_end(clock) + MIN, Choice.EXCEED)
    assert late.granted_ms == 0
    assert late.bill.exceeded_ms == MIN


def test_a_block_without_minutes_that_is_entered_by_hand_is_given_three() -> None:
    clock = in_block(Block.OPENING, retour=False)
    passage = entering(clock, Block.RETOUR, step_end(clock))
    assert not passage.loop
    assert passage.budget.allotted_ms == 3 * MIN
    assert passage.bill.end_kept


def test_leaving_a_step_during_a_pause_ends_the_pause() -> None:
    clock = in_block(Block.CLARIFICATION)
    at = step_end(clock) - 4 * MIN
    clock = pause(clock, pausing(clock, at), at)
    passage = entering(clock, Block.CONTRACT, at + 10 * MIN)
    assert (passage.gained_ms, passage.late_ms) == (4 * MIN, 10 * MIN)
    assert passage.bill.slack_ms == 4 * MIN
    after = enter(clock, passage, at + 10 * MIN)
    assert after.ticking
    assert after.end_ms == clock.end_ms


def test_entering_where_one_is_already_is_refused() -> None:
    clock = in_block(Block.CONTRACT)
    with pytest.raises(ClockError) as refusal:
        entering(clock, Block.CONTRACT, step_end(clock))
    assert refusal.value.code is ClockFault.SAME_BLOCK


def test_nothing_moves_while_suspended() -> None:
    clock = in_block(Block.CONTRACT)
    frozen = suspend(clock, suspending(clock, NOON), NOON)
    with pytest.raises(ClockError) as refusal:
        entering(frozen, Block.EXPLORATION, step_end(clock))
    assert refusal.value.code is ClockFault.SUSPENDED


def test_a_server_clock_set_back_gives_no_time_to_anyone() -> None:
    clock = in_block(Block.CONTRACT)
    back = entering(clock, Block.EXPLORATION, clock.as_of_ms - 60 * MIN)
    assert back == entering(clock, Block.EXPLORATION, clock.as_of_ms)
    assert enter(clock, back, clock.as_of_ms - 60 * MIN).entered_ms == clock.as_of_ms
