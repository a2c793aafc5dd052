"""Erasure on the date that every screen announces (METHOD §10): what was said and written goes, the journal's
skeleton of ids and lengths stays."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from uuid import UUID

from django.db.models import Max

from sizain.journal.models import Entry
from sizain.seances import models
from sizain.seances.bell import tell
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable

DAY_MS = 24 * 3600 * 1000
SILENT_MS = DAY_MS
"""A séance without an act for this long counts as over."""
EVERY_S = 3600
KEPT = (models.Text, models.SeatName, models.Draft, models.SeatDevice, models.Act, models.Link)
"""Every table that holds words, names, devices, digests of bodies or secrets of a séance."""
_log = logging.getLogger("sizain.retention")


def erases_at(closed_at: int | None, last_act_at: int, retention_days: int) -> int:
    """When a séance is erased, in milliseconds: so many days after its closing, or after it fell silent."""
    over = closed_at if closed_at is not None else last_act_at + SILENT_MS
    return over + retention_days * DAY_MS


def due(now: int, retention_days: int) -> list[UUID]:
    """The séances whose date has come and that still hold something."""
    found = []
    for seance, closed_at in models.Seance.objects.values_list("id", "closed_at"):
        last = Entry.objects.filter(seance=seance).aggregate(last=Max("at"))["last"] or 0
        if erases_at(closed_at, last, retention_days) <= now:
            found.append(seance)
    return found


def erase(seance: UUID) -> None:
    """Everything of a séance but its journal; in the transaction of the caller."""
    for model in KEPT:
        model.objects.filter(seance=seance).delete()
    models.Seance.objects.filter(id=seance).delete()
    tell(seance)


async def purge(rooms: Rooms) -> int:
    """Erases what is due; gives how many séances that was. Raises `Unavailable`."""
    seances = await rooms.read(lambda: due(rooms.now(), rooms.configuration.retention_days))
    for seance in seances:
        await rooms.write(lambda: erase(seance))  # noqa: B023
        rooms.forget(seance)
    if seances:
        _log.info("erased %s sessions whose date had come", len(seances))
    return len(seances)


class Purging:
    """Purges at the start and every hour, as long as it is entered."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms

    async def __aenter__(self) -> None:
        self._task = asyncio.create_task(self._run(), name="sizain-purge")

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _run(self) -> None:
        while True:
            with suppress(Unavailable):
                await purge(self.rooms)
            await asyncio.sleep(EVERY_S)
