"""The real product in a process of its own, started, killed and started again by tests."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.ground.ports import free_port

SERVE = (sys.executable, "-m", "sizain", "serve")
# What this suite says to its own process and must not say to the server it starts.
NOT_INHERITED = ("SIZAIN_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTEST_", "TZ")
NOT_MEASURED = ("COVERAGE_", "COV_")
RUNNING: weakref.WeakSet[Server] = weakref.WeakSet()
"""The servers of this process, to be asked where they stand when a test waited in vain."""


class Server:
    """One instance of the product: a data folder, a port of 127.0.0.1 and a log.

    `database_url` — the database; SQLite in the data folder when None.
    `command` — what to run, `sizain serve` by default.
    `environment` — more variables for the process (`SIZAIN_…`).
    `measured` — whether its lines count for coverage; measuring slows it, and a killed process
    has nothing to tell: tests of speed and of kills say False.
    """

    def __init__(
        self,
        folder: Path,
        *,
        database_url: str | None = None,
        command: Sequence[str] = SERVE,
        environment: Mapping[str, str] | None = None,
        measured: bool = True,
    ) -> None:
        self.data = folder / "data"
        self.data.mkdir(parents=True, exist_ok=True)
        self.log_file = folder / "server.log"
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.command = tuple(command)
        kept_out = NOT_INHERITED if measured else NOT_INHERITED + NOT_MEASURED
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(kept_out)},
            "SIZAIN_DATA": str(self.data),
            "SIZAIN_HOST": "127.0.0.1",
            "SIZAIN_PORT": str(self.port),
            "SIZAIN_URL": self.origin,
            "PYTHONUNBUFFERED": "1",
            **({"DATABASE_URL": database_url} if database_url else {}),
            **(environment or {}),
        }
        self._process: subprocess.Popen[bytes] | None = None
        RUNNING.add(self)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """The process that was started, which leads a group of its own."""
        assert self._process is not None, "the server is not running"
        return self._process.pid

    @property
    def log(self) -> str:
        """All that the server printed since its first start."""
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    @property
    def stored(self) -> bytes:
        """All that stands in the data folder; with another database than SQLite, nothing of a session is there."""
        return b"".join(path.read_bytes() for path in sorted(self.data.rglob("*")) if path.is_file())

    def url(self, path: str = "/") -> str:
        """The full address of a path of this server."""
        return self.origin + path

    def start(self, *, within_s: float = 30) -> None:
        """Start the server and wait until it says that it is well; fail with its log if not."""
        assert self._process is None, "the server already runs"
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + within_s
        while not self.answers():
            ended = self._process.poll()
            if ended is not None or time.monotonic() > deadline:
                self.kill()
                how = f"ended with {ended}" if ended is not None else f"silent for {within_s} s"
                raise AssertionError(f"The server did not start ({how}):\n{self.log[-4000:]}")
            time.sleep(0.02)

    def answers(self) -> bool:
        """Whether GET /health is answered with 200 now."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        """End the whole process group at once (SIGKILL), as a power cut would."""
        if self._process is not None:
            self._signal_group(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def stop(self, *, within_s: float = 15) -> None:
        """Ask the server to end (SIGTERM), and leave nothing of its group behind.

        Fails when it does not end in time.
        """
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(within_s)
        except subprocess.TimeoutExpired as late:
            self.kill()
            raise AssertionError(f"The server did not stop:\n{self.log[-4000:]}") from late
        self.kill()

    def where_it_stands(self) -> str:
        """What every thread of the server does now, for a test that waited for an answer in vain."""
        if self._process is None or self._process.poll() is not None:
            return "the server does not run"
        said = len(self.log)
        os.kill(self.pid, signal.SIGUSR1)
        deadline = time.monotonic() + 2
        while len(self.log) == said and time.monotonic() < deadline:
            time.sleep(0.02)
        return self.log[said:] or "the server says nothing: it is stopped, or a library holds it"

    def restart(self) -> None:
        """Stop, then start again on the same port, data and database."""
        self.stop()
        self.start()

    def freeze(self) -> None:
        """Suspend the whole group (SIGSTOP) until `thaw`."""
        self._signal_group(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen group go on (SIGCONT)."""
        self._signal_group(signal.SIGCONT)

    def _signal_group(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):  # everybody of the group has gone
            os.killpg(self.pid, number)
