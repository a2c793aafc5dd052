"""What the machine says of itself and of processes: cores, processor time, memory, and who else was busy."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICK_S = 1 / os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def cores() -> tuple[int, int]:
    """The core of the server and the one of the generator; the same one twice on a machine with one core."""
    mine = sorted(os.sched_getaffinity(0))
    return mine[0], mine[-1]


@contextmanager
def pinned(core: int) -> Iterator[None]:
    """What is started inside stays on `core`; this process goes back to where it was."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def allow_many_files() -> None:
    """As many open connections as the machine lets us; a process started later inherits it."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


@dataclass(frozen=True)
class Spent:
    """Processor time so far, in seconds: of the server, its database, the generator, and of everybody."""

    server: float
    database: float
    generator: float
    machine: float

    def since(self, before: Spent) -> Spent:
        return Spent(
            self.server - before.server,
            self.database - before.database,
            self.generator - before.generator,
            self.machine - before.machine,
        )

    @property
    def others(self) -> float:
        """What neither we nor those whom we started used."""
        return max(0.0, self.machine - self.server - self.database - self.generator)


def spent(server: int, database: str = "") -> Spent:
    """`server` is the leader of its process group; `database` a part of the command line of its processes."""
    groups, named = 0.0, 0.0
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            after = (process / "stat").read_text().rpartition(")")[2].split()
            command = (process / "cmdline").read_bytes().decode(errors="replace") if database else ""
        except (FileNotFoundError, ProcessLookupError):
            continue
        ticks = (int(after[11]) + int(after[12])) * TICK_S
        if int(after[2]) == server:
            groups += ticks
        elif database and command.startswith(database):
            named += ticks
    own = os.times()
    return Spent(groups, named, own.user + own.system, _busy())


def _busy() -> float:
    """Seconds that all cores together did not idle."""
    user, nice, system, _idle, _wait, irq, soft, steal, *_ = map(
        int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    )
    return (user + nice + system + irq + soft + steal) * TICK_S


def resident(process: int) -> int:
    """Bytes of memory that a process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE


def described(folder: Path) -> dict[str, object]:
    """The machine, for whoever reads the figures later."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    kind = subprocess.run(["stat", "-f", "-c", "%T", str(folder)], capture_output=True, text=True, check=False)
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "system": platform.system(),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "data_on": kind.stdout.strip(),
        "load_before": os.getloadavg()[0],
    }
