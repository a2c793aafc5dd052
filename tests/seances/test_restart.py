"""A server that is started again knows all that was acknowledged."""

import asyncio
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection

from sizain.seances import models
from sizain.seances.access import seat_for
from sizain.seances.acts import Outcome
from sizain.seances.doors import Purpose, make_link, screen_room
from sizain.seances.rooms import IDLE_MS, Rooms
from sizain.seances.writer import Unavailable
from tests.seances.circle import AWA, HELENE, KARIM, THOMAS, Circle

pytestmark = pytest.mark.database


async def test_state_names_texts_devices_and_keys_are_there_after_a_restart(
    make_rooms: Callable[..., Rooms],
) -> None:
    rooms = make_rooms()
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    await circle.does(HELENE, "open")
    await circle.does(KARIM, "deposit-topic", "k1", text="Dire non")
    await circle.does(HELENE, "add-seat", name=AWA)
    screen = await make_link(rooms, circle.room, Purpose.SCREEN, "")
    rooms.stop()

    again = await circle.in_another_process(make_rooms())
    assert again.room is not circle.room
    assert again.room.state == circle.room.state
    assert again.room.words == circle.room.words
    assert again.rooms.epoch != rooms.epoch
    assert await screen_room(again.rooms, screen) is again.room
    assert again.seat(KARIM) == circle.seat(KARIM)
    assert await again.does(KARIM, "deposit-topic", "k1", text="Dire non") is Outcome.REPEATED
    assert await again.does(HELENE, "advance", from_stage="opening") is Outcome.DONE


async def test_a_room_that_nobody_uses_leaves_memory_and_comes_back_the_same(
    make_rooms: Callable[..., Rooms],
) -> None:
    now = [1_790_000_000_000]
    rooms = make_rooms(now=lambda: now[0])
    used, idle = await Circle.opens(rooms, KARIM), await Circle.opens(rooms, KARIM)
    now[0] += IDLE_MS
    assert await rooms.by_token(used.room.words.token) is used.room
    now[0] += 1
    await Circle.opens(rooms)  # loading one makes room for it
    assert await rooms.by_token(used.room.words.token) is used.room
    back = await rooms.by_token(idle.room.words.token)
    assert back is not None
    assert back is not idle.room
    assert back.state == idle.room.state


async def test_a_room_is_loaded_once_for_all_who_ask_at_once(make_rooms: Callable[..., Rooms]) -> None:
    circle = await Circle.opens(make_rooms(), KARIM)
    other = make_rooms()
    token, device = circle.room.words.token, circle.devices[KARIM]
    entrances = await asyncio.gather(*(seat_for(other, token, device) for _ in range(20)))
    assert len({id(one.room) for one in entrances if one}) == 1
    assert None not in entrances


async def test_an_unknown_address_is_nothing(rooms: Rooms) -> None:
    assert await rooms.by_token("x" * 22) is None
    assert await rooms.by_id(uuid4()) is None


async def test_a_seance_without_a_journal_is_nothing(rooms: Rooms) -> None:
    token = rooms.tokens.address()
    await rooms.write(lambda: models.Seance.objects.create(token=token, created_at=0))
    assert await rooms.by_token(token) is None


async def test_a_database_that_cannot_be_read_is_unavailable_and_is_asked_again(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)

    def wrong() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")

    for _ in range(6):  # each of the reading threads, and some twice
        with pytest.raises(Unavailable):
            await rooms.read(wrong)
    await circle.is_as_kept()


async def test_what_people_see_is_worked_out_once_for_each_state(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    seen = circle.room.sight(circle.seat(KARIM))
    assert seen is not None
    assert circle.room.sight(circle.seat(KARIM)) is seen
    await circle.does(HELENE, "open")
    assert circle.room.sight(circle.seat(KARIM)) != seen
    assert circle.room.sight("a-stranger") is None
