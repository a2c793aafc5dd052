"""Erasure on the date that every screen announces (METHOD §10): what was said and written goes, the journal's
skeleton of ids and lengths stays."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from uuid import UUID

from django.db.models import Max

from sizain.journal import log
from sizain.journal.models import Entry
from sizain.method import commands as c
from sizain.method.ending import DAY_MS, SILENT_MS
from sizain.method.evolve import replay
from sizain.method.refusals import Refusal
from sizain.method.removal import CARNET_DAYS, kept_days
from sizain.method.seance import Stage
from sizain.seances import models
from sizain.seances.acts import Beside, perform
from sizain.seances.bell import tell
from sizain.seances.copies import rewrite
from sizain.seances.room import Room
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable

EVERY_S = 3600
KEPT = (
    *(models.Text, models.SeatName, models.Draft, models.Answer, models.Mark),
    *(models.SeatDevice, models.Act, models.Link),
)
"""Every table that holds words, names, devices, digests of bodies or secrets of a séance."""
_log = logging.getLogger("sizain.retention")


def erases_at(closed_at: int | None, last_act_at: int, days: int) -> int:
    """When a séance is erased, in milliseconds: so many days (`kept_days`) after its closing, or its silence."""
    over = closed_at if closed_at is not None else last_act_at + SILENT_MS
    return over + days * DAY_MS


def due(now: int, retention_days: int) -> list[UUID]:
    """The séances whose date has come and that still hold something, and those of which something came in while they
    were being erased."""
    found = _left_behind()
    for seance, closed_at in models.Seance.objects.values_list("id", "closed_at"):
        last = Entry.objects.filter(seance=seance).aggregate(last=Max("at"))["last"] or 0
        if erases_at(closed_at, last, retention_days) > now:
            continue
        # The least that it can be is over; a carnet may ask for more.
        if erases_at(closed_at, last, _days(seance, retention_days)) <= now:
            found.append(seance)
    return found


def _days(seance: UUID, retention_days: int) -> int:
    if retention_days >= CARNET_DAYS:
        return retention_days
    state = replay(log.load(seance))
    return retention_days if state is None else kept_days(state, retention_days)


def _left_behind() -> list[UUID]:
    """A private text that was on its way when its séance was erased: nothing leads to it, and it goes too."""
    kept = models.Seance.objects.values("id")
    rows = (model._base_manager.exclude(seance__in=kept).values_list("seance", flat=True) for model in KEPT)
    return sorted({seance for found in rows for seance in found.distinct()})


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
        await rooms.read(rewrite)
        _log.info("erased %s sessions whose date had come", len(seances))
    return len(seances)


def silent(now: int) -> list[tuple[UUID, int]]:
    """The séances that nobody closed and where nothing happened for a day, with their last sequence number."""
    still_open = set(models.Seance.objects.filter(closed_at=None).values_list("id", flat=True))
    ends = Entry.objects.values("seance").annotate(last=Max("at"), end=Max("seq")).filter(last__lte=now - SILENT_MS)
    return [(one["seance"], one["end"]) for one in ends if one["seance"] in still_open]


async def interrupt_silent(rooms: Rooms) -> int:
    """Closes as interrupted what `silent` finds; gives how many séances that was. Raises `Unavailable`."""
    count = 0
    for seance, end in await rooms.read(lambda: silent(rooms.now())):
        room = await rooms.by_id(seance)
        if room is not None and await _interrupt(rooms, room, end):
            count += 1
    return count


async def _interrupt(rooms: Rooms, room: Room, end: int) -> bool:
    """Unless something happened meanwhile."""

    def read() -> tuple[c.Command, Beside] | None:
        if room.state.seq != end or room.state.stage is Stage.CLOSED:
            return None
        return c.Interrupt(room.state.facilitator, silent=True), Beside()

    with suppress(Refusal):  # erased in between
        await perform(rooms, room, read, None)
    return room.state.interrupted is not None


class Purging:
    """Purges, then ends what fell silent, at the start and every hour, as long as it is entered."""

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
                await interrupt_silent(self.rooms)
            await asyncio.sleep(EVERY_S)
