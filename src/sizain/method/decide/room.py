"""Deciders of the room: who comes in, sits and leaves, the charter, the floor and the hands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import STAGES, How, Role, Seance, Seat, Stage, Standing
from sizain.method.thread import not_accepted, to_hear

REMOVABLE = (Standing.SEATED, Standing.LEFT, Standing.EXPECTED)
Decider = Callable[[Seance, Any, int], tuple[e.Event, ...]]


def _named_seat(seance: Seance, seat_id: str, *standings: Standing) -> Seat:
    """The seat that an act names, in one of these standings. Raises `Refusal(NO_SUCH_SEAT)`."""
    seat = seance.seat(seat_id)
    if seat is None or seat.standing not in standings or seat.role is Role.FACILITATOR:
        raise Refusal(Why.NO_SUCH_SEAT)
    return seat


def _room_left(seance: Seance, more: int = 1) -> None:
    if seance.taken + more > seance.limits.seats:
        raise Refusal(Why.FULL, seance.limits.seats)


def _enter(seance: Seance, command: c.AskToEnter, now: int) -> tuple[e.Event, ...]:
    """Who is expected takes the place that was kept; anybody else needs one that is free."""
    seat = seance.seat(command.by)
    if seat is None:
        _room_left(seance)
    elif seat.standing is not Standing.EXPECTED:
        raise Refusal(Why.NO_SUCH_SEAT)
    return (e.SeatAsked(command.by),)


def _add_seat(seance: Seance, command: c.AddSeat, now: int) -> tuple[e.Event, ...]:
    seats = (command.seat, *command.more)
    _room_left(seance, len(seats))
    return tuple(e.SeatExpected(seat) if command.expected else e.SeatAdded(seat) for seat in seats)


def _excuse(seance: Seance, command: c.Excuse, now: int) -> tuple[e.Event, ...]:
    seat = _named_seat(seance, command.seat, Standing.EXPECTED)
    return () if seat.excused == command.excused else (e.SeatExcused(seat.id, command.excused),)


def _come_back(seance: Seance, command: c.ComeBack, now: int) -> tuple[e.Event, ...]:
    return (e.SeatAsked(command.by),)


def _admit(seance: Seance, command: c.Admit, now: int) -> tuple[e.Event, ...]:
    """An observer comes in before step 1, or once the client has accepted them (R22). Somebody who
    was expected and has no device is let in as they are."""
    seat = _named_seat(seance, command.seat, Standing.WAITING, Standing.EXPECTED)
    if not_accepted(seat) and STAGES.index(seance.stage) > STAGES.index(Stage.CHOICE):
        raise Refusal(Why.OBSERVER_OPEN)
    return (e.SeatAdmitted(seat.id),)


def _keep_waiting(seance: Seance, command: c.KeepWaiting, now: int) -> tuple[e.Event, ...]:
    seat = _named_seat(seance, command.seat, Standing.WAITING)
    return () if seat.id in seance.kept_waiting else (e.SeatKeptWaiting(seat.id),)


def _refuse(seance: Seance, command: c.Refuse, now: int) -> tuple[e.Event, ...]:
    return (e.SeatRefused(_named_seat(seance, command.seat, Standing.WAITING).id),)


def _remove(seance: Seance, command: c.Remove, now: int) -> tuple[e.Event, ...]:
    return (e.SeatRemoved(_named_seat(seance, command.seat, *REMOVABLE).id),)


def _leave(seance: Seance, command: c.Leave, now: int) -> tuple[e.Event, ...]:
    return (e.SeatLeft(command.by),)


def may_be_handed(seance: Seance, seat_id: str) -> bool:
    """Whether a link may give that seat to another device. After the closing, only a client who held the session
    without a device takes their page with them: nobody's private words change hands."""
    if seance.stage is not Stage.CLOSED:
        return True
    seat = seance.seat(seat_id)
    return seat is not None and seat.id == seance.client and not seat.own_device


def _hand_seat(seance: Seance, command: c.HandSeat, now: int) -> tuple[e.Event, ...]:
    if not may_be_handed(seance, command.by):
        raise Refusal(Why.CLOSED)
    return (e.SeatHanded(command.by),)


def _renew_code(seance: Seance, command: c.RenewCode, now: int) -> tuple[e.Event, ...]:
    return (e.CodeRenewed(),)


def _engage(seance: Seance, command: c.Engage, now: int) -> tuple[e.Event, ...]:
    seat = seance.seat(command.by)
    if seat and seat.charter:
        return ()
    return (e.CharterSigned(command.by, How.DEVICE),)


def _hear_charter(seance: Seance, command: c.HearCharter, now: int) -> tuple[e.Event, ...]:
    return charter_heard(seance)


def charter_heard(seance: Seance) -> tuple[e.Event, ...]:
    """The charter was heard by all who are there and had not signed it (R17)."""
    return tuple(
        e.CharterSigned(seat.id, How.ALOUD)
        for seat in seance.seats
        if seat.present and seat.role is not Role.FACILITATOR and seat.charter is None
    )


def _name_observer(seance: Seance, command: c.NameObserver, now: int) -> tuple[e.Event, ...]:
    seat = _named_seat(seance, command.seat, Standing.SEATED, Standing.WAITING)
    if seat.role is Role.CO_FACILITATOR:
        raise Refusal(Why.NO_SUCH_SEAT)
    if seat.id == seance.client:
        raise Refusal(Why.ONE_CLIENT)
    if (seat.role is Role.OBSERVER) == command.observer:
        return ()
    return (e.ObserverNamed(seat.id, command.observer),)


def _raise_hand(seance: Seance, command: c.RaiseHand, now: int) -> tuple[e.Event, ...]:
    if command.by in seance.hands or command.by == seance.floor:
        return ()
    return (e.HandRaised(command.by),)


def _lower_hand(seance: Seance, command: c.LowerHand, now: int) -> tuple[e.Event, ...]:
    return (e.HandLowered(command.by),) if command.by in seance.hands else ()


def _give_floor(seance: Seance, command: c.GiveFloor, now: int) -> tuple[e.Event, ...]:
    """Who sits outside the ring speaks in step 6 only (METHOD §1), where the last peer to be heard ends the round
    (R14); in a round each has one turn (R8)."""
    seat = _named_seat(seance, command.seat, Standing.SEATED)
    if seat.role is not Role.PEER and seance.stage is not Stage.META:
        raise Refusal(Why.NOT_NOW)
    if seance.floor == seat.id:
        return ()
    if seat.id in seance.rounds.turns and "R8" not in seance.lifted:
        raise Refusal(Why.TURN_TAKEN)
    last = seance.stage is Stage.META and not seance.meta.round_held and not (to_hear(seance) - {seat.id})
    return (e.FloorGiven(seat.id), e.RoundHeld(aloud=False)) if last else (e.FloorGiven(seat.id),)


def _free_floor(seance: Seance, command: c.FreeFloor, now: int) -> tuple[e.Event, ...]:
    return (e.FloorFreed(),) if seance.floor else ()


ROOM: dict[str, Decider] = {
    "enter": _enter,
    "add-seat": _add_seat,
    "excuse": _excuse,
    "come-back": _come_back,
    "admit": _admit,
    "keep-waiting": _keep_waiting,
    "refuse": _refuse,
    "remove": _remove,
    "leave": _leave,
    "hand-seat": _hand_seat,
    "renew-code": _renew_code,
    "engage": _engage,
    "hear-charter": _hear_charter,
    "name-observer": _name_observer,
    "raise-hand": _raise_hand,
    "lower-hand": _lower_hand,
    "give-floor": _give_floor,
    "free-floor": _free_floor,
}
