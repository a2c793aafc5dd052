"""The pages of the room, and every act of it without scripts: the same door and the same writer."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from sizain.live import after, moved, wording
from sizain.live.regions import draw
from sizain.live.scene import Scene
from sizain.live.sentences import KEY_REUSED, UNAVAILABLE, sentence
from sizain.live.serving import entrance_of, page, rooms_of, stranger
from sizain.method.refusals import Refusal
from sizain.method.sight import Sight, View
from sizain.seances import answers, drafts, marks
from sizain.seances.access import Entrance
from sizain.seances.acts import Outcome, act
from sizain.seances.asked import READERS
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable

COMPOSERS = ("asking", "topic", "contract", "add-seat", "trace", "idea", "line", "understanding", "step", "aside")
COMPOSED = {
    "deposit-topic": "topic",
    "validate-contract": "contract",
    "dictate-contract": "contract",
    "post-question": "asking",
    "leave-trace": "trace",
    "park-idea": "idea",
    "write-understanding": "understanding",
    "dictate-understanding": "understanding",
    "write-step": "step",
    "dictate-step": "step",
    "write-aside": "aside",
    "answer-aside": "aside",
}
"""The draft behind the field of an act."""
TYPED = ("text", "name", *wording.PARTS, *(field for fields in drafts.BESIDE.values() for field in fields))
"""Fields that hold a person's own words."""


@dataclass(frozen=True)
class Refused:
    """A refused act on a page without scripts: its sentence, and what was typed."""

    act: str
    sentence: str
    fields: Mapping[str, str]
    why: str = ""
    """The code of the refusal, where the page says it otherwise than by the sentence."""

    @property
    def typed(self) -> list[str]:
        """What a person wrote in it, to be given back where its form does not stand any more."""
        return [self.fields[name] for name in TYPED if self.fields.get(name)]


@require_GET
async def room(request: HttpRequest, token: str) -> HttpResponse:
    """The room of my seat: the lobby, the steps, or the door that I wait at."""
    entrance = await entrance_of(request, token)
    if entrance is None:
        return stranger(request)
    entrance.room.visit(entrance.seat)
    return await show(request, entrance)


