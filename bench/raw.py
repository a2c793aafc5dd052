"""The limit: bytes handed to the same number of streams by a bare ASGI application, nothing kept or drawn.

`python -m bench.raw PORT BYTES` serves it; `Nine` is a room of it, for the same load.
"""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from typing import Any

import uvicorn

from bench.circle import Refused, Seen
from sizain.players import Following, Wire

PEOPLE = 9


class Room:
    def __init__(self) -> None:
        self.seq = 0
        self.message = b""
        self.bells: set[asyncio.Event] = set()


class Fanout:
    """POST to a room rings; each stream of the room then sends the same bytes."""

    def __init__(self, size: int) -> None:
        self.filling = b"x" * size
        self.rooms: dict[str, Room] = defaultdict(Room)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        if scope["path"] == "/health":
            await _say(send, 200, b"ok\n")
            return
        room = self.rooms[scope["path"].split("/")[2]]
        if scope["method"] == "POST":
            await self._act(room, receive, send)
        else:
            await self._stream(room, receive, send)

    async def _act(self, room: Room, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass
        room.seq += 1
        room.message = b"id: raw:%d\ndata: %b\n\n" % (room.seq, self.filling)
        for bell in room.bells:
            bell.set()
        await _say(send, 204, b"", [(b"sizain-seq", b"%d" % room.seq)])

    async def _stream(self, room: Room, receive: Any, send: Any) -> None:
        bell = asyncio.Event()
        room.bells.add(bell)
        gone = asyncio.ensure_future(_left(receive))
        try:
            await send(
                {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]}
            )
            await send({"type": "http.response.body", "body": b"retry: 1000\n\n", "more_body": True})
            while not gone.done():
                ringing = asyncio.ensure_future(bell.wait())
                await asyncio.wait({ringing, gone}, return_when=asyncio.FIRST_COMPLETED)
                ringing.cancel()
                bell.clear()
                if not gone.done():
                    await send({"type": "http.response.body", "body": room.message, "more_body": True})
        finally:
            gone.cancel()
            room.bells.discard(bell)


async def _left(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _say(send: Any, status: int, body: bytes, headers: list[tuple[bytes, bytes]] | None = None) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers or []})
    await send({"type": "http.response.body", "body": body})


class Nine:
    """Nine streams of one room of the bare application, and one who posts."""

    def __init__(self, address: str, name: str) -> None:
        self.seen = [Seen() for _ in range(PEOPLE)]
        self.wire = Wire(address)
        self.path = f"/s/{name}"
        self.followings = [Following(Wire(address), f"{self.path}/stream", "", hear=seen.hear) for seen in self.seen]
        self._tasks: list[asyncio.Task[None]] = []

    async def look(self) -> None:
        self._tasks = [asyncio.create_task(following.run()) for following in self.followings]
        for following in self.followings:
            await following.live.wait()

    async def act(self) -> tuple[int, int]:
        answer = await self.wire.post(f"{self.path}/act", {}, scripted=True)
        if answer.status != 204:
            raise Refused(str(answer.status))
        return 0, int(answer.headers["sizain-seq"])

    async def leave(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.wire.hang_up()


if __name__ == "__main__":
    uvicorn.run(
        Fanout(int(sys.argv[2])),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        log_config=None,
        access_log=False,
        backlog=4096,
    )
