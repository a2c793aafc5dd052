"""What the server wrote, read from its database beside it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

import psycopg

from tests.ground.server import Server


def rows(server: Server, query: str, *values: str) -> list[tuple[Any, ...]]:
    """The rows of a query with `?` for each value."""
    address = server.environment.get("DATABASE_URL", "")
    if address:
        with psycopg.connect(address) as connection:
            return list(connection.execute(query.replace("?", "%s").encode(), values))
    with closing(sqlite3.connect(f"file:{server.data}/sizain.sqlite3?mode=ro", uri=True)) as connection:
        return list(connection.execute(query, values))


def entries(server: Server, token: str) -> list[tuple[int, str, dict[str, Any], str]]:
    """The journal of a séance: sequence number, kind, body and actor of each entry."""
    (seance,) = rows(server, "SELECT id FROM seances_seance WHERE token = ?", token)
    found = rows(server, "SELECT seq, kind, body, actor FROM journal_entry WHERE seance = ? ORDER BY seq", seance[0])
    return [
        (seq, kind, body if isinstance(body, dict) else json.loads(body), actor) for seq, kind, body, actor in found
    ]
