import pytest

from sizain.method.clock import Pace, announcements, reading, silence, start
from sizain.method.formats import Block, Plan
from tests.method.clock.sessions import MIN, NOON, S, go, in_block, step_end


def test_a_running_step_says_when_it_ends_and_when_the_session_ends() -> None:
    clock = in_block(Block.CLARIFICATION)
    now = reading(clock, clock.as_of_ms + 11 * MIN)
    assert (now.block, now.pace) == (Block.CLARIFICATION, Pace.RUNNING)
    assert (now.allotted_ms, now.remaining_ms, now.over_ms) == (22 * MIN, 11 * MIN, 0)
    assert now.ends_at_ms == step_end(clock)
    assert now.end_at_ms == NOON + 105 * MIN
    assert now.elapsed_pct == 50
    assert (now.ahead_s, now.behind_s) == (0, 0)
    assert not now.silent


def test_over_time_counts_up_from_the_end_of_the_step() -> None:
    clock = in_block(Block.CLARIFICATION)
    now = reading(clock, step_end(clock) + 130 * S)
    assert (now.remaining_ms, now.over_ms, now.elapsed_pct) == (0, 130 * S, 100)
    assert now.ends_at_ms == step_end(clock)
    assert now.over_minutes_shown == 2
    assert now.behind_s == 130


def test_time_gained_is_what_over_time_has_not_used() -> None:
    clock = in_block(Block.CLARIFICATION)
    clock = go(clock, Block.CONTRACT, step_end(clock) - 3 * MIN)
    assert reading(clock, clock.as_of_ms).ahead_s == 180
    assert reading(clock, step_end(clock) + MIN).ahead_s == 120
    assert reading(clock, step_end(clock) + 4 * MIN).behind_s == 60


@pytest.mark.parametrize(
    ("left_ms", "minutes"),
    [(11 * MIN, 11), (10 * MIN + S, 11), (10 * MIN, 10), (MIN, 1), (59 * S, 1), (1, 1), (0, 0)],
)
def test_minutes_are_rounded_up_so_that_0_is_never_said_while_there_is_time(left_ms: int, minutes: int) -> None:
    clock = in_block(Block.CLARIFICATION)
    assert reading(clock, step_end(clock) - left_ms).minutes_shown == minutes


def test_silence_is_said_and_the_time_goes_on() -> None:
    clock = silence(in_block(Block.CLARIFICATION), True)
    now = reading(clock, step_end(clock) - MIN)
    assert now.silent
    assert now.remaining_ms == MIN


def test_a_block_without_minutes_is_at_its_end_at_once() -> None:
    now = reading(start(Plan.from_json({}), NOON), NOON)
    assert (now.elapsed_pct, now.minutes_shown) == (100, 0)


def test_a_reading_before_the_last_act_is_the_last_acts() -> None:
    clock = in_block(Block.CONTRACT)
    assert reading(clock, clock.as_of_ms - 60 * MIN) == reading(clock, clock.as_of_ms)


@pytest.mark.parametrize(
    ("allotted", "heard"),
    [
        (10 * MIN, (5 * MIN, MIN, 0)),
        (10 * MIN - 1, (MIN, 0)),
        (2 * MIN, (MIN, 0)),
        (2 * MIN - 1, (0,)),
    ],
)
def test_a_screen_reader_hears_what_the_step_is_twice_as_long_as(allotted: int, heard: tuple[int, ...]) -> None:
    assert announcements(allotted) == heard
