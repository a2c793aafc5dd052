"""Private marks on their author's own page: put on what was drawn for everybody who sees the same, and taken
without scripts. They stand in no region: what is drawn never depends on them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from sizain.live.pages import Refused, show
from sizain.live.sentences import UNAVAILABLE, sentence
from sizain.live.serving import entrance_of, rooms_of, stranger
from sizain.method.refusals import Refusal
from sizain.method.sight import View
from sizain.seances import marks
from sizain.seances.writer import Unavailable


@csrf_exempt  # the wrapper's Origin check stands here too
@require_POST
async def mark_page(request: HttpRequest, token: str, about: str) -> HttpResponse:
    """One mark without scripts; the same one again takes it back."""
    entrance = await entrance_of(request, token)
    if entrance is None:
        return stranger(request)
    said, rooms = request.POST.get("mark", ""), rooms_of(request)
    try:
        kept = await marks.load(rooms, entrance)
        await marks.save(rooms, entrance, about, "" if kept.get(about) == said else said)
    except Refusal as refusal:
        return await show(request, entrance, Refused("marks", str(sentence(refusal)), {}), 422)
    except Unavailable:
        return await show(request, entrance, Refused("marks", str(UNAVAILABLE), {}), 503)
    seen = entrance.room.sight(entrance.seat)
    place = "tri" if seen is not None and seen.view is View.CLIENT else "sujets"
    return HttpResponseRedirect(f"/s/{token}/#{place}", status=303)
