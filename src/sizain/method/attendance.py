"""Who is there, in the method's words: present, late, left, excused, absent (METHOD §3)."""

from __future__ import annotations

from enum import StrEnum

from sizain.method.seance import STAGES, Seance, Seat, Stage, Standing


class Presence(StrEnum):
    """`expected` is said before the opening only: nobody is late yet."""

    EXPECTED = "expected"
    PRESENT = "present"
    LATE = "late"
    LEFT = "left"
    EXCUSED = "excused"
    ABSENT = "absent"


def presence(seance: Seance, seat: Seat) -> Presence:
    """What the attendance says of a seat now. Who is expected is late from the opening on, and absent once
    the topic is chosen."""
    if seat.present:
        return Presence.PRESENT
    if seat.came_in:
        return Presence.LEFT
    if seat.excused and seat.standing is Standing.EXPECTED:
        return Presence.EXCUSED
    if seance.stage is Stage.LOBBY:
        return Presence.EXPECTED
    waited_for = STAGES.index(seance.stage) <= STAGES.index(Stage.CHOICE)
    return Presence.LATE if waited_for or seat.standing is Standing.WAITING else Presence.ABSENT
