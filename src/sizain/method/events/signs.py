"""Step 4: the client's sign to the facilitator."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class SignMade(Event):
    """Or taken back, when not `made`."""

    kind = "sign-made"
    sign: str
    made: bool


@dataclass(frozen=True)
class SignHeard(Event):
    kind = "sign-heard"
    sign: str
