"""`evolve(seance, event, at)`: the state after one event. Total, silent, and the same at every
replay.

Nothing is refused here: what stands in the journal happened. `TOUCHES` says which slices an event
changes, so that a screen knows what to draw again without comparing anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from sizain.method import events as e
from sizain.method.evolve.asides import ASIDES
from sizain.method.evolve.choosing import CHOOSING
from sizain.method.evolve.contract import CONTRACT
from sizain.method.evolve.ending import ENDING
from sizain.method.evolve.erasing import ERASING
from sizain.method.evolve.exploration import EXPLORATION
from sizain.method.evolve.meta import META
from sizain.method.evolve.questions import QUESTIONS
from sizain.method.evolve.relay import RELAY
from sizain.method.evolve.room import ROOM, Evolver
from sizain.method.evolve.safety import SAFETY
from sizain.method.evolve.synthesis import SYNTHESIS
from sizain.method.evolve.thread import THREAD
from sizain.method.formats import Plan
from sizain.method.own import own
from sizain.method.relay import Relay
from sizain.method.seance import Limits, Place, Role, Seance, Seat, Slice, Standing, Way

S = Slice
PRIVATE = frozenset({S.TRACES, S.IDEAS, S.SIGNS, S.LINKS, S.ASIDES})
"""What not every seat sees alike; `own_at` says for whom it changed."""
CONSULTATION = frozenset({S.CONTRACT, S.PLAN, S.TRACES, S.IDEAS, S.QUESTIONS})
"""All that is a client's, which goes with them."""
WHOLE_SEAT = frozenset({S.SEATS, S.DOOR, S.TOPICS, S.CHOICE, S.META, S.SAFETY, *CONSULTATION, *PRIVATE})
"""All that holds something of a seat, which goes with it."""
TOUCHES: dict[str, frozenset[Slice]] = {
    "seance-planned": frozenset(S),
    "format-chosen": frozenset({S.FORMAT}),
    "seat-asked": frozenset({S.SEATS, S.DOOR}),
    "seat-expected": frozenset({S.SEATS}),
    "seat-added": frozenset({S.SEATS}),
    "seat-admitted": frozenset({S.SEATS, S.DOOR}),
    "seat-kept-waiting": frozenset({S.DOOR}),
    "seat-refused": WHOLE_SEAT,
    "seat-removed": frozenset({*WHOLE_SEAT, S.FLOOR}),
    "seat-excused": frozenset({S.SEATS}),
    "seat-left": frozenset({S.SEATS, S.DOOR, S.FLOOR, S.CHOICE}),
    "seat-handed": frozenset({S.SEATS, S.DOOR, S.REGISTER, S.SAFETY, S.ASIDES}),
    "code-renewed": frozenset({S.DOOR}),
    "deputy-named": frozenset({S.SEATS}),
    "deputy-agreed": frozenset({S.SEATS}),
    "facilitation-handed": frozenset(S),
    "facilitator-gone": frozenset({S.SEATS, S.CLOCK}),
    "facilitator-back": frozenset({S.SEATS, S.CLOCK}),
    "observer-named": frozenset({S.SEATS, S.DOOR, S.FLOOR, S.TOPICS, S.CHOICE, S.PLAN, S.LINKS}),
    "observer-accepted": frozenset({S.SEATS, S.CHOICE}),
    "charter-signed": frozenset({S.SEATS}),
    "topic-deposited": frozenset({S.TOPICS}),
    "topic-changed": frozenset({S.TOPICS, S.FLOOR, S.SEATS, S.CONTRACT, S.PLAN, S.QUESTIONS, *PRIVATE}),
    "topic-withdrawn": frozenset({S.TOPICS, S.LINKS}),
    "ready-said": frozenset({S.CHOICE}),
    "client-named": frozenset({S.CHOICE, S.SEATS, S.DOOR, *CONSULTATION}),
    "client-unnamed": frozenset({S.CHOICE, S.SEATS, S.DOOR, *CONSULTATION}),
    "client-accepted": frozenset(
        {S.ERASED, S.CHOICE, S.SEATS, S.FLOOR, S.CONTRACT, S.TOPICS, S.PLAN, S.QUESTIONS, *PRIVATE}
    ),
    "vote-opened": frozenset({S.CHOICE}),
    "vote-closed": frozenset({S.CHOICE}),
    "lot-drawn": frozenset({S.CHOICE}),
    "nobody-ready": frozenset({S.CHOICE}),
    "link-disclosed": frozenset({S.LINKS}),
    "link-taken-back": frozenset({S.LINKS}),
    "link-answered": frozenset({S.LINKS}),
    "seance-opened": frozenset({S.STAGE, S.CLOCK}),
    "stage-entered": frozenset({S.STAGE, S.CLOCK, S.FLOOR, S.CHOICE, S.TRACES, S.SIGNS}),
    "floor-given": frozenset({S.FLOOR}),
    "floor-freed": frozenset({S.FLOOR}),
    "hand-raised": frozenset({S.FLOOR}),
    "hand-lowered": frozenset({S.FLOOR}),
    "round-opened": frozenset({S.FLOOR, S.TRACES}),
    "round-ended": frozenset({S.FLOOR, S.TRACES}),
    "turn-heard": frozenset({S.FLOOR}),
    "turn-passed": frozenset({S.FLOOR}),
    "trace-left": frozenset({S.TRACES}),
    "trace-taken-back": frozenset({S.TRACES}),
    "trace-marked": frozenset({S.TRACES}),
    "envelope-opened": frozenset({S.TRACES}),
    "scribe-named": frozenset({S.SEATS}),
    "idea-parked": frozenset({S.IDEAS}),
    "idea-gone": frozenset({S.IDEAS}),
    "question-posted": frozenset({S.QUESTIONS}),
    "question-asked": frozenset({S.QUESTIONS}),
    "question-answered": frozenset({S.QUESTIONS}),
    "question-gone": frozenset({S.QUESTIONS}),
    "sign-made": frozenset({S.SIGNS}),
    "sign-heard": frozenset({S.SIGNS}),
    "contract-dictated": frozenset({S.CONTRACT}),
    "contract-validated": frozenset({S.CONTRACT}),
    "dictated-set-aside": frozenset({S.CONTRACT}),
    "contract-confirmed": frozenset({S.CONTRACT}),
    "contract-recalled": frozenset({S.FLOOR}),
    "contract-answered": frozenset({S.CONTRACT}),
    "contract-agreed": frozenset({S.CONTRACT}),
    "silence-begun": frozenset({S.STAGE, S.FLOOR}),
    "silence-ended": frozenset({S.STAGE}),
    "understanding-dictated": frozenset({S.PLAN}),
    "understanding-validated": frozenset({S.PLAN}),
    "step-written": frozenset({S.PLAN}),
    "step-dictated": frozenset({S.PLAN}),
    "step-validated": frozenset({S.PLAN}),
    "step-discarded": frozenset({S.PLAN}),
    "step-withdrawn": frozenset({S.PLAN}),
    "step-shown": frozenset({S.PLAN}),
    "step-paired": frozenset({S.PLAN}),
    "step-answered": frozenset({S.PLAN}),
    "plan-settled": frozenset({S.PLAN}),
    "plan-confirmed": frozenset({S.PLAN}),
    "clock-extended": frozenset({S.CLOCK}),
    "clock-rebalanced": frozenset({S.CLOCK}),
    "clock-paused": frozenset({S.CLOCK}),
    "clock-resumed": frozenset({S.CLOCK, S.STAGE}),
    "figures-hidden": frozenset({S.CLOCK}),
    "figures-shown": frozenset({S.CLOCK}),
    "lock-lifted": frozenset({S.REGISTER, S.STAGE, S.TRACES}),
    "not-well-said": frozenset({S.SAFETY}),
    "not-well-taken-back": frozenset({S.SAFETY}),
    "not-well-heard": frozenset({S.SAFETY}),
    "clock-suspended": frozenset({S.CLOCK, S.STAGE}),
    "aside-written": frozenset({S.ASIDES}),
    "aside-answered": frozenset({S.ASIDES}),
    "aside-seen": frozenset({S.ASIDES}),
    "aside-closed": frozenset({S.ASIDES}),
    "round-held": frozenset({S.META}),
    "line-noted": frozenset({S.META}),
    "line-withdrawn": frozenset({S.META}),
    "seance-closed": frozenset(S),
    "interrupted": frozenset(S),
    "taken-up": frozenset(S),
    "text-erased": frozenset({S.ERASED, S.ASIDES, S.TOPICS, S.QUESTIONS, S.IDEAS, S.CONTRACT, S.PLAN, S.META}),
    "trace-erased": frozenset({S.ERASED, S.TRACES}),
    "consultation-erased": frozenset({S.ERASED, S.TOPICS, S.CHOICE, S.META, S.LINKS, *CONSULTATION}),
}
"""Which slices each kind of event changes; every kind stands here (tested)."""

