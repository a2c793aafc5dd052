"""The full forms, on demand: `python -m tests.chaos kills|cuts [--times N] [--seed N] [--database postgresql]`.

R-1 asks for 200 kills and 20,000 acknowledged acts, R-4 for 1,000 cut streams.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.chaos.cuts import QUICK_HEART, cut_streams  # noqa: E402 (the product's models want their settings first)
from tests.chaos.kept import Database  # noqa: E402
from tests.chaos.kills import kill_under_load  # noqa: E402
from tests.chaos.proof import nothing_broke  # noqa: E402
from tests.ground.postgresql import Cluster  # noqa: E402
from tests.ground.server import Server  # noqa: E402

MANY = {"SIZAIN_WRONG_CODES": "100000", "SIZAIN_OPENINGS_PER_HOUR": "100000"}
A_ROOM = 20
"""Kills, or rounds of cuts, of one room; then another one is opened."""


async def run(server: Server, database: Database, what: str, times: int, seed: int) -> None:
    done = 0
    while done < times:
        chance, began = random.Random(seed + done), time.monotonic()
        step = min(A_ROOM if what == "kills" else 9 * A_ROOM, times - done)
        if what == "kills":
            print(f"seed {seed + done}:", await kill_under_load(server, database, kills=step, chance=chance))
        else:
            print(f"seed {seed + done}:", await cut_streams(server, cuts=step, chance=chance))
        nothing_broke(server.log)
        done += step
        print(f"{done} of {times}, {time.monotonic() - began:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("what", choices=("kills", "cuts"))
    parser.add_argument("--times", type=int, help="kills (200) or cut streams (1,000)")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sizain-chaos-") as folder, ExitStack() as stack:
        url = stack.enter_context(Cluster(durable=True)).new_database() if asked.database == "postgresql" else None
        server = Server(Path(folder), database_url=url, measured=False, environment={**MANY, **QUICK_HEART})
        stack.enter_context(server)
        times = asked.times or (200 if asked.what == "kills" else 1000)
        asyncio.run(run(server, Database(url or server.data), asked.what, times, asked.seed))


if __name__ == "__main__":
    main()
