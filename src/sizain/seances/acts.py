"""THE WRITER: `act` is how everything that happens in a séance happens.

One transaction: what is kept of an act stands on disk, whole, before anybody hears of it. The
room's lock orders the acts of a séance in this process; between processes the journal's unique key
does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from django.db import IntegrityError
from django.db.models import Q

from sizain.journal import log
from sizain.journal.rows import write
from sizain.method import events as e
from sizain.method.commands import CloseVote, Command, EraseConsultation, EraseText
from sizain.method.decide import decide
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import GONE
from sizain.method.withdrawn import withdrawn
from sizain.seances import drafts, following, models, votes
from sizain.seances.asked import READERS, Asked, Asking, Fields, NewText
from sizain.seances.bell import tell
from sizain.seances.copies import leave_no_copy
from sizain.seances.names import fold
from sizain.seances.room import Room
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable

TRIES = 16
"""How often an act is decided again when another process wrote first: whoever lost has to read before
it tries again, and loses several times in a row against one that writes without a pause."""
KEY_LENGTH = 80


class Outcome(Enum):
    """What became of an act that was not refused."""

    DONE = "done"
    REPEATED = "repeated"
    """The same act with the same key was applied before: nothing more to do."""
    KEY_REUSED = "key_reused"
    """The key belongs to another act."""


@dataclass(frozen=True)
class Receipt:
    """How a retry is recognised: the form's key, and a digest of what it said."""

    key: str
    digest: str


@dataclass(frozen=True)
class Beside:
    """What is written in the same transaction as the events."""

    texts: Sequence[NewText] = ()
    names: tuple[tuple[str, str], ...] = ()
    device: str | None = None
    code: str | None = None
    links: Sequence[str] = ()
    """Digests of bearer links that this act uses up: each serves once."""


Read = Callable[[], tuple[Command, Beside] | None]
"""From the state as it is now to a command, with what is written beside it; None when there is
nothing to do any more."""
Look = Callable[[], Awaitable[None]]


async def act(rooms: Rooms, room: Room, seat: str, name: str, fields: Fields) -> Outcome:
    """The act `name` of a seat, with the fields of its form (`key` among them).

    Raises `Refusal` when the method or a limit says no, and `Unavailable` when the database could
    not take it; in both cases nothing changed and the key is still free.
    """
    receipt = _receipt(name, fields, room)
    voices: dict[str, str] = {}

    async def look() -> None:
        voices.clear()
        voices.update(await votes.cast(rooms, room))

    def read() -> tuple[Command, Beside]:
        asked: Asked = READERS[name](Asking(seat, fields, room.state, rooms.tokens, voices))
        return asked.command, Beside(texts=asked.texts, names=asked.names, code=asked.code)

    outcome = await perform(rooms, room, read, receipt, look if name == CloseVote.act else None)
    if name in (EraseText.act, EraseConsultation.act):
        await leave_no_copy(rooms)
    return outcome


async def perform(rooms: Rooms, room: Room, read: Read, receipt: Receipt | None, look: Look | None = None) -> Outcome:
    """Reads, decides, keeps and rings, in order with every other act of the séance; to its end even
    when whoever asked goes away. `look` goes first, in the same order, where an act depends on rows
    beside the journal.
    """
    return await rooms.to_its_end(_perform(rooms, room, read, receipt, look))


async def _perform(rooms: Rooms, room: Room, read: Read, receipt: Receipt | None, look: Look | None) -> Outcome:
    async with room.lock:
        for _ in range(TRIES):
            await rooms.refresh(room)
            _is_there(room)
            if look is not None:
                await look()
            asked = read()
            if asked is None:
                return Outcome.DONE
            command, beside = asked
            if receipt is not None:
                known = room.words.keys.get((command.by, receipt.key))
                if known is not None:
                    return Outcome.REPEATED if known == receipt.digest else Outcome.KEY_REUSED
            now = rooms.now()
            events = decide(room.state, command, now)
            _names_are_free(room, beside)
            if not events:
                return Outcome.DONE
            try:
                gone = withdrawn(room.state, events, now)
                keep = partial(_keep, room, command.by, events, beside, receipt, now, gone)
                await rooms.keep(room, keep)
            except IntegrityError:
                continue
            _remember(room, command.by, events, beside, receipt, now, gone)
            return Outcome.DONE
        raise Unavailable("another process kept writing first")


def _is_there(room: Room) -> None:
    """An erased séance answers as a closed one."""
    if room.erased:
        raise Refusal(Why.CLOSED)


def _receipt(name: str, fields: Fields, room: Room) -> Receipt:
    key = fields.get("key", "")
    if not 0 < len(key) <= KEY_LENGTH or not key.isprintable():
        raise Refusal(Why.BAD_FORM)
    said = sorted((field, value) for field, value in fields.items() if field != "key")
    body = hashlib.blake2b(repr((name, said)).encode(), key=room.words.token.encode(), digest_size=32)
    return Receipt(key, body.hexdigest())


