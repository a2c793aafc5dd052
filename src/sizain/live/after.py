"""The page that each seat keeps after the closing, at the same address, until the date of erasure (METHOD §3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sizain.live.carnet import READERS
from sizain.live.scene import Scene
from sizain.live.sorted_out import given
from sizain.method.removal import kept_days, removable_from
from sizain.method.seance import Stage
from sizain.method.sight import Sight, View
from sizain.seances import answers
from sizain.seances.access import Entrance
from sizain.seances.retention import erases_at
from sizain.seances.rooms import Rooms


def has_page(seen: Sight) -> bool:
    """Whether this viewer keeps a page: the circle and the facilitation, and who left but had a part in step 6."""
    if seen.stage is not Stage.CLOSED or seen.view is View.WAITING:
        return False
    return seen.view is not View.AWAY or seen.form is not None


def takes(seen: Sight) -> bool:
    """Whether a paper can be taken away from this page: the client's carnet, or the synthesis that the others get."""
    return has_page(seen) and (seen.view is View.CLIENT or seen.view in READERS)


async def context(rooms: Rooms, entrance: Entrance, scene: Scene, sorted_as: Mapping[str, str]) -> dict[str, Any]:
    """What the page holds beside the room's: answers for the facilitation, what the client was given as their marks,
    `sorted_as`, sort it, the sentences handed to them, and what can still be done now."""
    seen = scene.sight
    now, end = rooms.now(), seen.ended
    until = end.take_up_until if end else None
    return {
        "takes": takes(seen),
        "given": given(scene, sorted_as),
        "handed": await answers.handed(rooms, entrance),
        "read": await answers.read_all(rooms, entrance),
        "form_open": seen.form is not None and end is not None and now <= end.forms_until,
        "can_take_up": until is not None and now <= until,
        "removable_from": _removable_from(rooms, entrance) if seen.view is View.FACILITATOR else None,
    }


def _removable_from(rooms: Rooms, entrance: Entrance) -> int | None:
    """From when the facilitation may remove the session, in milliseconds; None where its date comes first."""
    room = entrance.room
    days = kept_days(room.state, rooms.configuration.retention_days)
    since = removable_from(room.state)
    return since if since is not None and since < erases_at(room.words.closed_at, since, days) else None
