"""What events of the room change: who is there, the charter, the floor and the hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sizain.method import asides
from sizain.method import events as e
from sizain.method.evolve.consultation import without_consultation, without_words_of
from sizain.method.links import without_story
from sizain.method.register import HANDED_RULE, Lift
from sizain.method.relay import Deputy
from sizain.method.safety import not_well_without
from sizain.method.seance import How, Role, Seance, Seat, Standing

Evolver = Callable[[Seance, Any, int], Seance]


def without(ids: tuple[str, ...], seat: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != seat)


def with_seat(seance: Seance, seat_id: str, **changes: Any) -> Seance:
    seats = tuple(replace(seat, **changes) if seat.id == seat_id else seat for seat in seance.seats)
    return replace(seance, seats=seats)


def without_client(seance: Seance) -> Seance:
    """Nobody is client: an observer's acceptance was the client's, it goes with them (R22), and so does what
    they asked for and were given: nobody else could erase it (R21)."""
    seats = tuple(replace(seat, accepted=None) for seat in seance.seats)
    left = without_consultation(seance) if seance.client else seance
    return replace(left, named=None, client=None, client_how=None, seats=seats)


def _seat_asked(seance: Seance, event: e.SeatAsked, at: int) -> Seance:
    """Who asks again was not answered yet."""
    return _asking(replace(seance, kept_waiting=without(seance.kept_waiting, event.seat)), event)


def _asking(seance: Seance, event: e.SeatAsked) -> Seance:
    if seance.seat(event.seat):
        return with_seat(seance, event.seat, standing=Standing.WAITING, own_device=True, excused=False)
    new = Seat(event.seat, Role.PEER, Standing.WAITING, own_device=True)
    return replace(seance, seats=(*seance.seats, new))


def _seat_expected(seance: Seance, event: e.SeatExpected, at: int) -> Seance:
    new = Seat(event.seat, Role.PEER, Standing.EXPECTED, own_device=False)
    return replace(seance, seats=(*seance.seats, new))


def _seat_added(seance: Seance, event: e.SeatAdded, at: int) -> Seance:
    new = Seat(event.seat, Role.PEER, Standing.SEATED, own_device=False, came_in=True)
    return replace(seance, seats=(*seance.seats, new))


def _seat_admitted(seance: Seance, event: e.SeatAdmitted, at: int) -> Seance:
    return with_seat(seance, event.seat, standing=Standing.SEATED, came_in=True, excused=False)


def _seat_excused(seance: Seance, event: e.SeatExcused, at: int) -> Seance:
    return with_seat(seance, event.seat, excused=event.excused)


def _seat_kept_waiting(seance: Seance, event: e.SeatKeptWaiting, at: int) -> Seance:
    return replace(seance, kept_waiting=(*without(seance.kept_waiting, event.seat), event.seat))


def _seat_refused(seance: Seance, event: e.SeatRefused, at: int) -> Seance:
    return _seat_gone(seance, event.seat, Standing.REFUSED)


def _seat_removed(seance: Seance, event: e.SeatRemoved, at: int) -> Seance:
    return _seat_gone(seance, event.seat, Standing.REMOVED)


def _seat_gone(seance: Seance, seat: str, standing: Standing) -> Seance:
    """Whoever opens nothing any more leaves no topic and no line behind, and is not the client either."""
    emptied = _seat_empty(seance, seat, standing)
    topics = tuple(topic for topic in emptied.topics if topic.seat != seat)
    plan = emptied.synthesis.without_seat(seat)
    lines = tuple(one for one in emptied.meta.lines if one.seat != seat)
    meta = replace(emptied.meta, lines=lines)
    well = not_well_without(emptied.not_well, seat)
    gone = without_words_of(replace(emptied, topics=topics, synthesis=plan, meta=meta, not_well=well), seat)
    return without_client(gone) if seance.client == seat else gone


def _seat_left(seance: Seance, event: e.SeatLeft, at: int) -> Seance:
    return _seat_empty(seance, event.seat, Standing.LEFT)


def _seat_empty(seance: Seance, seat: str, standing: Standing) -> Seance:
    return with_seat(silent(without_deputy(seance, seat), seat), seat, standing=standing)


def without_deputy(seance: Seance, seat: str) -> Seance:
    """That seat is nobody's deputy any more, nor waited for."""
    relay = seance.relay
    deputy = None if relay.deputy and relay.deputy.seat == seat else relay.deputy
    return replace(seance, relay=replace(relay, deputy=deputy, gone=without(relay.gone, seat)))