def _names_are_free(room: Room, beside: Beside) -> None:
    if not beside.names:
        return
    new = dict(beside.names)
    wanted = {fold(name) for name in new.values()}
    for other, taken in room.words.names.items():
        known = room.state.seat(other)
        if other not in new and known and known.standing not in GONE and fold(taken) in wanted:
            raise Refusal(Why.NAME_TAKEN)


def _keep(
    room: Room,
    by: str,
    events: tuple[e.Event, ...],
    beside: Beside,
    receipt: Receipt | None,
    now: int,
    gone: frozenset[str],
) -> None:
    """Runs in the writing thread, inside its transaction."""
    _use_up(beside.links)
    first = room.state.seq + 1
    last = log.append(room.id, room.state.seq, events, by, now)
    if receipt is not None:
        write(models.Act, [(room.id, by, receipt.key, receipt.digest, first, last)])
    for text in beside.texts:
        models.Text.objects.create(id=text.id, seance=room.id, seat=by, kind=text.kind, body=text.body)
    if gone:
        models.Text.objects.filter(id__in=gone).delete()
        models.Mark.objects.filter(Q(about__in=gone) | Q(said__in=gone), seance=room.id).delete()
    for seat, name in beside.names:
        models.SeatName.objects.update_or_create(
            seat=seat, defaults={"seance": room.id, "name": name, "folded": fold(name)}
        )
    for event in events:
        _keep_beside(room, event, now)
    if beside.code is not None:
        models.Seance.objects.filter(id=room.id).update(code=beside.code)
    if beside.device is not None:
        models.SeatDevice.objects.create(seance=room.id, seat=by, device=beside.device)
    tell(room.id, last)


def _use_up(links: Sequence[str]) -> None:
    if links and models.Link.objects.filter(digest__in=links).delete()[0] < len(links):
        raise Refusal(Why.NO_SUCH_SEAT)


def _keep_beside(room: Room, event: e.Event, now: int) -> None:
    match event:
        case e.SeatRefused(seat) | e.SeatRemoved(seat):
            models.SeatDevice.objects.filter(seance=room.id, seat=seat).delete()
            models.SeatName.objects.filter(seat=seat).update(folded=None)
            models.Link.objects.filter(seance=room.id, seat=seat).delete()
            models.Answer.objects.filter(seance=room.id, seat=seat).delete()
        case e.SeatHanded(seat):
            models.SeatDevice.objects.filter(seance=room.id, seat=seat).delete()
            models.Link.objects.filter(seance=room.id, seat=seat).delete()
            following.leave_behind(room, seat)
        case e.FacilitationHanded(seat):
            following.take_along(room, seat)
        case e.SeanceClosed() | e.SeanceInterrupted():
            models.Seance.objects.filter(id=room.id).update(code=None, closed_at=now)
            models.Link.objects.filter(seance=room.id, purpose=models.Link.Purpose.SEAT).delete()
        case e.VoteClosed(ballot):
            votes.forget(room.id, ballot)
        case e.SeanceTakenUp():
            models.Seance.objects.filter(id=room.id).update(closed_at=None)
        case e.ConsultationErased(seat):
            for private in (models.Draft, models.Mark, models.Answer):
                private._base_manager.filter(seance=room.id, seat=seat).delete()
            taken = models.Draft.objects.filter(seance=room.id, field__in=drafts.DICTATED)
            taken.filter(seat__in=room.state.relay.led).delete()
        case _:
            pass


def _remember(
    room: Room,
    by: str,
    events: tuple[e.Event, ...],
    beside: Beside,
    receipt: Receipt | None,
    now: int,
    gone: frozenset[str],
) -> None:
    """The same in memory, once it is on disk; then the bell."""
    words = room.words
    if receipt is not None:
        words.keys[(by, receipt.key)] = receipt.digest
    for new in beside.texts:
        words.texts[new.id] = new.body
    for text in gone:
        words.texts.pop(text, None)
    if gone:  # what was drawn of them
        room.rendered.clear()
        room.pieces.clear()
    words.names.update(beside.names)
    for event in events:
        match event:
            case e.SeatRefused(seat) | e.SeatRemoved(seat) | e.SeatHanded(seat):
                words.devices = {device: whose for device, whose in words.devices.items() if whose != seat}
            case e.SeanceClosed() | e.SeanceInterrupted():
                words.code = None
                words.closed_at = now
            case e.SeanceTakenUp():
                words.closed_at = None
            case _:
                pass
    if beside.code is not None:
        words.code = beside.code
    if beside.device is not None:
        words.devices[beside.device] = by
    room.advance(events, now)
    room.touched_at = now
    room.ring()
