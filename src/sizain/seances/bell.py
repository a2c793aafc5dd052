"""The bell between processes: PostgreSQL says which séance went on, and nothing else.

In one process the room rings in memory; on SQLite there is only one process.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from types import TracebackType
from typing import Self
from uuid import UUID

import psycopg
from django.db import connection

from sizain.seances.rooms import Rooms

CHANNEL = "sizain"
AGAIN_S = 1.0
_log = logging.getLogger("sizain.bell")


def tell(seance: UUID, seq: int = 0) -> None:
    """Other processes hear, at the commit of this transaction, that the séance went on to `seq`, or
    with 0 that something beside its journal changed. On SQLite there is nobody else.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{seance}:{seq}"])


class Bell:
    """Listens as long as it is entered; after a lost connection every room is read again."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        if self.rooms.configuration.database_url:
            self._task = asyncio.create_task(self._listen(), name="sizain-bell")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _listen(self) -> None:
        while True:
            try:
                address = self.rooms.configuration.database_url
                async with await psycopg.AsyncConnection.connect(address, autocommit=True) as heard:
                    await heard.execute(f"LISTEN {CHANNEL}")
                    self.rooms.doubt_all()
                    async for notice in heard.notifies():
                        seance, _, seq = notice.payload.partition(":")
                        self.rooms.heard(UUID(seance), int(seq))
            except (psycopg.Error, OSError):
                _log.warning("the database is not heard; listening again in a second")
            await asyncio.sleep(AGAIN_S)
