"""What happened. An event carries structure only: ids, lengths, instants, facts; never a text or a
name.

`to_body` and `from_body` are the whole of its written form; `KINDS` finds an event by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Self


@dataclass(frozen=True)
class Event:
    """`kind` is the name under which the journal keeps it, `version` the shape of its body."""

    kind: ClassVar[str]
    version: ClassVar[int] = 1

    def to_body(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """Raises `TypeError` when the body is not one of this event."""
        return cls(**body)


@dataclass(frozen=True)
class SeancePlanned(Event):
    kind = "seance-planned"
    facilitator: str
    plan: dict[str, int]
    total_min: int
    place: str
    way: str
    limits: dict[str, int]


@dataclass(frozen=True)
class FormatChosen(Event):
    kind = "format-chosen"
    plan: dict[str, int]
    total_min: int


@dataclass(frozen=True)
class SeatAsked(Event):
    kind = "seat-asked"
    seat: str


@dataclass(frozen=True)
class SeatAdded(Event):
    kind = "seat-added"
    seat: str


@dataclass(frozen=True)
class SeatExpected(Event):
    kind = "seat-expected"
    seat: str


@dataclass(frozen=True)
class SeatAdmitted(Event):
    kind = "seat-admitted"
    seat: str


@dataclass(frozen=True)
class SeatRefused(Event):
    kind = "seat-refused"
    seat: str


@dataclass(frozen=True)
class SeatRemoved(Event):
    kind = "seat-removed"
    seat: str


@dataclass(frozen=True)
class SeatLeft(Event):
    kind = "seat-left"
    seat: str


@dataclass(frozen=True)
class SeatHanded(Event):
    kind = "seat-handed"
    seat: str


@dataclass(frozen=True)
class CodeRenewed(Event):
    kind = "code-renewed"


@dataclass(frozen=True)
class ObserverNamed(Event):
    kind = "observer-named"
    seat: str
    observer: bool


@dataclass(frozen=True)
class ObserverAccepted(Event):
    kind = "observer-accepted"
    seat: str
    how: str


@dataclass(frozen=True)
class CharterSigned(Event):
    kind = "charter-signed"
    seat: str
    how: str


@dataclass(frozen=True)
class TopicDeposited(Event):
    kind = "topic-deposited"
    seat: str
    text: str
    length: int


@dataclass(frozen=True)
class TopicWithdrawn(Event):
    kind = "topic-withdrawn"
    seat: str


@dataclass(frozen=True)
class ReadySaid(Event):
    kind = "ready-said"
    seat: str
    ready: bool


@dataclass(frozen=True)
class ClientNamed(Event):
    kind = "client-named"
    seat: str


@dataclass(frozen=True)
class ClientUnnamed(Event):
    """The name was taken back, or the person declined."""

    kind = "client-unnamed"
    seat: str


@dataclass(frozen=True)
class ClientAccepted(Event):
    kind = "client-accepted"
    seat: str
    how: str


@dataclass(frozen=True)
class SeanceOpened(Event):
    kind = "seance-opened"


@dataclass(frozen=True)
class StageEntered(Event):
    """`passage` is what the clock was told (facts of `method.clock`), None where no minutes run."""

    kind = "stage-entered"
    stage: str
    loop: bool
    passage: dict[str, Any] | None


@dataclass(frozen=True)
class FloorGiven(Event):
    kind = "floor-given"
    seat: str


@dataclass(frozen=True)
class FloorFreed(Event):
    kind = "floor-freed"


@dataclass(frozen=True)
class HandRaised(Event):
    kind = "hand-raised"
    seat: str


@dataclass(frozen=True)
class HandLowered(Event):
    kind = "hand-lowered"
    seat: str


@dataclass(frozen=True)
class ContractDictated(Event):
    kind = "contract-dictated"
    text: str
    length: int


@dataclass(frozen=True)
class ContractValidated(Event):
    """A change after a validation voids what the circle had agreed to."""

    kind = "contract-validated"
    text: str
    how: str


@dataclass(frozen=True)
class ContractAgreed(Event):
    kind = "contract-agreed"
    how: str


@dataclass(frozen=True)
class ClockExtended(Event):
    kind = "clock-extended"
    extension: dict[str, Any]


@dataclass(frozen=True)
class ClockPaused(Event):
    kind = "clock-paused"
    halt: dict[str, Any]


@dataclass(frozen=True)
class ClockResumed(Event):
    kind = "clock-resumed"
    resumption: dict[str, Any]


@dataclass(frozen=True)
class SeanceClosed(Event):
    kind = "seance-closed"


def _kinds(cls: type[Event]) -> dict[str, type[Event]]:
    return {event.kind: event for event in cls.__subclasses__()}


KINDS: Mapping[str, type[Event]] = _kinds(Event)
