"""What events of the thread change: format, stages and clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sizain.method import clock as clocks
from sizain.method import events as e
from sizain.method.clock import Clock
from sizain.method.evolve.consultation import closing, entering
from sizain.method.evolve.room import Evolver
from sizain.method.formats import Plan
from sizain.method.register import Lift
from sizain.method.rules import LOCKS
from sizain.method.seance import UNTIMED, Seance, Stage


def _format_chosen(seance: Seance, event: e.FormatChosen, at: int) -> Seance:
    return replace(seance, plan=Plan.from_json(event.plan), total_min=event.total_min)


def _seance_opened(seance: Seance, event: e.SeanceOpened, at: int) -> Seance:
    clock = clocks.start(seance.plan, at)
    away = seance.facilitator in seance.relay.gone
    return replace(seance, stage=Stage.OPENING, clock=held(clock, at) if away else clock)


def held(clock: Clock | None, at: int) -> Clock | None:
    """The clock while nobody conducts (METHOD §7)."""
    return clock if clock is None or clock.held_since_ms is not None else clocks.hold(clock, at)


def _stage_entered(seance: Seance, event: e.StageEntered, at: int) -> Seance:
    stage = Stage(event.stage)
    clock = seance.clock
    if clock is not None and event.passage is not None and stage not in UNTIMED:
        clock = clocks.enter(clock, clocks.Passage.from_json(event.passage), at)
    return replace(
        entering(seance, stage),
        stage=stage,
        clock=with_figures(clock),
        loops=seance.loops + event.loop,
        floor=None,
        spoken=(),
        hands=(),  # what one wanted to say belonged to the stage that is over
        named=None,
        silence=None,
    )


def _clock_extended(seance: Seance, event: e.ClockExtended, at: int) -> Seance:
    extension = clocks.Extension.from_json(event.extension)
    return _with_clock(seance, lambda clock: clocks.extend(clock, extension, at))


def _clock_rebalanced(seance: Seance, event: e.ClockRebalanced, at: int) -> Seance:
    shared = clocks.Rebalance.from_json(event.rebalance)
    return _with_clock(seance, lambda clock: clocks.rebalance(clock, shared, at))


def _clock_paused(seance: Seance, event: e.ClockPaused, at: int) -> Seance:
    """A stop that shows nothing brings no figure back either."""
    halt = clocks.Halt.from_json(event.halt)
    still = not halt.shown and seance.clock is not None and seance.clock.silent
    return _with_clock(seance, lambda clock: clocks.pause(clock, halt, at), silent=still)


def _clock_resumed(seance: Seance, event: e.ClockResumed, at: int) -> Seance:
    resumption = clocks.Resumption.from_json(event.resumption)
    return _with_clock(seance, lambda clock: clocks.resume(clock, resumption, at))


def _figures_hidden(seance: Seance, event: e.FiguresHidden, at: int) -> Seance:
    return _with_clock(seance, lambda clock: clock, silent=True)


def _figures_shown(seance: Seance, event: e.FiguresShown, at: int) -> Seance:
    return _with_clock(seance, lambda clock: clock)


def with_figures(clock: clocks.Clock | None) -> clocks.Clock | None:
    """*Laisser le silence* ends with the next act of the thread (METHOD §2)."""
    return clocks.silence(clock, False) if clock else None


def _with_clock(seance: Seance, change: Callable[[clocks.Clock], clocks.Clock], *, silent: bool = False) -> Seance:
    """Nothing changes before there is a clock: no decider writes that, and `evolve` is total. An act of the clock
    brings its figures back, unless it says otherwise."""
    if seance.clock is None:
        return seance
    return replace(seance, clock=clocks.silence(change(seance.clock), silent))


def _lock_lifted(seance: Seance, event: e.LockLifted, at: int) -> Seance:
    """A lock on the way out is passed at once; a lock on posting stays open until the step is left."""
    lifted = seance.lifted | {event.rule} if event.rule in LOCKS else seance.lifted
    return replace(seance, register=(*seance.register, Lift(event.rule, seance.stage, at)), lifted=lifted)


def _seance_closed(seance: Seance, event: e.SeanceClosed, at: int) -> Seance:
    return replace(closing(seance), stage=Stage.CLOSED, closed_at=at, floor=None, hands=(), named=None)


THREAD: dict[str, Evolver] = {
    "format-chosen": _format_chosen,
    "seance-opened": _seance_opened,
    "stage-entered": _stage_entered,
    "clock-extended": _clock_extended,
    "clock-rebalanced": _clock_rebalanced,
    "clock-paused": _clock_paused,
    "clock-resumed": _clock_resumed,
    "figures-hidden": _figures_hidden,
    "figures-shown": _figures_shown,
    "lock-lifted": _lock_lifted,
    "seance-closed": _seance_closed,
}
