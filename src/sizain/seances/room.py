"""One séance in memory: its state folded once and advanced, the words around it, and who listens.

A room is what the database says, nothing more: it can be dropped and loaded again at any moment.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sizain.journal import log
from sizain.method.events import Event
from sizain.method.evolve import evolve, replay
from sizain.method.seance import Seance, Slice
from sizain.method.sight import Sight, Sights
from sizain.seances import models

VISIT_S = 25.0
"""How long a page without scripts counts as somebody being there; it comes back every ten seconds."""
GRACE_S = 3.0
"""How long a seat without a stream still counts as being there."""


@dataclass
class Words:
    """What the journal does not hold: names by seat, texts by id, seats by device digest, keys of
    acts.
    """

    token: str
    code: str | None
    video_link: str
    created_at: int
    closed_at: int | None
    names: dict[str, str]
    texts: dict[str, str]
    devices: dict[str, str]
    keys: dict[tuple[str, str], str]
    screens: frozenset[str]
    familiar: bool = False


class Listener:
    """Somebody who waits for the room's bell. A ring that nobody waited for is not lost.

    A future of its own for each wait: an `asyncio.Event` under `wait_for` costs a task and a timer for each
    of nine listeners at each act.
    """

    def __init__(self) -> None:
        self._rung = False
        self._waiting: asyncio.Future[None] | None = None

    def ring(self) -> None:
        self._rung = True
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    @property
    def rung(self) -> bool:
        """Whether the bell rang and nobody waited for it since."""
        return self._rung

    async def wait(self) -> None:
        """Until the bell has rung since the last time."""
        if not self._rung:
            self._waiting = asyncio.get_running_loop().create_future()
            await self._waiting
        self._rung = False


@dataclass
class Room:
    """`stale` means that the database may know more than this room does, `erased` that nothing is
    left of the séance but its journal."""

    id: UUID
    state: Seance
    words: Words
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    stale: bool = False
    erased: bool = False
    listeners: set[Listener] = field(default_factory=set)
    connections: Counter[str] = field(default_factory=Counter)
    presence: int = 0
    """Counts the changes of who is connected: presence has no place in the journal."""
    rendered: dict[object, Any] = field(default_factory=dict)
    """What was drawn of this room, by region and view (`live.regions`), until it is drawn anew."""
    pieces: dict[object, Any] = field(default_factory=dict)
    """The same of pieces of regions."""
    touched_at: int = 0
    sights: Sights | None = None
    _changes: dict[frozenset[Slice], int] = field(default_factory=dict)
    _changes_of: Seance | None = None
    _leaving: dict[str, asyncio.TimerHandle] = field(default_factory=dict)

    def sight(self, viewer: str) -> Sight | None:
        """What a seat, or the room's screen, may see now (`method.sight`)."""
        if self.sights is None or self.sights.seance is not self.state:
            self.sights = Sights(self.state)
        return self.sights.of(viewer)

    def changed_at(self, slices: frozenset[Slice]) -> int:
        """The sequence number at which one of these slices last changed, worked out once for all who look."""
        if self._changes_of is not self.state:
            self._changes, self._changes_of = {}, self.state
        if slices not in self._changes:
            self._changes[slices] = self.state.changed_at(slices)
        return self._changes[slices]

    def advance(self, events: Iterable[Event], at: int) -> None:
        for event in events:
            self.state = evolve(self.state, event, at)

    def ring(self) -> None:
        for listener in self.listeners:
            listener.ring()

    def visit(self, seat: str) -> None:
        """A page of that seat was drawn: without scripts nothing else tells that somebody is there."""
        if self.connections[seat] > 0:
            return
        leaving = self._leaving.pop(seat, None)
        if leaving is not None:
            leaving.cancel()
        self._leaving[seat] = asyncio.get_running_loop().call_later(VISIT_S, self._left, seat)
        if leaving is None:
            self._presence_changed()

    def connected(self, seat: str) -> bool:
        """Whether a device of that seat is there, or was a moment ago: a reload is not a departure."""
        return self.connections[seat] > 0 or seat in self._leaving

    def arrive(self, seat: str) -> None:
        """A stream of that seat begins."""
        self.connections[seat] += 1
        if (leaving := self._leaving.pop(seat, None)) is not None:
            leaving.cancel()
        elif self.connections[seat] == 1:
            self._presence_changed()

    def depart(self, seat: str) -> None:
        """A stream of that seat ended; the others hear of it when none came back in time."""
        self.connections[seat] -= 1
        if self.connections[seat] <= 0:
            del self.connections[seat]
            loop = asyncio.get_running_loop()
            self._leaving[seat] = loop.call_later(GRACE_S, self._left, seat)

    def _left(self, seat: str) -> None:
        del self._leaving[seat]
        self._presence_changed()

    def _presence_changed(self) -> None:
        self.presence += 1
        self.ring()


def read_room(seance: UUID) -> tuple[Seance, Words]:
    """The whole of a séance from the database. Raises `models.Seance.DoesNotExist`."""
    record = models.Seance.objects.get(id=seance)
    state = replay(log.load(seance))
    if state is None:
        raise models.Seance.DoesNotExist
    return state, _read_words(record)


def read_tail(room: Room) -> tuple[list[tuple[Event, int]], Words]:
    """What the database knows beyond `room.state`, and the words as they are now."""
    return log.load(room.id, after=room.state.seq), _read_words(models.Seance.objects.get(id=room.id))


def _read_words(record: models.Seance) -> Words:
    return Words(
        token=record.token,
        code=record.code,
        video_link=record.video_link,
        familiar=record.familiar,
        created_at=record.created_at,
        closed_at=record.closed_at,
        names=_pairs(models.SeatName.objects.filter(seance=record.id).values_list("seat", "name")),
        texts=_pairs(models.Text.objects.filter(seance=record.id).values_list("id", "body")),
        devices=_pairs(models.SeatDevice.objects.filter(seance=record.id).values_list("device", "seat")),
        keys={
            (seat, key): digest
            for seat, key, digest in models.Act.objects.filter(seance=record.id).values_list("seat", "key", "digest")
        },
        screens=frozenset(
            models.Link.objects.filter(seance=record.id, purpose=models.Link.Purpose.SCREEN).values_list(
                "digest", flat=True
            )
        ),
    )


def _pairs(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: Mapping[str, str] = dict(rows)
    return dict(found)
