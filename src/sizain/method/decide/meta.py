"""Deciders of step 6: the round, the short lines."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.choice import text_fits
from sizain.method.decide.room import Decider
from sizain.method.meta import GROUPS, Line
from sizain.method.refusals import Refusal, Why
from sizain.method.rules import Posture, posture
from sizain.method.seance import Seance


def _hear_round(seance: Seance, command: c.HearRound, now: int) -> tuple[e.Event, ...]:
    return () if seance.meta.round_held else (e.RoundHeld(aloud=True),)


def _note_line(seance: Seance, command: c.NoteLine, now: int) -> tuple[e.Event, ...]:
    _is_theirs(seance, command.by, command.line)
    text_fits(command.length, seance.limits.line)
    return (e.LineNoted(command.by, command.line.value, command.text, command.length),)


def _withdraw_line(seance: Seance, command: c.WithdrawLine, now: int) -> tuple[e.Event, ...]:
    _is_theirs(seance, command.by, command.line)
    noted = seance.meta.of(command.by, command.line)
    return (e.LineWithdrawn(command.by, command.line.value),) if noted else ()


def _is_theirs(seance: Seance, by: str, line: Line) -> None:
    """The observer speaks of the process alone, and nobody else does; the facilitation notes for everybody."""
    who = posture(seance, by)
    if who is not Posture.FACILITATOR and (who is Posture.OBSERVER) == (line in GROUPS):
        raise Refusal(Why.NOT_YOURS)


META: dict[str, Decider] = {
    "hear-round": _hear_round,
    "note-line": _note_line,
    "withdraw-line": _withdraw_line,
}
