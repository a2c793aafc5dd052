"""What a séance is at one moment: a frozen value that events advance and nothing else changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from sizain.method.asides import Aside
from sizain.method.choosing import NOT_YET, Choosing, TopicKind
from sizain.method.clock import Clock
from sizain.method.contract import Contract
from sizain.method.ending import Interruption
from sizain.method.erased import NOTHING_ERASED, Erased
from sizain.method.formats import Plan
from sizain.method.links import Disclosed
from sizain.method.meta import Meta
from sizain.method.questions import Question
from sizain.method.register import Lift
from sizain.method.relay import NO_RELAY, Relay
from sizain.method.rounds import NO_ROUND, Rounds
from sizain.method.safety import NotWell
from sizain.method.signs import NO_SIGN, Signs
from sizain.method.synthesis import NOTHING_YET, Silence, Synthesis
from sizain.method.traces import Idea, Trace


class Stage(StrEnum):
    """The thread of a séance, in its order (METHOD §3); `pause` is the break of a remote séance."""

    LOBBY = "lobby"
    OPENING = "opening"
    RETOUR = "retour"
    CHOICE = "choice"
    PRESENTATION = "presentation"
    CLARIFICATION = "clarification"
    CONTRACT = "contract"
    PAUSE = "pause"
    EXPLORATION = "exploration"
    SYNTHESIS = "synthesis"
    META = "meta"
    CLOSING = "closing"
    CLOSED = "closed"


STAGES: tuple[Stage, ...] = tuple(Stage)
STEPS: tuple[Stage, ...] = (
    Stage.PRESENTATION,
    Stage.CLARIFICATION,
    Stage.CONTRACT,
    Stage.EXPLORATION,
    Stage.SYNTHESIS,
    Stage.META,
)
"""The six steps; their number is their place here, counted from 1."""

UNTIMED: frozenset[Stage] = frozenset({Stage.LOBBY, Stage.CLOSING, Stage.CLOSED})
"""Stages that hold no minutes of the format."""


def step_number(stage: Stage) -> int:
    """The number of a step, 1 to 6, or 0 for a stage that is not one of the six."""
    return STEPS.index(stage) + 1 if stage in STEPS else 0


class Role(StrEnum):
    """What a seat is for, whoever is client (METHOD §1)."""

    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co_facilitator"
    """Outside the ring, beside whoever facilitates."""
    PEER = "peer"
    OBSERVER = "observer"


class Standing(StrEnum):
    """Where a seat is between the door and the way out."""

    EXPECTED = "expected"
    WAITING = "waiting"
    SEATED = "seated"
    LEFT = "left"
    REFUSED = "refused"
    REMOVED = "removed"


GONE: frozenset[Standing] = frozenset({Standing.REFUSED, Standing.REMOVED})
"""A seat in one of these opens nothing any more."""


class How(StrEnum):
    """How a yes was given: on the person's own device, or aloud and recorded by the facilitator."""

    DEVICE = "device"
    ALOUD = "aloud"


class Place(StrEnum):
    """Where the people are (METHOD §7)."""

    ON_SITE = "on_site"
    REMOTE = "remote"
    HYBRID = "hybrid"


class Way(StrEnum):
    """Spoken first, or written as an option of the session."""

    SPOKEN = "spoken"
    WRITTEN = "written"


class Slice(StrEnum):
    """A part of the state that changes together; a region of a screen names the slices it shows."""

    SEATS = "seats"
    DOOR = "door"
    FLOOR = "floor"
    STAGE = "stage"
    FORMAT = "format"
    TOPICS = "topics"
    CHOICE = "choice"
    CONTRACT = "contract"
    PLAN = "plan"
    META = "meta"
    CLOCK = "clock"
    REGISTER = "register"
    SAFETY = "safety"
    TRACES = "traces"
    IDEAS = "ideas"
    QUESTIONS = "questions"
    SIGNS = "signs"
    ERASED = "erased"
    LINKS = "links"
    ASIDES = "asides"


@dataclass(frozen=True)
class Seat:
    """One place, with or without a device of its own. `id` is random and says nothing."""

    id: str
    role: Role
    standing: Standing
    own_device: bool
    came_in: bool = False
    """Whether this seat was ever in the circle; who left from the door was not."""
    charter: How | None = None
    accepted: How | None = None
    """Of an observer: how the client of this séance said yes (R22)."""
    excused: bool = False
    """Of somebody who is expected: they said that they would not come."""

    @property
    def present(self) -> bool:
        return self.standing is Standing.SEATED

    @property
    def in_circle(self) -> bool:
        """Whether the circle has a place for this seat, greyed while the person is away."""
        return self.came_in and self.standing not in GONE


