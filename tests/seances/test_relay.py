"""The relay as it is kept: private words follow their author, and an absence is written by the room itself."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from sizain.journal import log
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance
from sizain.seances import drafts, models, watching
from sizain.seances import room as rooms_module
from sizain.seances.access import Entrance
from sizain.seances.doors import Purpose, claim, find_claim, make_link
from sizain.seances.room import Listener, Room
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import digest
from sizain.seances.watching import Watching
from tests.seances.circle import AWA, HELENE, KARIM, THOMAS, Circle, until

pytestmark = pytest.mark.database
MINUTE_S = 0.2
"""What a minute lasts in these tests."""


def _of(circle: Circle, name: str) -> Entrance:
    return Entrance(circle.room, circle.seat(name), digest(circle.devices[name]))


async def _notes(circle: Circle, name: str) -> str:
    return (await drafts.load(circle.rooms, _of(circle, name)))["notes"][0]


async def _with_deputy(rooms: Rooms) -> Circle:
    circle = await Circle.opens(rooms, KARIM, THOMAS, AWA)
    await circle.does(HELENE, "name-deputy", seat=circle.seat(THOMAS), deputy="yes")
    await circle.does(THOMAS, "answer-deputy", agrees="yes")
    return circle


@pytest.fixture
async def watched(make_rooms: Callable[..., Rooms], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rooms]:
    """The rooms of one process, with somebody who watches whether anybody conducts."""
    monkeypatch.setattr(watching, "EVERY_S", 0.02)
    monkeypatch.setattr(rooms_module, "GRACE_S", 0.02)
    rooms = make_rooms()
    rooms.configuration = rooms.configuration.model_copy(update={"absence_s": MINUTE_S})
    async with Watching(rooms):
        yield rooms


async def test_notes_follow_their_author_into_the_facilitation_and_back(rooms: Rooms) -> None:
    circle = await _with_deputy(rooms)
    await drafts.save(rooms, _of(circle, HELENE), "notes", "Pour Hélène", 0)
    await drafts.save(rooms, _of(circle, THOMAS), "notes", "Pour Thomas", 0)
    for leads, follows in ((HELENE, THOMAS), (THOMAS, HELENE), (HELENE, THOMAS)):
        await circle.does(leads, "hand-over", seat=circle.seat(follows))
        assert await _notes(circle, HELENE) == "Pour Hélène"
        assert await _notes(circle, THOMAS) == "Pour Thomas"
        assert await _notes(circle, AWA) == ""


async def test_a_facilitator_who_hands_the_former_ones_seat_to_a_device_of_theirs_reads_nothing(rooms: Rooms) -> None:
    circle = await _with_deputy(rooms)
    await drafts.save(rooms, _of(circle, HELENE), "notes", "Pour Hélène", 0)
    await circle.does(HELENE, "hand-over", seat=circle.seat(THOMAS))
    found = await find_claim(rooms, await make_link(rooms, circle.room, Purpose.SEAT, circle.seat(HELENE)))
    assert found is not None
    circle.devices[HELENE] = rooms.tokens.device()
    await claim(rooms, found, circle.devices[HELENE])
    assert await _notes(circle, HELENE) == ""
    await circle.does(HELENE, "answer-deputy", agrees="yes")
    await circle.does(THOMAS, "hand-over", seat=circle.seat(HELENE))  # nor by facilitating from there
    assert await _notes(circle, HELENE) == ""


async def test_what_two_devices_of_one_seat_wrote_follows_into_the_facilitation_whole(rooms: Rooms) -> None:
    circle = await _with_deputy(rooms)
    room, thomas, other = circle.room, circle.seat(THOMAS), digest(rooms.tokens.device())
    await rooms.write(lambda: models.SeatDevice.objects.create(seance=room.id, seat=thomas, device=other))
    room.words.devices[other] = thomas
    second = Entrance(room, thomas, other)
    await drafts.save(rooms, _of(circle, THOMAS), "notes", "Au téléphone", 0)
    await drafts.save(rooms, second, "notes", "À l’ordinateur", 0)
    await drafts.save(rooms, second, "idea", "Une idée", 0)
    await circle.does(HELENE, "hand-over", seat=thomas)
    assert await _notes(circle, THOMAS) == "Au téléphone\n\nÀ l’ordinateur"
    assert (await drafts.load(rooms, second))["idea"][0] == "Une idée"
    assert (await drafts.load(rooms, second))["notes"] == (await drafts.load(rooms, _of(circle, THOMAS)))["notes"]


async def test_a_return_link_dies_with_the_handing_of_its_seat(rooms: Rooms) -> None:
    circle = await _with_deputy(rooms)
    await circle.does(HELENE, "hand-over", seat=circle.seat(THOMAS))
    thomas = circle.seat(THOMAS)
    secret = await make_link(rooms, circle.room, Purpose.RETURN, thomas)
    await circle.does(THOMAS, "hand-over", seat=circle.seat(HELENE))
    before = await find_claim(rooms, secret)
    assert before is not None
    found = await find_claim(rooms, await make_link(rooms, circle.room, Purpose.SEAT, thomas))
    assert found is not None
    circle.devices[THOMAS] = rooms.tokens.device()
    await claim(rooms, found, circle.devices[THOMAS])
    await drafts.save(rooms, _of(circle, THOMAS), "notes", "À la nouvelle personne", 0)
    assert await find_claim(rooms, secret) is None
    with pytest.raises(Refusal):
        await claim(rooms, before, rooms.tokens.device())
    assert list(circle.room.words.devices.values()).count(thomas) == 1


def _clock_holds(room: Room) -> bool:
    clock = room.state.clock
    assert clock is not None
    return clock.held_since_ms is not None


async def test_an_absence_is_written_once_and_the_return_too(watched: Rooms) -> None:
    circle = await _with_deputy(watched)
    room, helene = circle.room, circle.seat(HELENE)
    listener = Listener()
    room.listeners.add(listener)
    room.arrive(helene)
    await circle.does(HELENE, "open")
    room.depart(helene)
    await asyncio.sleep(MINUTE_S / 2)
    assert room.state.relay.gone == ()
    await until(lambda: room.state.relay.gone == (helene,))
    assert _clock_holds(room)
    await asyncio.sleep(MINUTE_S * 2)
    room.arrive(helene)
    await until(lambda: room.state.relay.gone == ())
    assert not _clock_holds(room)
    kinds = [event.kind for event, _ in await watched.read(lambda: log.load(room.id))]
    assert kinds[-2:] == ["facilitator-gone", "facilitator-back"]
    await circle.is_as_kept()
    room.depart(helene)  # another absence is another entry
    await until(lambda: room.state.relay.gone == (helene,))
    room.listeners.discard(listener)


async def test_the_deputy_takes_over_and_hands_back_to_whoever_returns(watched: Rooms) -> None:
    circle = await _with_deputy(watched)
    room, helene, thomas = circle.room, circle.seat(HELENE), circle.seat(THOMAS)
    room.arrive(helene)
    room.arrive(thomas)
    room.listeners.add(Listener())
    await circle.does(HELENE, "open")
    assert await circle.why(THOMAS, "take-over") is Why.STILL_THERE
    room.depart(helene)
    await until(lambda: room.state.relay.gone == (helene,))
    await circle.does(THOMAS, "take-over")
    assert room.state.facilitator == thomas
    room.arrive(helene)
    await until(lambda: room.state.relay.gone == ())
    await circle.does(THOMAS, "hand-over", seat=helene)
    assert room.state.facilitator == helene
    assert await circle.why(THOMAS, "add-seat", name="Solène") is Why.NOT_YOURS


async def test_nothing_is_written_where_two_consoles_of_one_facilitator_stand_and_one_goes(watched: Rooms) -> None:
    circle = await _with_deputy(watched)
    room, helene = circle.room, circle.seat(HELENE)
    room.listeners.add(Listener())
    room.arrive(helene)
    room.arrive(helene)
    room.depart(helene)
    before = room.state.seq
    await asyncio.sleep(MINUTE_S * 2)
    assert room.state.seq == before


async def test_nothing_is_written_of_a_room_where_nobody_is_or_that_is_closed(watched: Rooms) -> None:
    circle = await Circle.opens(watched, KARIM, THOMAS, AWA)
    before = circle.room.state
    await asyncio.sleep(MINUTE_S * 2)
    assert circle.room.state is before
    await circle.reaches("closed")
    closed: Seance = circle.room.state
    circle.room.listeners.add(Listener())
    await asyncio.sleep(MINUTE_S * 2)
    assert circle.room.state is closed


async def test_a_button_pressed_on_both_consoles_of_one_facilitator_acts_once(rooms: Rooms) -> None:
    circle = await _with_deputy(rooms)
    found = await find_claim(rooms, await make_link(rooms, circle.room, Purpose.RETURN, circle.seat(HELENE)))
    assert found is not None
    other = rooms.tokens.device()
    await claim(rooms, found, other)
    circle.devices["the other console"] = other
    assert circle.seat("the other console") == circle.seat(HELENE)
    thomas = circle.seat(THOMAS)
    await asyncio.gather(
        circle.sends(HELENE, "hand-over", "hand-over:once", seat=thomas),
        circle.sends("the other console", "hand-over", "hand-over:once", seat=thomas),
    )
    assert circle.room.state.facilitator == thomas
    assert await circle.why("the other console", "add-seat", name="Solène") is Why.NOT_YOURS
    await circle.is_as_kept()
