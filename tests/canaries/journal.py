"""What the server keeps, read beside it while it runs: the end of a journal, and the words that it points to."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any, Self

import psycopg

from sizain.method.events import KINDS, Event


class Journal:
    """One connection to the database: `where` is the server's data folder, or the address of its PostgreSQL."""

    def __init__(self, where: Path | str) -> None:
        self._sqlite: sqlite3.Connection | None = None
        self._postgresql: psycopg.Connection[Any] | None = None
        if isinstance(where, Path):
            self._sqlite = sqlite3.connect(where / "sizain.sqlite3", timeout=20, isolation_level=None)
        else:
            self._postgresql = psycopg.connect(where, autocommit=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._sqlite, self._postgresql):
            if one is not None:
                one.close()

    def seance(self, token: str) -> Any:
        """The séance of that room, as the database names it."""
        return self._rows("SELECT id FROM seances_seance WHERE token = ?", token)[0][0]

    def code(self, seance: Any) -> str | None:
        found: str | None = self._rows("SELECT code FROM seances_seance WHERE id = ?", seance)[0][0]
        return found

    def after(self, seance: Any, seq: int) -> list[tuple[Event, int]]:
        """What was written behind `seq`, in order, with its instants in milliseconds."""
        rows = self._rows(
            "SELECT kind, body, at FROM journal_entry WHERE seance = ? AND seq > ? ORDER BY seq", seance, seq
        )
        return [
            (KINDS[kind].from_body(body if isinstance(body, dict) else json.loads(body)), at) for kind, body, at in rows
        ]

    def texts(self, seance: Any) -> dict[str, str]:
        return dict(self._rows("SELECT id, body FROM seances_text WHERE seance = ?", seance))

    def names(self, seance: Any) -> dict[str, str]:
        """Names by seat."""
        return dict(self._rows("SELECT seat, name FROM seances_seatname WHERE seance = ?", seance))

    def _rows(self, query: str, *values: object) -> list[Any]:
        if self._sqlite is not None:
            return self._sqlite.execute(query, values).fetchall()
        assert self._postgresql is not None
        return self._postgresql.execute(query.replace("?", "%s").encode(), values).fetchall()
