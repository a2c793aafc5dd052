"""The answers to the short forms of step 6: rows of their own beside the journal, erased with the texts.

Each is its author's; the facilitation reads them once the séance is closed, a consultant's without their name
and in an order that says nothing (METHOD §3: the form says who reads it). A consultant may hand their sentence to the
client, for the carnet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sizain.method.forms import ASKED, Form, form_of, forms_open, read_answer
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Stage
from sizain.method.sight import View
from sizain.seances import models
from sizain.seances.access import Entrance
from sizain.seances.copies import leave_no_copy
from sizain.seances.drafts import writer_of
from sizain.seances.names import clean
from sizain.seances.rooms import Rooms


@dataclass(frozen=True)
class Answer:
    """What somebody sent: ratings from 1 to 6 by name, and a sentence or nothing. `handed`: it is the client's too."""

    ratings: Mapping[str, int]
    words: str
    handed: bool = False


@dataclass(frozen=True)
class Read:
    """What the facilitation reads of one form: each question's ratings in rising order, and the sentences.

    Neither says which belong together: nobody is recognised by one's ratings.
    """

    form: Form
    ratings: Mapping[str, tuple[int, ...]]
    words: tuple[str, ...]


async def send(rooms: Rooms, entrance: Entrance, fields: Mapping[str, str]) -> None:
    """Keeps an answer; a second one of the same author takes the place of the first.

    Raises `Refusal`: `NOT_YOURS` for a seat without a form, `FORMS_OVER` before step 6 and a day after the
    closing, and whatever `read_answer` says; then nothing changes.
    """
    seance, seat, now = entrance.room.state, entrance.seat, rooms.now()
    form = form_of(seance, seat)
    if form is None:
        raise Refusal(Why.NOT_YOURS if _never(entrance) else Why.FORMS_OVER)
    if not forms_open(seance, now):
        raise Refusal(Why.FORMS_OVER)
    words = clean(fields.get("words", "")).strip()
    ratings = read_answer(form, fields, words)
    hands = form is Form.CONSULTANT and words != "" and fields.get("handed") == "yes"

    def keep() -> None:
        models.Answer.objects.update_or_create(
            seance=entrance.room.id,
            seat=seat,
            writer=writer_of(entrance),
            defaults={
                "form": form.value,
                "ratings": ratings,
                "words": words,
                "handed": hands,
            },
        )

    await rooms.write(keep)


def _never(entrance: Entrance) -> bool:
    """Whether this seat has no form whatever the step is."""
    seat = entrance.room.state.seat(entrance.seat)
    return seat is None or seat.role != "peer" or not seat.in_circle


async def mine(rooms: Rooms, entrance: Entrance) -> Answer | None:
    """What the author of this seat sent; nobody else's eyes, whoever holds the seat now."""

    def read() -> Answer | None:
        row = models.Answer.objects.filter(
            seance=entrance.room.id, seat=entrance.seat, writer=writer_of(entrance)
        ).first()
        return Answer(row.ratings, row.words, row.handed) if row else None

    return await rooms.read(read)


async def forget(rooms: Rooms, entrance: Entrance) -> None:
    """The author's sentence goes, and with it an answer that was nothing else (R21)."""

    def keep() -> None:
        mine = models.Answer.objects.filter(seance=entrance.room.id, seat=entrance.seat, writer=writer_of(entrance))
        mine.filter(ratings={}).delete()
        mine.update(words="", handed=False)

    await rooms.write(keep)
    await leave_no_copy(rooms)


async def set_aside(rooms: Rooms, entrance: Entrance, words: str) -> None:
    """A sentence that was handed to this client is theirs no more; its author keeps it."""
    if words not in await handed(rooms, entrance):
        return

    def keep() -> None:
        models.Answer.objects.filter(seance=entrance.room.id, handed=True, words=words).update(handed=False)

    await rooms.write(keep)


async def handed(rooms: Rooms, entrance: Entrance) -> tuple[str, ...]:
    """The sentences that consultants give to the client, once the séance is closed, without names and in the order of
    the alphabet; nothing for anybody else, nor when the client erased their consultation (R21)."""
    seen = entrance.room.sight(entrance.seat)
    if seen is None or seen.view is not View.CLIENT or seen.stage is not Stage.CLOSED or seen.consultation_erased:
        return ()

    def read() -> list[str]:
        rows = models.Answer.objects.filter(seance=entrance.room.id, handed=True)
        return list(rows.values_list("words", flat=True))

    return tuple(sorted(await rooms.read(read)))


async def read_all(rooms: Rooms, entrance: Entrance) -> tuple[Read, ...]:
    """What the facilitation reads, a form at a time; nothing for anybody else, nor before the end."""
    seen = entrance.room.sight(entrance.seat)
    if seen is None or not seen.reads_forms:
        return ()

    def read() -> list[tuple[str, Mapping[str, int], str]]:
        rows = models.Answer.objects.filter(seance=entrance.room.id)
        return list(rows.values_list("form", "ratings", "words"))

    found = await rooms.read(read)
    return tuple(_together(form, [row for row in found if row[0] == form.value]) for form in Form)


def _together(form: Form, rows: Iterable[tuple[str, Mapping[str, int], str]]) -> Read:
    rows = list(rows)
    ratings = {
        name: tuple(sorted(given[name] for _, given, _ in rows if name in given))
        for name in ASKED[form]
    }  # fmt: skip
    # In the order of the alphabet: that of arrival would say who was first.
    return Read(form, ratings, tuple(sorted(words for _, _, words in rows if words)))
