"""What a session looked like, afterwards and for the facilitation alone: worked out from the journal, from nothing
else, and the same at every look. Instants are in milliseconds.

Of the people it keeps who was there and when, and of the floor no more than coarse words: no minutes, no order by
amount (METHOD §9).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sizain.method.events import Event
from sizain.method.mirror.course import (
    Against,
    Extended,
    Handed,
    Loop,
    Pace,
    StepTime,
    Stretch,
    extended,
    handed,
    loops,
    shared_in,
    silence_ms,
    steps,
    stretches,
)
from sizain.method.mirror.presence import Attended, Stay, attended
from sizain.method.mirror.rounds import Ended, HeldRound, LastRound, last_round, rounds
from sizain.method.mirror.speech import Given, Said, Share, Speech, speech
from sizain.method.mirror.walk import walk
from sizain.method.register import HANDED_RULE, Lift
from sizain.method.seance import Stage

__all__ = [
    "Against",
    "Attended",
    "Ended",
    "Extended",
    "Given",
    "Handed",
    "HeldRound",
    "LastRound",
    "Loop",
    "Mirror",
    "Pace",
    "Said",
    "Share",
    "Speech",
    "Stay",
    "StepTime",
    "Stretch",
    "mirror",
]


@dataclass(frozen=True)
class Mirror:
    """`opened_at` is None for a session that never left its lobby: all the rest is then empty but the attendance."""

    opened_at: int | None
    ended_at: int
    """The closing; of a session that fell silent, its last act."""
    stretches: tuple[Stretch, ...]
    """The course from the opening to the end, in its order; an interruption that was taken up is not in it."""
    steps: tuple[StepTime, ...]
    loops: tuple[Loop, ...]
    extended: tuple[Extended, ...]
    shared_in: tuple[Stage, ...]
    """The stage of each new share of what was left."""
    handed: tuple[Handed, ...]
    silence_ms: int
    """The silence of step 5, and what passed with the figures hidden."""
    lifts: tuple[Lift, ...]
    rounds: tuple[HeldRound, ...]
    last_round: LastRound
    speech: Speech
    attended: tuple[Attended, ...]

    @property
    def lasted_ms(self) -> int:
        """The whole course, stops included."""
        return sum(one.length_ms for one in self.stretches)

    def stopped_ms(self, pace: Pace) -> int:
        """What passed at that pace, in milliseconds."""
        return sum(one.length_ms for one in self.stretches if one.pace is pace)

    def stops(self, pace: Pace) -> int:
        """How often the session went over to that pace."""
        return sum(one.pace is pace for one in self.stretches)


def mirror(entries: Iterable[tuple[Event, int]]) -> Mirror:
    """The mirror of a journal, whose entries come with their instants. Raises `ValueError` when it is empty or does
    not start with a plan."""
    walked = walk(entries)
    course = stretches(walked)
    final = walked[-1].after
    opened = next((one.at for one in walked if one.after.stage is not Stage.LOBBY), None)
    held = [one for one in walked if one.after.stage is not Stage.CLOSED]
    ended = held[-1].until
    return Mirror(
        opened_at=opened if final.clock else None,
        ended_at=ended,
        stretches=course,
        steps=steps(final.plan, course),
        loops=loops(walked),
        extended=extended(walked),
        shared_in=shared_in(walked),
        handed=handed(walked),
        silence_ms=silence_ms(walked),
        lifts=tuple(one for one in final.register if one.rule != HANDED_RULE),
        rounds=rounds(walked),
        last_round=last_round(walked),
        speech=speech(walked),
        attended=attended(walked),
    )
