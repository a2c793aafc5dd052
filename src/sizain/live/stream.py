"""What comes down: Server-Sent Events. One message for each region of this viewer that changed; the id, which
a reconnecting browser sends back, stands on the last message of a batch only.

Nothing is queued for a slow reader: when it is ready again it gets the regions as they are then.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic

from sizain.live.regions import Drawn, draw
from sizain.method.sight import Sight
from sizain.seances.room import Listener, Room
from sizain.seances.rooms import Rooms

RETRY_MS = 1000


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
    sent: dict[str, tuple[object, ...]] = field(default_factory=dict)

    async def messages(self) -> AsyncIterator[str]:
        """The stream, until there is nothing to see here any more; then one `gone` and its end."""
        listener = Listener()
        self.room.listeners.add(listener)
        if self.seat is not None:
            self.room.arrive(self.seat)
        try:
            yield f"retry: {RETRY_MS}\n\n{self._time()}"
            beat = self._next_beat()
            while (sight := self.look()) is not None:
                listener.rung.clear()
                if batch := self._batch(sight):
                    yield batch
                await _rung(listener, beat - monotonic())
                # A busy room that changes nothing for this viewer is no sign of life either.
                if monotonic() >= beat:
                    yield self._time()
                    beat = self._next_beat()
            yield "event: gone\ndata: gone\n\n"
        finally:
            self.room.listeners.discard(listener)
            if self.seat is not None:
                self.room.depart(self.seat)

    def _batch(self, sight: Sight) -> str:
        """The regions that changed since the last batch, the id on the last one."""
        seq = self.room.state.seq
        drawn = draw(self.room, sight, self.rooms.configuration, self.language)
        changed = [one for one in drawn if self._is_new(one)]
        self.sent = {one.region: one.stamp for one in drawn}
        last = len(changed) - 1
        return "".join(
            _message(one, f"{self.rooms.epoch}:{seq}" if place == last else "") for place, one in enumerate(changed)
        )

    def _is_new(self, drawn: Drawn) -> bool:
        """Presence has no sequence number: on a new connection it is always sent."""
        if not self.sent or drawn.region not in self.sent:
            return drawn.seq > self.seen or drawn.presence
        return self.sent[drawn.region] != drawn.stamp

    def _next_beat(self) -> float:
        return monotonic() + self.rooms.configuration.heartbeat_s

    def _time(self) -> str:
        return f"event: time\ndata: {self.rooms.now()}\n\n"


def _message(drawn: Drawn, event_id: str) -> str:
    html = f'<hx-partial hx-target="#r-{drawn.region}" hx-swap="innerMorph">{drawn.html}</hx-partial>'
    lines = "".join(f"data: {line}\n" for line in html.splitlines())
    return f"{f'id: {event_id}' + chr(10) if event_id else ''}{lines}\n"


async def _rung(listener: Listener, seconds: float) -> None:
    """Waits for the bell, `seconds` at most."""
    with suppress(TimeoutError):
        await asyncio.wait_for(listener.rung.wait(), max(0.0, seconds))
