"""What the mirror says of people: who was there and when, and the floor in coarse words (METHOD §9)."""

from dataclasses import fields

import pytest

from sizain.method import commands as c
from sizain.method.attendance import Presence
from sizain.method.mirror import Attended, Given, Said, Share, Speech, Stay, mirror
from sizain.method.seance import Role, Stage
from tests.method.held import AWA, HELENE, INES, KARIM, MIN, NOON, OMAR, STAN, THOMAS, Held, held_at
from tests.method.test_mirror import lives


def line(held: Held, seat: str) -> Attended:
    return next(one for one in mirror(held.journal).attended if one.seat == seat)


def floors(held: Held, **minutes: float) -> Held:
    for name, length in minutes.items():
        held.do(c.GiveFloor(HELENE, f"@{name}"))
        held.passes(length)
    held.do(c.FreeFloor(HELENE))
    return held


def said(held: Held) -> dict[str, Said | None]:
    return {one.seat: one.said for one in mirror(held.journal).speech.shares}


def test_who_sat_down_before_the_opening_is_in_from_there_and_out_at_the_end() -> None:
    held = held_at(Stage.LOBBY)
    held.passes(10)
    lives(held, opening=40)
    assert line(held, THOMAS) == Attended(
        THOMAS, Role.PEER, (Stay(NOON, NOON + 50 * MIN),), None, late=False, early=False
    )
    assert line(held, HELENE).stays == (Stay(NOON + 10 * MIN, NOON + 50 * MIN),)
    assert line(held, HELENE).role is Role.FACILITATOR


def test_who_came_late_went_out_and_came_back_has_each_stay() -> None:
    held = held_at(Stage.OPENING)
    held.passes(4)
    held.sits(OMAR)
    held.passes(20)
    held.do(c.Leave(OMAR))
    held.passes(7)
    held.do(c.ComeBack(OMAR))
    held.passes(2)
    held.do(c.Admit(HELENE, OMAR))
    lives(held, opening=30)
    found = line(held, OMAR)
    assert [(stay.came_at - NOON, stay.left_at - NOON) for stay in found.stays] == [
        (4 * MIN, 24 * MIN),
        (33 * MIN, 63 * MIN),
    ]
    assert (found.late, found.early) == (True, False)


def test_who_left_for_good_is_said_to_have_left_early() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.passes(5)
    held.do(c.Leave(AWA))
    lives(held, clarification=10)
    assert (line(held, AWA).late, line(held, AWA).early) == (False, True)


def test_who_was_expected_and_did_not_come_is_absent_or_excused() -> None:
    held = held_at(Stage.LOBBY)
    held.do(c.AddSeat(HELENE, OMAR, expected=True))
    held.do(c.AddSeat(HELENE, STAN, expected=True))
    held.do(c.Excuse(HELENE, STAN, True))
    lives(held)
    assert (line(held, OMAR).stays, line(held, OMAR).absence) == ((), Presence.ABSENT)
    assert line(held, STAN).absence is Presence.EXCUSED


def test_who_waited_in_vain_or_was_removed_is_on_no_list() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.enters(OMAR)
    held.do(c.Remove(HELENE, AWA))
    lives(held)
    assert [one.seat for one in mirror(held.journal).attended] == [HELENE, KARIM, THOMAS, INES]


def test_an_interruption_is_no_time_of_anybodys() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.passes(5)
    held.do(c.Interrupt(HELENE))
    held.passes(60)
    held.do(c.TakeUp(HELENE))
    lives(held, clarification=5)
    assert [stay.left_at - stay.came_at for stay in line(held, INES).stays] == [5 * MIN, 5 * MIN]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ({"thomas": 3, "awa": 3, "ines": 3}, (Said.EVENLY, Said.EVENLY, Said.EVENLY)),
        ({"thomas": 9, "awa": 2, "ines": 4}, (Said.LONG, Said.BRIEFLY, Said.EVENLY)),
        ({"thomas": 4, "ines": 4}, (Said.EVENLY, Said.NEVER, Said.EVENLY)),
        ({"ines": 6}, (Said.NEVER, Said.NEVER, Said.LONG)),
        ({"karim": 30}, (Said.NEVER, Said.NEVER, Said.NEVER)),
    ],
)
def test_a_share_of_the_floor_is_one_of_four_words(minutes: dict[str, float], expected: tuple[Said, ...]) -> None:
    held = lives(floors(held_at(Stage.CLARIFICATION), **minutes))
    assert said(held) == {KARIM: None, **dict(zip((THOMAS, AWA, INES), expected, strict=True))}


