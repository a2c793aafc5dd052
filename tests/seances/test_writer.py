"""The one thread that writes: together, each for itself, and never a false success."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection

from sizain.seances import models
from sizain.seances.acts import Outcome
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable, Writer
from tests.seances.circle import HELENE, KARIM, Circle

pytestmark = pytest.mark.database


def _text(seance: UUID) -> Callable[[], str]:
    def do() -> str:
        return models.Text.objects.create(id=uuid4().hex[:16], seance=seance, seat="x", kind="x", body="x").id

    return do


def _fails() -> None:
    raise ValueError("this one is wrong")


def _loses_the_transaction() -> None:
    """What a full disk or a lost connection does in the middle of a batch."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT OR ROLLBACK INTO seances_seance (id) VALUES (NULL)")
        else:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


async def _together(rooms: Rooms, *works: Callable[[], object]) -> list[object]:
    """These works wait behind one that takes long, so that they are committed in one batch."""
    held = threading.Event()
    first = asyncio.ensure_future(rooms.write(lambda: held.wait(10)))
    await asyncio.sleep(0.05)
    asked = [asyncio.ensure_future(rooms.write(work)) for work in works]
    await asyncio.sleep(0)
    held.set()
    await first
    return await asyncio.gather(*asked, return_exceptions=True)


async def _kept(rooms: Rooms, seance: UUID) -> int:
    return await rooms.read(lambda: models.Text.objects.filter(seance=seance).count())


async def test_one_work_that_fails_takes_no_other_along(rooms: Rooms) -> None:
    seance = uuid4()
    same = lambda: models.Text.objects.create(id="same", seance=seance, seat="", kind="")  # noqa: E731
    said = await _together(rooms, _text(seance), _fails, same, same, _text(seance))
    assert [type(one) for one in said] == [str, ValueError, models.Text, IntegrityError, str]
    assert await _kept(rooms, seance) == 3
    await rooms.write(lambda: models.Text.objects.filter(seance=seance).delete())


async def test_nothing_is_acknowledged_when_the_whole_batch_was_lost(rooms: Rooms) -> None:
    seance = uuid4()
    said = await _together(rooms, _text(seance), _loses_the_transaction, _text(seance))
    assert [type(one) for one in said] == [Unavailable] * 3
    assert await _kept(rooms, seance) == 0
    await rooms.write(_text(seance))
    assert await _kept(rooms, seance) == 1


async def test_what_the_database_cannot_do_now_is_unavailable(rooms: Rooms) -> None:
    def do() -> None:
        raise OperationalError("deadlock detected")

    with pytest.raises(Unavailable, match="deadlock"):
        await rooms.write(do)


async def test_works_of_one_batch_are_done_in_the_order_of_what_they_lock(rooms: Rooms) -> None:
    done: list[str] = []
    held = threading.Event()
    first = asyncio.ensure_future(rooms.writer.write(lambda: held.wait(10)))
    await asyncio.sleep(0.05)
    asked = [
        asyncio.ensure_future(rooms.writer.write(lambda one=one: done.append(one), one[0]))  # type: ignore[misc]
        for one in ("b1", "c", "a", "b2")
    ]
    await asyncio.sleep(0)
    held.set()
    await asyncio.gather(first, *asked)
    assert done == ["a", "b1", "b2", "c"]


async def test_what_already_waits_is_written_before_the_end_and_nothing_after_it(rooms: Rooms) -> None:
    seance, held = uuid4(), threading.Event()
    asked = [asyncio.ensure_future(rooms.write(lambda: held.wait(10)))]
    asked += [asyncio.ensure_future(rooms.write(_text(seance))) for _ in range(3)]  # type: ignore[arg-type]
    await asyncio.sleep(0)
    stopping = asyncio.ensure_future(asyncio.to_thread(rooms.writer.stop))
    await asyncio.sleep(0.05)
    held.set()
    await asyncio.gather(*asked, stopping)
    with pytest.raises(Unavailable):
        await rooms.write(_text(seance))
    assert await _kept(rooms, seance) == 3


