"""The console script `sizain`: `serve` runs it, `check` says what is right and what is not."""

from __future__ import annotations

import argparse
import faulthandler
import fcntl
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, TextIO

from sizain import __version__
from sizain.configuration import Configuration, ConfigurationError, configuration

if TYPE_CHECKING:
    from sizain.seances.erasure import Erasure


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command; exits with 2 and a sentence when something is set wrongly."""
    parser = argparse.ArgumentParser(prog="sizain", description="Codéveloppement sessions, conducted live.")
    parser.add_argument("--version", action="version", version=f"sizain {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="prepare the database and run Sizain").set_defaults(run=serve)
    commands.add_parser("check", help="say whether Sizain is ready to be used").set_defaults(run=check)
    purging = commands.add_parser("purge", help="erase the sessions whose date has come, and prove it")
    said = "say what would be erased, and erase nothing"
    purging.add_argument("--dry-run", dest="run", action="store_const", const=foresee, default=purge, help=said)
    commands.add_parser("settings", help="list every variable, what it does and its value").set_defaults(run=settings)
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sizain.settings")
    try:
        chosen.run(configuration())
    except ConfigurationError as error:
        sys.exit(_wrong(str(error)))


def _wrong(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def prepare() -> None:
    """Brings the database and the static files up to this version."""
    import django
    from django.core.management import call_command
    from django.db import DatabaseError

    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise ConfigurationError(f"The database cannot be used: {error}") from error
    call_command("collectstatic", verbosity=0, interactive=False)


def serve(chosen: Configuration, now: Callable[[], int] | None = None) -> None:
    """Runs until it is stopped. SQLite serves one process only: a second one is refused in words.

    `now` gives milliseconds since 1970 (UTC); the machine's clock by default. SIGUSR1 prints where every thread
    stands, for a server that has stopped answering.
    """
    import uvicorn

    class Server(uvicorn.Server):
        """Its streams end when it stops: else each is waited for, then cancelled with a trace in the log."""

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            from sizain.live.stream import end_streams

            end_streams()
            await super().shutdown(sockets)

    faulthandler.register(signal.SIGUSR1)
    chosen.data.mkdir(parents=True, exist_ok=True)
    kept = _alone(chosen)
    with closing(_listen(chosen)) as listening:
        prepare()
        from sizain.asgi import create_app

        app = create_app(chosen, now)
        for line in _welcome(chosen):
            print(line, flush=True)
        server = Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=bool(chosen.proxies),
                forwarded_allow_ips=",".join(chosen.proxies) or None,
                timeout_graceful_shutdown=2,
                timeout_keep_alive=75,
                backlog=4096,
            )
        )
        server.run(sockets=[listening])
    if kept is not None:
        kept.close()


def _alone(chosen: Configuration) -> TextIO | None:
    if chosen.database_url:
        return None
    kept = (chosen.data / "sizain.lock").open("w")
    try:
        fcntl.flock(kept, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise ConfigurationError(
            f"Sizain already runs on the folder {chosen.data}. SQLite serves one process;"
            " set DATABASE_URL to PostgreSQL to run several."
        ) from None
    return kept


def _listen(chosen: Configuration) -> socket.socket:
    try:
        return socket.create_server((chosen.host, chosen.port), backlog=4096)
    except OSError as error:
        raise ConfigurationError(
            f"Sizain cannot listen on {chosen.host}, port {chosen.port} ({error.strerror})."
            " Choose another one with SIZAIN_HOST and SIZAIN_PORT."
        ) from None


def _welcome(chosen: Configuration) -> list[str]:
    lines = [f"Sizain {__version__} : {chosen.address}/"]
    lines.extend(warnings(chosen))
    return lines


def warnings(chosen: Configuration) -> list[str]:
    """What works and deserves a word, one sentence each."""
    found = []
    if not chosen.https and not chosen.loopback:
        found.append("SIZAIN_URL is plain http: what people say can be read on the way. Put https in front of it.")
    if chosen.host == "0.0.0.0" and not chosen.url:  # noqa: S104
        found.append("SIZAIN_URL is not set: phones cannot join until it says the address that they can reach.")
    return found


def check(chosen: Configuration) -> None:
    """Prints one line for each thing that was looked at; exits with 1 when one of them is wrong."""
    import django
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    django.setup()
    wrong = False
    print(f"address: {chosen.address}")
    try:
        behind = MigrationExecutor(connection).migration_plan(MigrationExecutor(connection).loader.graph.leaf_nodes())
        print(f"database: {connection.vendor}, {'to be prepared by sizain serve' if behind else 'ready'}")
    except DatabaseError as error:
        wrong = True
        print(f"database: cannot be used: {error}")
    call_command("check", verbosity=0)
    for sentence in warnings(chosen):
        print(f"note: {sentence}")
    sys.exit(1 if wrong else 0)


def foresee(chosen: Configuration) -> None:
    """Prints how many sessions and rows the next purge will erase; no content, and nothing changes."""
    with _erasures(chosen, "would be erased"):
        pass


def purge(chosen: Configuration) -> None:
    """Erases what the hourly purge would, prints how much, then the proof; exits with 1 when that fails.

    On SQLite a running server is the only one to write: then the purge is refused, in words.
    """
    kept = _alone(chosen)
    with _erasures(chosen, "erased") as found:
        from sizain.seances import erasure

        erasure.carry_out(found)
        _prove(erasure.faults(found.seances))
    if kept is not None:
        kept.close()


@contextmanager
def _erasures(chosen: Configuration, words: str) -> Iterator[Erasure]:
    """What is due, after a line for each kind of rows."""
    import django
    from django.db import DatabaseError

    django.setup()
    from sizain.seances.erasure import foreseen
    from sizain.seances.rooms import wall_clock

    try:
        found = foreseen(wall_clock(), chosen.retention_days)
        print(f"{words}: {len(found.seances)} sessions")
        for line in found.lines:
            print(f"    {line}")
        yield found
    except DatabaseError as error:
        raise ConfigurationError(f"The database cannot be used: {error}") from error


def _prove(faults: Sequence[str]) -> None:
    """Exits with 1 when something is left."""
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        sys.exit(1)
    print("proof: none of these rows is left, and each journal replays to its end")


def settings(chosen: Configuration) -> None:
    """Prints each variable with what it does and the value in force, secrets left out."""
    for name, field in Configuration.model_fields.items():
        variable = str(field.validation_alias or f"SIZAIN_{name.upper()}")
        value = "(set)" if name == "database_url" and chosen.database_url else getattr(chosen, name)
        print(f"{variable} = {value}\n    {field.description}")
