"""What events of step 6 change: the round, the short lines."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import events as e
from sizain.method.evolve.room import Evolver
from sizain.method.meta import Line, Noted
from sizain.method.seance import Seance


def _round_held(seance: Seance, event: e.RoundHeld, at: int) -> Seance:
    return replace(seance, meta=replace(seance.meta, round_held=True))


def _line_noted(seance: Seance, event: e.LineNoted, at: int) -> Seance:
    noted = Noted(Line(event.line), event.seat, event.text)
    lines = (*_others(seance, event.seat, noted.line), noted)
    return replace(seance, meta=replace(seance.meta, lines=lines))


def _line_withdrawn(seance: Seance, event: e.LineWithdrawn, at: int) -> Seance:
    return replace(seance, meta=replace(seance.meta, lines=_others(seance, event.seat, Line(event.line))))


def _others(seance: Seance, seat: str, line: Line) -> tuple[Noted, ...]:
    return tuple(one for one in seance.meta.lines if (one.seat, one.line) != (seat, line))


META: dict[str, Evolver] = {
    "round-held": _round_held,
    "line-noted": _line_noted,
    "line-withdrawn": _line_withdrawn,
}