async def show(
    request: HttpRequest, entrance: Entrance, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    """The whole page of a seat, with what was refused in its place."""
    rooms = rooms_of(request)
    seen = entrance.room.sight(entrance.seat)
    if seen is None:
        return stranger(request)
    context = room_context(rooms, entrance, seen)
    context |= {"refusal": refusal, "drafts": await drafts.load(rooms, entrance)}
    context |= {"answer": await answers.mine(rooms, entrance) if seen.form is not None else None}
    marking = seen.view is View.CLIENT or seen.choosing.votes
    context["marks"] = await marks.load(rooms, entrance) if marking else {}
    if after.has_page(seen):
        context |= await after.context(rooms, entrance, context["scene"], context["marks"])
        return page(request, "live/after.html", context, status)
    outside = seen.view in (View.WAITING, View.AWAY)
    return page(request, "live/outside.html" if outside else "live/room.html", context, status)


def room_context(rooms: Rooms, entrance: Entrance, seen: Sight) -> dict[str, Any]:
    """What the templates of a room are given; instants in milliseconds."""
    scene = Scene(entrance.room, seen, rooms.configuration, version=entrance.room.state.seq)
    now = rooms.now()
    drawn = draw(entrance.room, seen, rooms.configuration, get_language() or "fr")
    return {
        "scene": scene,
        "sight": seen,
        "regions": {one.region: one.html for one in drawn},
        "reading": scene.reading(now),
        "now": now,
        "stream_id": f"{rooms.epoch}:{entrance.room.state.seq}",
        "keys": {name: rooms.tokens.id() for name in COMPOSERS},
    }


@csrf_exempt  # the wrapper's Origin check stands on both paths of an act
@require_POST
async def act_page(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """An act of a form sent without scripts: back to the room, or the room with the reason in place."""
    entrance = await entrance_of(request, token)
    if entrance is None or name not in READERS:
        return stranger(request)
    fields = {field: value for field, value in request.POST.items() if isinstance(value, str)}
    taken_back = entrance.room.words.texts.get(fields.get("question", ""), "") if name == "take-back-question" else ""
    try:
        outcome = await act(rooms_of(request), entrance.room, entrance.seat, name, fields)
    except Refusal as refusal:
        return await show(request, entrance, Refused(name, str(sentence(refusal)), fields, refusal.why.value), 422)
    except Unavailable:
        return await show(request, entrance, Refused(name, str(UNAVAILABLE), fields), 503)
    if outcome is Outcome.KEY_REUSED:
        return await show(request, entrance, Refused(name, str(KEY_REUSED), fields), 409)
    if taken_back:
        await moved.give_back(rooms_of(request), entrance, taken_back)
    draft = fields.get("spends", COMPOSED.get(name))
    if draft is not None and draft in drafts.FIELDS:
        await spend(request, entrance, draft)
    return HttpResponseRedirect(f"/s/{token}/", status=303)


async def spend(request: HttpRequest, entrance: Entrance, field: str) -> None:
    """What was said is no draft any more; scripts empty their field by themselves."""
    beside = wording.BESIDE if field == wording.SENTENCE else ()
    with suppress(Unavailable):
        await drafts.put(
            rooms_of(request), entrance, dict.fromkeys((field, *beside, *drafts.BESIDE.get(field, ())), "")
        )


@csrf_exempt  # see act_page
@require_POST
async def draft_page(request: HttpRequest, token: str, field: str) -> HttpResponse:
    """A private text saved without scripts; two tabs that differ keep both texts, one after the other."""
    entrance = await entrance_of(request, token)
    if entrance is None:
        return stranger(request)
    if "words" in request.POST and field == wording.SENTENCE:
        return await _take_up(request, entrance, request.POST["words"])
    fields = {name: value for name, value in request.POST.items() if isinstance(value, str)}
    body = fields.get("text", "").replace("\r\n", "\n")
    typed = {field: (body, _version(fields, "version"))}
    for one in drafts.BESIDE.get(field, ()):
        if one in fields:
            typed[one] = (fields[one], _version(fields, f"version-{one}"))
    try:
        if moved.asked_for(field, fields):
            await moved.move(rooms_of(request), entrance, field, typed[field], fields)
            return HttpResponseRedirect(f"/s/{token}/#ma-question", status=303)
        await drafts.keep_both(rooms_of(request), entrance, typed)
        if field == wording.SENTENCE:
            await drafts.put(rooms_of(request), entrance, wording.typed(fields))
    except Refusal as refusal:
        refused = Refused(_place(entrance, field), str(sentence(refusal)), fields)
        return await show(request, entrance, refused, 422)
    except Unavailable:
        refused = Refused(_place(entrance, field), str(UNAVAILABLE), fields)
        return await show(request, entrance, refused, 503)
    where = "" if "back" in request.POST else "#mes-notes"
    return HttpResponseRedirect(f"/s/{token}/{where}", status=303)


def _version(fields: Mapping[str, str], name: str) -> int:
    """That of the text that the form was made of; 0 where it does not say."""
    said = fields.get(name, "0")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0


async def _take_up(request: HttpRequest, entrance: Entrance, question: str) -> HttpResponse:
    """Words of the contract that this seat sees, put into its own form to be taken further."""
    rooms, seen = rooms_of(request), entrance.room.sight(entrance.seat)
    scene = Scene(entrance.room, seen, rooms.configuration) if seen else None
    terms = wording.wording(scene, question) if scene else None
    if scene is None or terms is None:
        return stranger(request)
    await drafts.put(rooms, entrance, wording.copied(scene, terms))
    place = "dictee" if scene.sight.view is View.FACILITATOR else "demande"
    return HttpResponseRedirect(f"/s/{scene.token}/#{place}", status=303)


def _place(entrance: Entrance, field: str) -> str:
    """Where a refused draft stands on the page: in the composer of its act, or under its own name."""
    seen = entrance.room.sight(entrance.seat)
    acts = [act for act, draft in COMPOSED.items() if draft == field and seen is not None and act in seen.acts]
    return acts[0] if acts else field
