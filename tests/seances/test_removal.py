"""A session that its facilitation removes (METHOD §10): what is left of it, and who may."""

from collections.abc import Callable

import pytest

from sizain.journal.models import Entry
from sizain.method.ending import DAY_MS
from sizain.method.refusals import Refusal, Why
from sizain.seances import drafts, erasure
from sizain.seances.access import Entrance, seat_for
from sizain.seances.doors import Purpose, find_claim, make_link
from sizain.seances.removal import remove
from sizain.seances.retention import KEPT, purge
from sizain.seances.room import Listener
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable
from tests.seances.circle import HELENE, KARIM, THOMAS, Circle

pytestmark = pytest.mark.database
NOON = 1_790_000_000_000


@pytest.fixture
def now() -> list[int]:
    return [NOON]


@pytest.fixture
async def rooms(make_rooms: Callable[..., Rooms], now: list[int]) -> Rooms:
    return make_rooms(now=lambda: now[0])


async def ended(rooms: Rooms) -> Circle:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    await circle.does(KARIM, "deposit-topic", text="Dire non, dit le colibri")
    await drafts.save(rooms, await entrance(circle, THOMAS), "notes", "Pour moi, colibri", 0)
    await circle.reaches("closed")
    return circle


async def entrance(circle: Circle, who: str = HELENE) -> Entrance:
    found = await seat_for(circle.rooms, circle.room.words.token, circle.devices[who])
    assert found is not None
    return found


async def why(circle: Circle, who: str = HELENE) -> Why:
    here = await entrance(circle, who)
    with pytest.raises(Refusal) as refused:
        await remove(circle.rooms, here)
    await circle.is_as_kept()
    return refused.value.why


async def test_it_waits_seven_days_for_the_client_then_all_is_erased_at_once(rooms: Rooms, now: list[int]) -> None:
    circle = await ended(rooms)
    token = circle.room.words.token
    secret = await make_link(rooms, circle.room, Purpose.RETURN, circle.seat(HELENE))
    now[0] = NOON + 7 * DAY_MS - 1
    assert await why(circle) is Why.NOT_NOW
    now[0] += 1
    listener = Listener()
    circle.room.listeners.add(listener)
    await remove(rooms, await entrance(circle))
    assert listener.rung
    assert await rooms.by_token(token) is None
    assert await find_claim(rooms, secret) is None
    left = await rooms.read(
        lambda: [model for model in KEPT if model._base_manager.filter(seance=circle.room.id).exists()]
    )
    assert left == []
    assert await rooms.read(lambda: erasure.faults([circle.room.id])) == []
    assert await rooms.read(lambda: Entry.objects.filter(seance=circle.room.id).exists())


async def test_nobody_else_removes_it_and_nobody_removes_it_while_it_is_held(rooms: Rooms, now: list[int]) -> None:
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    await circle.reaches("synthesis")
    now[0] += 30 * DAY_MS
    assert await why(circle) is Why.NOT_NOW
    await circle.reaches("closed")
    now[0] += 30 * DAY_MS
    for who in (KARIM, THOMAS):
        assert await why(circle, who) is Why.NOT_YOURS


async def test_it_does_not_wait_for_a_client_who_erased_their_consultation(rooms: Rooms) -> None:
    circle = await ended(rooms)
    assert await why(circle) is Why.NOT_NOW
    await circle.does(KARIM, "erase-consultation")
    await remove(rooms, await entrance(circle))
    assert await rooms.by_token(circle.room.words.token) is None


async def test_two_presses_remove_it_once(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    await circle.does(HELENE, "interrupt")
    here = await entrance(circle)
    await remove(rooms, here)
    await remove(rooms, here)


async def test_a_note_that_came_in_at_that_moment_goes_with_the_next_purge(rooms: Rooms) -> None:
    circle = await ended(rooms)
    await circle.does(KARIM, "erase-consultation")
    writes, other = await entrance(circle, THOMAS), await Circle.opens(rooms, KARIM)
    await remove(rooms, await entrance(circle))
    await drafts.save(rooms, writes, "notes", "Encore un mot, colibri", 0)
    assert await rooms.read(lambda: erasure.faults([circle.room.id])) != []
    await purge(rooms)
    assert await rooms.read(lambda: erasure.faults([circle.room.id])) == []
    assert await rooms.by_token(other.room.words.token) is other.room


async def test_what_another_process_took_up_meanwhile_is_not_removed(
    rooms: Rooms, make_rooms: Callable[..., Rooms], now: list[int]
) -> None:
    circle = await Circle.opens(rooms, KARIM)
    await circle.does(HELENE, "interrupt")
    here = await entrance(circle)
    there = await circle.in_another_process(make_rooms(now=lambda: now[0]))
    await there.does(HELENE, "take-up")
    with pytest.raises(Unavailable):
        await remove(rooms, here)
    assert await why(circle) is Why.NOT_NOW
