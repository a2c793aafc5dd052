"""The end of a séance and what it leaves open: an interruption, the forms of step 6."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sizain.method.seance import Seance, Stage

DAY_MS = 24 * 3600 * 1000
TAKEN_UP_MS = DAY_MS
"""How long after an interruption the facilitator can take the séance up again, in milliseconds."""
FORMS_MS = DAY_MS
"""How long after the closing the forms of step 6 can still be sent, in milliseconds (METHOD §3)."""
SILENT_MS = DAY_MS
"""A séance without an act for this long is interrupted, in milliseconds (METHOD §10)."""


@dataclass(frozen=True)
class Interruption:
    """A séance that ended before its closing, at `stage`; `silent`: nobody did anything for a day.
    `suspends`: it stopped the clock, which stood still already otherwise."""

    stage: Stage
    silent: bool
    suspends: bool


def taken_up_until(seance: Seance) -> int | None:
    """Until when an interrupted séance can be taken up again, in milliseconds; None for any other."""
    if seance.interrupted is None or seance.closed_at is None:
        return None
    return seance.closed_at + TAKEN_UP_MS


def forms_until(seance: Seance) -> int | None:
    """Until when the forms can be sent once the séance is closed, in milliseconds; None while it is not."""
    return None if seance.closed_at is None else seance.closed_at + FORMS_MS
