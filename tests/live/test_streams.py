"""Streams of the real server: who is cut, what is never sent, and how one goes on after a cut."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from sizain.players import Following, Wire
from tests.ground.server import Server
from tests.live.people import SINCE, Circle, Guest

pytestmark = pytest.mark.database
AT_ONCE_S = 5.0
"""At once is one second (S-3) for whoever has the machine alone; here other tests use it too."""


class Watching(Following):
    """A stream that is read as it comes, with all that it ever said."""

    said = ""

    def _hear(self, part: bytes) -> None:
        self.said += part.decode()
        super()._hear(part)


@asynccontextmanager
async def watching(guest: Guest, path: str, since: str = "") -> AsyncIterator[Watching]:
    wire = Wire(guest.origin)
    wire.cookies = dict(guest.cookies)
    watching = Watching(wire, path, since)
    task = asyncio.create_task(watching.run())
    try:
        async with asyncio.timeout(10):
            await watching.live.wait()
        await until(lambda: watching.time_ms is not None)
        yield watching
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until(true: Callable[[], object], within_s: float = 10) -> float:
    """Waits until something is true; how long that took, in seconds."""
    start = time.monotonic()
    while not true():
        assert time.monotonic() - start < within_s, "it did not happen"
        await asyncio.sleep(0.005)
    return time.monotonic() - start


async def do(what: Callable[..., object], *args: object, **fields: str) -> None:
    """A guest acts in a thread, while streams are read here."""
    await asyncio.to_thread(what, *args, **fields)


REVOKED = {
    "removed": lambda room: room.lead("remove", seat=room.seat(room.client)),
    "refused": lambda room: room.lead("refuse", seat=room.seat(room.waiting)),
    "handed over": lambda room: take(room, room.link(f"seat/{room.seat(room.client)}")),
    "screen cut": lambda room: room.facilitator.post(room.path("links/screen/cut")),
    "screen renewed": lambda room: room.link("screen"),
}


def take(room: Circle, link: str) -> Guest:
    guest = room.guest()
    assert guest.fill(link, {}, form="csrfmiddlewaretoken").status_code == 303
    return guest


@pytest.mark.parametrize("how", REVOKED)
async def test_who_may_look_no_more_is_told_so_and_cut_at_once(hall: Server, how: str) -> None:
    with await asyncio.to_thread(Circle, hall) as room:
        guest = room.waiting if how == "refused" else room.client
        path = f"{room.link('screen')}stream" if how.startswith("screen") else room.path("stream")
        async with watching(guest, path) as stream:
            await do(REVOKED[how], room)
            await until(lambda: stream.gone, AT_ONCE_S)
            assert stream.said.endswith("event: gone\ndata: gone\n\n")
            await until(lambda: not stream.live.is_set())
        assert guest.get(path).status_code == 404
        assert guest.get(path.removesuffix("stream")).status_code == 404


async def test_a_server_that_stops_ends_its_streams_at_once_and_without_a_trace(
    make_server: Callable[..., Server],
) -> None:
    server = await asyncio.to_thread(make_server, measured=False)
    with await asyncio.to_thread(Circle, server) as room:
        async with (
            watching(room.client, room.path("stream")) as stream,
            watching(room.client, f"{await asyncio.to_thread(room.link, 'screen')}stream"),
        ):
            began = time.monotonic()
            await asyncio.to_thread(server.stop)
            assert time.monotonic() - began < AT_ONCE_S
            await until(lambda: not stream.live.is_set())
    assert "Traceback" not in server.log
    assert "Cancel" not in server.log


async def test_a_stream_shows_less_as_soon_as_its_seat_may_see_less(hall: Server) -> None:
    with await asyncio.to_thread(Circle, hall) as room:
        async with watching(room.client, room.path("stream")) as stream:
            await until(lambda: "sheet" in stream.regions)
            assert 'data-view="client"' in stream.regions["posture"]
            await do(room.do, room.client, "leave")
            await until(lambda: 'data-view="away"' in stream.regions["posture"], AT_ONCE_S)
            at = len(stream.said)
            await do(room.do, room.other, "raise-hand")
            await do(room.do, room.other, "lower-hand")
            await asyncio.sleep(0.1)
            for name in ("Thomas", "Hélène", "Awa"):
                assert name not in stream.said[at:]


async def test_one_goes_on_where_one_was_and_from_the_beginning_after_another_life(hall: Server) -> None:
    with await asyncio.to_thread(Circle, hall) as room:
        found = SINCE.search(room.client.get(room.path()).text)
        assert found
        async with watching(room.client, room.path("stream"), found[1]) as stream:
            await asyncio.sleep(0.1)
            assert stream.regions == {}
            await do(room.do, room.other, "raise-hand")
            await until(lambda: stream.regions)
            last = stream.last_id
            changed = set(stream.regions)
        await do(room.do, room.other, "lower-hand")
        async with watching(room.client, room.path("stream"), last) as stream:
            await until(lambda: stream.regions)
            assert changed <= set(stream.regions)
            assert not {"posture", "banner", "centre"} & set(stream.regions)
        for since in ("otherlif:1", "", "nonsense", f"{last.split(':')[0]}:-1"):
            async with watching(room.client, room.path("stream"), since) as stream:
                await until(lambda: {"posture", "sheet", "circle"} <= set(stream.regions))


async def test_a_change_that_one_may_not_see_sends_one_nothing(hall: Server) -> None:
    with await asyncio.to_thread(Circle, hall) as room:
        screen = f"{room.link('screen')}stream"
        async with (
            watching(room.waiting, room.path("stream")) as door,
            watching(room.client, screen) as wall,
            watching(room.facilitator, room.path("stream")) as console,
        ):
            await until(lambda: all(one.regions for one in (door, wall, console)))
            await do(room.lead, "advance", from_stage="clarification")
            await until(lambda: "contract" in wall.regions["posture"])
            await until(lambda: "contract" in door.regions["posture"])
            before = (told(door), told(wall))
            await do(room.lead, "dictate-contract", text="Un brouillon")
            await do(room.knock, "Zoé")
            await do(room.client.post, room.path("drafts/notes"), {"text": "à moi seul", "version": "0"})
            await until(lambda: "Zoé" in "".join(console.regions.values()))
            await asyncio.sleep(0.2)
            assert (told(door), told(wall)) == before


def told(stream: Watching) -> set[str]:
    """All that a stream ever said, but for signs of life and the numbers of buttons and batches."""
    kept = re.sub(r'^id: .*$|(?<=:)\d+(?=")', "", stream.said, flags=re.MULTILINE)
    return {one.strip() for one in kept.split("\n\n") if not one.startswith("event: time")}


async def test_a_quiet_stream_never_ceases_to_give_signs_of_life(hall: Server) -> None:
    """Each second here; thirty streams, because a timer that is a moment early is rare."""
    with await asyncio.to_thread(Circle, hall) as room:
        async with AsyncExitStack() as watched:
            streams = [await watched.enter_async_context(watching(room.client, room.path("stream"))) for _ in range(30)]
            start = time.monotonic()
            await asyncio.sleep(3)
            heard = [stream.said.count("event: time") for stream in streams]
            await until(lambda: all(one.said.count("event: time") >= 4 for one in streams), 5)
            assert max(heard) <= 3 + (time.monotonic() - start)
