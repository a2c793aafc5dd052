"""How the floor went round, in coarse words: measured from the floor, told without minutes or order (METHOD §9).

What is measured never leaves this module. A share is compared with an even one among the consultants who were there at
that moment: who came late is not short of what they could not have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sizain.method.mirror.walk import Happening

LEAST_MS = 5 * 60_000
"""Below so much of the floor given in all, it is no sample of a session: nothing is said of anybody."""
LONG_MS = 3 * 60_000
"""Nobody held the floor for long who had it for less."""


class Given(StrEnum):
    """How much of the session the floor can tell of: speech that was never given here left no mark."""

    NEVER = "never"
    LITTLE = "little"
    PARTLY = "partly"
    MOSTLY = "mostly"


class Said(StrEnum):
    """What a consultant had of the floor."""

    NEVER = "never"
    BRIEFLY = "briefly"
    EVENLY = "evenly"
    LONG = "long"


@dataclass(frozen=True)
class Share:
    """Of one peer who was in the circle; `said` is None for the client, whose floor is not compared."""

    seat: str
    said: Said | None


@dataclass(frozen=True)
class Speech:
    """`shares` in seat order, none where the floor was never given, or too little to tell anything."""

    given: Given
    shares: tuple[Share, ...]


def speech(walked: Sequence[Happening]) -> Speech:
    """What the floor tells of the whole session."""
    final = walked[-1].after
    ticking = [one for one in walked if one.ticks]
    spoken = [one for one in ticking if one.after.floor is not None]
    if not _length(spoken):
        return Speech(Given.NEVER, ())
    if _length(spoken) < LEAST_MS:
        return Speech(Given.LITTLE, ())
    given = Given.MOSTLY if 2 * _length(spoken) >= _length(ticking) else Given.PARTLY
    consultants = {seat.id for seat in final.peers if seat.id != final.client}
    among = [one for one in spoken if one.after.floor in consultants]
    shares = (
        Share(seat.id, _said(seat.id, consultants, among) if seat.id in consultants else None) for seat in final.peers
    )
    return Speech(given, tuple(shares))


def _said(seat: str, consultants: set[str], among: Sequence[Happening]) -> Said:
    had = _length(one for one in among if one.after.floor == seat)
    if not had:
        return Said.NEVER
    even = sum(one.length_ms // len(there) for one in among if seat in (there := _there(one, consultants)))
    if 2 * had < even:
        return Said.BRIEFLY
    return Said.LONG if 2 * had > 3 * even and had >= LONG_MS else Said.EVENLY


def _there(one: Happening, consultants: set[str]) -> set[str]:
    return {seat.id for seat in one.after.seats if seat.present and seat.id in consultants}


def _length(spans: Iterable[Happening]) -> int:
    return sum(one.length_ms for one in spans)
