import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizain.method.formats import (
    BLOCKS,
    COLUMNS,
    PROPOSED,
    Block,
    FormatError,
    FormatFault,
    Notes,
    Plan,
    notes_on,
    plan_for,
    plan_of,
    plans_for_two,
    proposed_for_remote,
)

totals = st.integers(30, 240)

TABLE = """
opening        10  5   5   5   3   2   1
retour         15  8   5   5   0   0   0
choice         15  12  10  10  5   3   2
presentation   10  10  8   7   5   4   3
clarification  35  25  22  18  12  10  7
contract       10  8   8   7   5   4   3
exploration    45  30  25  20  15  12  8
synthesis      20  12  12  10  8   6   4
meta           20  10  10  8   7   4   2
"""


def column(index: int) -> dict[Block, int]:
    rows = [line.split() for line in TABLE.split("\n") if line]
    return {Block(row[0]): int(row[1 + index]) for row in rows}


@pytest.mark.parametrize(("index", "total"), list(enumerate([180, 120, 105, 90, 60, 45, 30])))
def test_a_format_of_the_table_is_the_table_to_the_minute(index: int, total: int) -> None:
    assert plan_for(total, retour=True).as_minutes() == {**column(index), Block.PAUSE: 0}


def test_the_blocks_come_in_the_order_in_which_a_session_lives_them() -> None:
    assert " ".join(BLOCKS) == (
        "opening retour choice presentation clarification contract pause exploration synthesis meta"
    )


@given(totals, st.booleans(), st.booleans())
def test_the_total_announced_is_the_total_held(total: int, remote: bool, retour: bool) -> None:
    assert plan_for(total, remote=remote, retour=retour).total_s == total * 60


@given(totals, st.booleans(), st.booleans())
def test_each_of_the_six_steps_has_whole_minutes_and_one_at_least(total: int, remote: bool, retour: bool) -> None:
    plan = plan_for(total, remote=remote, retour=retour)
    assert all(target % 60 == 0 for target in plan.targets_s)
    may_be_empty = {Block.RETOUR, Block.PAUSE}
    assert all(plan.target_s(block) >= 60 for block in BLOCKS if block not in may_be_empty)


@given(totals)
def test_any_total_is_the_nearest_column_scaled_to_less_than_a_minute(total: int) -> None:
    distances = {
        name: max(
            abs(plan_for(total, retour=True).target_s(block) - 60 * minutes * total / name)
            for block, minutes in blocks.items()
        )
        for name, blocks in COLUMNS.items()
    }
    nearest = min(abs(name - total) for name in COLUMNS)
    assert any(distances[name] < 60 for name in COLUMNS if abs(name - total) == nearest)


@pytest.mark.parametrize(("total", "column"), [(75, 90), (150, 120)])
def test_between_two_columns_the_one_nearer_to_the_default_is_scaled(total: int, column: int) -> None:
    opening, presentation = COLUMNS[column][Block.OPENING], COLUMNS[column][Block.PRESENTATION]
    minutes = plan_for(total, retour=True).as_minutes()
    assert abs(minutes[Block.OPENING] - opening * total / column) < 1
    assert abs(minutes[Block.PRESENTATION] - presentation * total / column) < 1
    assert bool(minutes[Block.RETOUR])  # the 60 column has none


@given(totals)
def test_without_a_previous_session_the_retour_goes_to_exploration(total: int) -> None:
    with_it, without = plan_for(total, retour=True), plan_for(total)
    assert without.target_s(Block.RETOUR) == 0
    assert without.target_s(Block.EXPLORATION) == (with_it.target_s(Block.EXPLORATION) + with_it.target_s(Block.RETOUR))


@given(totals, st.booleans())
def test_a_remote_session_takes_its_pause_from_exploration(total: int, retour: bool) -> None:
    on_site = plan_for(total, retour=retour)
    remote = plan_for(total, remote=True, retour=retour)
    pause = remote.target_s(Block.PAUSE)
    assert pause in {0, 300}
    assert remote.target_s(Block.EXPLORATION) == on_site.target_s(Block.EXPLORATION) - pause
    assert remote.target_s(Block.EXPLORATION) >= pause


def test_a_format_too_short_to_give_five_minutes_has_no_pause() -> None:
    assert plan_for(35, remote=True) == plan_for(35)
    assert plan_for(36, remote=True).target_s(Block.PAUSE) == 300


@pytest.mark.parametrize("total", [-1, 0, 29, 241])
def test_a_total_outside_half_an_hour_to_four_hours_is_refused(total: int) -> None:
    with pytest.raises(FormatError) as refusal:
        plan_for(total)
    assert refusal.value.code == FormatFault.TOTAL


