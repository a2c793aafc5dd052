"""The page that each seat keeps after the closing, at the same address, until the date of erasure (METHOD §3)."""

from __future__ import annotations

from typing import Any

from sizain.method.seance import Stage
from sizain.method.sight import Sight, View
from sizain.seances import answers
from sizain.seances.access import Entrance
from sizain.seances.rooms import Rooms


def has_page(seen: Sight) -> bool:
    """Whether this viewer keeps a page: the circle and the facilitation, and who left but had a part in step 6."""
    if seen.stage is not Stage.CLOSED or seen.view is View.WAITING:
        return False
    return seen.view is not View.AWAY or seen.form is not None


async def context(rooms: Rooms, entrance: Entrance, seen: Sight) -> dict[str, Any]:
    """What the page holds beside the room's: answers for the facilitation, and what can still be done now."""
    now, end = rooms.now(), seen.ended
    until = end.take_up_until if end else None
    return {
        "read": await answers.read_all(rooms, entrance),
        "form_open": seen.form is not None and end is not None and now <= end.forms_until,
        "can_take_up": until is not None and now <= until,
    }
