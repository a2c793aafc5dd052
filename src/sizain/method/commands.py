"""What a seat may ask for. A command carries ids and lengths; texts stay beside it, with their
writer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from sizain.method.clock import Choice
from sizain.method.seance import Stage


@dataclass(frozen=True)
class Command:
    """Asked by the seat `by`. `act` is its name in addresses, rules and documents."""

    act: ClassVar[str]
    by: str


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
class RaiseHand(Command):
    act = "raise-hand"


@dataclass(frozen=True)
class LowerHand(Command):
    act = "lower-hand"


@dataclass(frozen=True)
class DepositTopic(Command):
    """A topic in one line, one's own or noted by the facilitator for `seat`; a second one takes
    the place of the first."""

    act = "deposit-topic"
    seat: str
    text: str
    length: int


@dataclass(frozen=True)
class WithdrawTopic(Command):
    act = "withdraw-topic"


@dataclass(frozen=True)
class SayReady(Command):
    """« Je me sens prêt », or not after all."""

    act = "say-ready"
    ready: bool


@dataclass(frozen=True)
class AcceptPlace(Command):
    """The named person takes the client's place, on their device (H)."""

    act = "accept-place"


@dataclass(frozen=True)
class DeclinePlace(Command):
    act = "decline-place"


@dataclass(frozen=True)
class AcceptObserver(Command):
    """The client accepts an observer (R22)."""

    act = "accept-observer"
    seat: str


@dataclass(frozen=True)
class ValidateContract(Command):
    """The client's own sentence (R2)."""

    act = "validate-contract"
    text: str
    length: int


@dataclass(frozen=True)
class ValidateDictated(Command):
    """The client makes the dictated sentence theirs (R2). `shown` is the id of the one that their
    screen showed, None where it does not say: nobody validates a sentence that they did not read.
    """

    act = "validate-dictated"
    shown: str | None = None


@dataclass(frozen=True)
class ChooseFormat(Command):
    """Before the opening: another format. `minutes` is one's own per block, or empty for the
    table's.
    """

    act = "choose-format"
    total_min: int
    minutes: Mapping[str, int]


@dataclass(frozen=True)
class Admit(Command):
    act = "admit"
    seat: str


@dataclass(frozen=True)
class Refuse(Command):
    act = "refuse"
    seat: str


@dataclass(frozen=True)
class Remove(Command):
    act = "remove"
    seat: str


@dataclass(frozen=True)
class AddSeat(Command):
    """A seat by first name, for someone without a device or, `expected`, for someone who is to come;
    `seat` is its new id."""

    act = "add-seat"
    seat: str
    expected: bool = False


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
class HearObserverAccepted(Command):
    """The client's yes to an observer, said aloud."""

    act = "hear-observer-accepted"
    seat: str


@dataclass(frozen=True)
class HearCharter(Command):
    """The charter was said and heard by all who are seated (R17, aloud)."""

    act = "hear-charter"


@dataclass(frozen=True)
class Open(Command):
    act = "open"


@dataclass(frozen=True)
class Advance(Command):
    """On to the next stage. `from_stage` is what the screen showed; `agreed` says that the circle
    accepted the contract aloud; `choice` says who pays when no later step can (METHOD §2)."""

    act = "advance"
    from_stage: Stage
    agreed: bool = False
    choice: Choice | None = None


@dataclass(frozen=True)
class GoBack(Command):
    """A loop to an earlier stage: recorded, not an error."""

    act = "go-back"
    from_stage: Stage
    to: Stage


@dataclass(frozen=True)
class NameClient(Command):
    act = "name-client"
    seat: str


@dataclass(frozen=True)
class UnnameClient(Command):
    act = "unname-client"


@dataclass(frozen=True)
class HearAcceptance(Command):
    """The named person said yes aloud."""

    act = "hear-acceptance"
    seat: str


@dataclass(frozen=True)
class GiveFloor(Command):
    act = "give-floor"
    seat: str


@dataclass(frozen=True)
class FreeFloor(Command):
    act = "free-floor"


@dataclass(frozen=True)
class DictateContract(Command):
    """Typed by the facilitator under dictation: a draft without effect (R2)."""

    act = "dictate-contract"
    text: str
    length: int


@dataclass(frozen=True)
class HearContract(Command):
    """The client validated the dictated sentence aloud (R2); `shown` as in `ValidateDictated`."""

    act = "hear-contract"
    shown: str | None = None


@dataclass(frozen=True)
class Extend(Command):
    """« + 2 min », as announced: `quoted` is what the screen said (`announced`)."""

    act = "extend"
    seconds: int
    choice: Choice | None
    quoted: str


@dataclass(frozen=True)
class Pause(Command):
    act = "pause"


@dataclass(frozen=True)
class Resume(Command):
    act = "resume"
    choice: Choice | None = None


@dataclass(frozen=True)
class Close(Command):
    act = "close"
