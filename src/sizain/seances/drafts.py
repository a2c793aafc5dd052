"""Private rows of one seat: notes, a question not to forget, and what is being written (R20).

They are nobody else's for ever, they have no place in the journal, and no sight ever holds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sizain.method.refusals import Refusal, Why
from sizain.seances import models
from sizain.seances.access import Entrance
from sizain.seances.copies import leave_no_copy
from sizain.seances.names import clean
from sizain.seances.rooms import Rooms

FIELDS: dict[str, int] = {
    "notes": 20_000,
    "question": 2_000,
    "topic": 1_000,
    "lines": 2_000,
    "tried": 2_000,
    "facts": 5_000,
    "actors": 5_000,
    "bothers": 5_000,
    "asks": 2_000,
    "contract": 2_000,
    "contract_help": 200,
    "contract_word": 1_000,
    "contract_leave_with": 1_000,
    "contract_not_wanted": 1_000,
    "asking": 2_000,
    "idea": 2_000,
    "trace": 2_000,
    "answer": 2_000,
    "understanding": 2_000,
    "step": 2_000,
    "obstacle": 2_000,
    "sign": 2_000,
    "first": 2_000,
    "aside": 1_000,
}
"""Each private field with its limit in characters; a draft may pass the limit of what it becomes,
so that nothing typed is lost on the way to a clear sentence.
"""
DICTATED = frozenset(
    {"contract", "contract_help", "contract_word", "contract_leave_with", "contract_not_wanted"}
    | {"understanding", "step", "obstacle", "sign", "first", "trace", "idea"}
)
"""Fields in which whoever facilitates writes what somebody else says."""
BESIDE: dict[str, tuple[str, ...]] = {
    "step": ("obstacle", "sign", "first"),
    "topic": ("lines", "tried"),
    "facts": ("actors", "bothers", "asks"),
}
"""Fields that stand in the same form as another one, and come and go with it."""


@dataclass(frozen=True)
class Saved:
    """`version` is the draft's now; `other` is what another tab wrote, when it came first."""

    version: int
    other: str | None = None


async def load(rooms: Rooms, entrance: Entrance) -> dict[str, tuple[str, int]]:
    """All the drafts of a seat: text and version by field, each field present."""

    def read() -> dict[str, tuple[str, int]]:
        rows = models.Draft.objects.filter(**whose(entrance))
        found = {field: (body, version) for field, body, version in rows.values_list("field", "body", "version")}
        return {field: found.get(field, ("", 0)) for field in FIELDS}

    return await rooms.read(read)


async def save(rooms: Rooms, entrance: Entrance, field: str, body: str, version: int) -> Saved:
    """Keeps `body` when `version` is the one kept; else nothing changes and the other text is given
    back.

    Raises `Refusal` for an unknown field or a text that passes its limit.
    """
    body = _fitting(field, body)

    def keep() -> Saved:
        row, _ = models.Draft.objects.select_for_update().get_or_create(
            **whose(entrance), field=field, defaults={"version": 0}
        )
        if row.body == body:
            return Saved(row.version)
        if row.version != version:
            return Saved(row.version, row.body)
        row.body, row.version = body, version + 1
        row.save()
        return Saved(row.version)

    return await rooms.write(keep)


async def keep_both(rooms: Rooms, entrance: Entrance, typed: Mapping[str, tuple[str, int]]) -> None:
    """Keeps each of these texts by field, with the version that its form was made of. What another tab wrote since
    stays before it; a form that is sent twice says its words once.

    Raises `Refusal` as `save` does, for the first that does not fit: then nothing changes.
    """
    fitting = {field: (_fitting(field, body), version) for field, (body, version) in typed.items()}

    def keep() -> None:
        for field, (body, version) in fitting.items():
            row, _ = models.Draft.objects.select_for_update().get_or_create(
                **whose(entrance), field=field, defaults={"version": 0}
            )
            there = row.body if row.version != version else ""
            both = there if body in there else "\n\n".join(part for part in (there, body) if part)
            if row.body != both:
                row.body, row.version = _fitting(field, both), row.version + 1
                row.save()

    await rooms.write(keep)


async def put(rooms: Rooms, entrance: Entrance, bodies: Mapping[str, str]) -> None:
    """Keeps each of these texts by field, in the place of what was there. Raises `Refusal` as `save` does."""
    fitting = {field: _fitting(field, body) for field, body in bodies.items()}

    def keep() -> None:
        for field, body in fitting.items():
            row, _ = models.Draft.objects.select_for_update().get_or_create(
                **whose(entrance), field=field, defaults={"version": 0}
            )
            if row.body != body:
                row.body, row.version = body, row.version + 1
                row.save()

    await rooms.write(keep)


async def forget(rooms: Rooms, entrance: Entrance, field: str) -> None:
    """The author's text goes, with what a database keeps beside it (R21). Raises `Refusal` for an unknown field."""
    await put(rooms, entrance, {field: ""})
    await leave_no_copy(rooms)


def _fitting(field: str, body: str) -> str:
    if field not in FIELDS:
        raise Refusal(Why.BAD_FORM)
    body = clean(body)
    if len(body) > FIELDS[field]:
        raise Refusal(Why.TOO_LONG, FIELDS[field])
    return body


def whose(entrance: Entrance) -> dict[str, Any]:
    """The rows of one author. The facilitator can hand a seat to a device of their own: what its
    last device wrote stays behind (R20)."""
    return {"seance": entrance.room.id, "seat": entrance.seat, "writer": writer_of(entrance)}


def writer_of(entrance: Entrance) -> str:
    """Who writes: the device, or, for whoever facilitates or did, whose return link adds devices, the seat alone."""
    return "" if entrance.seat in entrance.room.state.relay.led else entrance.device
