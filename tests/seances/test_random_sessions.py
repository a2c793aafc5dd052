"""Random sessions through the writer: what the database holds is the state that was shown, and the same on each
database."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sizain.method import commands as c
from sizain.method.refusals import Refusal, Why
from sizain.seances.acts import Beside, Outcome, act, perform
from sizain.seances.doors import Opening, Purpose, claim, enter, find_claim, make_link, open_seance
from sizain.seances.room import Room, read_room
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import Tokens
from tests.played.choosing import Ask
from tests.played.session import SEATS, Ids, Session

ACTS = 110
SEEDS = range(1000, 1010)


@pytest.mark.database
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_seed_gives_on_every_database_the_state_that_the_pure_method_gives(
    make_rooms: Callable[..., Rooms], seed: int
) -> None:
    session, ids = Session(seed), Ids(seed)
    rooms = make_rooms(now=lambda: session.now, tokens=Tokens(ids.bytes))
    rooms.configuration = rooms.configuration.model_copy(update={"seats": SEATS})
    ids.again(seed)  # the start of the server took an id
    room = await opened(rooms, session)
    for number in range(ACTS):
        if session.over:
            break
        ask = session.next()
        why = session.do(ask)
        said = await asked(rooms, room, ask, f"key-{number}")
        assert said == why, session.told()
        if session.fresh:
            state, words = await rooms.read(lambda: read_room(room.id))
            assert state == room.state == session.state, session.told()
            assert words == room.words, session.told()
            assert words.texts == session.texts, session.told()
    assert session.accepted.total() > 20


async def opened(rooms: Rooms, session: Session) -> Room:
    """The same session as the pure one, opened on the database."""
    opening = Opening("Hélène", session.asked_min, {}, session.place, session.way, "", session.traces_live)
    token = await open_seance(rooms, opening, rooms.tokens.device())
    room = await rooms.by_token(token)
    assert room is not None
    assert room.state == session.state
    return room


async def asked(rooms: Rooms, room: Room, ask: Ask, key: str) -> Why | None:
    """The same act through its own door; the reason when it is refused."""
    before = room.state
    try:
        match ask.act:
            case "enter":
                await enter(rooms, room, ask.fields["name"], rooms.tokens.device())
            case "hand-seat":
                found = await find_claim(rooms, await make_link(rooms, room, Purpose.SEAT, ask.by))
                assert found is not None
                await claim(rooms, found, rooms.tokens.device())
            case "note-absence" | "note-return":
                noted = c.NoteReturn(ask.by, ask.fields["seat"]) if "seat" in ask.fields else c.NoteAbsence(ask.by)
                await perform(rooms, room, lambda: (noted, Beside()), None)
            case _:
                outcome = await act(rooms, room, ask.by, ask.act, {**ask.fields, "key": key})
                assert outcome is Outcome.DONE
    except Refusal as refusal:
        assert room.state is before
        return refusal.why
    return None
