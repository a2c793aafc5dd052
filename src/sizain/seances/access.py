"""THE DOOR: who is asking for a room. A device cookie opens a seat, a secret address the room's
screen.

Whoever has no place here gets None, and the caller answers as if nothing existed at that address.
"""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.rules import posture
from sizain.seances.room import Room
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import digest


@dataclass(frozen=True)
class Entrance:
    """A room and the seat that this device has in it."""

    room: Room
    seat: str
    device: str
    """The digest of the cookie that opened it."""


async def seat_for(rooms: Rooms, token: str, device: str | None) -> Entrance | None:
    """The seat that the device cookie opens at that address; None for strangers and for who was
    removed.
    """
    if not device or not (len(token) == 22 and token.isascii() and token.isalnum()):
        return None
    room = await rooms.by_token(token)
    if room is None:
        return None
    kept = digest(device)
    seat = seat_of(room, kept)
    return Entrance(room, seat, kept) if seat else None


def seat_of(room: Room, device: str) -> str | None:
    """The seat that a device's digest opens now, or None."""
    seat = room.words.devices.get(device)
    return seat if seat is not None and posture(room.state, seat) is not None else None
