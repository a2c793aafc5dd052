"""When the facilitation may remove a session that is over: the client has seven days first to take what is theirs."""

from __future__ import annotations

from sizain.method.ending import DAY_MS
from sizain.method.seance import Seance
from sizain.method.words import consultation_erased

CARNET_MS = 7 * DAY_MS
"""How long after the closing the client can take their carnet, whatever the facilitation does, in milliseconds."""


def removable_from(seance: Seance) -> int | None:
    """From when the session may be removed, in milliseconds; None while it is not over.

    Nobody waits where there was no client, or where the client erased their consultation (R21).
    """
    if seance.closed_at is None:
        return None
    waits = seance.client is not None and not consultation_erased(seance)
    return seance.closed_at + (CARNET_MS if waits else 0)


def removable(seance: Seance, now: int) -> bool:
    """Whether it may be removed at `now` (milliseconds)."""
    since = removable_from(seance)
    return since is not None and since <= now
