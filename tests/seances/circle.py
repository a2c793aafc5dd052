"""A circle whose people act through the writer, each from a device of their own."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Self

from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Place, Way
from sizain.seances.access import seat_of
from sizain.seances.acts import Outcome, act
from sizain.seances.doors import Opening, enter, open_seance
from sizain.seances.room import Room, read_room
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import digest

HELENE, KARIM, THOMAS, AWA, INES, OMAR, STAN = (
    "Hélène", "Karim", "Thomas", "Awa", "Inès", "Omar", "Stan",
)  # fmt: skip
_keys = count()


@dataclass
class Circle:
    """`devices` holds each person's cookie, by name."""

    rooms: Rooms
    room: Room
    devices: dict[str, str] = field(default_factory=dict)

    @classmethod
    async def opens(cls, rooms: Rooms, *names: str, **options: Any) -> Self:
        """Hélène opens a séance; these people are seated and have signed the charter."""
        device = rooms.tokens.device()
        token = await open_seance(rooms, opening(**options), device)
        room = await rooms.by_token(token)
        assert room is not None
        circle = cls(rooms, room, {HELENE: device})
        await circle.sits(*names)
        return circle

    def seat(self, name: str) -> str:
        seat = seat_of(self.room, digest(self.devices[name]))
        assert seat is not None, f"{name} has no place"
        return seat

    async def comes(self, name: str) -> None:
        """Somebody stands at the door with a device of their own."""
        self.devices[name] = self.rooms.tokens.device()
        await enter(self.rooms, self.room, name, self.devices[name])

    async def sits(self, *names: str) -> None:
        for name in names:
            await self.comes(name)
            await self.does(HELENE, "admit", seat=self.seat(name))
            await self.does(name, "engage")

    async def does(self, who: str, what: str, key: str = "", **fields: str) -> Outcome:
        """The act, as it must pass; then memory is what the database says."""
        outcome = await self.sends(who, what, key, **fields)
        await self.is_as_kept()
        return outcome

    async def sends(self, who: str, what: str, key: str = "", **fields: str) -> Outcome:
        """The act of one person's form, with a new key where none is given."""
        form = {"key": key or f"key-{next(_keys)}", **fields}
        return await act(self.rooms, self.room, self.seat(who), what, form)

    async def reaches(self, stage: str) -> None:
        """On to that stage, Karim being client, as the method wants it."""
        while self.room.state.stage != stage:
            here = self.room.state.stage.value
            match here:
                case "lobby":
                    await self.does(HELENE, "open")
                    continue
                case "closing":
                    await self.does(HELENE, "close")
                    continue
                case "choice" if self.room.state.client is None:
                    await self.does(HELENE, "hear-acceptance", seat=self.seat(KARIM))
                    for one in self.room.state.seats:
                        if one.role == "observer":
                            await self.does(HELENE, "hear-observer-accepted", seat=one.id)
                case "contract" if self.room.state.contract.text is None:
                    await self.does(KARIM, "validate-contract", text="Comment dire non")
                case "meta":
                    await self.does(HELENE, "hear-round")
            await self.does(HELENE, "advance", from_stage=here, agreed="yes", choice="exceed")

    async def why(self, who: str, what: str, key: str = "", **fields: str) -> Why:
        """Why the act is refused, as it must be; nothing changes."""
        before = self.room.state
        try:
            outcome = await self.sends(who, what, key, **fields)
        except Refusal as refusal:
            assert self.room.state is before
            await self.is_as_kept()
            return refusal.why
        raise AssertionError(f"{what} was not refused: {outcome}")

    async def is_as_kept(self) -> None:
        """A room is what the database says, nothing more and nothing less."""
        kept = await self.rooms.read(lambda: read_room(self.room.id))
        assert kept == (self.room.state, self.room.words)
        assert [kept[0].versions, kept[0].seq] == [self.room.state.versions, self.room.state.seq]

    async def in_another_process(self, rooms: Rooms) -> "Circle":
        """The same people, seen by other rooms on the same database, or by these once they have let the room go."""
        room = await rooms.by_token(self.room.words.token)
        assert room is not None
        return Circle(rooms, room, self.devices)


def opening(name: str = HELENE, total_min: int = 105, **options: Any) -> Opening:
    """What Hélène says when she opens a séance."""
    said = {"minutes": {}, "place": Place.ON_SITE, "way": Way.SPOKEN, "video_link": "", **options}
    return Opening(name=name, total_min=total_min, **said)


async def until(true: Callable[[], bool]) -> None:
    """Waits for what another thread or process brings about, five seconds at most."""
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - nothing rings for a test
            await asyncio.sleep(0.005)
