"""Step 4: the rounds."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class RoundOpened(Event):
    kind = "round-opened"
    round: str


@dataclass(frozen=True)
class RoundEnded(Event):
    kind = "round-ended"


@dataclass(frozen=True)
class TurnHeard(Event):
    """That seat had its turn, aloud: the facilitator says so of a round, without having given the floor."""

    kind = "turn-heard"
    seat: str


@dataclass(frozen=True)
class TurnPassed(Event):
    kind = "turn-passed"
    seat: str
