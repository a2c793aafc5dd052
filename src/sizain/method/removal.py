"""How long a session that is over is kept at least: the client has seven days first to take what is theirs (§10)."""

from __future__ import annotations

from sizain.method.ending import DAY_MS
from sizain.method.seance import Seance
from sizain.method.words import consultation_erased

CARNET_DAYS = 7
"""How many days after the closing the client can take their carnet, whatever the facilitation and the instance do."""


def keeps_carnet(seance: Seance) -> bool:
    """Whether a client has a carnet here: they were not removed, and did not erase their consultation (R21)."""
    return seance.client is not None and not consultation_erased(seance)


def kept_days(seance: Seance, retention_days: int) -> int:
    """How many days after its closing the session is erased, where the instance chose `retention_days`."""
    return max(retention_days, CARNET_DAYS) if keeps_carnet(seance) else retention_days


def removable_from(seance: Seance) -> int | None:
    """From when the session may be removed, in milliseconds; None while it is not over.

    Nobody waits where nobody was client, or where each client erased their consultation (R21). To remove a client from
    the circle first shortens nothing.
    """
    if seance.closed_at is None:
        return None
    waits = keeps_carnet(seance) or bool(seance.erased.clients - {seance.client})
    return seance.closed_at + (CARNET_DAYS * DAY_MS if waits else 0)


def removable(seance: Seance, now: int) -> bool:
    """Whether it may be removed at `now` (milliseconds)."""
    since = removable_from(seance)
    return since is not None and since <= now
