"""The facilitation removes a session that is over: erased at once, as its date would have done (METHOD §10)."""

from __future__ import annotations

from django.db import IntegrityError

from sizain.journal import log
from sizain.method.refusals import Refusal, Why
from sizain.method.removal import removable
from sizain.method.sight import View
from sizain.seances.access import Entrance
from sizain.seances.copies import leave_no_copy
from sizain.seances.retention import erase
from sizain.seances.room import Room
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable


async def remove(rooms: Rooms, entrance: Entrance) -> None:
    """Nothing of the session is left but the skeleton of its journal, and its address leads nowhere.

    Raises `Refusal`: `NOT_YOURS` for any other seat, `NOT_NOW` before the day from which it may be removed; and
    `Unavailable`. Then nothing changed. A session that is gone already is gone.
    """
    await rooms.to_its_end(_remove(rooms, entrance))
    await leave_no_copy(rooms)


async def _remove(rooms: Rooms, entrance: Entrance) -> None:
    room = entrance.room
    async with room.lock:
        await rooms.refresh(room)
        if room.erased:
            return
        seen = room.sight(entrance.seat)
        if seen is None or seen.view is not View.FACILITATOR:
            raise Refusal(Why.NOT_YOURS)
        if not removable(room.state, rooms.now()):
            raise Refusal(Why.NOT_NOW)
        try:
            await rooms.keep(room, lambda: _erase(room))
        except IntegrityError as error:
            raise Unavailable("another process wrote first") from error
        rooms.forget(room.id)


def _erase(room: Room) -> None:
    """Unless another process went on with it, which may have taken it up again."""
    if log.load(room.id, after=room.state.seq):
        raise IntegrityError
    erase(room.id)
