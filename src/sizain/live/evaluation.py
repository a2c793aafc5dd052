"""The address that takes the answer to a short form (METHOD §3, step 6)."""

from __future__ import annotations

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from sizain.live.pages import Refused, show, spend
from sizain.live.sentences import UNAVAILABLE, sentence
from sizain.live.serving import entrance_of, rooms_of, stranger
from sizain.method.refusals import Refusal
from sizain.seances import answers
from sizain.seances.writer import Unavailable


@csrf_exempt  # the wrapper's Origin check stands before every page of the room
@require_POST
async def evaluation_page(request: HttpRequest, token: str) -> HttpResponse:
    """An answer of the seat that this device opens: back to its page, or the page with the reason in place."""
    entrance = await entrance_of(request, token)
    if entrance is None:
        return stranger(request)
    fields = {field: value for field, value in request.POST.items() if isinstance(value, str)}
    try:
        await answers.send(rooms_of(request), entrance, {**fields, "words": fields.get("text", "")})
    except Refusal as refusal:
        return await show(request, entrance, Refused("evaluation", str(sentence(refusal)), fields), 422)
    except Unavailable:
        return await show(request, entrance, Refused("evaluation", str(UNAVAILABLE), fields), 503)
    with suppress(Unavailable):
        await spend(request, entrance, "answer")
    return HttpResponseRedirect(f"/s/{token}/#avis", status=303)
