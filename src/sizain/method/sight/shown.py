"""What a sight is made of: people and topics, each as others see it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sizain.method.attendance import Presence, presence
from sizain.method.choosing import Found, TopicKind, candidates, electors, in_the_lot
from sizain.method.seance import STAGES, Role, Seance, Seat, Stage, Standing


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
    presence: Presence


@dataclass(frozen=True)
class ShownTopic:
    """A topic in a line, with whose it is; the text is found under `text`, what more is said of it under `lines`
    and `tried`. `standing` says that its author may be voted for."""

    text: str
    seat: str
    ready: bool
    named: bool
    about: TopicKind | None = None
    lines: str | None = None
    tried: str | None = None
    standing: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(one for one in (self.text, self.lines, self.tried) if one)


@dataclass(frozen=True)
class ShownChoosing:
    """How the client is chosen, for who signed the charter. Voices are in no sight: `ballot` says that a vote is
    open, `votes` that who looks has a voice; `found` how the named person was found, `undecided` that the vote
    proposed nobody, `nobody` that nobody feels ready. `lot` tells the facilitation that a lot may be drawn."""

    ballot: str | None = None
    votes: bool = False
    found: Found | None = None
    undecided: bool = False
    nobody: bool = False
    lot: bool = False


AS_USUAL = ShownChoosing()


def has_spoken(seance: Seance, seat: str) -> bool:
    """Whether that seat has spoken in this stage, for the facilitator alone. Once the round of step 6 was held, aloud
    or place by place, nobody is said to have kept silent, in the closing either."""
    last = seance.stage in (Stage.META, Stage.CLOSING) and seance.meta.round_held
    return last or seat in seance.spoken


def shown_person(seance: Seance, seat: Seat) -> Person:
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
        presence=presence(seance, seat),
    )


def shown_people(seance: Seance) -> tuple[Person, ...]:
    """Who has a place in the circle, in the order in which they came, and until the choice those
    who are expected."""
    gathering = STAGES.index(seance.stage) <= STAGES.index(Stage.CHOICE)
    return tuple(
        shown_person(seance, replace(seat, standing=Standing.LEFT) if seat.in_circle and not seat.present else seat)
        for seat in seance.seats
        if seat.role is not Role.FACILITATOR and (seat.in_circle or (gathering and seat.standing is Standing.EXPECTED))
    )


def shown_topics(seance: Seance) -> tuple[ShownTopic, ...]:
    """Topics are there until one is chosen; the others leave every screen with the choice."""
    if STAGES.index(seance.stage) > STAGES.index(Stage.CHOICE):
        return ()
    standing = candidates(seance)
    return tuple(
        ShownTopic(
            text=topic.id,
            seat=topic.seat,
            ready=topic.seat in seance.ready,
            named=topic.seat == seance.named,
            about=topic.about,
            lines=topic.lines,
            tried=topic.tried,
            standing=topic.seat in standing,
        )
        for topic in seance.topics
        if topic.seat != seance.facilitator  # never client (R1); it comes back with them
    )


def shown_choosing(seance: Seance, viewer: str) -> ShownChoosing:
    """What that seat, which signed the charter or leads, sees of the way of choosing."""
    if seance.stage is not Stage.CHOICE or seance.client is not None:
        return AS_USUAL
    choosing = seance.choosing
    votes = choosing.ballot is not None and any(seat.id == viewer for seat in electors(seance))
    found = choosing.found if seance.named else None
    lot = viewer == seance.facilitator and bool(in_the_lot(seance))
    return ShownChoosing(choosing.ballot, votes, found, choosing.undecided, choosing.nobody, lot)