EVOLVERS: dict[str, Evolver] = {
    **ROOM,
    **RELAY,
    **CHOOSING,
    **CONTRACT,
    **SYNTHESIS,
    **THREAD,
    **SAFETY,
    **ASIDES,
    **EXPLORATION,
    **QUESTIONS,
    **META,
    **ENDING,
    **ERASING,
}
"""One function for each kind but the first (tested)."""


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
        traces_live=event.traces_live,
        advice_hint=event.advice_hint,
        relay=Relay(opener=event.facilitator, led=frozenset({event.facilitator})),
        seq=1,
        seats=(Seat(event.facilitator, Role.FACILITATOR, Standing.SEATED, own_device=True),),
        versions=MappingProxyType(dict.fromkeys(Slice, 1)),
    )


def evolve(seance: Seance, event: e.Event, at: int) -> Seance:
    """The state after `event`, which happened at `at` (milliseconds)."""
    seq = seance.seq + 1
    touched = TOUCHES[event.kind]
    versions = MappingProxyType({**seance.versions, **dict.fromkeys(touched, seq)})
    evolved = replace(EVOLVERS[event.kind](seance, event, at), seq=seq, versions=versions)
    if touched & PRIVATE:
        evolved = _seen_anew(seance, evolved)
    if Slice.FLOOR not in touched:
        return evolved
    lost = seance.floor if evolved.floor != seance.floor else None
    hands = set(seance.hands) ^ set(evolved.hands)
    concerned = [seat for seat in (getattr(event, "seat", None), lost, *hands) if seat is not None]
    return replace(evolved, floor_at=MappingProxyType({**seance.floor_at, **dict.fromkeys(concerned, seq)}))


def _seen_anew(before: Seance, after: Seance) -> Seance:
    """Says which seats see something else of what is not everybody's."""
    changed = {seat.id: after.seq for seat in after.seats if own(before, seat.id) != own(after, seat.id)}
    return replace(after, own_at=MappingProxyType({**before.own_at, **changed})) if changed else after
