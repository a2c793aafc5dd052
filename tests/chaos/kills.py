"""R-1: the server is killed at random moments under load, and started again."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass

from tests.chaos.crowd import Crowd, gather_crowd, never_backwards, settle
from tests.chaos.kept import Database
from tests.chaos.lives import Lives
from tests.chaos.proof import configured, everything_holds
from tests.ground.server import Server

BETWEEN = (2, 30)
"""How many acts are acknowledged between two kills: machines differ, this does not."""


@dataclass
class Killed:
    """What a run amounts to: how often, how many acts were acknowledged and of which kinds."""

    kills: int
    acknowledged: int
    retried: int
    kinds: Counter[str]
    entries: int


async def kill_under_load(server: Server, database: Database, *, kills: int, chance: random.Random) -> Killed:
    """Nine people act; `kills` times the server dies, at any moment of what it is doing.

    Fails when an acknowledged act is lost or applied twice, when something was shown that is not kept, when
    a screen goes back or differs from a fresh page, or from the replay of the journal.
    """
    crowd = await gather_crowd(server.origin)
    lives = Lives(crowd, chance, server.origin)
    await lives.begin()
    lives.start()
    try:
        for _ in range(kills):
            await _until_acknowledged(crowd, chance.randrange(*BETWEEN))
            await asyncio.sleep(chance.uniform(0, 0.05))
            await asyncio.to_thread(server.kill)
            kept = await asyncio.to_thread(database.last_seq, crowd.token)
            for member in crowd.members:
                assert member.screen.shown <= kept, f"{member.person.name} was shown {member.screen.shown} of {kept}"
                assert all(one.acted.seq <= kept for one in member.told), "acknowledged, and not on disk"
            await asyncio.to_thread(server.start)
        await _until_acknowledged(crowd, BETWEEN[1])
        await lives.stop()
        await settle(crowd, within_s=40)
        never_backwards(crowd)
        await everything_holds(crowd, database.read(crowd.token), configured(server.origin, server.data))
    finally:
        await crowd.leave()
    done = [one.acted for one in crowd.told if one.acted.done]
    return Killed(
        kills,
        len(done),
        sum(one.acted.tries > 1 for one in crowd.told),
        Counter(one.act for one in done),
        database.last_seq(crowd.token),
    )


async def _until_acknowledged(crowd: Crowd, more: int) -> None:
    wanted = sum(one.acted.done for one in crowd.told) + more
    deadline = time.monotonic() + 30
    while sum(one.acted.done for one in crowd.told) < wanted:
        assert time.monotonic() < deadline, "nobody could act any more"
        await asyncio.sleep(0.01)
