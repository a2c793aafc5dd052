"""Private marks: in step 5 what the client keeps of the traces, and where a step comes from (R9); in an open vote,
one's own voice (`votes`).

They are rows beside the journal, their author's alone: no sight ever holds them, nobody counts whose
ideas were kept, and no other screen changes with them.
"""

from __future__ import annotations

from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Stage
from sizain.method.sight import View
from sizain.seances import models, votes
from sizain.seances.access import Entrance
from sizain.seances.drafts import whose
from sizain.seances.rooms import Rooms

SORTS = ("keep", "dig", "no")
"""Keep it, look further into it, not for me."""


async def load(rooms: Rooms, entrance: Entrance) -> dict[str, str]:
    """The marks of a seat: what was said, by the trace or the step that it is about."""

    def read() -> dict[str, str]:
        return dict(models.Mark.objects.filter(**whose(entrance)).values_list("about", "said"))

    return await rooms.read(read)


async def save(rooms: Rooms, entrance: Entrance, about: str, said: str) -> None:
    """Keeps one mark in the place of an earlier one; an empty one takes it back.

    Raises `Refusal` while the session is suspended, for anybody but the client, out of step 5, for what they do not
    see, and for anything else than a mark; in a vote as `votes.give` does.
    """
    seen = entrance.room.sight(entrance.seat)
    if seen is not None and seen.suspended:
        raise Refusal(Why.SUSPENDED)
    if seen is not None and about == seen.choosing.ballot:
        await votes.give(rooms, entrance, about, said)
        return
    if seen is None or seen.view is not View.CLIENT:
        raise Refusal(Why.NOT_YOURS)
    if seen.stage is not Stage.SYNTHESIS:
        raise Refusal(Why.CLOSED if seen.stage is Stage.CLOSED else Why.NOT_NOW)
    traces = {trace.text for trace in seen.own.traces if not trace.erased}
    steps = {step.id for step in seen.synthesis.steps} if seen.synthesis else set()
    if about not in traces | steps or said not in ({""} | (set(SORTS) if about in traces else traces)):
        raise Refusal(Why.BAD_FORM)

    def keep() -> None:
        if said:
            models.Mark.objects.update_or_create(**whose(entrance), about=about, defaults={"said": said})
        else:
            models.Mark.objects.filter(**whose(entrance), about=about).delete()

    await rooms.write(keep)
