"""What becomes of private rows when a seat begins to facilitate, or goes to another device (R20). Each function runs in
the transaction of the caller, and never makes it fail: two rows that meet become one, and nothing is lost."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sizain.seances import models
from sizain.seances.room import Room

KEYS: dict[type[Any], tuple[str, ...]] = {
    models.Draft: ("field",),
    models.Mark: ("about",),
    models.Answer: (),
}
"""Every table with a writer, with what makes a row one of a kind beside its author."""


def take_along(room: Room, seat: str) -> None:
    """Whoever facilitates keeps what they wrote as a peer, on each of the seat's devices."""
    for model in KEYS:
        _becomes(model, room, seat, ("", *devices_of(room, seat)), "")


def leave_behind(room: Room, seat: str) -> None:
    """A seat that facilitated goes to another device: what was written there stays with the one before."""
    if seat in room.state.relay.led:
        left = next(iter(devices_of(room, seat)), "-")
        for model in KEYS:
            _becomes(model, room, seat, ("", left), left)


def devices_of(room: Room, seat: str) -> list[str]:
    """The digests of the devices that open that seat now."""
    return [device for device, whose in room.words.devices.items() if whose == seat]


def _becomes(model: type[Any], room: Room, seat: str, writers: tuple[str, ...], writer: str) -> None:
    """The rows of these writers are that one's from now on; of those that cannot stand side by side the first is
    left, with what the later ones held."""
    keys = KEYS[model]

    def kind(row: Any) -> tuple[str, ...]:
        return tuple(getattr(row, key) for key in keys)

    rows = model._base_manager.filter(seance=room.id, seat=seat, writer__in=writers).order_by(*keys, "id")
    for _, same in groupby(rows, kind):
        first, *later = same
        for row in later:
            _take_in(first, row)
            row.delete()
        first.writer = writer
        first.save()


def _take_in(first: Any, later: Any) -> None:
    """The later words under the earlier ones; of a mark and of a rating, the later one."""
    match first:
        case models.Draft():
            first.body = _under(first.body, later.body)
            first.version = max(first.version, later.version) + 1
        case models.Mark():
            first.said = later.said
        case models.Answer():
            first.form, first.ratings = later.form, first.ratings | later.ratings
            # A sentence that was kept from the client does not reach them beside one that was given.
            said = [one.handed for one in (first, later) if one.words]
            first.handed = bool(said) and all(said)
            first.words = _under(first.words, later.words)


def _under(first: str, later: str) -> str:
    return first if later in first else "\n\n".join(part for part in (first, later) if part)
