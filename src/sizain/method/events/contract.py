"""Step 3: the client's sentence (R2, R3)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


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
