"""What events of the exploration change: rounds, traces, the envelope, ideas set aside, signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sizain.method import events as e
from sizain.method.evolve.room import Evolver, without
from sizain.method.rounds import RoundKind
from sizain.method.seance import Seance
from sizain.method.signs import Sign
from sizain.method.traces import Idea, Trace


def _round_opened(seance: Seance, event: e.RoundOpened, at: int) -> Seance:
    return replace(seance, rounds=seance.rounds.opening(RoundKind(event.round)), floor=None, recalled=False)


def _round_ended(seance: Seance, event: e.RoundEnded, at: int) -> Seance:
    return replace(seance, rounds=seance.rounds.over(), floor=None, recalled=False)


def _turn_heard(seance: Seance, event: e.TurnHeard, at: int) -> Seance:
    """They have spoken; the floor stays where it is."""
    spoken = (*without(seance.spoken, event.seat), event.seat)
    hands = without(seance.hands, event.seat)
    return replace(seance, rounds=seance.rounds.taken(event.seat), spoken=spoken, hands=hands)


def _turn_passed(seance: Seance, event: e.TurnPassed, at: int) -> Seance:
    floor = None if seance.floor == event.seat else seance.floor
    return replace(seance, rounds=seance.rounds.given_up(event.seat), floor=floor, recalled=False)


def _trace_left(seance: Seance, event: e.TraceLeft, at: int) -> Seance:
    kind = RoundKind(event.round) if event.round else None
    turn = seance.rounds.number if seance.rounds.running else None
    trace = Trace(event.trace, event.seat, kind, event.noted_by, event.outside, turn=turn)
    return replace(seance, traces=(*seance.traces, trace))


def _trace_taken_back(seance: Seance, event: e.TraceTakenBack, at: int) -> Seance:
    return replace(seance, traces=tuple(trace for trace in seance.traces if trace.id != event.trace))


def _trace_marked(seance: Seance, event: e.TraceMarked, at: int) -> Seance:
    apart = event.outside and event.by is not None
    return _each(
        seance,
        lambda trace: replace(trace, outside=event.outside, set_apart=apart) if trace.id == event.trace else trace,
    )


def _envelope_opened(seance: Seance, event: e.EnvelopeOpened, at: int) -> Seance:
    return _each(seance, lambda trace: replace(trace, opened=True) if trace.sealed else trace)


def _each(seance: Seance, change: Callable[[Trace], Trace]) -> Seance:
    return replace(seance, traces=tuple(change(trace) for trace in seance.traces))


def _scribe_named(seance: Seance, event: e.ScribeNamed, at: int) -> Seance:
    return replace(seance, scribe=event.seat)


def _idea_parked(seance: Seance, event: e.IdeaParked, at: int) -> Seance:
    idea = Idea(event.idea, event.seat, event.text, event.length, event.noted_by)
    return replace(seance, ideas=(*seance.ideas, idea))


def _idea_gone(seance: Seance, event: e.IdeaGone, at: int) -> Seance:
    return replace(seance, ideas=tuple(idea for idea in seance.ideas if idea.id != event.idea))


def _sign_made(seance: Seance, event: e.SignMade, at: int) -> Seance:
    sign = Sign(event.sign)
    return replace(seance, signs=seance.signs.with_(sign) if event.made else seance.signs.without(sign))


def _sign_heard(seance: Seance, event: e.SignHeard, at: int) -> Seance:
    return replace(seance, signs=seance.signs.hearing(Sign(event.sign)))


EXPLORATION: dict[str, Evolver] = {
    "round-opened": _round_opened,
    "round-ended": _round_ended,
    "turn-heard": _turn_heard,
    "turn-passed": _turn_passed,
    "trace-left": _trace_left,
    "trace-taken-back": _trace_taken_back,
    "trace-marked": _trace_marked,
    "envelope-opened": _envelope_opened,
    "scribe-named": _scribe_named,
    "idea-parked": _idea_parked,
    "idea-gone": _idea_gone,
    "sign-made": _sign_made,
    "sign-heard": _sign_heard,
}
