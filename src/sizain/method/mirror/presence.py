"""The attendance list: who came in and went out, and when; who was expected and did not come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sizain.method.attendance import Presence, presence
from sizain.method.mirror.walk import Happening
from sizain.method.seance import GONE, Role, Seance, Seat, Stage, Standing


@dataclass(frozen=True)
class Stay:
    """In the circle from one instant to another."""

    came_at: int
    left_at: int


@dataclass(frozen=True)
class Attended:
    """One line of the list. Without a stay, `absence` says whether it was excused.

    `late` came in once the session was open, `early` went out before it ended.
    """

    seat: str
    role: Role
    stays: tuple[Stay, ...]
    absence: Presence | None
    late: bool
    early: bool


def attended(walked: Sequence[Happening]) -> tuple[Attended, ...]:
    """Every seat that was in the circle or expected in it, in seat order. Who opens nothing any more is on no list."""
    final = walked[-1].after
    lines = (_line(seat, final, walked) for seat in final.seats if seat.standing not in GONE)
    return tuple(one for one in lines if one.stays or one.absence)


def _line(seat: Seat, final: Seance, walked: Sequence[Happening]) -> Attended:
    stays = _stays(seat.id, walked)
    if not stays:
        absence = presence(final, seat) if seat.standing is Standing.EXPECTED else None
        return Attended(seat.id, seat.role, (), absence, late=False, early=False)
    opened = next((one.at for one in walked if one.after.stage is not Stage.LOBBY), stays[0].came_at)
    ended = next(one.until for one in reversed(walked) if one.after.stage is not Stage.CLOSED)
    late, early = stays[0].came_at > opened, stays[-1].left_at < ended
    return Attended(seat.id, seat.role, stays, None, late=late, early=early)


def _stays(seat: str, walked: Sequence[Happening]) -> tuple[Stay, ...]:
    stays: list[Stay] = []
    for one in walked:
        if not _there(one.after, seat):
            continue
        if stays and stays[-1].left_at == one.at:
            stays[-1] = Stay(stays[-1].came_at, one.until)
        else:
            stays.append(Stay(one.at, one.until))
    return tuple(stays)


def _there(seance: Seance, seat_id: str) -> bool:
    """In the circle, lobby included; the facilitation, which is alone there at first, from the opening on."""
    seat = seance.seat(seat_id)
    if seat is None or not seat.present or seance.stage is Stage.CLOSED:
        return False
    return seat.role is not Role.FACILITATOR or seance.stage is not Stage.LOBBY
