"""An end that comes early, and the way back from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sizain.method.events.event import Event


@dataclass(frozen=True)
class SeanceInterrupted(Event):
    """Closed before its closing. `suspension` is what the clock was told, None where it stood still already."""

    kind = "interrupted"
    silent: bool
    suspension: dict[str, Any] | None


@dataclass(frozen=True)
class SeanceTakenUp(Event):
    """The séance goes on at the stage where it stopped; `resumption` ends the interruption's suspension."""

    kind = "taken-up"
    resumption: dict[str, Any] | None
