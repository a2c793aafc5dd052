"""Erasure on the date that every screen announces (METHOD §10)."""

from collections.abc import Callable
from functools import partial

import pytest

from sizain.journal.models import Entry
from sizain.method.ending import DAY_MS
from sizain.seances import answers, drafts, erasure, marks, models, retention
from sizain.seances.access import Entrance, seat_for
from sizain.seances.doors import Purpose, make_link, room_for_code, screen_room
from sizain.seances.retention import KEPT, Purging, erase, erases_at, interrupt_silent, purge, silent
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
    await circle.reaches("exploration")
    await circle.does(THOMAS, "leave-trace", seat=circle.seat(THOMAS), text="Une trace")
    await circle.reaches("synthesis")
    seen = circle.room.sight(circle.seat(KARIM))
    assert seen is not None
    await marks.save(rooms, await _entrance(circle, KARIM), seen.own.traces[0].text, "keep")
    await circle.reaches("meta")
    await answers.send(rooms, await _entrance(circle), {"safe": "5", "words": "Écouter"})
    return circle


async def _entrance(circle: Circle, who: str = THOMAS) -> Entrance:
    entrance = await seat_for(circle.rooms, circle.room.words.token, circle.devices[who])
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


async def test_what_nobody_touches_for_a_day_ends_as_interrupted(late_rooms: Rooms, now: list[int]) -> None:
    circle = await _held(late_rooms)
    other = await Circle.opens(late_rooms, KARIM)
    code = circle.room.words.code or ""
    now[0] += DAY_MS - 1
    await other.does(HELENE, "open")
    assert await interrupt_silent(late_rooms) == 0
    now[0] += 1
    assert await interrupt_silent(late_rooms) >= 1
    circle, other = await circle.in_another_process(late_rooms), await other.in_another_process(late_rooms)
    await circle.is_as_kept()
    assert circle.room.state.stage == "closed"
    assert circle.room.state.interrupted is not None
    assert circle.room.state.interrupted.silent
    assert circle.room.words.closed_at == now[0]
    assert await room_for_code(late_rooms, code) is None
    assert other.room.state.closed_at is None
    assert await interrupt_silent(late_rooms) == 0


async def test_an_act_that_comes_first_keeps_a_silent_seance_open(late_rooms: Rooms, now: list[int]) -> None:
    circle = await _held(late_rooms)
    now[0] += DAY_MS
    [(_, end)] = [one for one in await late_rooms.read(lambda: silent(now[0])) if one[0] == circle.room.id]
    await circle.does(HELENE, "pause")
    assert not await retention._interrupt(late_rooms, circle.room, end)
    assert circle.room.state.stage == "meta"


async def test_what_was_interrupted_is_taken_up_again_with_a_new_code(late_rooms: Rooms, now: list[int]) -> None:
    circle = await _held(late_rooms)
    code = circle.room.words.code or ""
    await circle.does(HELENE, "interrupt")
    assert await room_for_code(late_rooms, code) is None
    now[0] += DAY_MS
    await circle.does(HELENE, "take-up")
    assert circle.room.state.stage == "meta"
    assert circle.room.words.closed_at is None
    assert circle.room.words.code not in (None, code)
    assert await room_for_code(late_rooms, circle.room.words.code or "") is circle.room
    await circle.reaches("closed")


async def test_an_interruption_is_a_closing_for_the_date_of_erasure(late_rooms: Rooms, now: list[int]) -> None:
    circle, days = await _held(late_rooms), late_rooms.configuration.retention_days
    await circle.does(HELENE, "interrupt")
    now[0] = NOON + days * DAY_MS
    await purge(late_rooms)
    assert (await _left(circle))["Answer"] == 0


async def test_the_erasure_is_foreseen_in_rows_and_proved(late_rooms: Rooms, now: list[int]) -> None:
    circle, days = await _held(late_rooms), late_rooms.configuration.retention_days
    await circle.does(HELENE, "interrupt")
    now[0] += days * DAY_MS
    before = await late_rooms.read(lambda: erasure.foreseen(now[0], days))
    assert circle.room.id in before.seances
    assert all(before.rows.values())
    assert await late_rooms.read(lambda: erasure.faults([circle.room.id]))
    for one in before.seances:
        await late_rooms.write(partial(erase, one))
    assert await late_rooms.read(lambda: erasure.faults([circle.room.id])) == []
    after = await late_rooms.read(lambda: erasure.foreseen(now[0], days))
    assert set(after.rows.values()) == {0}


async def test_a_carnet_outlives_a_shorter_retention_unless_the_client_erased(
    late_rooms: Rooms, now: list[int]
) -> None:
    kept, erased = await _held(late_rooms), await _held(late_rooms)
    nobody = await Circle.opens(late_rooms, KARIM)
    for circle in (kept, erased, nobody):
        await circle.does(HELENE, "interrupt")
    await erased.does(KARIM, "erase-consultation")

    async def due() -> set[str]:
        found = set(await late_rooms.read(lambda: retention.due(now[0], 1)))
        named = {"kept": kept, "erased": erased, "nobody": nobody}
        return {name for name, circle in named.items() if circle.room.id in found}

    now[0] = NOON + DAY_MS
    assert await due() == {"erased", "nobody"}
    now[0] = NOON + 7 * DAY_MS - 1
    assert await due() == {"erased", "nobody"}
    now[0] += 1
    assert await due() == {"kept", "erased", "nobody"}
