"""THE DOOR: a device cookie opens a seat, and nothing else does."""

import pytest

from sizain.seances.access import seat_for
from sizain.seances.rooms import Rooms
from tests.seances.circle import HELENE, KARIM, Circle

pytestmark = pytest.mark.database


async def test_a_device_opens_its_seat(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    token = circle.room.words.token
    for name in (HELENE, KARIM):
        entrance = await seat_for(rooms, token, circle.devices[name])
        assert entrance is not None
        assert (entrance.room, entrance.seat) == (circle.room, circle.seat(name))


async def test_strangers_get_what_does_not_exist(rooms: Rooms) -> None:
    circle, other = await Circle.opens(rooms, KARIM), await Circle.opens(rooms, KARIM)
    token = circle.room.words.token
    for device in (None, "", rooms.tokens.device(), other.devices[KARIM], "é\ud800"[:1]):
        assert await seat_for(rooms, token, device) is None
    for address in ("", token[:21], token + "x", "x" * 22, "é" * 22, token.swapcase(), "../" * 8):
        assert await seat_for(rooms, address, circle.devices[KARIM]) is None


async def test_who_was_refused_or_removed_is_a_stranger(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    await circle.comes("Stan")
    token, seats = circle.room.words.token, {name: circle.seat(name) for name in (KARIM, "Stan")}
    await circle.does(HELENE, "remove", seat=seats[KARIM])
    await circle.does(HELENE, "refuse", seat=seats["Stan"])
    for name in seats:
        assert await seat_for(rooms, token, circle.devices[name]) is None


async def test_who_left_still_has_their_place(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    await circle.does(KARIM, "leave")
    assert await seat_for(rooms, circle.room.words.token, circle.devices[KARIM]) is not None
