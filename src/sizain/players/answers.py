"""HTTP/1.1 answers as they come out of a socket: whole ones, and those whose body never ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

import httptools

READ_BYTES = 65536


class Lost(Exception):
    """The connection ended before the whole answer came: whether the request was carried out is not known."""


@dataclass
class Answer:
    """`headers` have lower-case names; `cookies` are the Set-Cookie lines; `body` is empty for a stream."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)
    body: bytes = b""

    @property
    def text(self) -> str:
        return self.body.decode()


class _Reading(asyncio.Protocol):
    """What both kinds of connection share: the parser, and the answer that it fills."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.answer = Answer()
        self.parser = httptools.HttpResponseParser(self)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # uvloop's own is not a subclass of it

    def data_received(self, data: bytes) -> None:
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserError:
            self.close()

    def on_header(self, name: bytes, value: bytes) -> None:
        known, said = name.decode("ascii").lower(), value.decode("latin-1")
        if known == "set-cookie":
            self.answer.cookies.append(said)
        else:
            self.answer.headers[known] = said

    def on_headers_complete(self) -> None:
        self.answer.status = self.parser.get_status_code()

    def send(self, request: bytes) -> None:
        """Raises `Lost` when there is no connection yet."""
        if self.transport is None:
            raise Lost
        self.transport.write(request)

    def pause(self) -> None:
        """Reads nothing more, without telling the other side: a slow network."""
        if self.transport is not None:
            self.transport.pause_reading()

    def resume(self) -> None:
        if self.transport is not None:
            self.transport.resume_reading()

    def close(self) -> None:
        """Ends the connection at once, from this side."""
        if self.transport is not None:
            self.transport.abort()


class Exchange(_Reading):
    """One connection that is asked one thing at a time, and kept open between."""

    def __init__(self) -> None:
        super().__init__()
        self.open = True
        self._waiting: asyncio.Future[Answer] | None = None
        self._body: list[bytes] = []

    async def ask(self, request: bytes) -> Answer:
        """The answer to these bytes. Raises `Lost`."""
        if not self.open:
            raise Lost
        self.answer, self._body = Answer(), []
        self._waiting = asyncio.get_running_loop().create_future()
        self.send(request)
        try:
            return await self._waiting
        finally:
            self._waiting = None

    def on_body(self, part: bytes) -> None:
        self._body.append(part)

    def on_message_complete(self) -> None:
        if self.answer.status < 200:  # an interim answer: the real one follows
            return
        self.answer.body = b"".join(self._body)
        if not self.parser.should_keep_alive():
            self.open = False
            self.close()
        # The parser of the next answer: this one may not start again.
        self.parser = httptools.HttpResponseParser(self)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(self.answer)

    def connection_lost(self, error: Exception | None) -> None:
        self.open = False
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(Lost())


class Endless(_Reading):
    """One connection whose body is given away part by part as it comes, until it ends."""

    def __init__(self, hear: Callable[[bytes], None]) -> None:
        super().__init__()
        self.begun: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._hear = hear

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        if not self.begun.done():
            self.begun.set_result(self.answer)

    def on_body(self, part: bytes) -> None:
        self._hear(part)

    def on_message_complete(self) -> None:
        self.close()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.begun.done():
            self.begun.set_exception(Lost())
            self.begun.exception()  # looked at here: nobody may be waiting any more
        if not self.ended.done():
            self.ended.set_result(None)
