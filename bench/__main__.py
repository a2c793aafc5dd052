"""`python -m bench`: the ladder of rooms, the raw fan-out as the limit, and what the machine was doing."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import uvloop

from bench import circle, machine, raw, report
from bench.circle import Circle
from bench.load import Rung, climb
from tests.ground.ports import free_port
from tests.ground.postgresql import Cluster
from tests.ground.server import Server

LADDER = (10, 25, 50, 100, 150, 200, 300, 450, 600, 800, 1000)
LIMIT_MS = 250.0
AT_ONCE = 32
"""How many rooms are prepared at the same time."""
WARM_UP_S = 3


class Bench:
    """One run: a server on its core, the generator (this process) on the other, and a deadline."""

    def __init__(self, arguments: argparse.Namespace, folder: Path, stack: ExitStack) -> None:
        self.seconds: float = arguments.seconds
        self.ladder: Sequence[int] = arguments.rooms or LADDER
        self.deadline = time.monotonic() + arguments.minutes * 60
        self.folder = folder
        self.stack = stack
        self.server_core, self.generator_core = machine.cores()
        self.postgresql = arguments.database == "postgresql"
        self.notes: list[str] = []

    async def product(self) -> dict[str, Any]:
        """The real server, from few rooms to as many as it holds."""
        with machine.pinned(self.server_core):
            url = self.stack.enter_context(Cluster(durable=True)).new_database() if self.postgresql else None
            limits = {"SIZAIN_OPENINGS_PER_HOUR": "1000000", "SIZAIN_WRONG_CODES": "1000000"}
            server = Server(self.folder, database_url=url, environment=limits, measured=False)
            self.stack.enter_context(server)
        database = "postgres: " if self.postgresql else ""
        rooms: list[circle.Nine] = []
        joined: dict[str, Any] = {}

        async def more(number: int) -> None:
            nonlocal joined
            new = [circle.Nine(server.origin) for _ in range(number)]
            await gently([room.open for room in new])
            began = time.monotonic()
            await asyncio.gather(*(peer.join(room.code) for room in new for peer in room.peers))
            told = {"people": sum(len(room.peers) for room in new), "seconds": round(time.monotonic() - began, 2)}
            joined = max(joined, told, key=lambda one: one.get("people", 0))
            await gently([room.sit_down for room in new])
            await gently([room.look for room in new])
            rooms.extend(new)

        await more(1)
        await climb(rooms, WARM_UP_S, lambda: machine.spent(server.pid, database))
        empty, streams = machine.resident(server.pid), 9
        rungs = await self._climb(rooms, more, lambda: machine.spent(server.pid, database))
        grown = (machine.resident(server.pid) - empty) / max(1, 9 * len(rooms) - streams)
        for room in rooms:
            await room.leave()
        began = time.monotonic()
        server.restart()
        return {
            "database": "postgresql" if self.postgresql else "sqlite",
            "rooms_held": held(rungs),
            "rungs": [rung.figures() for rung in rungs],
            "bytes_of_memory_per_client": round(grown),
            "joining_at_once": joined,
            "restart_s": round(time.monotonic() - began, 2),
        }

    async def limit(self, size: int) -> dict[str, Any]:
        """The same load on an application that only hands bytes out."""
        command = (sys.executable, "-m", "bench.raw")
        port = free_port()
        with machine.pinned(self.server_core):
            server = Server(self.folder, command=(*command, str(port), str(size)), measured=False)
            server.port, server.origin = port, f"http://127.0.0.1:{port}"
            self.stack.enter_context(server)
        rooms: list[raw.Nine] = []

        async def more(number: int) -> None:
            new = [raw.Nine(server.origin, f"room{len(rooms) + place}") for place in range(number)]
            await gently([room.look for room in new])
            rooms.extend(new)

        await more(1)
        await climb(rooms, WARM_UP_S, lambda: machine.spent(server.pid))
        rungs = await self._climb(rooms, more, lambda: machine.spent(server.pid))
        for room in rooms:
            await room.leave()
        return {"bytes_per_batch": size, "rooms_held": held(rungs), "rungs": [rung.figures() for rung in rungs]}

    def log(self) -> str:
        """What the server said last."""
        kept = self.folder / "server.log"
        return kept.read_text(errors="replace")[-4000:] if kept.exists() else ""

    async def _climb(
        self, rooms: Sequence[Circle], more: Callable[[int], Awaitable[None]], measure: Callable[[], machine.Spent]
    ) -> list[Rung]:
        rungs: list[Rung] = []
        for wanted in self.ladder:
            began = time.monotonic()
            await more(wanted - len(rooms))
            print(f"  {wanted} rooms ready in {time.monotonic() - began:.1f} s", file=sys.stderr)
            rungs.append(await climb(rooms, self.seconds, measure))
            report.rung(rungs[-1])
            if not rungs[-1].within(LIMIT_MS):
                break
            if time.monotonic() + 3 * (time.monotonic() - began) > self.deadline:
                self.notes.append(f"the ladder stopped at {wanted} rooms for want of time, not because it was full")
                break
        return rungs


def held(rungs: Sequence[Rung]) -> int:
    """The most rooms with p99 from the act to the other eight within the limit."""
    return max((rung.rooms for rung in rungs if rung.within(LIMIT_MS)), default=0)


async def gently(works: Sequence[Callable[[], Awaitable[None]]]) -> None:
    """All of these, a few at the same time."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(work: Callable[[], Awaitable[None]]) -> None:
        async with turn:
            await work()

    await asyncio.gather(*(one(work) for work in works))


async def run(arguments: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="sizain-bench-", dir=arguments.folder) as folder, ExitStack() as stack:
        bench = Bench(arguments, Path(folder), stack)
        told: dict[str, Any] = {"machine": machine.described(Path(folder)), "limit_ms": LIMIT_MS}
        os.sched_setaffinity(0, {bench.generator_core})
        if bench.server_core == bench.generator_core:
            bench.notes.append("one core for server and generator: the figures are not those of a core for the server")
        report.title("Sizain", told["machine"])
        try:
            told["product"] = await bench.product()
        except Exception:
            print(bench.log(), file=sys.stderr)
            raise
        size = told["product"]["rungs"][-1]["bytes_per_batch"]
        if not arguments.no_limit:
            bench.deadline = time.monotonic() + arguments.minutes * 60 / 3
            report.title("Raw fan-out of the same bytes: the limit", {})
            told["limit"] = await bench.limit(size)
        told["notes"] = bench.notes + report.doubts(told)
        return told


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--rooms", type=int, nargs="+", help=f"the rungs of the ladder (default: {LADDER})")
    parser.add_argument("--seconds", type=int, default=8, help="how long each rung lasts (default: 8)")
    parser.add_argument("--minutes", type=float, default=3.0, help="no new rung after this long (default: 3)")
    parser.add_argument("--no-limit", action="store_true", help="leave the raw fan-out out")
    parser.add_argument("--folder", default=None, help="where the data goes: the disk that is measured")
    arguments = parser.parse_args()
    machine.allow_many_files()
    told = uvloop.run(run(arguments))
    report.end(told)
    json.dump(told, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
