"""Who may see what, decided once (ARCHITECTURE, principle 4). Everything that a screen or a stream shows
goes through `sight`; it starts from nothing and adds what a posture may see, so it fails closed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sizain.method.clock import Clock
from sizain.method.decide_thread import next_stage, what_is_open
from sizain.method.refusals import Why
from sizain.method.rules import RULES, Posture, posture, why_not
from sizain.method.seance import STAGES, Place, Role, Seance, Seat, Stage, Standing, Way

PROJECTOR = "projector"
"""The viewer of the room's screen: no seat, reads only, sees less than anybody seated."""


class View(StrEnum):
    """Who looks: the postures, and the room's screen."""

    WAITING = "waiting"
    FACILITATOR = "facilitator"
    CLIENT = "client"
    CONSULTANT = "consultant"
    OBSERVER = "observer"
    AWAY = "away"
    PROJECTOR = "projector"


@dataclass(frozen=True)
class Person:
    """One seat as others see it; `hand` is its place among raised hands, from 1, 0 when down."""

    seat: str
    role: Role
    standing: Standing
    own_device: bool
    is_client: bool
    is_named: bool
    speaks: bool
    has_spoken: bool
    hand: int
    charter: bool
    accepted: bool
    ready: bool


@dataclass(frozen=True)
class ShownTopic:
    """A topic in a line, with whose it is; the text is found under `text`."""

    text: str
    seat: str
    ready: bool
    named: bool


@dataclass(frozen=True)
class ShownContract:
    """The pinned sentence; `dictated` is the draft, for the client and the facilitator alone."""

    text: str | None
    agreed: bool
    dictated: str | None


@dataclass(frozen=True)
class Sight:
    """All that one viewer may see of a séance; ids of texts, never the texts."""

    view: View
    seat: str | None
    stage: Stage
    step: int
    place: Place
    way: Way
    facilitator: str | None = None
    people: tuple[Person, ...] = ()
    door: tuple[Person, ...] = ()
    topics: tuple[ShownTopic, ...] | None = None
    my_topic: str | None = None
    client_topic: str | None = None
    client: str | None = None
    named: str | None = None
    floor: str | None = None
    hands: tuple[str, ...] = ()
    contract: ShownContract | None = None
    clock: Clock | None = None
    total_min: int | None = None
    acts: frozenset[str] = frozenset()
    may_join: bool = False
    following: Stage | None = None
    earlier: tuple[Stage, ...] = ()
    still_open: Why | None = None

    def person(self, seat: str | None) -> Person | None:
        """The seated person with that seat, as far as this viewer sees it."""
        return next((one for one in self.people if one.seat == seat), None)

    @property
    def peers(self) -> tuple[Person, ...]:
        """Who counts as a peer, in seat order: not the facilitator, not the observer."""
        return tuple(one for one in self.people if one.role is Role.PEER)


def sight(seance: Seance, viewer: str) -> Sight | None:
    """What `viewer` (a seat id, or `PROJECTOR`) may see; None for whoever has no place here."""
    if viewer == PROJECTOR:
        return _projector(seance)
    who = posture(seance, viewer)
    if who is None:
        return None
    if who in (Posture.WAITING, Posture.AWAY):
        return Sight(
            view=View(who.value),
            seat=viewer,
            stage=seance.stage,
            step=0,
            place=seance.place,
            way=seance.way,
            acts=_acts(seance, who),
        )
    return _seated(seance, viewer, who)


