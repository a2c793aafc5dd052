"""Hands and floor."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


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
