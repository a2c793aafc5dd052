"""No copy of what was erased stays beside the database (METHOD §10, R21)."""

from __future__ import annotations

from contextlib import suppress

from django.db import connection

from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable


async def leave_no_copy(rooms: Rooms) -> None:
    """After an erasure; a database that is busy is rewritten at the next one."""
    with suppress(Unavailable):
        await rooms.read(rewrite)


def rewrite() -> None:
    """On SQLite what was erased stands in the log of writes until that is emptied; outside a transaction."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
