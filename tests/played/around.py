"""Whoever fills a form in at random, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from sizain.method.seance import Role, Seance, Seat
from tests.played.words import Canaries

Fields = Mapping[str, str]


@dataclass(frozen=True)
class Around:
    """Who fills a form in, and in which séance; `now` in milliseconds."""

    seance: Seance
    by: str
    draw: Random
    words: Canaries
    now: int

    def yes(self, often: float = 0.5) -> str:
        return "yes" if self.draw.random() < often else "no"

    def one_of(self, ids: Iterable[str | None]) -> str:
        """One of these, or an id that nothing has."""
        found = [one for one in ids if one]
        return self.draw.choice(found) if found and self.draw.random() < 0.97 else "0" * 16

    def seat_where(self, true: Callable[[Seat], bool]) -> Fields:
        """A seat for which that is so; now and then any."""
        seats = [one.id for one in self.seance.seats if true(one)]
        return {"seat": self.one_of(seats if self.draw.random() < 0.9 else [one.id for one in self.seance.seats])}

    def about(self) -> Fields:
        """One's own, or, for who writes for others, somebody else's."""
        others = self.by in (self.seance.facilitator, self.seance.scribe)
        return self.seat_where(consultant(self.seance)) if others or self.draw.random() < 0.1 else {}

    def step(self) -> str:
        return self.one_of(step.id for step in self.seance.synthesis.steps)

    def shown(self, words: str | None) -> Fields:
        """What the screen showed; now and then the screen does not say."""
        return {"shown": words} if words and self.draw.random() < 0.8 else {}

    def some(self, what: str, *fields: str) -> Fields:
        """Some of these fields, each with words of its own."""
        return {field: self.words.write(what, 200) for field in fields if self.draw.random() < 0.4}


def consultant(seance: Seance) -> Callable[[Seat], bool]:
    """For `seat_where`: a peer who is there and is not the client."""
    return lambda seat: seat.present and seat.role is Role.PEER and seat.id != seance.client
