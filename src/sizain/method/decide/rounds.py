"""Deciders of the rounds (METHOD §3 step 4, R8)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.room import Decider
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Role, Seance, Seat


def consultant(seance: Seance, seat_id: str) -> Seat:
    """The consultant whom an act names, present and engaged. Raises `Refusal`."""
    seat = seance.seat(seat_id)
    if seat is None or not seat.present:
        raise Refusal(Why.NO_SUCH_SEAT)
    if seat.role is not Role.PEER or seat.id == seance.client:
        raise Refusal(Why.CONSULTANTS_ONLY)
    if seat.charter is None:
        raise Refusal(Why.CHARTER_FIRST)
    return seat


def _open_round(seance: Seance, command: c.OpenRound, now: int) -> tuple[e.Event, ...]:
    if not seance.consultants:
        raise Refusal(Why.NOBODY_SEATED)
    heard = _turns_heard(seance) if command.heard else ()
    return (*heard, e.RoundOpened(command.kind.value), e.FloorGiven(seance.consultants[0].id))


def _end_round(seance: Seance, command: c.EndRound, now: int) -> tuple[e.Event, ...]:
    if not seance.rounds.running:
        return ()
    return (*_turns_heard(seance), e.RoundEnded()) if command.heard else (e.RoundEnded(),)


def _turns_heard(seance: Seance) -> tuple[e.Event, ...]:
    """Whoever was still to come had their turn, said aloud."""
    return tuple(e.TurnHeard(seat) for seat in seance.to_come)


def _pass_turn(seance: Seance, command: c.PassTurn, now: int) -> tuple[e.Event, ...]:
    if command.by not in (command.seat, seance.facilitator):
        raise Refusal(Why.NOT_YOURS)
    seat = consultant(seance, command.seat).id
    if not seance.rounds.running:
        raise Refusal(Why.NO_ROUND)
    speaks = seance.floor == seat
    if seat in seance.rounds.passed or (seat in seance.rounds.turns and not speaks):
        return ()
    if not speaks:
        return (e.TurnPassed(seat),)
    following = next((one for one in seance.to_come if one != seat), None)
    return (e.TurnPassed(seat), e.FloorGiven(following) if following else e.FloorFreed())


ROUNDS: dict[str, Decider] = {
    "open-round": _open_round,
    "end-round": _end_round,
    "pass-turn": _pass_turn,
}
