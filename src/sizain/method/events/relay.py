"""Handing the facilitation over and taking it over (METHOD §1, §7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sizain.method.events.event import Event


@dataclass(frozen=True)
class DeputyNamed(Event):
    """`seat` is None when nobody is deputy any more."""

    kind = "deputy-named"
    seat: str | None


@dataclass(frozen=True)
class DeputyAgreed(Event):
    kind = "deputy-agreed"
    seat: str
    how: str


@dataclass(frozen=True)
class FacilitationHanded(Event):
    """`seat` facilitates from now on. `taken` when the one before was away; `back` is what that cost the clock."""

    kind = "facilitation-handed"
    seat: str
    taken: bool
    back: dict[str, Any] | None


@dataclass(frozen=True)
class FacilitatorGone(Event):
    """Written by the room, once for each absence: the clock holds at the end of the step."""

    kind = "facilitator-gone"
    seat: str


@dataclass(frozen=True)
class FacilitatorBack(Event):
    """Written by the room; `back` is what the absence cost the clock, where it held for that seat."""

    kind = "facilitator-back"
    seat: str
    back: dict[str, Any] | None