async def test_more_works_than_one_batch_holds_are_all_written(rooms: Rooms) -> None:
    seance = uuid4()
    said = await _together(rooms, *[_text(seance)] * 150)
    assert len({*said}) == 150
    assert await _kept(rooms, seance) == 150


def test_a_loop_that_was_closed_meanwhile_does_not_end_the_thread(database: None) -> None:
    writer, held, seance = Writer(), threading.Event(), uuid4()
    writer.start()

    async def leave() -> None:
        left = asyncio.ensure_future(writer.write(lambda: held.wait(10)))
        await asyncio.sleep(0.01)
        assert not left.done()

    asyncio.run(leave())
    held.set()
    assert asyncio.run(writer.write(_text(seance)))
    writer.stop()


async def test_who_stopped_waiting_is_not_told(rooms: Rooms) -> None:
    seance, held = uuid4(), threading.Event()
    first = asyncio.ensure_future(rooms.write(lambda: held.wait(10)))
    gone = asyncio.ensure_future(rooms.write(_text(seance)))
    await asyncio.sleep(0.01)
    gone.cancel()
    held.set()
    await first
    await rooms.write(_text(seance))
    assert await _kept(rooms, seance) == 2


async def _taken_away_and_back(rooms: Rooms, circle: Circle, away: Callable[[], Callable[[], None]]) -> None:
    """Acts are refused for the time being, change nothing, and pass with the same key afterwards."""
    before = circle.room.state
    back = await asyncio.to_thread(away)
    try:
        for _ in range(2):
            with pytest.raises(Unavailable):
                await circle.sends(HELENE, "open", "k1")
            assert circle.room.state is before
    finally:
        await asyncio.to_thread(back)
    deadline = asyncio.get_running_loop().time() + 5
    outcome = None
    while outcome is None:
        try:
            outcome = await circle.sends(HELENE, "open", "k1")
        except Unavailable:
            assert asyncio.get_running_loop().time() < deadline
            await asyncio.sleep(0.1)
    assert outcome is Outcome.DONE
    assert circle.room.state.seq == before.seq + 1
    await circle.is_as_kept()


async def test_acts_wait_for_a_database_that_is_gone_and_pass_when_it_is_back(
    make_rooms: Callable[..., Rooms], monkeypatch: pytest.MonkeyPatch
) -> None:
    sqlite = connection.vendor == "sqlite"
    if sqlite:  # how long a connection made from now on waits for a lock, in seconds
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.05)
    rooms = make_rooms()
    circle = await Circle.opens(rooms, KARIM)
    await _taken_away_and_back(rooms, circle, _locked if sqlite else _closed)


def _locked() -> Callable[[], None]:
    """SQLite: somebody else holds the file."""
    other = sqlite3.connect(str(connection.settings_dict["NAME"]), check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")

    def back() -> None:
        other.rollback()
        other.close()

    return back


def _closed() -> Callable[[], None]:
    """PostgreSQL: every connection is cut, and no new one is let in."""
    settings = connection.settings_dict
    other = psycopg.connect(
        host=settings["HOST"], port=settings["PORT"], user=settings["USER"], dbname="postgres", autocommit=True
    )
    name = str(settings["NAME"])

    def let(allowed: bool) -> None:
        other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS {str(allowed).lower()}'.encode())

    let(False)
    other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])

    def back() -> None:
        let(True)
        other.close()

    return back


async def test_a_full_disk_is_said_and_nothing_is_half_written(rooms: Rooms) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the disk of the other database is not ours to fill")
    circle = await Circle.opens(rooms, KARIM)

    def fill() -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")

    await rooms.write(fill)
    long, lost = "x" * 500_000, uuid4()
    big = lambda: models.Text.objects.create(id="big", seance=lost, seat="", kind="", body=long)  # noqa: E731
    said = await _together(rooms, _text(lost), big, _text(lost))
    assert Unavailable in {type(one) for one in said}
    acknowledged = [one for one in said if isinstance(one, str)]
    assert await _kept(rooms, lost) == len(acknowledged)
    assert await circle.does(HELENE, "open", "k1") is Outcome.DONE
