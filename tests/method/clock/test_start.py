from sizain.method.clock import floors_ahead, next_block, silence, start
from sizain.method.formats import Block, Plan, plan_for
from tests.method.clock.sessions import MIN, NOON, in_block


def test_a_session_starts_with_its_opening_and_ends_when_announced() -> None:
    clock = start(plan_for(105), NOON)
    assert (clock.block, clock.started_ms, clock.entered_ms) == (Block.OPENING, NOON, NOON)
    assert clock.budget.remaining_ms == 5 * MIN
    assert clock.end_ms == NOON + 105 * MIN
    assert clock.ticking


def test_a_session_starts_in_the_first_block_that_has_minutes() -> None:
    second = Plan.from_json({"choice": 600, "meta": 300})
    assert start(second, NOON).block is Block.CHOICE
    assert start(Plan.from_json({}), NOON).block is Block.OPENING


def test_the_next_block_is_the_next_that_has_minutes() -> None:
    assert next_block(start(plan_for(105), NOON)) is Block.CHOICE
    assert next_block(start(plan_for(105, retour=True), NOON)) is Block.RETOUR
    assert next_block(in_block(Block.CONTRACT)) is Block.EXPLORATION
    assert next_block(in_block(Block.META)) is None


def test_silence_hides_the_figures_and_moves_nothing() -> None:
    clock = in_block(Block.EXPLORATION)
    quiet = silence(clock, True)
    assert quiet.silent
    assert silence(quiet, False) == clock


def test_the_floors_that_could_be_eaten_into_are_those_of_later_steps() -> None:
    assert floors_ahead(in_block(Block.CHOICE)) == (Block.CONTRACT, Block.SYNTHESIS, Block.META)
    assert floors_ahead(in_block(Block.EXPLORATION)) == (Block.SYNTHESIS, Block.META)
    assert floors_ahead(in_block(Block.META)) == ()