def silent(seance: Seance, seat: str) -> Seance:
    """That seat asks for nothing, has not the floor and is named for nothing."""
    return replace(
        seance,
        hands=without(seance.hands, seat),
        ready=without(seance.ready, seat),
        floor=None if seance.floor == seat else seance.floor,
        named=None if seance.named == seat else seance.named,
    )


def _seat_handed(seance: Seance, event: e.SeatHanded, at: int) -> Seance:
    """Whoever holds the seat now may be somebody else: they never facilitated (R20), what was said between two people
    goes, a deputy's yes too, and the circle reads that the seat left a device. The words of the consultation stay: a
    lost phone must not lose them."""
    relay, seat = seance.relay, seance.seat(event.seat)
    deputy = Deputy(event.seat) if relay.deputy and relay.deputy.seat == event.seat else relay.deputy
    left = seat is not None and seat.own_device and seat.came_in
    handed = replace(
        seance,
        relay=replace(relay, led=relay.led - {event.seat}, deputy=deputy),
        asides=asides.without_seat(seance.asides, event.seat),
        not_well=not_well_without(seance.not_well, event.seat),
        register=(*seance.register, Lift(HANDED_RULE, seance.stage, at)) if left else seance.register,
    )
    return with_seat(handed, event.seat, own_device=True)


def _code_renewed(seance: Seance, event: e.CodeRenewed, at: int) -> Seance:
    return seance


def _observer_named(seance: Seance, event: e.ObserverNamed, at: int) -> Seance:
    """Who observes brings no topic, asks for no floor and is no candidate."""
    role = Role.OBSERVER if event.observer else Role.PEER
    topics = tuple(topic for topic in seance.topics if topic.seat != event.seat)
    plan = seance.synthesis.without_seat(event.seat)
    links = without_story(seance.links, event.seat)
    aside = silent(without_deputy(replace(seance, topics=topics, synthesis=plan, links=links), event.seat), event.seat)
    scribe = None if seance.scribe == event.seat else seance.scribe
    return with_seat(replace(aside, scribe=scribe), event.seat, role=role, accepted=None)


def _observer_accepted(seance: Seance, event: e.ObserverAccepted, at: int) -> Seance:
    return with_seat(seance, event.seat, accepted=How(event.how))


def _charter_signed(seance: Seance, event: e.CharterSigned, at: int) -> Seance:
    return with_seat(seance, event.seat, charter=How(event.how))


def _floor_given(seance: Seance, event: e.FloorGiven, at: int) -> Seance:
    spoken = (*without(seance.spoken, event.seat), event.seat)
    hands = without(seance.hands, event.seat)
    rounds = seance.rounds if event.seat == seance.client else seance.rounds.taken(event.seat)
    return replace(seance, floor=event.seat, spoken=spoken, hands=hands, rounds=rounds, recalled=False)


def _floor_freed(seance: Seance, event: e.FloorFreed, at: int) -> Seance:
    return replace(seance, floor=None, recalled=False)


def _hand_raised(seance: Seance, event: e.HandRaised, at: int) -> Seance:
    return replace(seance, hands=(*without(seance.hands, event.seat), event.seat))


def _hand_lowered(seance: Seance, event: e.HandLowered, at: int) -> Seance:
    return replace(seance, hands=without(seance.hands, event.seat))


ROOM: dict[str, Evolver] = {
    "seat-asked": _seat_asked,
    "seat-expected": _seat_expected,
    "seat-added": _seat_added,
    "seat-admitted": _seat_admitted,
    "seat-excused": _seat_excused,
    "seat-kept-waiting": _seat_kept_waiting,
    "seat-refused": _seat_refused,
    "seat-removed": _seat_removed,
    "seat-left": _seat_left,
    "seat-handed": _seat_handed,
    "code-renewed": _code_renewed,
    "observer-named": _observer_named,
    "observer-accepted": _observer_accepted,
    "charter-signed": _charter_signed,
    "floor-given": _floor_given,
    "floor-freed": _floor_freed,
    "hand-raised": _hand_raised,
    "hand-lowered": _hand_lowered,
}
