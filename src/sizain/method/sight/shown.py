"""What a sight is made of: people and topics, each as others see it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sizain.method.attendance import Presence, presence
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
    """A topic in a line, with whose it is; the text is found under `text`."""

    text: str
    seat: str
    ready: bool
    named: bool


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
    return tuple(
        ShownTopic(topic.id, topic.seat, ready=topic.seat in seance.ready, named=topic.seat == seance.named)
        for topic in seance.topics
    )
