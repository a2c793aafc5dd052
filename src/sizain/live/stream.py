"""What comes down: Server-Sent Events. One message for each region of this viewer that changed; the id, which
a reconnecting browser sends back, stands on the last message of a batch only.

Nothing is queued for a slow reader: when it is ready again it gets the regions as they are then.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from sizain.live.regions import Drawn, draw
from sizain.method.sight import Sight
from sizain.seances.room import Listener, Room
from sizain.seances.rooms import Rooms

RETRY_MS = 1000
_open: set[asyncio.Future[None]] = set()
"""Of each stream of this process, what ends it."""


def end_streams() -> None:
    """Every stream of this process ends, as if its other side had gone: the server stops. Browsers ask again."""
    for left in _open:
        left.cancel()


def resume_point(rooms: Rooms, last_event_id: str | None) -> int:
    """The sequence number that the viewer shows, or 0 (nothing yet) when the id is of another life."""
    epoch, _, seq = (last_event_id or "").partition(":")
    if epoch != rooms.epoch or not (seq.isascii() and seq.isdigit() and len(seq) < 10):
        return 0
    return int(seq)


@dataclass
class Viewer:
    """Someone who looks at a room. `look` gives what they may see now, None once they may see nothing;
    `seen` is the sequence number of what their page shows, 0 for nothing."""

    rooms: Rooms
    room: Room
    look: Callable[[], Sight | None]
    language: str
    seen: int
    seat: str | None
    sent: dict[str, Drawn] = field(default_factory=dict)

    async def watch(self, say: Callable[[bytes], Awaitable[None]], left: asyncio.Future[None]) -> None:
        """Says the stream until `left` is done, or until there is nothing to see here any more: then one
        `gone`. `say` may wait for a slow reader."""
        listener, loop = Listener(), asyncio.get_running_loop()
        left.add_done_callback(lambda _: listener.ring())
        self.room.listeners.add(listener)
        if self.seat is not None:
            self.room.arrive(self.seat)
        due = False

        def beat_is_due() -> None:
            nonlocal due
            due = True
            listener.ring()

        beat = loop.call_later(self.rooms.configuration.heartbeat_s, beat_is_due)
        try:
            await say(f"retry: {RETRY_MS}\n\n".encode() + self._time())
            while not left.done():
                if (sight := self.look()) is None:
                    await say(b"event: gone\ndata: gone\n\n")
                    return
                if batch := self._batch(sight):
                    await say(batch)
                # A busy room that changes nothing for this viewer is no sign of life either.
                # The timer says so itself: it may ring a moment before the loop's clock reads that it is time.
                if due:
                    due = False
                    beat = loop.call_later(self.rooms.configuration.heartbeat_s, beat_is_due)
                    await say(self._time())
                await listener.wait()
        finally:
            beat.cancel()
            self.room.listeners.discard(listener)
            if self.seat is not None:
                self.room.depart(self.seat)

    def _batch(self, sight: Sight) -> bytes:
        """The regions that changed since the last batch, the id on the last one."""
        drawn = draw(self.room, sight, self.rooms.configuration, self.language)
        changed = [one.lines for one in drawn if self._is_new(one)]
        self.sent = {one.region: one for one in drawn}
        if not changed:
            return b""
        changed[-1] = b"id: %b:%d\n%b" % (self.rooms.epoch.encode(), self.room.state.seq, changed[-1])
        return b"\n".join(changed) + b"\n"

    def _is_new(self, drawn: Drawn) -> bool:
        """Presence has no sequence number: on a new connection it is always sent."""
        sent = self.sent.get(drawn.region)
        if sent is None:
            return drawn.seq > self.seen or drawn.presence
        return drawn is not sent and drawn.lines != sent.lines

    def _time(self) -> bytes:
        return b"event: time\ndata: %d\n\n" % self.rooms.now()


class EventStream(StreamingResponse):
    """The answer that a stream is: two tasks for each of them, and nothing between the batch and the socket."""

    def __init__(self, viewer: Viewer, headers: Mapping[str, str]) -> None:
        super().__init__((), media_type="text/event-stream", headers=headers)
        self.viewer = viewer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def say(part: bytes) -> None:
            await send({"type": "http.response.body", "body": part, "more_body": True})

        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        left = asyncio.ensure_future(_left(receive))
        _open.add(left)
        try:
            await self.viewer.watch(say, left)
        finally:
            _open.discard(left)
            left.cancel()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _left(receive: Receive) -> None:
    """Until the other side has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
