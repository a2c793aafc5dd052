"""Server-Sent Events, read from bytes as they come (WHATWG HTML, 9.2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """`name` is empty for a plain message; `id` is None where the message has none of its own."""

    name: str
    data: str
    id: str | None


class Reader:
    """Holds what has come of a message until the rest is there. The server ends its lines with LF alone."""

    def __init__(self) -> None:
        self._kept = b""
        self.retry_ms: int | None = None

    def feed(self, part: bytes) -> Iterator[Event]:
        """The messages that are whole once `part` has come; comments and empty ones are passed over."""
        *whole, self._kept = (self._kept + part).split(b"\n\n")
        for block in whole:
            event = self._read(block.decode())
            if event is not None:
                yield event

    def _read(self, block: str) -> Event | None:
        name, event_id, data = "", None, []
        for line in block.split("\n"):
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            match field:
                case "data":
                    data.append(value)
                case "event":
                    name = value
                case "id":
                    event_id = value
                case "retry" if value.isdigit():
                    self.retry_ms = int(value)
                case _:
                    pass
        return Event(name, "\n".join(data), event_id) if data else None
