"""One room of nine people, and what the load needs of any room: somebody acts, the others see it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

from sizain.players import Acted, Batch, Following, Person

PEERS = ("Karim", "Thomas", "Awa", "Mathilde", "Julien", "Inès", "Solène", "Nadia")
CODE = re.compile(r"\b([BCDFGHJKLMPQRTVWXY346789]{3})[ \u00a0\u202f]?([BCDFGHJKLMPQRTVWXY346789]{3})\b")


@dataclass
class Seen:
    """What one screen received: sequence numbers, and when, in seconds of the loop."""

    seqs: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    bytes: int = 0
    messages: int = 0

    def hear(self, batch: Batch) -> None:
        self.seqs.append(batch.seq)
        self.times.append(batch.at)
        self.bytes += batch.size
        self.messages += len(batch.regions)


class Circle(Protocol):
    """What the load asks of a room: nine screens, and one act after another."""

    seen: list[Seen]

    async def act(self) -> tuple[int, int]:
        """Carries out the room's next act. Gives whose act it was (a place in `seen`) and its sequence number.

        Raises `Refused` when it was not done.
        """

    async def leave(self) -> None: ...


class Refused(Exception):
    """An act of the load was not done: the load is wrong, or the product is."""


class Nine:
    """A real room: a facilitator and eight peers, brought to step 2, each with page and stream."""

    def __init__(self, address: str) -> None:
        self.facilitator = Person("Hélène", address)
        self.peers = [Person(name, address) for name in PEERS]
        self.seats: list[str] = []
        self.code = ""
        self.seen = [Seen() for _ in range(1 + len(self.peers))]
        self.followings: list[Following] = []
        self.turn = 0

    @property
    def people(self) -> list[Person]:
        return [self.facilitator, *self.peers]

    async def open(self) -> None:
        await self.facilitator.open()
        self.code = joining_code((await self.facilitator.page()).html)

    async def sit_down(self) -> None:
        """Everybody is let in; then the thread goes on to step 2, where hands and floor live."""
        page = await self.facilitator.page()
        self.seats = list(dict.fromkeys(form.fields["seat"] for form in page.forms_of("admit")))
        for seat in self.seats:
            await self._lead("admit", seat=seat)
        await self._lead("hear-charter")
        await self._lead("open")
        await self._lead("advance", from_stage="opening")
        await self._lead("hear-acceptance", seat=self.seats[0])
        await self._lead("advance", from_stage="choice")
        await self._lead("advance", from_stage="presentation")

    async def look(self) -> None:
        """Each loads the page and goes on with the stream."""
        for person, seen in zip(self.people, self.seen, strict=True):
            self.followings.append(await person.follow(seen.hear, keep=False))
        for following in self.followings:
            await following.live.wait()

    async def act(self) -> tuple[int, int]:
        """By turns: a peer asks for the floor, the facilitator gives it, another asks and takes it back.

        Each room counts its own: a hand is lowered after it was raised, so that every act changes every screen.
        """
        turn, self.turn = self.turn, self.turn + 1
        place = turn // 4 % len(self.peers)
        other = (place + 3) % len(self.peers)
        match turn % 4:
            case 0:
                return place + 1, await self._done(self.peers[place], "raise-hand")
            case 1:
                return 0, await self._done(self.facilitator, "give-floor", seat=self._seat_of(place))
            case 2:
                return other + 1, await self._done(self.peers[other], "raise-hand")
            case _:
                return other + 1, await self._done(self.peers[other], "lower-hand")

    async def leave(self) -> None:
        for person in self.people:
            await person.leave()

    def _seat_of(self, place: int) -> str:
        return self.seats[place]

    async def _lead(self, act: str, **fields: str) -> None:
        await self._done(self.facilitator, act, **fields)

    async def _done(self, who: Person, act: str, **fields: str) -> int:
        acted: Acted = await who.act(act, fields)
        if not acted.done:
            raise Refused(f"{act} by {who.name}: {acted.status} {acted.said}")
        return acted.seq


def joining_code(html: str) -> str:
    """The code that a facilitator reads on the lobby's page."""
    found = CODE.search(re.sub(r"<[^>]+>", " ", html))
    if found is None:
        raise LookupError("this page shows no joining code")
    return found[1] + found[2]