@dataclass(frozen=True)
class Topic:
    """A topic in one line: `id` is its text's. `lines` say more of it, `tried` what was tried: ids of texts, or
    nothing."""

    id: str
    seat: str
    about: TopicKind | None = None
    lines: str | None = None
    tried: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(one for one in (self.id, self.lines, self.tried) if one)


@dataclass(frozen=True)
class Limits:
    """Ceilings of one séance, fixed when it is planned (ARCHITECTURE, Defaults); lengths in
    characters.
    """

    seats: int = 20
    name: int = 40
    topic: int = 120
    question: int = 200
    lines: int = 1000
    """Of each text that goes with a topic."""
    contract: int = 600
    contract_part: int = 200
    """Of each part beside the client's sentence."""
    trace: int = 600
    plan: int = 600
    """Of each text of step 5."""
    line: int = 200


@dataclass(frozen=True)
class Seance:
    """The whole state. `seq` is the journal's last sequence number; `versions` says at which
    sequence number each slice last changed."""

    plan: Plan
    total_min: int
    place: Place
    way: Way
    facilitator: str
    """Who facilitates now; it can be handed over."""
    limits: Limits = Limits()
    traces_live: bool = False
    """Traces reach the client at once, not at the sorting: an option of the session (METHOD §3)."""
    advice_hint: bool = True
    """Who writes a question that looks like advice is told so: an option of the session (R5)."""
    seq: int = 0
    stage: Stage = Stage.LOBBY
    loops: int = 0
    seats: tuple[Seat, ...] = ()
    kept_waiting: tuple[str, ...] = ()
    """Who was told at the door that the circle is at work; those who were let in since are not taken out."""
    topics: tuple[Topic, ...] = ()
    ready: tuple[str, ...] = ()
    choosing: Choosing = NOT_YET
    named: str | None = None
    client: str | None = None
    client_how: How | None = None
    links: tuple[Disclosed, ...] = ()
    """For the facilitation, whose story it is, and whoever said it."""
    floor: str | None = None
    spoken: tuple[str, ...] = ()
    """Who has had the floor in this stage, in the order of the floor."""
    hands: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    """Of step 2, where the session is written; in the order in which they came."""
    contract: Contract = field(default_factory=Contract)
    scribe: str | None = None
    """The consultant who notes what others say, word for word."""
    rounds: Rounds = NO_ROUND
    recalled: bool = False
    """The contract is put forward on every screen, until the next act of the round (METHOD §9)."""
    traces: tuple[Trace, ...] = ()
    ideas: tuple[Idea, ...] = ()
    """Set aside in step 2, in the order in which they came."""
    signs: Signs = NO_SIGN
    silence: Silence | None = None
    """Of step 5: running, or over, as long as that stage is not left."""
    synthesis: Synthesis = NOTHING_YET
    clock: Clock | None = None
    closed_at: int | None = None
    not_well: tuple[NotWell, ...] = ()
    """For the facilitation alone, and for whoever said it."""
    register: tuple[Lift, ...] = ()
    """Soft locks that were lifted, in their order (R26)."""
    lifted: frozenset[str] = frozenset()
    """The rules whose lock on posting is lifted for the step that runs (`rules.LOCKS`)."""
    meta: Meta = field(default_factory=Meta)
    interrupted: Interruption | None = None
    erased: Erased = NOTHING_ERASED
    relay: Relay = NO_RELAY
    asides: tuple[Aside, ...] = ()
    versions: Mapping[Slice, int] = field(default_factory=lambda: MappingProxyType({}))
    floor_at: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """At which sequence number a seat last got or lost the floor, asked for it or no longer did."""
    own_at: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """At which sequence number what a seat alone sees (`method.own`) last changed."""

    def seat(self, seat_id: str) -> Seat | None:
        """The seat with that id, or None."""
        return next((seat for seat in self.seats if seat.id == seat_id), None)

    @property
    def peers(self) -> tuple[Seat, ...]:
        """Seats that count as peers, in the order in which they came; the facilitator is not one."""
        return tuple(seat for seat in self.seats if seat.role is Role.PEER and seat.in_circle)

    @property
    def consultants(self) -> tuple[Seat, ...]:
        """Who has a turn in a round: peers who are there, the client apart, in seat order."""
        return tuple(seat for seat in self.peers if seat.present and seat.id != self.client)

    @property
    def to_come(self) -> tuple[str, ...]:
        """Whose turn is still to come in the open round, in seat order."""
        return self.rounds.to_come(seat.id for seat in self.consultants)

    @property
    def taken(self) -> int:
        """How many of the places are taken, all roles, those at the door included."""
        return sum(seat.standing not in GONE for seat in self.seats)

    @property
    def step(self) -> int:
        return step_number(self.stage)

    def changed_at(self, slices: frozenset[Slice]) -> int:
        """The sequence number of the last event that touched one of these slices, 0 if none did."""
        return max((self.versions.get(one, 0) for one in slices), default=0)
