"""`evolve(seance, event, at)`: the state after one event. Total, silent, and the same at every replay.

Nothing is refused here: what stands in the journal happened. `TOUCHES` says which slices an event
changes, so that a screen knows what to draw again without comparing anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from sizain.method import clock as clocks
from sizain.method import events as e
from sizain.method.formats import Plan
from sizain.method.seance import (
    UNTIMED,
    Contract,
    How,
    Limits,
    Place,
    Role,
    Seance,
    Seat,
    Slice,
    Stage,
    Standing,
    Topic,
    Way,
)

S = Slice
TOUCHES: dict[str, frozenset[Slice]] = {
    "seance-planned": frozenset(S),
    "format-chosen": frozenset({S.FORMAT}),
    "seat-asked": frozenset({S.DOOR}),
    "seat-added": frozenset({S.SEATS}),
    "seat-admitted": frozenset({S.SEATS, S.DOOR}),
    "seat-refused": frozenset({S.DOOR}),
    "seat-removed": frozenset({S.SEATS, S.DOOR, S.FLOOR, S.TOPICS, S.CHOICE}),
    "seat-left": frozenset({S.SEATS, S.DOOR, S.FLOOR, S.CHOICE}),
    "seat-handed": frozenset({S.SEATS}),
    "observer-named": frozenset({S.SEATS, S.TOPICS, S.CHOICE}),
    "observer-accepted": frozenset({S.SEATS, S.CHOICE}),
    "charter-signed": frozenset({S.SEATS}),
    "topic-deposited": frozenset({S.TOPICS}),
    "topic-withdrawn": frozenset({S.TOPICS}),
    "ready-said": frozenset({S.CHOICE}),
    "client-named": frozenset({S.CHOICE}),
    "client-unnamed": frozenset({S.CHOICE}),
    "client-accepted": frozenset({S.CHOICE, S.SEATS, S.FLOOR, S.CONTRACT, S.TOPICS}),
    "seance-opened": frozenset({S.STAGE, S.CLOCK}),
    "stage-entered": frozenset({S.STAGE, S.CLOCK, S.FLOOR, S.CHOICE}),
    "floor-given": frozenset({S.FLOOR}),
    "floor-freed": frozenset({S.FLOOR}),
    "hand-raised": frozenset({S.FLOOR}),
    "hand-lowered": frozenset({S.FLOOR}),
    "contract-dictated": frozenset({S.CONTRACT}),
    "contract-validated": frozenset({S.CONTRACT}),
    "contract-agreed": frozenset({S.CONTRACT}),
    "clock-extended": frozenset({S.CLOCK}),
    "clock-paused": frozenset({S.CLOCK}),
    "clock-resumed": frozenset({S.CLOCK}),
    "seance-closed": frozenset(S),
}
"""Which slices each kind of event changes; every kind stands here (tested)."""


def replay(entries: Iterable[tuple[e.Event, int]]) -> Seance | None:
    """The state after these events with their instants in milliseconds; None before the first."""
    seance: Seance | None = None
    for event, at in entries:
        seance = begin(event, at) if seance is None else evolve(seance, event, at)
    return seance


def begin(event: e.Event, at: int) -> Seance:
    """The first state. Raises `ValueError` when the journal does not start with a plan."""
    if not isinstance(event, e.SeancePlanned):
        raise ValueError("a journal starts with seance-planned")
    return Seance(
        plan=Plan.from_json(event.plan),
        total_min=event.total_min,
        place=Place(event.place),
        way=Way(event.way),
        facilitator=event.facilitator,
        limits=Limits(**event.limits),
        seq=1,
        seats=(Seat(event.facilitator, Role.FACILITATOR, Standing.SEATED, own_device=True),),
        versions=MappingProxyType(dict.fromkeys(Slice, 1)),
    )


def evolve(seance: Seance, event: e.Event, at: int) -> Seance:
    """The state after `event`, which happened at `at` (milliseconds)."""
    seq = seance.seq + 1
    touched = TOUCHES[event.kind]
    versions = MappingProxyType({**seance.versions, **dict.fromkeys(touched, seq)})
    return replace(_EVOLVE[event.kind](seance, event, at), seq=seq, versions=versions)


def _without(ids: tuple[str, ...], seat: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != seat)


def _with_seat(seance: Seance, seat_id: str, **changes: Any) -> Seance:
    seats = tuple(replace(seat, **changes) if seat.id == seat_id else seat for seat in seance.seats)
    return replace(seance, seats=seats)


def _format_chosen(seance: Seance, event: e.FormatChosen, at: int) -> Seance:
    return replace(seance, plan=Plan.from_json(event.plan), total_min=event.total_min)


def _seat_asked(seance: Seance, event: e.SeatAsked, at: int) -> Seance:
    if seance.seat(event.seat):
        return _with_seat(seance, event.seat, standing=Standing.WAITING)
    new = Seat(event.seat, Role.PEER, Standing.WAITING, own_device=True)
    return replace(seance, seats=(*seance.seats, new))


def _seat_added(seance: Seance, event: e.SeatAdded, at: int) -> Seance:
    new = Seat(event.seat, Role.PEER, Standing.SEATED, own_device=False)
    return replace(seance, seats=(*seance.seats, new))


def _seat_admitted(seance: Seance, event: e.SeatAdmitted, at: int) -> Seance:
    return _with_seat(seance, event.seat, standing=Standing.SEATED)


def _seat_refused(seance: Seance, event: e.SeatRefused, at: int) -> Seance:
    return _with_seat(seance, event.seat, standing=Standing.REFUSED)


def _seat_removed(seance: Seance, event: e.SeatRemoved, at: int) -> Seance:
    emptied = _seat_empty(seance, event.seat, Standing.REMOVED)
    topics = tuple(topic for topic in emptied.topics if topic.seat != event.seat)
    client = None if seance.client == event.seat and seance.stage is Stage.CHOICE else seance.client
    return replace(emptied, topics=topics, client=client)


def _seat_left(seance: Seance, event: e.SeatLeft, at: int) -> Seance:
    return _seat_empty(seance, event.seat, Standing.LEFT)


def _seat_empty(seance: Seance, seat: str, standing: Standing) -> Seance:
    return replace(
        _with_seat(seance, seat, standing=standing),
        hands=_without(seance.hands, seat),
        ready=_without(seance.ready, seat),
        floor=None if seance.floor == seat else seance.floor,
        named=None if seance.named == seat else seance.named,
    )


def _seat_handed(seance: Seance, event: e.SeatHanded, at: int) -> Seance:
    return _with_seat(seance, event.seat, own_device=True)


def _observer_named(seance: Seance, event: e.ObserverNamed, at: int) -> Seance:
    role = Role.OBSERVER if event.observer else Role.PEER
    named = None if seance.named == event.seat else seance.named
    topics = tuple(topic for topic in seance.topics if topic.seat != event.seat)
    ready = _without(seance.ready, event.seat)
    return replace(
        _with_seat(seance, event.seat, role=role, accepted=None), named=named, topics=topics, ready=ready
    )


def _observer_accepted(seance: Seance, event: e.ObserverAccepted, at: int) -> Seance:
    return _with_seat(seance, event.seat, accepted=How(event.how))


def _charter_signed(seance: Seance, event: e.CharterSigned, at: int) -> Seance:
    return _with_seat(seance, event.seat, charter=How(event.how))


def _topic_deposited(seance: Seance, event: e.TopicDeposited, at: int) -> Seance:
    new = Topic(event.text, event.seat)
    if any(topic.seat == event.seat for topic in seance.topics):
        topics = tuple(new if topic.seat == event.seat else topic for topic in seance.topics)
    else:
        topics = (*seance.topics, new)
    return replace(seance, topics=topics)


def _topic_withdrawn(seance: Seance, event: e.TopicWithdrawn, at: int) -> Seance:
    return replace(seance, topics=tuple(topic for topic in seance.topics if topic.seat != event.seat))


def _ready_said(seance: Seance, event: e.ReadySaid, at: int) -> Seance:
    others = _without(seance.ready, event.seat)
    return replace(seance, ready=(*others, event.seat) if event.ready else others)


def _client_named(seance: Seance, event: e.ClientNamed, at: int) -> Seance:
    return replace(_without_client(seance), named=event.seat)


def _client_unnamed(seance: Seance, event: e.ClientUnnamed, at: int) -> Seance:
    return _without_client(seance)


def _without_client(seance: Seance) -> Seance:
    """Nobody is client: an observer's acceptance was the client's, it goes with them (R22)."""
    seats = tuple(replace(seat, accepted=None) for seat in seance.seats)
    return replace(seance, named=None, client=None, client_how=None, seats=seats)


def _client_accepted(seance: Seance, event: e.ClientAccepted, at: int) -> Seance:
    return replace(seance, named=None, client=event.seat, client_how=How(event.how), contract=Contract())


def _seance_opened(seance: Seance, event: e.SeanceOpened, at: int) -> Seance:
    return replace(seance, stage=Stage.OPENING, clock=clocks.start(seance.plan, at))


def _stage_entered(seance: Seance, event: e.StageEntered, at: int) -> Seance:
    stage = Stage(event.stage)
    clock = seance.clock
    if clock is not None and event.passage is not None and stage not in UNTIMED:
        clock = clocks.enter(clock, clocks.Passage.from_json(event.passage), at)
    return replace(
        seance,
        stage=stage,
        clock=clock,
        loops=seance.loops + event.loop,
        floor=None,
        spoken=(),
        named=None,
    )


def _floor_given(seance: Seance, event: e.FloorGiven, at: int) -> Seance:
    spoken = (*_without(seance.spoken, event.seat), event.seat)
    return replace(seance, floor=event.seat, spoken=spoken, hands=_without(seance.hands, event.seat))


def _floor_freed(seance: Seance, event: e.FloorFreed, at: int) -> Seance:
    return replace(seance, floor=None)


def _hand_raised(seance: Seance, event: e.HandRaised, at: int) -> Seance:
    return replace(seance, hands=(*_without(seance.hands, event.seat), event.seat))


def _hand_lowered(seance: Seance, event: e.HandLowered, at: int) -> Seance:
    return replace(seance, hands=_without(seance.hands, event.seat))


def _contract_dictated(seance: Seance, event: e.ContractDictated, at: int) -> Seance:
    return replace(seance, contract=replace(seance.contract, dictated=event.text))


def _contract_validated(seance: Seance, event: e.ContractValidated, at: int) -> Seance:
    dictated = seance.contract.dictated
    kept = None if dictated == event.text else dictated
    return replace(seance, contract=Contract(text=event.text, how=How(event.how), dictated=kept))


def _contract_agreed(seance: Seance, event: e.ContractAgreed, at: int) -> Seance:
    return replace(seance, contract=replace(seance.contract, agreed=How(event.how)))


def _clock_extended(seance: Seance, event: e.ClockExtended, at: int) -> Seance:
    assert seance.clock is not None
    return replace(
        seance, clock=clocks.extend(seance.clock, clocks.Extension.from_json(event.extension), at)
    )


def _clock_paused(seance: Seance, event: e.ClockPaused, at: int) -> Seance:
    assert seance.clock is not None
    return replace(seance, clock=clocks.pause(seance.clock, clocks.Halt.from_json(event.halt), at))


def _clock_resumed(seance: Seance, event: e.ClockResumed, at: int) -> Seance:
    assert seance.clock is not None
    return replace(
        seance, clock=clocks.resume(seance.clock, clocks.Resumption.from_json(event.resumption), at)
    )


def _seance_closed(seance: Seance, event: e.SeanceClosed, at: int) -> Seance:
    return replace(seance, stage=Stage.CLOSED, closed_at=at, floor=None, hands=(), named=None)


_EVOLVE: dict[str, Callable[[Seance, Any, int], Seance]] = {
    "format-chosen": _format_chosen,
    "seat-asked": _seat_asked,
    "seat-added": _seat_added,
    "seat-admitted": _seat_admitted,
    "seat-refused": _seat_refused,
    "seat-removed": _seat_removed,
    "seat-left": _seat_left,
    "seat-handed": _seat_handed,
    "observer-named": _observer_named,
    "observer-accepted": _observer_accepted,
    "charter-signed": _charter_signed,
    "topic-deposited": _topic_deposited,
    "topic-withdrawn": _topic_withdrawn,
    "ready-said": _ready_said,
    "client-named": _client_named,
    "client-unnamed": _client_unnamed,
    "client-accepted": _client_accepted,
    "seance-opened": _seance_opened,
    "stage-entered": _stage_entered,
    "floor-given": _floor_given,
    "floor-freed": _floor_freed,
    "hand-raised": _hand_raised,
    "hand-lowered": _hand_lowered,
    "contract-dictated": _contract_dictated,
    "contract-validated": _contract_validated,
    "contract-agreed": _contract_agreed,
    "clock-extended": _clock_extended,
    "clock-paused": _clock_paused,
    "clock-resumed": _clock_resumed,
    "seance-closed": _seance_closed,
}
