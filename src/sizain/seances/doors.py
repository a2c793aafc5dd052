"""The ways in: opening a séance, joining by its code, and bearer links (return, a new device, the
screen).

Secrets are made here, given once to who asked, and kept as digests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import IntegrityError

from sizain.journal import log
from sizain.method import commands as c
from sizain.method.decide import plan as planned_event
from sizain.method.decide.thread import planned
from sizain.method.refusals import Refusal, Why
from sizain.method.rules import posture
from sizain.method.seance import Limits, Place, Standing, Way
from sizain.seances import models
from sizain.seances.access import seat_of
from sizain.seances.acts import Beside, perform
from sizain.seances.asked import read_name
from sizain.seances.bell import tell
from sizain.seances.names import fold
from sizain.seances.room import Room
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import CODE_LENGTH, digest, read_code

LINK_LENGTH = 32
Purpose = models.Link.Purpose


@dataclass(frozen=True)
class Opening:
    """What the facilitator says when opening a séance: total and `minutes` per block are in
    minutes.
    """

    name: str
    total_min: int
    minutes: Mapping[str, int]
    place: Place
    way: Way
    video_link: str
    traces_live: bool = False
    advice_hint: bool = True
    familiar: bool = False


async def open_seance(rooms: Rooms, opening: Opening, device: str) -> str:
    """A new séance, its facilitator seated on `device` (the cookie); gives the room's token.

    Raises `Refusal` for a wrong format or name.
    """
    limits = Limits(seats=rooms.configuration.seats)
    name = read_name(opening.name, limits.name)
    plan = planned(opening.total_min, dict(opening.minutes), opening.place)
    token = rooms.tokens.address()
    facilitator, seance, now = rooms.tokens.id(), uuid4(), rooms.now()
    total_min = plan.total_s // 60
    options = {"traces_live": opening.traces_live, "advice_hint": opening.advice_hint}
    event = planned_event(facilitator, plan, total_min, opening.place, opening.way, limits, **options)

    def keep() -> None:
        models.Seance.objects.create(
            id=seance,
            token=token,
            code=rooms.tokens.code(),
            video_link=opening.video_link,
            familiar=opening.familiar,
            created_at=now,
        )
        log.append(seance, 0, (event,), facilitator, now)
        models.SeatName.objects.create(seat=facilitator, seance=seance, name=name, folded=fold(name))
        models.SeatDevice.objects.create(seance=seance, seat=facilitator, device=digest(device))

    await _until_unique(rooms, keep)
    return token


async def _until_unique(rooms: Rooms, keep: Callable[[], None]) -> None:
    """Codes are short: the rare one that is taken is drawn again."""
    for _ in range(4):
        with suppress(IntegrityError):
            return await rooms.write(keep)
    return await rooms.write(keep)


async def room_for_code(rooms: Rooms, typed: str) -> Room | None:
    """The open séance with that code; None for a wrong one and for a closed séance alike."""
    code = read_code(typed)
    if len(code) != CODE_LENGTH:
        return None
    seance = await rooms.read(lambda: models.Seance.objects.filter(code=code).values_list("id", flat=True).first())
    return await rooms.by_id(seance) if seance else None


async def enter(rooms: Rooms, room: Room, typed_name: str, device: str) -> None:
    """Somebody stands at the door under a name, on a device that has no seat here yet.

    Raises `Refusal`: full, name taken, empty, too long, closed.
    """
    name, cookie = read_name(typed_name, room.state.limits.name), digest(device)

    def read() -> tuple[c.Command, Beside] | None:
        # Asked under the room's lock: a form sent twice is one person.
        if seat_of(room, cookie) is not None:
            return None
        seat = expected(room, name) or rooms.tokens.id()
        return c.AskToEnter(seat), Beside(names=((seat, name),), device=cookie)

    await perform(rooms, room, read, receipt=None)


def expected(room: Room, name: str) -> str | None:
    """The seat that is kept for somebody of that name, or None."""
    kept = (seat.id for seat in room.state.seats if seat.standing is Standing.EXPECTED)
    return next((seat for seat in kept if fold(room.words.names.get(seat, "")) == fold(name)), None)


async def make_link(rooms: Rooms, room: Room, purpose: models.Link.Purpose, seat: str) -> str:
    """A new bearer link; it takes the place of the one with the same purpose and seat. Gives its
    secret.
    """
    secret = rooms.tokens.address(LINK_LENGTH if purpose is not Purpose.SCREEN else 22)

    def keep() -> None:
        models.Link.objects.filter(seance=room.id, purpose=purpose, seat=seat).delete()
        models.Link.objects.create(digest=digest(secret), seance=room.id, purpose=purpose, seat=seat)
        tell(room.id)

    screens = frozenset({digest(secret)}) if purpose is Purpose.SCREEN else None
    await rooms.to_its_end(_link(rooms, room, keep, screens))
    return secret


async def cut_screen(rooms: Rooms, room: Room) -> None:
    """The room's screen goes dark on every computer that shows it."""

    def keep() -> None:
        models.Link.objects.filter(seance=room.id, purpose=Purpose.SCREEN).delete()
        tell(room.id)

    await rooms.to_its_end(_link(rooms, room, keep, frozenset()))


