"""R-4: streams cut in every way that networks know, a proxy that says 502, and a reader who does not read."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.chaos.crowd import Crowd, Member, gather_crowd, never_backwards, settle
from tests.chaos.proxy import CUTS, Proxy
from tests.ground.server import Server

HEARTBEAT_S = 1.0
SILENCE_S = 3.5
"""A stream that says nothing for longer than three signs of life is given up by these readers."""
BUSY_S = 40.0
"""How long a busy machine may take for what takes a second on a quiet one."""
QUICK_HEART = {"SIZAIN_HEARTBEAT_S": str(HEARTBEAT_S)}


@dataclass
class Cut:
    """How many streams were cut, and how long each round took until every screen was right again."""

    cuts: int = 0
    catch_up_s: list[float] = field(default_factory=list)
    acknowledged: int = 0


@asynccontextmanager
async def behind_a_proxy(server: Server) -> AsyncIterator[tuple[Crowd, Proxy]]:
    """Nine people, all of them behind one proxy, in the stage where the floor goes round."""
    async with Proxy(server.port) as proxy:
        crowd = await gather_crowd(server.origin, through=proxy.through, silence_s=SILENCE_S)
        lead = crowd.facilitator
        await lead.act("hear-charter")
        await lead.act("open")
        try:
            yield crowd, proxy
        finally:
            await crowd.leave()


async def murmur(crowd: Crowd, chance: random.Random, until: asyncio.Event) -> None:
    """Hands go up and down and the floor goes round, until `until`."""
    while not until.is_set():
        await one_gesture(crowd, chance)
        await asyncio.sleep(chance.uniform(0.01, 0.1))


async def one_gesture(crowd: Crowd, chance: random.Random) -> None:
    member = chance.choice(crowd.peers)
    if chance.random() < 0.3:
        await crowd.facilitator.act("give-floor", {"seat": member.seat})
    else:
        await member.act(chance.choice(("raise-hand", "lower-hand")))


async def cut_streams(server: Server, *, cuts: int, chance: random.Random) -> Cut:
    """Cuts nine streams at a time, in each way in turn, while people act; then every screen must be right."""
    told = Cut()
    async with behind_a_proxy(server) as (crowd, proxy):
        ways = 0
        while told.cuts < cuts:
            quiet = asyncio.Event()
            acting = [asyncio.create_task(murmur(crowd, chance, quiet)) for _ in range(3)]
            await asyncio.sleep(chance.uniform(0.1, 0.4))
            before = [member.screen.connections for member in crowd.members]
            way = CUTS[ways % len(CUTS)]
            proxy.cut(way, chance)
            ways += 1
            await _all_came_back(crowd, before, way)
            told.cuts += len(crowd.members)
            quiet.set()
            await asyncio.gather(*acting)
            told.catch_up_s.append(await settle(crowd, within_s=BUSY_S))
            never_backwards(crowd)
    told.acknowledged = sum(one.acted.done for one in crowd.told)
    return told


async def _all_came_back(crowd: Crowd, before: list[int], way: str) -> None:
    """Every stream ended and another one began: a reader of a silent one needs its patience first."""
    pairs = list(zip(crowd.members, before, strict=True))
    deadline = time.monotonic() + BUSY_S
    while missing := [
        member.person.name
        for member, earlier in pairs
        if member.screen.connections <= earlier or not member.screen.live.is_set()
    ]:
        assert time.monotonic() < deadline, f"after « {way} », these did not come back: {missing}"
        await asyncio.sleep(0.02)


async def through_a_502(server: Server, *, seconds: float, chance: random.Random) -> Crowd:
    """The proxy loses its server for a while: acts wait with their key, streams come back by themselves."""
    async with behind_a_proxy(server) as (crowd, proxy):
        quiet = asyncio.Event()
        acting = [asyncio.create_task(murmur(crowd, chance, quiet)) for _ in range(3)]
        await asyncio.sleep(0.3)
        proxy.down = True
        proxy.cut("reset", chance)
        await asyncio.sleep(seconds)
        assert not any(member.screen.live.is_set() for member in crowd.members)
        proxy.down = False
        async with asyncio.timeout(BUSY_S):
            for member in crowd.members:
                await member.screen.live.wait()
        quiet.set()
        await asyncio.gather(*acting)
        await settle(crowd, within_s=BUSY_S)
        never_backwards(crowd)
    return crowd


@dataclass
class Slow:
    """What one who does not read cost the others, in milliseconds, and what that one got in the end."""

    before_ms: float
    beside_ms: float
    behind: int
    """How far behind the slow screen was when it read again."""


async def beside_a_slow_reader(server: Server, *, acts: int, chance: random.Random) -> Slow:
    """One screen stops reading for `acts` acts: the others go on at their pace, and it catches up at once."""
    async with behind_a_proxy(server) as (crowd, _):
        slow = crowd.peers[-1]
        others = [member for member in crowd.members if member is not slow]
        usual = [await _seen_by(others, crowd.peers[0]) for _ in range(20)]
        slow.screen.pause()
        shown = slow.screen.shown
        beside = [await _seen_by(others, chance.choice(crowd.peers[:-1])) for _ in range(acts)]
        behind = crowd.facilitator.screen.shown - shown
        slow.screen.resume()
        await settle(crowd, within_s=BUSY_S)
        never_backwards(crowd)
    return Slow(statistics.median(usual) * 1000, statistics.median(beside) * 1000, behind)


async def _seen_by(others: list[Member], who: Member) -> float:
    """Seconds from an act to its arrival on all those screens."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    acted = await who.act("raise-hand")
    again = await who.act("lower-hand")
    assert acted.done
    assert again.done
    deadline = began + BUSY_S
    while any(member.screen.shown < again.seq for member in others):
        assert loop.time() < deadline, "an act did not arrive"
        await asyncio.sleep(0.001)
    return loop.time() - began
