"""Whether the client is here: what they say aloud can be heard as long as they are, and no longer (R2, R12)."""

from __future__ import annotations

from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance


def client_is_here(seance: Seance) -> None:
    """Raises `Refusal`: `NO_CLIENT`, or `NO_SUCH_SEAT` when they left."""
    if seance.client is None:
        raise Refusal(Why.NO_CLIENT)
    seat = seance.seat(seance.client)
    if seat is None or not seat.present:
        raise Refusal(Why.NO_SUCH_SEAT)
