"""Who may see what, decided once (ARCHITECTURE, principle 4). Everything that a screen or a stream shows goes through
`sight`; it starts from nothing and adds what a posture may see, so it fails closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from sizain.method.clock import Clock
from sizain.method.forms import Form, form_of
from sizain.method.own import NOTHING, Own, own
from sizain.method.refusals import Why
from sizain.method.register import Lift, Lock
from sizain.method.relay import Deputy
from sizain.method.rules import BY_ITSELF, Posture, acts_of, posture, spoken
from sizain.method.safety import WHILE_SUSPENDED, NotWell, suspended
from sizain.method.seance import STAGES, Place, Role, Seance, Stage, Standing, Way
from sizain.method.sight.contract import ShownContract, contract_seen
from sizain.method.sight.meta import Ended, ShownLine, client_topic, ended, lines
from sizain.method.sight.questions import ShownQuestions, shown_questions
from sizain.method.sight.rounds import ShownRound, shown_round
from sizain.method.sight.shown import (
    AS_USUAL,
    Person,
    ShownChoosing,
    ShownTopic,
    has_spoken,
    shown_choosing,
    shown_people,
    shown_person,
    shown_topics,
)
from sizain.method.sight.synthesis import ShownSynthesis, helpers, shown_synthesis
from sizain.method.synthesis import Silence
from sizain.method.thread import earlier_stages, next_stage, what_is_open
from sizain.method.words import consultation_erased, whose

__all__ = ["PROJECTOR", "Person", "ShownChoosing", "ShownContract", "ShownTopic", "Sight", "Sights", "View", "sight"]

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
class Sight:
    """All that one viewer may see of a séance; ids of texts, never the texts."""

    view: View
    seat: str | None
    stage: Stage
    step: int
    place: Place
    way: Way
    facilitator: str | None = None
    gone: tuple[str, ...] = ()
    """Of those who facilitate or did, who is away: for everybody seated, never for the room's screen."""
    deputy: Deputy | None = None
    people: tuple[Person, ...] = ()
    door: tuple[Person, ...] = ()
    topics: tuple[ShownTopic, ...] | None = None
    choosing: ShownChoosing = AS_USUAL
    my_topic: str | None = None
    client_topic: str | None = None
    client: str | None = None
    named: str | None = None
    floor: str | None = None
    hands: tuple[str, ...] = ()
    questions: ShownQuestions | None = None
    """Of a written session, in step 2."""
    contract: ShownContract | None = None
    recalled: bool = False
    """The contract is put forward (METHOD §9)."""
    round: ShownRound | None = None
    scribe: str | None = None
    own: Own = NOTHING
    silence: Silence | None = None
    synthesis: ShownSynthesis | None = None
    round_held: bool = False
    lines: tuple[ShownLine, ...] = ()
    form: Form | None = None
    reads_forms: bool = False
    """Of the facilitation alone, once the séance is closed; never with whose they are."""
    ended: Ended | None = None
    consultation_erased: bool = False
    """The client erased all of it (R21): said, and nothing more."""
    kept_waiting: tuple[str, ...] = ()
    """At the door, those who were told to wait on: all of them for the facilitation, oneself for who waits."""
    may_erase: bool = False
    """Of who left or waits at the door: something of theirs stands here."""
    clock: Clock | None = None
    total_min: int | None = None
    acts: frozenset[str] = frozenset()
    may_join: bool = False
    following: Stage | None = None
    earlier: tuple[Stage, ...] = ()
    lock: Lock | None = None
    """For the facilitation: what keeps the next stage shut."""
    lifted: frozenset[str] = frozenset()
    """The rules whose lock on posting is lifted for this step; never for the room's screen (R26)."""
    suspended: bool = False
    not_well: tuple[NotWell, ...] = ()
    """For the facilitation all of them, for anybody else their own alone."""
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
            form = form_of(seance, viewer) if who is Posture.AWAY and seance.stage is Stage.CLOSED else None
            return Sight(
                view=View(who.value),
                seat=viewer,
                stage=seance.stage,
                step=0,
                place=seance.place,
                way=seance.way,
                acts=_acts(seance, who),
                form=form,
                ended=ended(seance, leads=False) if form else None,
                consultation_erased=form is not None and consultation_erased(seance),
                may_erase=bool(whose(seance, viewer)),
                kept_waiting=(viewer,) if who is Posture.WAITING and viewer in seance.kept_waiting else (),
            )
        if who is Posture.FACILITATOR:
            return replace(self._facilitator, seat=viewer)
        return self._in_the_circle(viewer, who)

    def _in_the_circle(self, viewer: str, who: Posture) -> Sight:
        seance, seat = self.seance, self.seance.seat(viewer)
        signed = bool(seat and seat.charter)
        there = bool(seat and seat.present)
        return replace(
            self._seated if there else self._left(viewer),
            view=View(who.value),
            seat=viewer,
            topics=shown_topics(seance) if signed else None,
            choosing=shown_choosing(seance, viewer) if signed else AS_USUAL,
            my_topic=next((topic.id for topic in seance.topics if topic.seat == viewer), None) if signed else None,
            questions=shown_questions(seance, viewer) if signed else None,
            contract=contract_seen(seance, who, viewer),
            not_well=tuple(one for one in seance.not_well if one.seat == viewer),
            acts=_acts(seance, who) - _not_for(seance, viewer),
            own=own(seance, viewer),
            synthesis=shown_synthesis(seance, viewer, who) if signed else None,
            client_topic=client_topic(seance, viewer) if signed else None,
            lines=lines(seance, viewer),
            form=form_of(seance, viewer),
        )

    def _left(self, viewer: str) -> Sight:
        """Of a closed séance, for the client who left it: no name but those of their own plan."""
        known = {viewer, *helpers(self.seance)}
        people = tuple(one for one in self._seated.people if one.seat in known)
        return replace(self._seated, people=people, gone=(), deputy=None, scribe=None)

    @cached_property
    def _facilitator(self) -> Sight:
        seance, end = self.seance, ended(self.seance, leads=True)
        can_go_on = end is not None and end.take_up_until is not None
        return replace(
            self._seated,
            view=View.FACILITATOR,
            people=tuple(replace(one, has_spoken=has_spoken(seance, one.seat)) for one in self._seated.people),
            door=tuple(shown_person(seance, one) for one in seance.seats if one.standing is Standing.WAITING),
            kept_waiting=tuple(
                one.id for one in seance.seats if one.standing is Standing.WAITING and one.id in seance.kept_waiting
            ),
            topics=shown_topics(seance),
            choosing=shown_choosing(seance, seance.facilitator),
            questions=shown_questions(seance, seance.facilitator),
            contract=contract_seen(seance, Posture.FACILITATOR),
            not_well=tuple(one for one in seance.not_well if one.to == seance.facilitator),
            round=shown_round(seance, leads=True),
            own=own(seance, seance.facilitator),
            synthesis=shown_synthesis(seance, seance.facilitator, Posture.FACILITATOR),
            client_topic=client_topic(seance, seance.facilitator),
            lines=lines(seance, seance.facilitator),
            reads_forms=seance.stage is Stage.CLOSED,
            ended=end,
            acts=_acts(seance, Posture.FACILITATOR) - (BY_ITSELF if can_go_on else BY_ITSELF | {"take-up"}),
            may_join=seance.stage is not Stage.CLOSED,
            following=next_stage(seance),
            earlier=earlier_stages(seance),
            lock=what_is_open(seance),
        )

    @cached_property
    def _seated(self) -> Sight:
        """What everybody in the circle sees, the facilitator included; no topic, no draft, no act yet."""
        seance = self.seance
        return replace(
            self._shown,
            view=View.OBSERVER,
            gone=seance.relay.gone,
            deputy=seance.relay.deputy,
            named=seance.named,
            hands=seance.hands,
            register=seance.register,
            lifted=seance.lifted,
            scribe=seance.scribe,
            round_held=seance.meta.round_held,
            ended=ended(seance, leads=False),
            consultation_erased=consultation_erased(seance),
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
            people=shown_people(seance),
            client=seance.client,
            floor=seance.floor,
            recalled=seance.recalled,
            round=shown_round(seance, leads=False),
            silence=seance.silence,
            clock=seance.clock,
            total_min=seance.total_min,
            suspended=suspended(seance),
        )

    @cached_property
    def _projector(self) -> Sight:
        """The contract first; never a topic; joining until the client is chosen (METHOD §7)."""
        seance = self.seance
        return replace(
            self._shown,
            contract=contract_seen(seance, None),
            may_join=seance.client is None and STAGES.index(seance.stage) <= STAGES.index(Stage.CHOICE),
        )


def _not_for(seance: Seance, viewer: str) -> frozenset[str]:
    """What is the deputy's alone, and to take over, only while the facilitator is away."""
    if seance.relay.deputy and seance.relay.deputy.seat == viewer:
        return frozenset() if seance.facilitator in seance.relay.gone else frozenset({"take-over"})
    return frozenset({"answer-deputy", "take-over"})


def _acts(seance: Seance, who: Posture) -> frozenset[str]:
    """The controls of a posture now; a safety stop leaves few (R23), and a spoken session writes nothing for others."""
    acts = frozenset(act for act in acts_of(seance.stage, who, seance.lifted) if not spoken(seance, act))
    return acts & WHILE_SUSPENDED if suspended(seance) else acts
