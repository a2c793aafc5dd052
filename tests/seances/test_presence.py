"""Who is connected: known in memory, a reload is not a departure."""

import asyncio

import pytest

from sizain.seances import room as rooms_module
from sizain.seances.room import Listener
from sizain.seances.rooms import Rooms
from tests.seances.circle import KARIM, Circle

pytestmark = pytest.mark.database


async def test_the_first_stream_of_a_seat_is_an_arrival_and_the_last_one_a_departure(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms_module, "GRACE_S", 0.02)
    circle = await Circle.opens(rooms, KARIM)
    room, seat, listener = circle.room, circle.seat(KARIM), Listener()
    room.listeners.add(listener)
    assert not room.connected(seat)
    room.arrive(seat)
    assert room.connected(seat)
    assert (room.presence, listener.rung) == (1, True)
    room.arrive(seat)  # a second tab
    room.depart(seat)
    await asyncio.sleep(0.05)
    assert (room.connected(seat), room.presence) == (True, 1)
    room.depart(seat)
    assert room.connected(seat)
    await asyncio.sleep(0.05)
    assert (room.connected(seat), room.presence) == (False, 2)
    room.listeners.discard(listener)


async def test_a_page_without_scripts_is_a_visit(rooms: Rooms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms_module, "VISIT_S", 0.05)
    monkeypatch.setattr(rooms_module, "GRACE_S", 0.05)
    circle = await Circle.opens(rooms, KARIM)
    room, seat = circle.room, circle.seat(KARIM)
    room.visit(seat)
    room.visit(seat)
    assert (room.connected(seat), room.presence) == (True, 1)
    room.arrive(seat)
    room.visit(seat)
    await asyncio.sleep(0.1)
    assert (room.connected(seat), room.presence) == (True, 1)
    room.depart(seat)
    await asyncio.sleep(0.1)
    assert (room.connected(seat), room.presence) == (False, 2)


async def test_a_reload_is_seen_by_nobody(rooms: Rooms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms_module, "GRACE_S", 0.05)
    circle = await Circle.opens(rooms, KARIM)
    room, seat = circle.room, circle.seat(KARIM)
    room.arrive(seat)
    room.depart(seat)
    room.arrive(seat)
    await asyncio.sleep(0.1)
    assert (room.connected(seat), room.presence) == (True, 1)
    room.depart(seat)
    await asyncio.sleep(0.1)
