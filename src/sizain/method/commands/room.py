"""Coming in, going out, places and roles."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class AskToEnter(Command):
    """Someone new stands at the door with a device of their own; `by` is the seat that they would
    have.
    """

    act = "enter"


@dataclass(frozen=True)
class Engage(Command):
    """« Je m'engage »: the charter, on one's own device (R17)."""

    act = "engage"


@dataclass(frozen=True)
class Leave(Command):
    act = "leave"


@dataclass(frozen=True)
class ComeBack(Command):
    """Who left asks for the same place again; the facilitator lets people in."""

    act = "come-back"


@dataclass(frozen=True)
class Admit(Command):
    act = "admit"
    seat: str


@dataclass(frozen=True)
class Refuse(Command):
    act = "refuse"
    seat: str


@dataclass(frozen=True)
class KeepWaiting(Command):
    """Who comes late is seen, and waits on (METHOD §3, Any moment)."""

    act = "keep-waiting"
    seat: str


@dataclass(frozen=True)
class Remove(Command):
    act = "remove"
    seat: str


@dataclass(frozen=True)
class AddSeat(Command):
    """A seat by first name, for someone without a device or, `expected`, for someone who is to come;
    `seat` is its new id, `more` those of the others that come in with the same press."""

    act = "add-seat"
    seat: str
    expected: bool = False
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Excuse(Command):
    """Somebody who was expected said that they would not come, or that they would after all."""

    act = "excuse"
    seat: str
    excused: bool


@dataclass(frozen=True)
class HandSeat(Command):
    """A lost seat goes to a new device: `by` is that seat, its bearer link was claimed."""

    act = "hand-seat"


@dataclass(frozen=True)
class RenewCode(Command):
    """Another joining code; the one before opens nothing any more."""

    act = "renew-code"


@dataclass(frozen=True)
class NameObserver(Command):
    act = "name-observer"
    seat: str
    observer: bool


@dataclass(frozen=True)
class HearCharter(Command):
    """The charter was said and heard by all who are seated (R17, aloud)."""

    act = "hear-charter"
