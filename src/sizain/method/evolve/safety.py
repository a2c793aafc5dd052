"""What events of safety change."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import clock as clocks
from sizain.method import events as e
from sizain.method.evolve.room import Evolver
from sizain.method.evolve.thread import with_figures
from sizain.method.safety import NotWell
from sizain.method.seance import Seance


def _without(seance: Seance, seat: str) -> tuple[NotWell, ...]:
    return tuple(one for one in seance.not_well if one.seat != seat)


def _said(seance: Seance, event: e.NotWellSaid, at: int) -> Seance:
    return replace(seance, not_well=(*_without(seance, event.seat), NotWell(event.seat, seance.facilitator)))


def _taken_back(seance: Seance, event: e.NotWellTakenBack, at: int) -> Seance:
    return replace(seance, not_well=_without(seance, event.seat))


def _heard(seance: Seance, event: e.NotWellHeard, at: int) -> Seance:
    heard = NotWell(event.seat, seance.facilitator, heard=True)
    return replace(seance, not_well=(*_without(seance, event.seat), heard))


def _suspended(seance: Seance, event: e.ClockSuspended, at: int) -> Seance:
    if seance.clock is None:
        return seance
    suspension = clocks.Suspension.from_json(event.suspension)
    return replace(seance, clock=with_figures(clocks.suspend(seance.clock, suspension, at)))


SAFETY: dict[str, Evolver] = {
    "not-well-said": _said,
    "not-well-taken-back": _taken_back,
    "not-well-heard": _heard,
    "clock-suspended": _suspended,
}
