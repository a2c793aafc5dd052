"""Two servers on one PostgreSQL: one order, one state, and each hears what the other did.

On SQLite two processes are refused; the same writers still meet on one file there, without the bell
between them, and the journal's unique key keeps the order.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from sizain.journal.models import Entry
from sizain.method.refusals import Refusal
from sizain.method.seance import Stage
from sizain.seances import bell, retention
from sizain.seances.access import seat_for
from sizain.seances.bell import Bell
from sizain.seances.doors import Purpose, claim, cut_screen, find_claim, make_link, screen_room
from sizain.seances.room import Listener
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable
from tests.seances.circle import AWA, HELENE, KARIM, THOMAS, Circle, until

pytestmark = pytest.mark.database
POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
needs_the_bell = pytest.mark.skipif(not POSTGRESQL, reason="one process only on SQLite")


@pytest.fixture
async def two(make_rooms: Callable[..., Rooms]) -> AsyncIterator[tuple[Circle, Circle]]:
    """The same circle in two processes, each with its bell."""
    async with AsyncExitStack() as stack:
        one = await Circle.opens(make_rooms(), KARIM, THOMAS)
        other = await one.in_another_process(make_rooms())
        for circle in (one, other):
            await stack.enter_async_context(Bell(circle.rooms))
        if POSTGRESQL:
            await _listening(2)
        yield one, other


async def _listening(bells: int) -> None:
    """Waits until PostgreSQL knows so many listeners in this database."""
    ask = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%%' AND datname = %s"
    with _administrator() as administrator:
        await until(lambda: len(administrator.execute(ask, [connection.settings_dict["NAME"]]).fetchall()) >= bells)


def _administrator() -> "psycopg.Connection[tuple[object, ...]]":
    settings = connection.settings_dict
    return psycopg.connect(
        host=settings["HOST"], port=settings["PORT"], user=settings["USER"], dbname="postgres", autocommit=True
    )


def test_this_pass_is_on_the_database_that_it_names(database: None) -> None:
    assert connection.vendor == ("postgresql" if POSTGRESQL else "sqlite")


async def test_both_write_at_once_and_end_with_one_state(two: tuple[Circle, Circle]) -> None:
    one, other = two
    await one.sends(HELENE, "open")
    await _same(one, other)
    first = one.room.state.seq

    async def acts(circle: Circle, name: str) -> int:
        """Twelve acts, each sent again with its key until it is acknowledged."""
        for place in range(12):
            key = f"{name}-{place}"
            what = ("raise-hand", "lower-hand")[place % 2]
            while True:
                try:
                    await circle.sends(name, what, key)
                    break
                except Unavailable:
                    await asyncio.sleep(0.01)
        return 12

    await asyncio.gather(acts(one, KARIM), acts(other, THOMAS))
    await _same(one, other)
    numbers = await one.rooms.read(
        lambda: [*Entry.objects.filter(seance=one.room.id).order_by("seq").values_list("seq", flat=True)]
    )
    assert numbers == list(range(1, first + 25))
    assert one.room.state.hands == ()


async def test_two_processes_with_the_same_two_rooms_do_not_wait_for_one_another(
    two: tuple[Circle, Circle],
) -> None:
    one, other = two
    elsewhere = await Circle.opens(one.rooms, KARIM)
    there = await elsewhere.in_another_process(other.rooms)

    async def adds(circle: Circle, who: str) -> None:
        for place in range(6):
            async with asyncio.timeout(10):
                await circle.sends(HELENE, "add-seat", name=f"{who} {place}")

    await asyncio.gather(adds(one, "A"), adds(elsewhere, "A"), adds(other, "B"), adds(there, "B"))
    for circle, twin in ((one, other), (elsewhere, there)):
        await _same(circle, twin)
        assert len({*circle.room.words.names.values()}) == len(circle.room.state.seats)


async def _same(one: Circle, other: Circle) -> None:
    """Both processes show what the database says."""
    for circle in (one, other):
        if POSTGRESQL:
            last = await circle.rooms.read(lambda: Entry.objects.filter(seance=one.room.id).count())
            await until(lambda: circle.room.state.seq == last or circle.room.stale)  # noqa: B023
        else:
            circle.room.stale = True
        assert await circle.rooms.by_id(one.room.id) is circle.room
        await circle.is_as_kept()
    assert one.room.state == other.room.state


@needs_the_bell
async def test_who_looks_in_one_process_sees_what_is_done_in_the_other(two: tuple[Circle, Circle]) -> None:
    one, other = two
    listener = Listener()
    other.room.listeners.add(listener)
    await one.sends(HELENE, "open")
    await asyncio.wait_for(listener.wait(), 5)
    assert other.room.state.stage is Stage.OPENING
    await other.is_as_kept()


@needs_the_bell
async def test_ones_own_acts_are_no_news(two: tuple[Circle, Circle]) -> None:
    one, _ = two
    assert await one.rooms.by_id(one.room.id) is one.room  # what the bell's start put in doubt
    one.room.listeners.add(Listener())
    before = one.room.words
    for place in range(5):
        await one.sends(HELENE, "add-seat", name=f"Pair {place}")
    await asyncio.sleep(0.2)
    assert one.room.words is before  # nothing was read again
    await one.is_as_kept()


@needs_the_bell
async def test_a_screen_cut_in_one_process_goes_dark_in_the_other(two: tuple[Circle, Circle]) -> None:
    one, other = two
    listener = Listener()
    other.room.listeners.add(listener)
    secret = await make_link(one.rooms, one.room, Purpose.SCREEN, "")
    await until(lambda: bool(other.room.words.screens))
    assert await screen_room(other.rooms, secret) is other.room
    await cut_screen(one.rooms, one.room)
    await until(lambda: not other.room.words.screens)
    assert listener.rung


@needs_the_bell
async def test_a_device_that_came_back_in_one_process_is_known_in_the_other(
    two: tuple[Circle, Circle],
) -> None:
    one, other = two
    secret = await make_link(one.rooms, one.room, Purpose.RETURN, one.seat(HELENE))
    found = await find_claim(one.rooms, secret)
    assert found is not None
    device = one.rooms.tokens.device()
    await claim(one.rooms, found, device)
    await until(lambda: other.room.stale or device in other.devices)
    assert await seat_for(other.rooms, other.room.words.token, device) is not None


@needs_the_bell
async def test_who_was_removed_in_one_process_is_a_stranger_in_the_other(two: tuple[Circle, Circle]) -> None:
    one, other = two
    await one.sends(HELENE, "remove", seat=one.seat(KARIM))
    await until(lambda: other.room.stale)
    token = other.room.words.token
    assert await seat_for(other.rooms, token, one.devices[KARIM]) is None


@needs_the_bell
async def test_what_is_erased_in_one_process_is_gone_in_the_other(two: tuple[Circle, Circle]) -> None:
    one, other = two
    await one.rooms.write(lambda: retention.erase(one.room.id))
    one.rooms.forget(one.room.id)
    await until(lambda: other.room.stale)
    assert await other.rooms.by_id(other.room.id) is None
    assert other.room.erased
    assert other.room.words.devices == {}


@needs_the_bell
async def test_after_a_lost_connection_every_room_is_read_again(
    two: tuple[Circle, Circle], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    monkeypatch.setattr(bell, "AGAIN_S", 0.05)
    with _administrator() as administrator:
        administrator.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
        await one.sends(HELENE, "add-seat", name=AWA)
    await until(lambda: other.room.stale)
    await _same(one, other)


async def test_what_is_heard_while_a_room_is_loaded_is_not_missed(
    make_rooms: Callable[..., Rooms],
) -> None:
    one = await Circle.opens(make_rooms(), KARIM)
    rooms = make_rooms()
    loading = asyncio.ensure_future(rooms.by_id(one.room.id))
    await asyncio.sleep(0)
    rooms.heard(one.room.id, one.room.state.seq + 1)
    other = await loading
    assert other is not None
    await one.sends(HELENE, "add-seat", name=AWA)
    # What was heard may have come before the reading or after it: the room is read once more.
    assert not other.stale


async def test_the_bell_of_an_unknown_or_older_number_changes_nothing(
    make_rooms: Callable[..., Rooms],
) -> None:
    circle = await Circle.opens(make_rooms(), KARIM)
    circle.rooms.heard(uuid4(), 3)
    circle.rooms.heard(circle.room.id, circle.room.state.seq)
    assert bool(circle.room.stale) is False
    circle.rooms.heard(circle.room.id, 0)
    assert bool(circle.room.stale) is True
    await circle.rooms.by_id(circle.room.id)
    async with circle.room.lock:
        circle.rooms.heard(circle.room.id, circle.room.state.seq + 1)
        assert bool(circle.room.stale) is False
    await until(lambda: circle.room.stale)
    await circle.rooms.by_id(circle.room.id)
    await circle.is_as_kept()


async def test_every_doubt_is_looked_at_once_somebody_looks(make_rooms: Callable[..., Rooms]) -> None:
    circle = await Circle.opens(make_rooms(), KARIM)
    idle = await Circle.opens(circle.rooms, KARIM)
    listener = Listener()
    circle.room.listeners.add(listener)
    circle.rooms.doubt_all()
    await asyncio.wait_for(listener.wait(), 5)
    assert [one.stale for one in (circle.room, idle.room)] == [False, True]
    assert await idle.rooms.by_id(idle.room.id) is idle.room
    assert [one.stale for one in (circle.room, idle.room)] == [False, False]


async def test_a_room_whose_seance_was_erased_takes_no_act(rooms: Rooms) -> None:
    circle = await Circle.opens(rooms, KARIM)
    seat = circle.seat(KARIM)
    await rooms.write(lambda: retention.erase(circle.room.id))
    circle.room.stale = True
    with pytest.raises(Refusal, match="closed"):
        await circle.sends(KARIM, "leave")
    assert seat not in circle.room.words.devices.values()
    assert await rooms.by_id(circle.room.id) is None
