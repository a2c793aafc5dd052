"""A small TCP proxy that breaks what passes through it, in the ways that networks do."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
from types import TracebackType
from typing import Self

from tests.ground.ports import free_port

BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
CHUNK = 65536


class Link:
    """One connection through the proxy, both ways."""

    def __init__(self, down: asyncio.StreamWriter, up: asyncio.StreamWriter) -> None:
        self.down = down
        self.up = up
        self.open = asyncio.Event()
        self.open.set()
        """Cleared, nothing passes any more, and nobody is told."""
        self.left: int | None = None
        """How many more bytes go down before the link is reset; None for no such end."""

    def reset(self) -> None:
        """Ends it the hard way: the other side gets RST, as from a restarted router."""
        sock: socket.socket | None = self.down.get_extra_info("socket")
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.down.transport.abort()
        self.up.transport.abort()

    def half_close(self) -> None:
        """The server's side ends; the client hears nothing of it."""
        self.open.clear()
        self.up.transport.abort()


class Proxy:
    """Listens on a free port of 127.0.0.1 and leads to `port`. `down` answers 502 to whoever comes."""

    def __init__(self, port: int) -> None:
        self.target = port
        self.port = free_port()
        self.links: list[Link] = []
        self.down = False
        self.lose_next_post = False
        """The next POST arrives, and its answer does not."""
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for link in self.links:
            link.reset()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def through(self) -> tuple[str, int]:
        return "127.0.0.1", self.port

    def alive(self) -> list[Link]:
        self.links = [link for link in self.links if not link.down.is_closing()]
        return self.links

    def cut(self, how: str, chance: random.Random) -> int:
        """Breaks every link that is open. Gives how many. `how` is one of `CUTS`."""
        broken = [link for link in self.alive() if link.open.is_set()]
        for link in broken:
            match how:
                case "reset":
                    link.reset()
                case "silence":
                    link.open.clear()
                case "half-open":
                    link.half_close()
                case "inside a message":
                    link.left = chance.randrange(1, 9000)
                case _:
                    raise ValueError(how)
        return len(broken)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self.down:
            writer.write(BAD_GATEWAY)
            with contextlib.suppress(OSError):
                await writer.drain()
            writer.close()
            return
        try:
            back, up = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        link = Link(writer, up)
        self.links.append(link)
        # Python 3.11 cannot bear that a connection's task ends as cancelled.
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(self._pump(reader, up, link, down=False), self._pump(back, writer, link, down=True))
        link.reset()

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, link: Link, *, down: bool
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(CHUNK):
                await link.open.wait()
                if not down and self.lose_next_post and data.startswith(b"POST "):
                    self.lose_next_post, link.left = False, 0
                if down and link.left is not None:
                    data, link.left = data[: link.left], link.left - len(data)
                writer.write(data)
                await writer.drain()
                if down and link.left is not None and link.left <= 0:
                    link.reset()
            await link.open.wait()
        if not writer.is_closing():
            writer.close()


CUTS = ("reset", "inside a message", "silence", "reset", "inside a message", "half-open")
