"""Deciders of the relay: who is deputy, hand-over, take-over, absence and return (METHOD §1, §7)."""

from __future__ import annotations

from typing import Any

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.room import Decider
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Role, Seance, Seat


def _able(seance: Seance, seat_id: str) -> Seat:
    """A seat that can facilitate now: there, on a device of its own, and not the client (R1). Topics are in the
    facilitator's sight: a peer has signed the charter (R17)."""
    seat = seance.seat(seat_id)
    if seat is None or not seat.present or seat.role not in (Role.PEER, Role.CO_FACILITATOR):
        raise Refusal(Why.NO_SUCH_SEAT)
    if seat.id == seance.client:
        raise Refusal(Why.FACILITATOR_NEVER_CLIENT)
    if not seat.own_device:
        raise Refusal(Why.NO_DEVICE)
    if seat.charter is None and seat.role is Role.PEER:
        raise Refusal(Why.CHARTER_FIRST)
    return seat


def _is_deputy(seance: Seance, seat: str) -> bool:
    deputy = seance.relay.deputy
    return deputy is not None and deputy.seat == seat


def _agreed(seance: Seance, seat: str, how: How) -> tuple[e.Event, ...]:
    deputy = seance.relay.deputy
    return () if deputy and deputy.agreed else (e.DeputyAgreed(seat, how),)


def _name(seance: Seance, command: c.NameDeputy, now: int) -> tuple[e.Event, ...]:
    if not command.deputy:
        return (e.DeputyNamed(None),) if _is_deputy(seance, command.seat) else ()
    seat = _able(seance, command.seat)
    return () if _is_deputy(seance, seat.id) else (e.DeputyNamed(seat.id),)


def _answer(seance: Seance, command: c.AnswerDeputy, now: int) -> tuple[e.Event, ...]:
    if not _is_deputy(seance, command.by):
        raise Refusal(Why.NOT_YOURS)
    return _agreed(seance, command.by, How.DEVICE) if command.agrees else (e.DeputyNamed(None),)


def _hear(seance: Seance, command: c.HearDeputy, now: int) -> tuple[e.Event, ...]:
    if not _is_deputy(seance, command.seat):
        raise Refusal(Why.NO_SUCH_SEAT)
    return _agreed(seance, command.seat, How.ALOUD)


def _hand_over(seance: Seance, command: c.HandOver, now: int) -> tuple[e.Event, ...]:
    deputy = seance.relay.deputy
    if deputy is None or deputy.seat != command.seat:
        raise Refusal(Why.NO_SUCH_SEAT)
    if not deputy.agreed:
        raise Refusal(Why.NO_DEPUTY)
    if deputy.seat in seance.relay.gone:
        raise Refusal(Why.DEPUTY_AWAY)
    return (e.FacilitationHanded(_able(seance, deputy.seat).id, taken=False, back=_conducted(seance, now)),)


def _take_over(seance: Seance, command: c.TakeOver, now: int) -> tuple[e.Event, ...]:
    """Taking over is a yes: whoever was named and had not answered yet may; and a sign that they are there."""
    if not _is_deputy(seance, command.by):
        raise Refusal(Why.NOT_YOURS)
    if seance.facilitator not in seance.relay.gone:
        raise Refusal(Why.STILL_THERE)
    here = (e.FacilitatorBack(command.by, None),) if command.by in seance.relay.gone else ()
    return (*here, e.FacilitationHanded(_able(seance, command.by).id, taken=True, back=_conducted(seance, now)))


def _note_absence(seance: Seance, command: c.NoteAbsence, now: int) -> tuple[e.Event, ...]:
    return () if command.by in seance.relay.gone else (e.FacilitatorGone(command.by),)


def _note_return(seance: Seance, command: c.NoteReturn, now: int) -> tuple[e.Event, ...]:
    if command.seat not in seance.relay.gone:
        return ()
    conducts = command.seat == seance.facilitator
    return (e.FacilitatorBack(command.seat, _conducted(seance, now) if conducts else None),)


def _conducted(seance: Seance, now: int) -> dict[str, Any] | None:
    """What the absence cost when somebody conducts again; None where the clock did not hold."""
    clock = seance.clock
    if clock is None or clock.held_since_ms is None:
        return None
    return clocks.returning(clock, now).to_json()


RELAY: dict[str, Decider] = {
    "name-deputy": _name,
    "answer-deputy": _answer,
    "hear-deputy": _hear,
    "hand-over": _hand_over,
    "take-over": _take_over,
    "note-absence": _note_absence,
    "note-return": _note_return,
}
