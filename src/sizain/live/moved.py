"""Words that go from one private field to another without scripts, none of them lost: a fixed opener takes the place of
a question, which stays in the memo; the memo becomes a question to send (METHOD §3 step 2, R5)."""

from __future__ import annotations

from sizain.live.asking import opener
from sizain.method.refusals import Refusal, Why
from sizain.seances import drafts
from sizain.seances.access import Entrance
from sizain.seances.rooms import Rooms

QUESTION, MEMO = "asking", "question"


def asked_for(field: str, fields: dict[str, str]) -> bool:
    """Whether that form of a private field asks for its words to move."""
    return (field == QUESTION and "opener" in fields) or (field == MEMO and "asks" in fields)


async def move(rooms: Rooms, entrance: Entrance, field: str, body: str, fields: dict[str, str]) -> None:
    """`body` goes to the end of the other field. Raises `Refusal`: an unknown opener, or no room left there."""
    leaves = opener(fields["opener"]) if field == QUESTION else ""
    if field == QUESTION and not leaves:
        raise Refusal(Why.BAD_FORM)
    other = MEMO if field == QUESTION else QUESTION
    there = (await drafts.load(rooms, entrance))[other][0]
    both = "\n".join(part for part in (there, body.strip()) if part)
    await drafts.put(rooms, entrance, {other: both, field: leaves})
