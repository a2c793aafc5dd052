"""The time of a session: what each step held beside its plan, the loops, the stops, what was granted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from sizain.method import events as e
from sizain.method.clock import Extension, Pace, reading
from sizain.method.formats import Block, Plan
from sizain.method.mirror.walk import Happening
from sizain.method.seance import STAGES, UNTIMED, Stage

__all__ = [
    "Against",
    "Extended",
    "Handed",
    "Loop",
    "Pace",
    "StepTime",
    "Stretch",
    "extended",
    "handed",
    "loops",
    "shared_in",
    "silence_ms",
    "steps",
]

NEAR_MS = 60_000
"""A step is as planned within a minute, or within an eighth of its plan where that is more."""
NEAR_PART = 8


class Against(StrEnum):
    """What a step held, beside what the plan gave it."""

    SKIPPED = "skipped"
    SHORTER = "shorter"
    AS_PLANNED = "as_planned"
    LONGER = "longer"
    UNPLANNED = "unplanned"


@dataclass(frozen=True)
class Stretch:
    """A part of the course in which neither the stage nor the pace changed, `start_ms` after the opening."""

    stage: Stage
    pace: Pace
    start_ms: int
    length_ms: int


@dataclass(frozen=True)
class StepTime:
    """What a stage was given (`planned_s`, the plan announced) and what it held, stops left out; all its visits."""

    stage: Stage
    planned_s: int
    held_ms: int

    @property
    def against(self) -> Against:
        planned = self.planned_s * 1000
        if not self.held_ms:
            return Against.SKIPPED
        if not planned:
            return Against.UNPLANNED
        if abs(self.held_ms - planned) <= max(NEAR_MS, planned // NEAR_PART):
            return Against.AS_PLANNED
        return Against.LONGER if self.held_ms > planned else Against.SHORTER


@dataclass(frozen=True)
class Loop:
    """The way back from one stage to an earlier one: part of the method, not an error (METHOD §2)."""

    left: Stage
    to: Stage
    at: int


@dataclass(frozen=True)
class Extended:
    """More time, granted in a stage."""

    stage: Stage
    seconds: int


@dataclass(frozen=True)
class Handed:
    """The facilitation changed hands in a stage; `taken` over while the one before was away."""

    stage: Stage
    taken: bool


def stretches(walked: Sequence[Happening]) -> tuple[Stretch, ...]:
    """The course, from the opening on, without what lasted no time."""
    found: list[Stretch] = []
    start = 0
    lasting = (one for one in walked if one.held and one.length_ms)
    for (stage, pace), group in groupby(lasting, key=lambda one: (one.after.stage, pace_of(one))):
        length = sum(one.length_ms for one in group)
        found.append(Stretch(stage, pace, start, length))
        start += length
    return tuple(found)


def pace_of(one: Happening) -> Pace:
    """Whether time went by for the stage meanwhile; no clock counts the closing."""
    if one.ticks or one.after.clock is None:
        return Pace.RUNNING
    return reading(one.after.clock, one.at).pace


def steps(plan: Plan, course: Sequence[Stretch]) -> tuple[StepTime, ...]:
    """Every stage that had minutes or held some, in the order of the thread; nothing for a session not opened."""
    if not course:
        return ()
    held = dict.fromkeys(STAGES, 0)
    for one in course:
        held[one.stage] += one.length_ms if one.pace is Pace.RUNNING else 0
    times = (StepTime(stage, _planned(plan, stage), held[stage]) for stage in STAGES)
    return tuple(one for one in times if one.planned_s or one.held_ms)


def _planned(plan: Plan, stage: Stage) -> int:
    return 0 if stage in UNTIMED else plan.target_s(Block(stage))


def loops(walked: Sequence[Happening]) -> tuple[Loop, ...]:
    """Each way back, in its order."""
    return tuple(
        Loop(one.before.stage, one.after.stage, one.at)
        for one in walked
        if isinstance(one.event, e.StageEntered) and one.event.loop
    )


def extended(walked: Sequence[Happening]) -> tuple[Extended, ...]:
    """Each extension, in its order."""
    return tuple(
        Extended(one.before.stage, Extension.from_json(one.event.extension).seconds)
        for one in walked
        if isinstance(one.event, e.ClockExtended)
    )


def shared_in(walked: Sequence[Happening]) -> tuple[Stage, ...]:
    """The stage of each new share of what was left, in its order."""
    return tuple(one.before.stage for one in walked if isinstance(one.event, e.ClockRebalanced))


def handed(walked: Sequence[Happening]) -> tuple[Handed, ...]:
    """Each time the facilitation changed hands, in its order."""
    return tuple(
        Handed(one.before.stage, one.event.taken) for one in walked if isinstance(one.event, e.FacilitationHanded)
    )


def silence_ms(walked: Sequence[Happening]) -> int:
    """How long a silence lasted that was asked for, in all."""
    return sum(one.length_ms for one in walked if one.ticks and _silent(one))


def _silent(one: Happening) -> bool:
    silence, clock = one.after.silence, one.after.clock
    return (silence is not None and not silence.over) or (clock is not None and clock.silent)
