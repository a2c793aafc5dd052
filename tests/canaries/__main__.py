"""Random sessions over the wire, as many as asked for: `python -m tests.canaries 300`.

Each seed that was played is written into `build/canaries-<database>.txt`; the same command goes on behind them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.canaries.places import Leak, Told  # noqa: E402 (the product's models want their settings first)
from tests.canaries.run import OPEN_DOORS, figures, play  # noqa: E402
from tests.ground.postgresql import Cluster  # noqa: E402
from tests.ground.server import Server  # noqa: E402

RECORD = Path("build")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.canaries", description=__doc__)
    parser.add_argument("sessions", type=int, help="how many seeds in all, counted from the first")
    parser.add_argument("--acts", type=int, default=60, help="acts of a session (60)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed (0)")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    asked = parser.parse_args()
    RECORD.mkdir(exist_ok=True)
    record = RECORD / f"canaries-{asked.database}.txt"
    known = {int(line.split()[1].rstrip(":")) for line in record.read_text().splitlines()} if record.exists() else set()
    seeds = [seed for seed in range(asked.seed, asked.seed + asked.sessions) if seed not in known]
    began = time.monotonic()

    def hear(told: Told) -> None:
        line = f"seed {told.seed}: {told.acts} acts, {told.accepted} accepted, {told.answers} answers, 0 canary"
        print(line, flush=True)
        with record.open("a") as kept:
            kept.write(f"{line}\n")

    with tempfile.TemporaryDirectory(prefix="sizain-canaries-") as folder, ExitStack() as stack:
        url = stack.enter_context(Cluster()).new_database() if asked.database == "postgresql" else None
        server = Server(Path(folder), database_url=url, measured=False, environment=OPEN_DOORS)
        stack.enter_context(server)
        leaked: list[Exception] = []
        every: list[Told] = []
        try:
            every = asyncio.run(play(server, url or server.data, seeds, asked.acts, hear))
        except* Leak as leaks:
            leaked += leaks.exceptions
    if leaked:
        print(*leaked, sep="\n\n")
        return 1
    print(f"{figures(every)}, {len(known)} played before, {time.monotonic() - began:.0f} s: 0 canary")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