def test_the_clients_floor_is_never_compared_and_weighs_on_nobody() -> None:
    held = floors(held_at(Stage.CLARIFICATION), karim=60, thomas=2, awa=2, ines=2)
    assert set(said(lives(held)).values()) == {None, Said.EVENLY}


def test_the_floor_is_measured_until_it_is_freed_or_the_stage_is_left_and_never_in_a_pause() -> None:
    held = floors(held_at(Stage.CLARIFICATION), thomas=2)
    held.passes(20)
    held.do(c.GiveFloor(HELENE, AWA))
    held.passes(1)
    held.do(c.Pause(HELENE))
    held.passes(20)
    held.do(c.Resume(HELENE))
    held.passes(1)
    held.goes_to(Stage.CONTRACT)
    held.passes(20)
    held.do(c.GiveFloor(HELENE, INES))
    held.passes(2)
    held.do(c.Leave(INES))
    held.passes(20)
    held.do(c.ComeBack(INES))
    held.do(c.Admit(HELENE, INES))
    assert said(lives(held)) == {KARIM: None, THOMAS: Said.EVENLY, AWA: Said.EVENLY, INES: Said.EVENLY}


def test_who_came_late_is_compared_from_then_on() -> None:
    held = floors(held_at(Stage.CLARIFICATION), thomas=10, awa=10, ines=10)
    held.sits(OMAR)
    assert said(lives(floors(held, omar=2, thomas=2, awa=2, ines=2)))[OMAR] is Said.EVENLY


def test_it_is_said_how_much_of_the_session_the_floor_can_tell_of() -> None:
    quiet = lives(held_at(Stage.CLARIFICATION), clarification=30)
    assert mirror(quiet.journal).speech == Speech(Given.NEVER, ())
    seldom = floors(held_at(Stage.CLARIFICATION), thomas=5)
    assert mirror(lives(seldom, clarification=10).journal).speech.given is Given.PARTLY
    mostly = floors(held_at(Stage.CLARIFICATION), thomas=5)
    assert mirror(lives(mostly, clarification=5).journal).speech.given is Given.MOSTLY


def test_nothing_of_a_share_can_be_counted_or_put_in_an_order() -> None:
    assert [one.name for one in fields(Share)] == ["seat", "said"]
    assert [one.name for one in fields(Speech)] == ["given", "shares"]
    held = lives(floors(held_at(Stage.CLARIFICATION), ines=9, awa=5, thomas=1))
    assert [one.seat for one in mirror(held.journal).speech.shares] == [KARIM, THOMAS, AWA, INES]


def test_a_few_seconds_of_the_floor_say_nothing_of_anybody() -> None:
    for minutes in (1.5 / 60, 4.9):
        held = lives(floors(held_at(Stage.CLARIFICATION), thomas=minutes))
        assert mirror(held.journal).speech == Speech(Given.LITTLE, ())


def test_nobody_held_the_floor_for_long_in_less_than_three_minutes() -> None:
    held = lives(floors(held_at(Stage.CLARIFICATION), thomas=2.9, awa=0.5, karim=3))
    assert said(held)[THOMAS] is Said.EVENLY
    assert said(lives(floors(held_at(Stage.CLARIFICATION), thomas=3, awa=0.5, karim=3)))[THOMAS] is Said.LONG
