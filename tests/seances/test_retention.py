"""Erasure on the date that every screen announces (METHOD §10)."""

from collections.abc import Callable

import pytest

from sizain.journal.models import Entry
from sizain.seances import drafts, models, retention
from sizain.seances.access import Entrance, seat_for
from sizain.seances.doors import Purpose, make_link, room_for_code, screen_room
from sizain.seances.retention import DAY_MS, KEPT, Purging, erases_at, purge
from sizain.seances.room import Listener
from sizain.seances.rooms import Rooms
from tests.seances.circle import HELENE, KARIM, THOMAS, Circle, until

pytestmark = pytest.mark.database
NOON = 1_790_000_000_000


@pytest.fixture
def now() -> list[int]:
    return [NOON]


@pytest.fixture
async def late_rooms(make_rooms: Callable[..., Rooms], now: list[int]) -> Rooms:
    return make_rooms(now=lambda: now[0])


async def _held(rooms: Rooms) -> Circle:
    """A séance with something in every table."""
    circle = await Circle.opens(rooms, KARIM, THOMAS)
    await circle.does(KARIM, "deposit-topic", text="Dire non")
    await drafts.save(rooms, await _entrance(circle), "notes", "Pour moi", 0)
    await make_link(rooms, circle.room, Purpose.RETURN, circle.seat(HELENE))
    return circle


async def _entrance(circle: Circle) -> Entrance:
    entrance = await seat_for(circle.rooms, circle.room.words.token, circle.devices[THOMAS])
    assert entrance is not None
    return entrance


async def _left(circle: Circle) -> dict[str, int]:
    models_ = (*KEPT, Entry)
    return await circle.rooms.read(
        lambda: {model.__name__: model._base_manager.filter(seance=circle.room.id).count() for model in models_}
    )


def test_the_date_counts_from_the_closing_or_from_the_silence() -> None:
    assert erases_at(NOON, NOON - 5, 30) == NOON + 30 * DAY_MS
    assert erases_at(None, NOON, 1) == NOON + 2 * DAY_MS


async def test_on_its_date_and_not_before_all_is_erased_but_the_journal(late_rooms: Rooms, now: list[int]) -> None:
    circle, days = await _held(late_rooms), late_rooms.configuration.retention_days
    before = await _left(circle)
    assert all(before.values())
    code, token = circle.room.words.code or "", circle.room.words.token
    screen = await make_link(late_rooms, circle.room, Purpose.SCREEN, "")
    listener = Listener()
    circle.room.listeners.add(listener)

    now[0] = NOON + (days + 1) * DAY_MS - 1
    await purge(late_rooms)
    assert await late_rooms.by_token(token) is circle.room

    now[0] += 1
    assert await purge(late_rooms) >= 1
    assert await _left(circle) == {**dict.fromkeys(before, 0), "Entry": before["Entry"]}
    assert not await late_rooms.read(lambda: models.Seance.objects.filter(id=circle.room.id).exists())
    assert listener.rung
    assert await late_rooms.by_token(token) is None
    assert await room_for_code(late_rooms, code) is None
    assert await screen_room(late_rooms, screen) is None
    assert await seat_for(late_rooms, token, circle.devices[KARIM]) is None
    assert circle.room.words.devices == {}
    assert await purge(late_rooms) == 0


async def test_the_purge_runs_by_itself_and_stops_with_the_server(
    late_rooms: Rooms, now: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "EVERY_S", 0.01)
    circle = await _held(late_rooms)
    async with Purging(late_rooms):
        now[0] = NOON + 500 * DAY_MS
        await until(lambda: circle.room.erased)


async def test_an_erased_seance_that_nobody_looks_at_is_erased_too(
    make_rooms: Callable[..., Rooms], now: list[int]
) -> None:
    circle = await _held(make_rooms(now=lambda: NOON))
    now[0] = NOON + 500 * DAY_MS
    assert await purge(make_rooms(now=lambda: now[0])) >= 1
    assert (await _left(circle))["Text"] == 0
