"""All the rooms that are in memory, how one is found, and how it stays true to the database."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar
from uuid import UUID

from django.db import DatabaseError, IntegrityError, InterfaceError, connection

from sizain.configuration import Configuration
from sizain.method.evolve import evolve
from sizain.seances import models
from sizain.seances.room import Room, read_room, read_tail
from sizain.seances.tokens import Tokens
from sizain.seances.writer import Unavailable, Writer

T = TypeVar("T")
IDLE_MS = 15 * 60_000
"""A room that nobody listens to leaves memory after this long without an act."""


def wall_clock() -> int:
    """Milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


class Rooms:
    """The séances of one process. `now()` is in milliseconds; clock and randomness are given."""

    def __init__(
        self,
        configuration: Configuration,
        now: Callable[[], int] = wall_clock,
        tokens: Tokens | None = None,
    ) -> None:
        self.configuration = configuration
        self.now = now
        self.tokens = tokens or Tokens()
        self.writer = Writer()
        self.epoch = self.tokens.id()[:8]
        """Changes with each start, so that nobody resumes a stream on numbers of another life."""
        self._rooms: dict[UUID, Room] = {}
        self._loading: dict[UUID, asyncio.Task[Room | None]] = {}
        self._by_token: dict[str, UUID] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._heard: dict[UUID, int] = {}
        """What the bell said of rooms while they were being loaded."""
        self._readers = ThreadPoolExecutor(max_workers=4, thread_name_prefix="sizain-reader")

    def start(self) -> None:
        self.writer.start()

    def stop(self) -> None:
        self.writer.stop()
        self._readers.shutdown(wait=True)

    async def read(self, do: Callable[[], T]) -> T:
        """Runs a reading function in a thread. Raises `Unavailable` when the database does not
        answer.
        """
        return await asyncio.get_running_loop().run_in_executor(self._readers, _reading, do)

    async def write(self, do: Callable[[], T]) -> T:
        """Runs a writing function; see `Writer.write`."""
        return await self.writer.write(do)

    async def keep(self, room: Room, do: Callable[[], T]) -> T:
        """Writes something of a room, whose lock the caller holds. When that fails nobody knows what
        the database holds: the room reads it before it is used again.
        """
        try:
            return await self.writer.write(do, order=room.id.hex)
        except (IntegrityError, Unavailable):
            room.stale = True
            raise

    async def to_its_end(self, work: Coroutine[Any, Any, T]) -> T:
        """Awaits `work`, which goes on when whoever asked for it goes away: what is on disk must
        come into memory too.
        """
        return await asyncio.shield(self._task(work))

    def _task(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def by_token(self, token: str) -> Room | None:
        """The room at that address, or None; up to date with the database."""
        seance = self._by_token.get(token)
        if seance is None:
            seance = await self.read(
                lambda: models.Seance.objects.filter(token=token).values_list("id", flat=True).first()
            )
            if seance is None:
                return None
        return await self.by_id(seance)

    async def by_id(self, seance: UUID) -> Room | None:
        """The room of that séance, loaded at most once at a time."""
        room = self._rooms.get(seance)
        if room is None:
            if seance not in self._loading:
                self._loading[seance] = asyncio.ensure_future(self._load(seance))
            room = await asyncio.shield(self._loading[seance])
        if room is None:
            return None
        room.touched_at = self.now()
        if room.stale:
            async with room.lock:
                await self.refresh(room)
        return None if room.erased else room

    async def _load(self, seance: UUID) -> Room | None:
        try:
            state, words = await self.read(lambda: read_room(seance))
        except models.Seance.DoesNotExist:
            return None
        finally:
            self._loading.pop(seance, None)
            heard = self._heard.pop(seance, None)
        self._forget_idle()
        room = Room(seance, state, words, touched_at=self.now())
        room.stale = heard is not None
        self._rooms[seance] = room
        self._by_token[words.token] = seance
        return room

    def in_memory(self) -> tuple[Room, ...]:
        """The rooms of this process as they are now; a stale one may be behind the database."""
        return tuple(self._rooms.values())

    async def refresh(self, room: Room) -> None:
        """Brings a stale room up to the database; the caller holds its lock."""
        if not room.stale:
            return
        try:
            tail, words = await self.read(lambda: read_tail(room))
        except models.Seance.DoesNotExist:
            self.forget(room.id)
            return
        for event, at in tail:
            room.state = evolve(room.state, event, at)
        room.words = words
        room.stale = False
        room.ring()

    def heard(self, seance: UUID, seq: int) -> None:
        """A process wrote: the room, when it is here and behind, is brought up to date. `seq` is 0
        for what stands beside the journal.
        """
        if seance in self._loading:
            self._heard[seance] = seq
        room = self._rooms.get(seance)
        if room is None or 0 < seq <= room.state.seq:
            return
        if room.lock.locked():
            # Most often our own act, heard before its own answer: look again once it is done.
            self._task(self._look_again(room, seq))
        else:
            self._doubt(room)

    async def _look_again(self, room: Room, seq: int) -> None:
        async with room.lock:
            behind = seq == 0 or room.state.seq < seq
        if behind:
            self._doubt(room)

    def forget(self, seance: UUID) -> None:
        """The séance is erased: its room leaves memory, and whoever looked at it sees nothing any more."""
        room = self._rooms.pop(seance, None)
        if room is not None:
            self._by_token.pop(room.words.token, None)
            room.erased = True
            room.words.devices, room.words.screens = {}, frozenset()
            room.ring()

    def doubt_all(self) -> None:
        """Nobody knows what was missed: each room reads its tail before it is used again."""
        for room in self._rooms.values():
            self._doubt(room)

    def _doubt(self, room: Room) -> None:
        """Only rooms that somebody looks at are read at once; others when they are asked for."""
        room.stale = True
        if room.listeners:
            self._task(self._caught_up(room.id))

    async def _caught_up(self, seance: UUID) -> None:
        with suppress(Unavailable):
            await self.by_id(seance)

    def _forget_idle(self) -> None:
        for seance, room in list(self._rooms.items()):
            if not room.listeners and not room.lock.locked() and self.now() - room.touched_at > IDLE_MS:
                del self._rooms[seance]
                self._by_token.pop(room.words.token, None)


def _reading(do: Callable[[], T]) -> T:
    try:
        return do()
    except (DatabaseError, InterfaceError) as error:
        raise Unavailable(str(error)) from error
    finally:
        # A connection left open in a thread would outlive the database that it speaks to.
        if connection.vendor != "sqlite" or connection.errors_occurred:
            connection.close()
