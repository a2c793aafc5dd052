"""Words that go from one private field to another without scripts, none of them lost: a fixed opener takes the place of
a question, which stays in the memo; the memo becomes a question to send (METHOD §3 step 2, R5)."""

from __future__ import annotations

from contextlib import suppress

from sizain.live.asking import opener
from sizain.method.refusals import Refusal, Why
from sizain.seances import drafts
from sizain.seances.access import Entrance
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable

QUESTION, MEMO = "asking", "question"


def asked_for(field: str, fields: dict[str, str]) -> bool:
    """Whether that form of a private field asks for its words to move."""
    return (field == QUESTION and "opener" in fields) or (field == MEMO and "asks" in fields)


async def move(rooms: Rooms, entrance: Entrance, field: str, typed: tuple[str, int], fields: dict[str, str]) -> None:
    """What was typed, with the version of its form, goes to the end of the other field, and so does what another tab
    wrote in its place. Raises `Refusal`: an unknown opener, or no room left there."""
    body, version = typed
    leaves = opener(fields["opener"]) if field == QUESTION else ""
    if field == QUESTION and not leaves:
        raise Refusal(Why.BAD_FORM)
    other = MEMO if field == QUESTION else QUESTION
    kept = await drafts.load(rooms, entrance)
    meanwhile = kept[field][0] if kept[field][1] != version and kept[field][0] != body else ""
    both = "\n".join(part for part in (kept[other][0], meanwhile, body.strip()) if part)
    await drafts.put(rooms, entrance, {other: both, field: leaves})


async def give_back(rooms: Rooms, entrance: Entrance, words: str) -> None:
    """A question that its author took back stands in its field again, after what is being written there."""
    with suppress(Refusal, Unavailable):
        there = (await drafts.load(rooms, entrance))[QUESTION][0]
        await drafts.put(rooms, entrance, {QUESTION: "\n".join(part for part in (there, words) if part)})
