"""The voices of a hidden vote (METHOD §3, step 0): private rows about a ballot, kept until it closes and no longer.

They have no place in the journal and no sight holds them; who voted, for whom and how many is told to nobody. A
voice is one seat's, whatever device it is opened on.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sizain.method.choosing import candidates
from sizain.method.refusals import Refusal, Why
from sizain.seances import models
from sizain.seances.access import Entrance
from sizain.seances.drafts import whose
from sizain.seances.room import Room
from sizain.seances.rooms import Rooms


async def give(rooms: Rooms, entrance: Entrance, ballot: str, seat: str) -> None:
    """Keeps the voice of who asks for `seat` in the place of an earlier one; an empty one takes it back.

    In order with the acts of the room: a voice that was kept is counted. Raises `Refusal` once the vote is over,
    for who has no voice and for whom nobody can vote for.
    """
    await rooms.to_its_end(_give(rooms, entrance, ballot, seat))


async def _give(rooms: Rooms, entrance: Entrance, ballot: str, seat: str) -> None:
    room = entrance.room
    async with room.lock:
        await rooms.refresh(room)
        if room.erased:
            raise Refusal(Why.CLOSED)
        seen = room.sight(entrance.seat)
        if seen is not None and seen.suspended:
            raise Refusal(Why.SUSPENDED)
        if seen is None or ballot != seen.choosing.ballot:
            raise Refusal(Why.NOT_NOW)
        if not seen.choosing.votes:
            raise Refusal(Why.NOT_YOURS)
        if seat and seat not in candidates(room.state):
            raise Refusal(Why.NO_SUCH_SEAT)

        def keep() -> None:
            rows = models.Mark.objects.filter(seance=room.id, seat=entrance.seat, about=ballot)
            rows.delete()
            if seat:
                models.Mark.objects.create(**whose(entrance), about=ballot, said=seat)

        await rooms.write(keep)


async def cast(rooms: Rooms, room: Room) -> Mapping[str, str]:
    """For each seat whom it votes for now; empty when no vote is open. The caller holds the room's lock."""
    ballot = room.state.choosing.ballot
    if ballot is None:
        return {}

    def read() -> Mapping[str, str]:
        return dict(models.Mark.objects.filter(seance=room.id, about=ballot).values_list("seat", "said"))

    return await rooms.read(read)


def forget(seance: UUID, ballot: str) -> None:
    """The vote is over: nobody voted for anybody any more. In the transaction of the caller."""
    models.Mark.objects.filter(seance=seance, about=ballot).delete()