def _seated(seance: Seance, viewer: str, who: Posture) -> Sight:
    seat = seance.seat(viewer)
    leads = who is Posture.FACILITATOR
    topics_open = leads or bool(seat and seat.charter)
    return Sight(
        view=View(who.value),
        seat=viewer,
        stage=seance.stage,
        step=seance.step,
        place=seance.place,
        way=seance.way,
        facilitator=seance.facilitator,
        people=_people(seance),
        door=tuple(_person(seance, one) for one in seance.seats if one.standing is Standing.WAITING) if leads else (),
        topics=_topics(seance) if topics_open else None,
        my_topic=next((topic.id for topic in seance.topics if topic.seat == viewer), None) if topics_open else None,
        client_topic=_client_topic(seance) if topics_open else None,
        client=seance.client,
        named=seance.named,
        floor=seance.floor,
        hands=seance.hands,
        contract=_contract(seance, drafts=leads or who is Posture.CLIENT),
        clock=seance.clock,
        total_min=seance.total_min,
        acts=_acts(seance, who),
        may_join=leads and seance.stage is not Stage.CLOSED,
        following=next_stage(seance) if leads else None,
        earlier=_earlier(seance) if leads else (),
        still_open=what_is_open(seance) if leads else None,
    )


def _projector(seance: Seance) -> Sight:
    """The contract first; never a topic; a way to join until the client is chosen (METHOD §7)."""
    return Sight(
        view=View.PROJECTOR,
        seat=None,
        stage=seance.stage,
        step=seance.step,
        place=seance.place,
        way=seance.way,
        facilitator=seance.facilitator,
        people=_people(seance),
        client=seance.client,
        floor=seance.floor,
        contract=_contract(seance, drafts=False),
        clock=seance.clock,
        total_min=seance.total_min,
        may_join=seance.client is None and STAGES.index(seance.stage) <= STAGES.index(Stage.CHOICE),
    )


def _person(seance: Seance, seat: Seat) -> Person:
    return Person(
        seat=seat.id,
        role=seat.role,
        standing=seat.standing,
        own_device=seat.own_device,
        is_client=seat.id == seance.client,
        is_named=seat.id == seance.named,
        speaks=seat.id == seance.floor,
        has_spoken=seat.id in seance.spoken,
        hand=seance.hands.index(seat.id) + 1 if seat.id in seance.hands else 0,
        charter=seat.charter is not None,
        accepted=seat.accepted is not None,
        ready=seat.id in seance.ready,
    )


def _people(seance: Seance) -> tuple[Person, ...]:
    return tuple(
        _person(seance, seat)
        for seat in seance.seats
        if seat.role is not Role.FACILITATOR and seat.standing in (Standing.SEATED, Standing.LEFT)
    )


def _topics(seance: Seance) -> tuple[ShownTopic, ...]:
    """Topics are there until one is chosen; the others leave every screen with the choice."""
    if STAGES.index(seance.stage) > STAGES.index(Stage.CHOICE):
        return ()
    return tuple(
        ShownTopic(topic.id, topic.seat, ready=topic.seat in seance.ready, named=topic.seat == seance.named)
        for topic in seance.topics
    )


def _client_topic(seance: Seance) -> str | None:
    if seance.client is None:
        return None
    return next((topic.id for topic in seance.topics if topic.seat == seance.client), None)


def _contract(seance: Seance, *, drafts: bool) -> ShownContract | None:
    """Pinned from its validation to the end (R10); its drafts for the client and the facilitator."""
    if STAGES.index(seance.stage) < STAGES.index(Stage.CONTRACT):
        return None
    kept = seance.contract
    dictated = kept.dictated if drafts else None
    if kept.text is None and dictated is None:
        return None
    return ShownContract(kept.text, kept.agreed is not None, dictated)


def _acts(seance: Seance, who: Posture) -> frozenset[str]:
    return frozenset(act for act in RULES if why_not(seance, who, act) is None)


def _earlier(seance: Seance) -> tuple[Stage, ...]:
    """Where a loop may lead: the stages held before this one, the nearest first, back to the choice."""
    here = STAGES.index(seance.stage)
    return tuple(
        stage
        for stage in reversed(STAGES[STAGES.index(Stage.CHOICE) : here])
        if stage is not Stage.PAUSE and here <= STAGES.index(Stage.CLOSING)
    )