async def _link(rooms: Rooms, room: Room, keep: Callable[[], None], screens: frozenset[str] | None) -> None:
    async with room.lock:
        await rooms.keep(room, keep)
        if screens is not None:
            room.words.screens = screens
            room.ring()


@dataclass(frozen=True)
class Claim:
    """What a bearer link offers: the seat of a room."""

    room: Room
    seat: str
    purpose: models.Link.Purpose
    digest: str


async def find_claim(rooms: Rooms, secret: str) -> Claim | None:
    """What that link offers now, or None: unknown, renewed, used, or its seat is gone."""
    kept = digest(secret)
    link = await rooms.read(
        lambda: models.Link.objects.filter(digest=kept, purpose__in=(Purpose.RETURN, Purpose.SEAT)).first()
    )
    room = await rooms.by_id(link.seance) if link else None
    if link is None or room is None or posture(room.state, link.seat) is None:
        return None
    if link.purpose == Purpose.RETURN and link.seat not in room.state.relay.led:
        return None  # it was made by somebody who held this seat before
    return Claim(room, link.seat, Purpose(link.purpose), kept)


async def claim(rooms: Rooms, found: Claim, device: str) -> None:
    """The device takes the seat. A seat handed over leaves its other devices; the facilitator's
    return adds one. Raises `Refusal(NOT_YOURS)` when the device already has another seat here.
    """
    room, cookie = found.room, digest(device)
    if found.purpose is Purpose.RETURN:
        return await rooms.to_its_end(_return(rooms, found, cookie))

    def read() -> tuple[c.Command, Beside] | None:
        if _has_it(found, cookie):
            return None
        return c.HandSeat(found.seat), Beside(device=cookie, links=(found.digest,))

    await perform(rooms, room, read, receipt=None)
    return None


def _has_it(found: Claim, cookie: str) -> bool:
    """Whether the device has that seat already. Raises `Refusal(NOT_YOURS)` when it has another."""
    mine = seat_of(found.room, cookie)
    if mine not in (None, found.seat):
        raise Refusal(Why.NOT_YOURS)
    return mine == found.seat


async def _return(rooms: Rooms, found: Claim, cookie: str) -> None:
    """One more device for the facilitator's seat, by a link that was not renewed meanwhile."""
    room = found.room

    def keep() -> None:
        if not models.Link.objects.filter(digest=found.digest).exists():
            raise Refusal(Why.NO_SUCH_SEAT)
        models.SeatDevice.objects.create(seance=room.id, seat=found.seat, device=cookie)
        tell(room.id)

    async with room.lock:
        await rooms.refresh(room)
        if not _has_it(found, cookie):
            await rooms.keep(room, keep)
            room.words.devices[cookie] = found.seat


async def screen_room(rooms: Rooms, secret: str) -> Room | None:
    """The room whose screen that address shows, or None once it is cut."""
    if not (len(secret) == 22 and secret.isascii() and secret.isalnum()):
        return None
    kept = digest(secret)
    seance: UUID | None = await rooms.read(
        lambda: models.Link.objects.filter(digest=kept, purpose=Purpose.SCREEN).values_list("seance", flat=True).first()
    )
    return await rooms.by_id(seance) if seance else None
