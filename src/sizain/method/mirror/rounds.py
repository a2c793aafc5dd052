"""The rounds of step 4 as they were held, and the one of step 6. Turns, never what was said in them (R9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sizain.method import events as e
from sizain.method.mirror.walk import Happening
from sizain.method.rounds import RoundKind
from sizain.method.seance import Seance


class Ended(StrEnum):
    """How a round went: each place had its turn, or some passed it, or it ended before all had theirs."""

    WHOLE = "whole"
    WITH_PASSES = "with_passes"
    CUT_SHORT = "cut_short"


class LastRound(StrEnum):
    """The round of step 6 (R14)."""

    BY_THE_FLOOR = "by_the_floor"
    ALOUD = "aloud"
    SKIPPED = "skipped"
    NOT_HELD = "not_held"


@dataclass(frozen=True)
class HeldRound:
    kind: RoundKind
    ended: Ended


def rounds(walked: Sequence[Happening]) -> tuple[HeldRound, ...]:
    """Each round that was opened, in its order."""
    return tuple(_held(walked))


def _held(walked: Sequence[Happening]) -> Iterator[HeldRound]:
    for one in walked:
        before, after = one.before.rounds, one.after.rounds
        if before.kind is not None and (not after.running or after.number != before.number):
            yield HeldRound(before.kind, _ended(one.before))


def _ended(seance: Seance) -> Ended:
    if seance.to_come:
        return Ended.CUT_SHORT
    return Ended.WITH_PASSES if seance.rounds.passed else Ended.WHOLE


def last_round(walked: Sequence[Happening]) -> LastRound:
    """The first time that it was held says how; lifted, it was skipped on purpose."""
    held = next((one.event for one in walked if isinstance(one.event, e.RoundHeld)), None)
    if held is not None:
        return LastRound.ALOUD if held.aloud else LastRound.BY_THE_FLOOR
    lifted = any(isinstance(one.event, e.LockLifted) and one.event.rule == "R14" for one in walked)
    return LastRound.SKIPPED if lifted else LastRound.NOT_HELD
