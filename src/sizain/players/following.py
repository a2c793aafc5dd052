"""Watching a room: its stream, the regions as they are shown, and connecting again after every cut."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from sizain.players.answers import Endless, Lost
from sizain.players.sse import Event, Reader
from sizain.players.wire import Wire

RETRY_S = 1.0
OPENING = '<hx-partial hx-target="#r-'
CLOSING = "</hx-partial>"


@dataclass(frozen=True, slots=True)
class Batch:
    """What came together: `seq` is the journal's number that is shown now, `at` the loop's time in seconds,
    `size` the bytes of its messages."""

    seq: int
    at: float
    regions: tuple[str, ...]
    size: int


class Following:
    """A stream that is read until the room has nothing more to show to this person.

    `path` is the stream's address, `since` what a fresh page said that it shows. `silence_s` is how long
    nothing may come, not even a heartbeat, before the connection is taken for dead; `retry_s` how long to wait
    before another one, what the server asks for by default.
    """

    def __init__(
        self,
        wire: Wire,
        path: str,
        since: str,
        *,
        regions: dict[str, str] | None = None,
        hear: Callable[[Batch], None] | None = None,
        silence_s: float = 40.0,
        retry_s: float | None = None,
    ) -> None:
        self.wire = wire
        self.path = path
        self.last_id = since
        self.shown = _seq(since)
        """The highest sequence number that this screen said it shows."""
        self.gone = False
        self.connections = 0
        self.time_ms: int | None = None
        """The server's clock, as it said it last."""
        self.backwards: list[tuple[int, int]] = []
        """Each time the sequence went back: from what to what. Empty, or the server is wrong."""
        self.live = asyncio.Event()
        """Set while a stream is open."""
        self.regions = dict(regions or {})
        self._hear_batch = hear
        self._silence_s = silence_s
        self._retry_s = RETRY_S if retry_s is None else retry_s
        self._obeys = retry_s is None
        self._reader = Reader()
        self._heard_at = 0.0
        self._pending: list[str] = []
        self._size = 0
        self._endless: Endless | None = None
        self._now = asyncio.get_running_loop().time

    async def run(self) -> None:
        """Until the room says that there is nothing to see here any more; cancel it to look away."""
        try:
            while not self.gone:
                with suppress(Lost, OSError, TimeoutError):
                    await self._watch()
                if not self.gone:
                    await asyncio.sleep(self._retry_s)
        finally:
            self.cut()

    def cut(self) -> None:
        """Breaks the connection from this side, as a tunnel does; `run` opens another."""
        if self._endless is not None:
            self._endless.close()

    def pause(self) -> None:
        """Reads nothing more, without saying so: a slow network."""
        if self._endless is not None:
            self._endless.pause()

    def resume(self) -> None:
        if self._endless is not None:
            self._endless.resume()

    async def _watch(self) -> None:
        self._reader, self._pending, self._size = Reader(), [], 0
        self._heard_at = self._now()
        endless = await self.wire.stream(f"{self.path}?since={self.last_id}", self._hear, self.last_id)
        self._endless = endless
        try:
            if endless.answer.status == 404:
                self.gone = True
            elif endless.answer.status == 200:
                self.connections += 1
                self.live.set()
                await self._until_silent(endless)
        finally:
            self.live.clear()
            endless.close()

    async def _until_silent(self, endless: Endless) -> None:
        while not endless.ended.done():
            left = self._heard_at + self._silence_s - self._now()
            if left <= 0:
                return
            await asyncio.wait({endless.ended}, timeout=left)

    def _hear(self, part: bytes) -> None:
        self._heard_at = self._now()
        self._size += len(part)
        for event in self._reader.feed(part):
            self._take(event)

    def _take(self, event: Event) -> None:
        if event.name == "time":
            self.time_ms = int(event.data)
        elif event.name == "gone":
            self.gone = True
        elif event.data.startswith(OPENING):
            name = event.data[len(OPENING) : event.data.index('"', len(OPENING))]
            self._pending.append(name)
            self.regions[name] = event.data[event.data.index(">") + 1 : -len(CLOSING)]
        if event.id is not None:
            self._end_batch(event.id)
        if self._obeys and self._reader.retry_ms is not None:
            self._retry_s = self._reader.retry_ms / 1000

    def _end_batch(self, event_id: str) -> None:
        seq = _seq(event_id)
        if seq < self.shown:
            self.backwards.append((self.shown, seq))
        self.last_id, self.shown = event_id, seq
        batch = Batch(seq, self._heard_at, tuple(self._pending), self._size)
        self._pending, self._size = [], 0
        if self._hear_batch is not None:
            self._hear_batch(batch)


def _seq(event_id: str) -> int:
    number = event_id.rpartition(":")[2]
    return int(number) if number.isdigit() else 0
