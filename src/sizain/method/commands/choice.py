"""Step 0: topics, who is ready, the client's place, observers."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.choosing import TopicKind
from sizain.method.commands.command import Command
from sizain.method.contract import Written


@dataclass(frozen=True)
class DepositTopic(Command):
    """A topic in one line, one's own or noted by the facilitator for `seat`; a second one takes
    the place of the first. All the rest is for who wishes to say it."""

    act = "deposit-topic"
    seat: str
    text: str
    length: int
    about: TopicKind | None = None
    lines: Written | None = None
    tried: Written | None = None


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
class HearObserverAccepted(Command):
    """The client's yes to an observer, said aloud."""

    act = "hear-observer-accepted"
    seat: str


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
class ChangeTopic(Command):
    """The client brings another topic, up to step 3; said aloud, the facilitator writes it for them."""

    act = "change-topic"
    text: str
    length: int
