"""What an erasure takes, and its proof: nothing left of a séance but a journal that still replays (R21)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from sizain.journal import log
from sizain.journal.models import Entry
from sizain.method.evolve import replay
from sizain.seances.copies import rewrite
from sizain.seances.models import Act, Answer, Draft, Link, Mark, Seance, SeatDevice, SeatName, Text
from sizain.seances.retention import KEPT, due, erase

WORDS = {
    Text: "texts",
    SeatName: "names",
    Draft: "private notes and drafts",
    Answer: "answers to forms",
    Mark: "private marks",
    SeatDevice: "devices",
    Act: "digests of acts",
    Link: "links",
}


@dataclass(frozen=True)
class Erasure:
    """What séances hold: rows by what they are. Ids and counts, no content."""

    seances: tuple[UUID, ...]
    rows: Mapping[str, int]

    @property
    def lines(self) -> list[str]:
        """One line for each kind of rows."""
        return [f"{words}: {count}" for words, count in self.rows.items()]


def foreseen(now: int, retention_days: int) -> Erasure:
    """What would be erased at `now` (milliseconds)."""
    seances = tuple(due(now, retention_days))
    return Erasure(seances, {WORDS[model]: model._base_manager.filter(seance__in=seances).count() for model in KEPT})


def carry_out(erasure: Erasure) -> None:
    """Erases each séance, in a transaction of its own; what it held leaves the files too."""
    for seance in erasure.seances:
        with transaction.atomic():
            erase(seance)
    rewrite()


def faults(seances: Sequence[UUID]) -> list[str]:
    """Why the proof fails, a line each: rows that are left, a journal that does not replay. None when it holds."""
    found = [
        f"{seance}: {WORDS[model]} are left"
        for seance in seances
        for model in KEPT
        if model._base_manager.filter(seance=seance).exists()
    ]
    found += [f"{one}: the session is left" for one in seances if Seance.objects.filter(id=one).exists()]
    return found + [f"{one}: its journal does not replay" for one in seances if not _replays(one)]


def _replays(seance: UUID) -> bool:
    state = replay(log.load(seance))
    return state is not None and state.seq == Entry.objects.filter(seance=seance).count()
