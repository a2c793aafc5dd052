"""Step 3: the client's contract (R2), and what the circle answers to it (R3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from sizain.method.events.event import Event


@dataclass(frozen=True)
class ContractDictated(Event):
    """`text` and the parts are ids of texts, `help` names of kinds; `length` is the sentence's, in characters."""

    kind = "contract-dictated"
    text: str
    length: int
    help: list[str] = field(default_factory=list)
    word: str | None = None
    leave_with: str | None = None
    not_wanted: str | None = None


@dataclass(frozen=True)
class ContractValidated(Event):
    """A change after a validation voids what the circle had answered."""

    kind = "contract-validated"
    text: str
    how: str
    help: list[str] = field(default_factory=list)
    word: str | None = None
    leave_with: str | None = None
    not_wanted: str | None = None


@dataclass(frozen=True)
class DictatedSetAside(Event):
    kind = "dictated-set-aside"
    text: str


@dataclass(frozen=True)
class ContractAnswered(Event):
    kind = "contract-answered"
    seat: str
    answer: str
    how: str


@dataclass(frozen=True)
class ContractRecalled(Event):
    """The facilitation puts the contract forward, or no longer does: about nobody."""

    kind = "contract-recalled"
    recalled: bool


@dataclass(frozen=True)
class ContractAgreed(Event):
    """The accord of every consultant who is there."""

    kind = "contract-agreed"
    how: str


@dataclass(frozen=True)
class ContractConfirmed(Event):
    """What was said aloud, the client has now said on a device of theirs."""

    kind = "contract-confirmed"
    text: str
