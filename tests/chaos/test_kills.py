"""R-1 in short: what was acknowledged survives the death of the server."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.chaos.kept import Database
from tests.chaos.kills import kill_under_load
from tests.chaos.proof import nothing_broke
from tests.ground.server import Server

MANY = {"SIZAIN_WRONG_CODES": "100000", "SIZAIN_OPENINGS_PER_HOUR": "100000"}


@pytest.mark.database
async def test_killed_under_load_it_loses_and_repeats_nothing(
    make_server: Callable[..., Server], database_url: str | None
) -> None:
    server = make_server(measured=False, environment=MANY)
    kills = 5 if database_url else 20
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")
    told = await kill_under_load(server, Database(database_url or server.data), kills=kills, chance=random.Random(seed))
    print(told)
    assert told.acknowledged > 5 * kills
    assert told.retried
    nothing_broke(server.log)
