"""Who may see what, decided once (ARCHITECTURE, principle 4). Everything that a screen or a stream
shows goes through `sight`; it starts from nothing and adds what a posture may see, so it fails
closed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from sizain.method.clock import Clock
from sizain.method.refusals import Why
from sizain.method.register import Lift, Lock
from sizain.method.rules import Posture, acts_of, posture
from sizain.method.seance import STAGES, Place, Role, Seance, Seat, Stage, Standing, Way
from sizain.method.thread import earlier_stages, next_stage, what_is_open

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
    """One seat as others see it; `hand` is its place among raised hands, from 1, 0 when down.

    `standing` says of somebody who is back at the door that they left: who waits there is for the
    facilitator alone (`Sight.door`).
    """

    seat: str
    role: Role
    standing: Standing
    own_device: bool
    is_client: bool
    is_named: bool
    speaks: bool
    has_spoken: bool
    """For the facilitator alone: speech balance is on nobody else's screen (METHOD §9)."""
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
    lock: Lock | None = None
    """For the facilitation: what keeps the next stage shut."""
    register: tuple[Lift, ...] = ()
    """For everybody in the circle, never for the room's screen (R26)."""

    @property
    def still_open(self) -> Why | None:
        """What keeps the next stage shut, in a code; None when the way is free."""
        return self.lock.why if self.lock else None

    def person(self, seat: str | None) -> Person | None:
        """The seated person with that seat, as far as this viewer sees it."""
        return next((one for one in self.people if one.seat == seat), None)

    @property
    def peers(self) -> tuple[Person, ...]:
        """Who counts as a peer, in seat order: not the facilitator, not the observer."""
        return tuple(one for one in self.people if one.role is Role.PEER)


def sight(seance: Seance, viewer: str) -> Sight | None:
    """What `viewer` (a seat id, or `PROJECTOR`) may see; None for whoever has no place here."""
    return Sights(seance).of(viewer)


class Sights:
    """The sights of one state: what all seats see alike is worked out once."""

    def __init__(self, seance: Seance) -> None:
        self.seance = seance
        self._kept: dict[str, Sight | None] = {}

    def of(self, viewer: str) -> Sight | None:
        """As `sight`, remembered for this state."""
        if viewer not in self._kept:
            self._kept[viewer] = self._look(viewer)
        return self._kept[viewer]

    def _look(self, viewer: str) -> Sight | None:
        if viewer == PROJECTOR:
            return self._projector
        who = posture(self.seance, viewer)
        if who is None:
            return None
        seance = self.seance
        if who in (Posture.WAITING, Posture.AWAY):
            return Sight(
                view=View(who.value),
                seat=viewer,
                stage=seance.stage,
                step=0,
                place=seance.place,
                way=seance.way,
                acts=acts_of(seance.stage, who),
            )
        if who is Posture.FACILITATOR:
            return replace(self._facilitator, seat=viewer)
        return self._in_the_circle(viewer, who)

    def _in_the_circle(self, viewer: str, who: Posture) -> Sight:
        seance, seat = self.seance, self.seance.seat(viewer)
        signed = bool(seat and seat.charter)
        return replace(
            self._seated,
            view=View(who.value),
            seat=viewer,
            topics=_topics(seance) if signed else None,
            my_topic=next((topic.id for topic in seance.topics if topic.seat == viewer), None) if signed else None,
            client_topic=_client_topic(seance) if signed else None,
            contract=_contract(seance, drafts=who is Posture.CLIENT),
            acts=acts_of(seance.stage, who),
        )

    @cached_property
    def _facilitator(self) -> Sight:
        seance = self.seance
        return replace(
            self._seated,
            view=View.FACILITATOR,
            people=tuple(replace(one, has_spoken=one.seat in seance.spoken) for one in self._seated.people),
            door=tuple(_person(seance, one) for one in seance.seats if one.standing is Standing.WAITING),
            topics=_topics(seance),
            client_topic=_client_topic(seance),
            contract=_contract(seance, drafts=True),
            acts=acts_of(seance.stage, Posture.FACILITATOR),
            may_join=seance.stage is not Stage.CLOSED,
            following=next_stage(seance),
            earlier=earlier_stages(seance),
            lock=what_is_open(seance),
        )

    @cached_property
    def _seated(self) -> Sight:
        """What everybody in the circle sees, the facilitator included; no topic, no draft, no act
        yet.
        """
        seance = self.seance
        return replace(
            self._shown,
            view=View.OBSERVER,
            named=seance.named,
            hands=seance.hands,
            register=seance.register,
        )

    @cached_property
    def _shown(self) -> Sight:
        seance = self.seance
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
            clock=seance.clock,
            total_min=seance.total_min,
        )

    @cached_property
    def _projector(self) -> Sight:
        """The contract first; never a topic; joining until the client is chosen (METHOD §7)."""
        seance = self.seance
        return replace(
            self._shown,
            contract=_contract(seance, drafts=False),
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
        has_spoken=False,
        hand=seance.hands.index(seat.id) + 1 if seat.id in seance.hands else 0,
        charter=seat.charter is not None,
        accepted=seat.accepted is not None,
        ready=seat.id in seance.ready,
    )


def _people(seance: Seance) -> tuple[Person, ...]:
    """Who has a place in the circle, in the order in which they came, and until the choice those
    who are expected."""
    gathering = STAGES.index(seance.stage) <= STAGES.index(Stage.CHOICE)
    return tuple(
        _person(seance, replace(seat, standing=Standing.LEFT) if seat.in_circle and not seat.present else seat)
        for seat in seance.seats
        if seat.role is not Role.FACILITATOR and (seat.in_circle or (gathering and seat.standing is Standing.EXPECTED))
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
    """Pinned from its validation to the end (R10); drafts: the client's and the facilitator's."""
    if STAGES.index(seance.stage) < STAGES.index(Stage.CONTRACT):
        return None
    kept = seance.contract
    dictated = kept.dictated if drafts else None
    if kept.text is None and dictated is None:
        return None
    return ShownContract(kept.text, kept.agreed is not None, dictated)
