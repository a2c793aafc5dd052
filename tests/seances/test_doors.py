"""The ways in: opening, the code, the door, and bearer links."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import IntegrityError

from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Place
from sizain.seances import models
from sizain.seances.access import seat_for, seat_of
from sizain.seances.acts import Outcome
from sizain.seances.doors import (
    Purpose,
    claim,
    cut_screen,
    enter,
    find_claim,
    make_link,
    open_seance,
    room_for_code,
    screen_room,
)
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import CODE_LETTERS, Tokens, digest, read_code
from tests.seances.circle import AWA, HELENE, INES, KARIM, STAN, THOMAS, Circle, opening

pytestmark = pytest.mark.database


async def _why(asked: object) -> Why:
    with pytest.raises(Refusal) as refused:
        await asked  # type: ignore[misc]
    return refused.value.why


async def test_a_seance_opens_with_its_facilitator_seated_and_a_code(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, total_min=90, place=Place.REMOTE, video_link="https://v.example/x")
    words, state = circle.room.words, circle.room.state
    assert circle.seat(HELENE) == state.facilitator
    assert words.names == {state.facilitator: HELENE}
    assert words.video_link == "https://v.example/x"
    assert (state.total_min, state.place, state.seq) == (90, Place.REMOTE, 1)
    assert words.code is not None
    assert len(words.code) == 6
    assert set(words.code) <= set(CODE_LETTERS)
    assert len(words.token) == 22
    await circle.is_as_kept()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [({"name": " "}, Why.EMPTY), ({"name": "x" * 41}, Why.TOO_LONG), ({"total_min": 29}, Why.BAD_FORMAT)],
)
async def test_a_wrong_form_opens_nothing(rooms: Rooms, wrong: dict[str, Any], why: Why) -> None:
    def counted() -> int:
        return models.Seance.objects.count()

    before = await rooms.read(counted)
    assert await _why(open_seance(rooms, opening(**wrong), rooms.tokens.device())) is why
    assert await rooms.read(counted) == before


async def test_the_code_leads_to_the_room_however_it_is_typed(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    code = circle.room.words.code or ""
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]} ", f"{code[:3]}-{code[3:]}"):
        assert await room_for_code(rooms, typed) is circle.room
        assert read_code(typed) == code


@pytest.mark.parametrize("typed", ["", "AEIOU1", "BCDFG", "BCDFGHJ", "ééé ééé", "B" * 100, "\0" * 6])
async def test_a_wrong_code_leads_nowhere(rooms: Rooms, typed: str) -> None:
    assert await room_for_code(rooms, typed) is None


async def test_the_code_dies_at_the_closing_as_if_it_had_never_been(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    code = circle.room.words.code or ""
    await circle.reaches("closed")
    assert circle.room.words.code is None
    assert circle.room.words.closed_at == circle.room.state.closed_at is not None
    assert await room_for_code(rooms, code) is None
    assert await _why(enter(rooms, circle.room, STAN, rooms.tokens.device())) is Why.CLOSED
    assert await seat_for(rooms, circle.room.words.token, circle.devices[KARIM]) is not None


async def test_another_code_takes_the_place_of_the_last_one(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    first = circle.room.words.code or ""
    assert await circle.why(KARIM, "renew-code") is Why.NOT_YOURS
    await circle.does(HELENE, "renew-code", "k1")
    second = circle.room.words.code or ""
    assert await circle.does(HELENE, "renew-code", "k1") is Outcome.REPEATED
    assert circle.room.words.code == second != first
    assert await room_for_code(rooms, first) is None
    assert await room_for_code(rooms, second) is circle.room


async def test_who_is_expected_takes_the_place_kept_under_their_name(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    await circle.does(HELENE, "add-seat", name="Inès", expected="yes")
    (kept,) = (seat.id for seat in circle.room.state.seats[1:])
    await circle.comes("INES")
    assert circle.seat("INES") == kept
    assert circle.room.words.names[kept] == "INES"
    assert await _why(enter(rooms, circle.room, "Inès", rooms.tokens.device())) is Why.NAME_TAKEN
    await circle.is_as_kept()


async def test_a_code_that_is_taken_is_drawn_again(make_rooms: Callable[..., Rooms]) -> None:
    rooms = make_rooms()
    first = await Circle.opens(rooms)
    code = first.room.words.code or ""
    bytes_of_the_code = bytes(CODE_LETTERS.index(letter) for letter in code)
    drawn = []

    def draws(size: int) -> bytes:
        drawn.append(size)
        same = size == 6 and drawn.count(6) == 1
        return bytes_of_the_code if same else Tokens().random_bytes(size)

    second = await Circle.opens(make_rooms(tokens=Tokens(draws)))
    assert drawn.count(6) >= 2
    assert second.room.words.code != code


async def test_chance_that_never_changes_opens_no_second_seance(make_rooms: Callable[..., Rooms]) -> None:
    stuck = make_rooms(tokens=Tokens(lambda size: b"\x2a" * size))
    device = Tokens().device()
    with suppress(IntegrityError):  # this test may have run on this database before
        await open_seance(stuck, opening(), device)
    with pytest.raises(IntegrityError):
        await open_seance(stuck, opening(), device)


async def test_a_name_is_one_persons_whatever_its_case_and_accents(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, INES)
    for name in ("inès", "INES", " I nes ", "hélène", "HELENE"):
        assert await _why(enter(rooms, circle.room, name, rooms.tokens.device())) is Why.NAME_TAKEN
    await circle.does(INES, "leave")
    assert await _why(enter(rooms, circle.room, "Ines", rooms.tokens.device())) is Why.NAME_TAKEN
    await circle.does(HELENE, "remove", seat=circle.seat(INES))
    await circle.comes("Ines")


async def test_two_people_of_one_name_at_the_same_moment_are_not_both_let_in(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    asked = [enter(rooms, circle.room, name, rooms.tokens.device()) for name in ("Inès", "INES")]
    said = await asyncio.gather(*asked, return_exceptions=True)
    assert said == [None, Refusal(Why.NAME_TAKEN)]
    await circle.is_as_kept()


async def test_two_people_of_one_name_in_two_processes_are_not_both_let_in(
    make_rooms: Callable[..., Rooms],
) -> None:
    one = await Circle.opens(make_rooms())
    other = await one.in_another_process(make_rooms())
    await one.comes("Inès")
    assert await _why(enter(other.rooms, other.room, "INES", Tokens().device())) is Why.NAME_TAKEN
    await other.is_as_kept()


async def test_a_form_sent_twice_is_one_person(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    device = rooms.tokens.device()
    await asyncio.gather(*(enter(rooms, circle.room, KARIM, device) for _ in range(3)))
    assert [seat.id for seat in circle.room.state.seats[1:]] == [seat_of(circle.room, digest(device))]
    await enter(rooms, circle.room, "Another name", device)
    assert [*circle.room.words.names.values()] == [HELENE, KARIM]
    await circle.is_as_kept()


async def test_the_twenty_first_place_does_not_exist(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    for place in range(19):
        await circle.sends(HELENE, "add-seat", name=f"Pair {place}")
    with pytest.raises(Refusal) as refused:
        await circle.comes(STAN)
    assert refused.value == Refusal(Why.FULL, 20)
    await circle.is_as_kept()


async def test_a_lost_seat_goes_to_a_new_device_once(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    secret = await make_link(rooms, circle.room, Purpose.SEAT, circle.seat(KARIM))
    found = await find_claim(rooms, secret)
    assert found is not None
    assert (found.room, found.seat, found.purpose) == (circle.room, circle.seat(KARIM), Purpose.SEAT)
    lost, new = circle.devices[KARIM], rooms.tokens.device()
    await claim(rooms, found, new)
    token = circle.room.words.token
    assert await seat_for(rooms, token, lost) is None
    circle.devices[KARIM] = new
    assert await seat_for(rooms, token, new) is not None
    assert await find_claim(rooms, secret) is None
    await claim(rooms, found, new)  # the same form again: nothing more to do
    await circle.is_as_kept()


async def test_two_devices_that_follow_one_link_at_once_do_not_both_get_the_seat(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    await circle.does(HELENE, "add-seat", name=AWA)
    seat = circle.room.state.seats[1].id
    found = await find_claim(rooms, await make_link(rooms, circle.room, Purpose.SEAT, seat))
    assert found is not None
    devices = [rooms.tokens.device() for _ in range(3)]
    said = await asyncio.gather(*(claim(rooms, found, one) for one in devices), return_exceptions=True)
    assert said == [None, Refusal(Why.NO_SUCH_SEAT), Refusal(Why.NO_SUCH_SEAT)]
    assert [seat_of(circle.room, digest(one)) for one in devices] == [seat, None, None]
    await circle.is_as_kept()


async def test_who_already_has_a_seat_cannot_take_another_ones(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    for purpose, name in ((Purpose.SEAT, KARIM), (Purpose.RETURN, HELENE)):
        found = await find_claim(rooms, await make_link(rooms, circle.room, purpose, circle.seat(name)))
        assert found is not None
        assert await _why(claim(rooms, found, circle.devices[THOMAS])) is Why.NOT_YOURS
    await circle.is_as_kept()


async def test_the_facilitators_return_adds_a_device_until_it_is_renewed(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    first = await make_link(rooms, circle.room, Purpose.RETURN, circle.seat(HELENE))
    found = await find_claim(rooms, first)
    assert found is not None
    device = rooms.tokens.device()
    await asyncio.gather(*(claim(rooms, found, device) for _ in range(3)))
    token = circle.room.words.token
    for one in (device, circle.devices[HELENE]):
        assert await seat_for(rooms, token, one) is not None
    second = await make_link(rooms, circle.room, Purpose.RETURN, circle.seat(HELENE))
    assert await find_claim(rooms, first) is None
    assert await find_claim(rooms, second) is not None
    assert await _why(claim(rooms, found, rooms.tokens.device())) is Why.NO_SUCH_SEAT
    await circle.is_as_kept()


async def test_a_link_of_who_is_gone_or_of_a_closed_seance_offers_no_seat(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    of_thomas = await make_link(rooms, circle.room, Purpose.SEAT, circle.seat(THOMAS))
    await circle.does(HELENE, "remove", seat=circle.seat(THOMAS))
    assert await find_claim(rooms, of_thomas) is None
    of_karim = await make_link(rooms, circle.room, Purpose.SEAT, circle.seat(KARIM))
    back = await make_link(rooms, circle.room, Purpose.RETURN, circle.seat(HELENE))
    await circle.reaches("closed")
    assert await find_claim(rooms, of_karim) is None
    assert await find_claim(rooms, back) is not None


async def test_a_link_made_for_who_was_removed_meanwhile_offers_nothing(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    seat = circle.seat(KARIM)
    await circle.does(HELENE, "remove", seat=seat)
    assert await find_claim(rooms, await make_link(rooms, circle.room, Purpose.SEAT, seat)) is None


@pytest.mark.parametrize("secret", ["", "x" * 32, "é" * 32])
async def test_an_unknown_link_offers_nothing(rooms: Rooms, secret: str) -> None:
    assert await find_claim(rooms, secret) is None


async def test_the_rooms_screen_has_its_own_address_which_can_be_renewed_and_cut(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms)
    first = await make_link(rooms, circle.room, Purpose.SCREEN, "")
    assert len(first) == 22
    assert await screen_room(rooms, first) is circle.room
    assert await find_claim(rooms, first) is None
    second = await make_link(rooms, circle.room, Purpose.SCREEN, "")
    assert await screen_room(rooms, first) is None
    assert await screen_room(rooms, second) is circle.room
    assert circle.room.words.screens == {digest(second)}
    await circle.is_as_kept()
    await cut_screen(rooms, circle.room)
    assert await screen_room(rooms, second) is None
    for secret in ("", "x" * 22, "é" * 22, second + "x"):
        assert await screen_room(rooms, secret) is None
    await circle.is_as_kept()
