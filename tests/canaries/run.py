"""Many sessions on one server, several at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.canaries.journal import Journal
from tests.canaries.places import Told
from tests.canaries.play import Played
from tests.ground.server import Server

OPEN_DOORS = {"SIZAIN_OPENINGS_PER_HOUR": "100000", "SIZAIN_WRONG_CODES": "100000", "SIZAIN_HEARTBEAT_S": "1"}
TOGETHER = 3
PEOPLE = (2, 3, 4)
"""How many come, beside the facilitation: the seeds in turn."""


async def play(
    server: Server, where: Path | str, seeds: Iterable[int], acts: int, hear: Callable[[Told], None] = lambda told: None
) -> list[Told]:
    """One session of so many acts for each seed; `hear` is told of each. Raises `Leak`."""
    waiting, done = iter(seeds), list[Told]()

    async def go_on() -> None:
        with Journal(where) as journal:
            for seed in waiting:
                told = await Played(server.origin, journal, seed, people=PEOPLE[seed % len(PEOPLE)]).play(acts)
                done.append(told)
                hear(told)

    async with asyncio.TaskGroup() as group:
        for _ in range(TOGETHER):
            group.create_task(go_on())
    return done


def figures(every: list[Told]) -> str:
    """What many sessions amount to."""
    acts, accepted = sum(one.acts for one in every), sum(one.accepted for one in every)
    answers, megabytes = sum(one.answers for one in every), sum(one.received for one in every) / 1e6
    return f"{len(every)} sessions, {acts} acts ({accepted} accepted), {answers} answers, {megabytes:.0f} MB searched"
