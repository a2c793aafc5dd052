"""Load and append: all that the journal does. Appending is done in a transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sizain.journal.models import Entry
from sizain.journal.rows import write
from sizain.method.events import KINDS, Event


def load(seance: UUID, after: int = 0) -> list[tuple[Event, int]]:
    """The events behind `after`, in order, with their instants in milliseconds."""
    rows = Entry.objects.filter(seance=seance, seq__gt=after).order_by("seq")
    return [(KINDS[kind].from_body(body), at) for kind, body, at in rows.values_list("kind", "body", "at")]


def append(seance: UUID, after: int, events: Iterable[Event], actor: str, at: int) -> int:
    """Writes `events` behind sequence number `after`; gives the last number written.

    Raises `django.db.IntegrityError` when someone else wrote there first: load the tail and decide
    again.
    """
    rows = [
        (seance, seq, event.kind, event.version, event.to_body(), actor, at)
        for seq, event in enumerate(events, start=after + 1)
    ]
    write(Entry, rows)
    return after + len(rows)
