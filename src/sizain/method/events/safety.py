"""Safety: a word to the facilitation alone, the safety stop (R23)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sizain.method.events.event import Event


@dataclass(frozen=True)
class NotWellSaid(Event):
    kind = "not-well-said"
    seat: str


@dataclass(frozen=True)
class NotWellTakenBack(Event):
    kind = "not-well-taken-back"
    seat: str


@dataclass(frozen=True)
class NotWellHeard(Event):
    kind = "not-well-heard"
    seat: str


@dataclass(frozen=True)
class ClockSuspended(Event):
    kind = "clock-suspended"
    suspension: dict[str, Any]
