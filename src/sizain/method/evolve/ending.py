"""What an end that comes early changes, and the way back from it."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import clock as clocks
from sizain.method import events as e
from sizain.method.ending import Interruption
from sizain.method.evolve.consultation import entering
from sizain.method.evolve.room import Evolver
from sizain.method.evolve.thread import with_figures
from sizain.method.seance import Seance, Stage


def _interrupted(seance: Seance, event: e.SeanceInterrupted, at: int) -> Seance:
    clock = seance.clock
    if clock is not None and event.suspension is not None:
        clock = clocks.suspend(clock, clocks.Suspension.from_json(event.suspension), at)
    return replace(
        entering(seance, Stage.CLOSED),
        stage=Stage.CLOSED,
        closed_at=at,
        interrupted=Interruption(seance.stage, event.silent, event.suspension is not None),
        clock=clock,
        floor=None,
        hands=(),
        named=None,
    )


def _taken_up(seance: Seance, event: e.SeanceTakenUp, at: int) -> Seance:
    """Nothing changes when nothing was interrupted: no decider writes that, and `evolve` is total."""
    if seance.interrupted is None:
        return seance
    clock = seance.clock
    if clock is not None and event.resumption is not None:
        clock = with_figures(clocks.resume(clock, clocks.Resumption.from_json(event.resumption), at))
    return replace(seance, stage=seance.interrupted.stage, closed_at=None, interrupted=None, clock=clock)


ENDING: dict[str, Evolver] = {"interrupted": _interrupted, "taken-up": _taken_up}
