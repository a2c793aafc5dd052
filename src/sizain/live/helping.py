"""The help of a screen: what a place can do now, what is kept for later or for others, and why. It is written from the
one table of rules and its words (`rules_said`), so that it never says otherwise than what is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sizain.live.rules_said import ACTS, POSTURES, REASONS, Words
from sizain.method.rules import BY_ITSELF, LOCKS, NONE_LIFTED, Posture, lock_on, locks_at, why_not
from sizain.method.rules import RULES as TABLE
from sizain.method.seance import STAGES, Stage

AROUND = (Posture.FACILITATOR, Posture.CLIENT, Posture.CONSULTANT, Posture.OBSERVER)
"""Whose acts a help tells of: who sits around the table."""
RULES = {act: rule for act, rule in TABLE.items() if act not in BY_ITSELF}
"""What people do; the room does the rest by itself."""
OF_ONE = frozenset({"answer-deputy", "take-over"})
"""Acts of one person among those of the same place: told of to nobody else there."""


@dataclass(frozen=True)
class Kept:
    """Acts that share a reason: `reason` is the rule of METHOD. `where` is the stage in which they come, `whose` are
    the places that they belong to; both are empty for what can be done now."""

    reason: str
    acts: tuple[str, ...]
    where: Stage | None = None
    whose: tuple[Posture, ...] = ()

    @property
    def said(self) -> str:
        """The acts in words."""
        return " · ".join(str(ACTS[act]) for act in self.acts)

    @property
    def because(self) -> Words:
        return REASONS[self.reason]

    @property
    def places(self) -> str:
        """Whose acts these are, in words."""
        return ", ".join(str(POSTURES[one]) for one in self.whose)


@dataclass(frozen=True)
class Help:
    """`now` is what the place can do, `locked` what the facilitation may open for this step (R26), `once` what it can
    do once in a turn (R8), `later` what comes with a stage, `others` what belongs to other places at this one."""

    now: tuple[Kept, ...]
    locked: tuple[Kept, ...]
    once: tuple[Kept, ...]
    later: tuple[Kept, ...]
    others: tuple[Kept, ...]


def help_for(posture: Posture, stage: Stage, acts: frozenset[str], lifted: frozenset[str] = NONE_LIFTED) -> Help:
    """The help of that place at that stage: `acts` are those that its screen lets through, `lifted` the rules whose
    lock is lifted."""
    shut = {act: lock for act in RULES if (lock := lock_on(stage, posture, act)) and lock not in lifted}
    again = [rule for rule in locks_at(stage) if LOCKS[rule].again and rule not in lifted]
    ahead = {
        act: there
        for act in RULES
        if act not in acts and act not in shut and act not in OF_ONE and (there := _next(stage, posture, act))
    }
    theirs = {
        act: whose
        for act in RULES
        if act not in {*acts, *shut, *ahead} and (whose := _whose(stage, act, lifted))
        if act not in OF_ONE or posture not in whose
    }
    return Help(
        now=_kept((RULES[act].source, act) for act in RULES if act in acts),
        locked=_kept((lock, act) for act, lock in shut.items()),
        once=_kept((rule, act) for rule in again for act in RULES if act in LOCKS[rule].acts & acts),
        later=tuple(
            kept
            for there in STAGES
            for kept in _kept(((RULES[act].source, act) for act, one in ahead.items() if one is there), where=there)
        ),
        others=tuple(
            kept
            for whose in dict.fromkeys(theirs.values())
            for kept in _kept(((RULES[act].source, act) for act, one in theirs.items() if one == whose), whose=whose)
        ),
    )


def _kept(
    pairs: Iterable[tuple[str, str]], where: Stage | None = None, whose: tuple[Posture, ...] = ()
) -> tuple[Kept, ...]:
    """The acts gathered by their reason, both in the order of the table."""
    gathered: dict[str, list[str]] = {}
    for reason, act in pairs:
        gathered.setdefault(reason, []).append(act)
    return tuple(Kept(reason, tuple(acts), where, whose) for reason, acts in gathered.items())


def _next(stage: Stage, posture: Posture, act: str) -> Stage | None:
    """The first stage ahead in which the table lets that place do it."""
    ahead = STAGES[STAGES.index(stage) + 1 : STAGES.index(Stage.CLOSED)]
    return next((there for there in ahead if why_not(there, posture, act) is None), None)


def _whose(stage: Stage, act: str, lifted: frozenset[str]) -> tuple[Posture, ...]:
    """The places around the table that may do it at this stage."""
    return tuple(one for one in AROUND if why_not(stage, one, act, lifted) is None)
