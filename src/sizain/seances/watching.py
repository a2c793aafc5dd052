"""Whether somebody conducts: a facilitator who has had no stream for a minute is written to the journal, and the
return too (METHOD §7). Nobody else's absence is; nothing pauses by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from sizain.method import commands as c
from sizain.method.refusals import Refusal
from sizain.method.seance import Stage
from sizain.seances.acts import Beside, perform
from sizain.seances.room import Room
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable

EVERY_S = 1.0
"""How often the rooms in memory are looked at."""


class Watching:
    """Looks at every room in memory as long as it is entered.

    A process counts an absence from the moment when the facilitator's last stream left it. Where it serves alone,
    on SQLite, it counts from the loading of the room too; with several, a stream that it never had may well be
    another's.
    """

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self._alone = not rooms.configuration.database_url
        self._since: dict[tuple[UUID, str], float | None] = {}
        """For a room and its facilitator, since when nothing is heard of them; None while they are there."""

    async def __aenter__(self) -> None:
        self._task = asyncio.create_task(self._run(), name="sizain-watch")

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            watched = [room for room in self.rooms.in_memory() if room.state.stage is not Stage.CLOSED]
            here = {(room.id, room.state.facilitator) for room in watched}
            self._since = {one: since for one, since in self._since.items() if one in here}
            for room in watched:
                await self._look(room)

    async def _look(self, room: Room) -> None:
        """Writes what is to be written of one room now; what the database cannot take is tried again."""
        state, leads = room.state, room.state.facilitator
        with suppress(Unavailable, Refusal):  # closed or erased in between
            for seat in state.relay.gone:
                if room.connected(seat):
                    await self._note(room, lambda: c.NoteReturn(room.state.facilitator, seat))  # noqa: B023
            if self._away(room) and leads not in state.relay.gone and room.listeners:
                await self._note(room, lambda: self._absence(room, leads))
                self._since.pop((room.id, leads), None)

    def _away(self, room: Room) -> bool:
        """Whether the facilitator has been gone for as long as that takes."""
        known, now = (room.id, room.state.facilitator), asyncio.get_running_loop().time()
        if room.connected(room.state.facilitator):
            self._since[known] = None
            return False
        if known not in self._since and not self._alone:
            return False
        if self._since.get(known) is None:
            self._since[known] = now
        since = self._since[known]
        return since is not None and now - since >= self.rooms.configuration.absence_s

    def _absence(self, room: Room, leads: str) -> c.Command | None:
        """Unless somebody else leads by now, or they are back."""
        there = room.state.facilitator != leads or room.connected(leads)
        return None if there else c.NoteAbsence(leads)

    async def _note(self, room: Room, command: Callable[[], c.Command | None]) -> None:
        def read() -> tuple[c.Command, Beside] | None:
            asked = command()
            return (asked, Beside()) if asked else None

        await perform(self.rooms, room, read, None)
