"""Who listens in a session, what a session amounts to, and what must not happen in it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from tests.canaries.ears import Listening

LAGS = 3
"""A stream may still be saying what was so a moment ago: so many states of it."""


@dataclass
class Told:
    """What a session amounts to."""

    seed: int
    acts: int = 0
    accepted: int = 0
    answers: int = 0
    received: int = 0


class Leak(AssertionError):
    """Somebody received what is not theirs."""


class Place:
    """A device, with the seat that it has or had; `SCREEN` for the room's screen, empty for a stranger's."""

    def __init__(self, person: Listening, seat: str) -> None:
        self.person = person
        self.seat = seat
        self.holds = bool(seat)
        self.allowed: deque[set[str]] = deque([set()], maxlen=LAGS)
        self.screen = ""
        """The path of the room's screen."""

    @property
    def path(self) -> str:
        return self.screen or f"/s/{self.person.token}/"