def test_ones_own_minutes_are_kept_to_the_minute() -> None:
    mine = {**COLUMNS[90], Block.EXPLORATION: 21, Block.PAUSE: 3}
    plan = plan_of(mine)
    assert plan.as_minutes() == mine
    assert plan.total_s == 94 * 60


def test_own_minutes_need_no_opening_retour_choice_or_pause() -> None:
    steps = (
        Block.PRESENTATION,
        Block.CLARIFICATION,
        Block.CONTRACT,
        Block.EXPLORATION,
        Block.SYNTHESIS,
        Block.META,
    )
    assert plan_of(dict.fromkeys(steps, 5)).total_s == 1800


@pytest.mark.parametrize(
    ("changed", "code", "block"),
    [
        ({Block.META: 0}, FormatFault.MINUTES, Block.META),
        ({Block.OPENING: -1}, FormatFault.MINUTES, Block.OPENING),
        ({Block.EXPLORATION: 1}, FormatFault.TOTAL, None),
        ({Block.EXPLORATION: 219}, FormatFault.TOTAL, None),
    ],
)
def test_own_minutes_that_cannot_be_held_are_refused_and_say_where(
    changed: dict[Block, int], code: FormatFault, block: Block | None
) -> None:
    with pytest.raises(FormatError) as refusal:
        plan_of({**COLUMNS[30], **changed})
    assert (refusal.value.code, refusal.value.block) == (code, block)
    assert str(refusal.value).startswith(code)


def test_floors_are_the_lesser_of_sixty_percent_and_five_eight_five_minutes() -> None:
    floored = (Block.CONTRACT, Block.SYNTHESIS, Block.META)
    assert {total: [plan_for(total).floor_s(step) for step in floored] for total in COLUMNS} == {
        180: [300, 480, 300],
        120: [288, 432, 300],
        105: [288, 432, 300],
        90: [252, 360, 288],
        60: [180, 288, 252],
        45: [144, 216, 144],
        30: [108, 144, 72],
    }
    assert plan_for(105).floor_s(Block.EXPLORATION) == 0


def test_a_step_always_keeps_a_minute_or_most_of_a_shorter_target() -> None:
    plan = Plan.from_json({"exploration": 600, "meta": 50})
    assert plan.least_s(Block.EXPLORATION) == 60
    assert plan.least_s(Block.META) == 30
    assert plan.least_s(Block.OPENING) == 0


def test_two_consultations_are_twice_the_90_column_and_one_opening() -> None:
    first, second = plans_for_two(retour=True)
    assert first == plan_for(90, retour=True)
    assert second.target_s(Block.OPENING) == 0
    assert first.total_s + second.total_s == (2 * 90 - 5) * 60


@pytest.mark.parametrize(
    ("total", "proposed"),
    [(30, 45), (45, 60), (60, 90), (90, 105), (105, 120), (120, 120), (180, 180), (100, 100)],
)
def test_a_remote_session_is_proposed_one_column_up_and_never_above_120(total: int, proposed: int) -> None:
    assert proposed_for_remote(total) == proposed


@pytest.mark.parametrize(
    ("total", "notes"),
    [
        (5, Notes(inspired=True, duration=False)),
        (59, Notes(inspired=True, duration=False)),
        (60, Notes(inspired=False, duration=True)),
        (89, Notes(inspired=False, duration=True)),
        (90, Notes(inspired=False, duration=False)),
        (120, Notes(inspired=False, duration=False)),
        (121, Notes(inspired=False, duration=True)),
    ],
)
def test_a_format_carries_its_notes_whoever_chose_it(total: int, notes: Notes) -> None:
    assert notes_on(total) == notes


def test_the_formats_that_come_first_carry_no_note() -> None:
    assert {notes_on(total) for total in PROPOSED} == {Notes(inspired=False, duration=False)}


@given(totals, st.booleans(), st.booleans())
def test_a_plan_survives_json(total: int, remote: bool, retour: bool) -> None:
    plan = plan_for(total, remote=remote, retour=retour)
    assert Plan.from_json(json.loads(json.dumps(plan.to_json()))) == plan


def test_a_started_minute_is_announced_whole() -> None:
    assert Plan.from_json({"exploration": 61}).as_minutes()[Block.EXPLORATION] == 2


def test_a_plan_with_an_unknown_block_or_less_than_nothing_is_refused() -> None:
    with pytest.raises(FormatError) as unknown:
        Plan.from_json({"coffee": 300})
    assert (unknown.value.code, unknown.value.block) == (FormatFault.BLOCK, "coffee")
    with pytest.raises(FormatError):
        Plan.from_json({"meta": -1})
