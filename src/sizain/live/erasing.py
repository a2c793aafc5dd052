"""The page of one's own words (R21): what of a seat's stands here, erased text by text or, by the client, whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from sizain.live.scene import Scene
from sizain.live.sentences import KEY_REUSED, UNAVAILABLE, Words, sentence
from sizain.live.serving import entrance_of, page, rooms_of, stranger
from sizain.live.telling import day
from sizain.method.refusals import Refusal
from sizain.method.words import Of, Standing, whose
from sizain.seances import answers, drafts
from sizain.seances.access import Entrance
from sizain.seances.acts import Outcome, act
from sizain.seances.writer import Unavailable

ASKING = ("GET", "POST")
TITLES: dict[Of, Words] = {
    Of.TOPIC: _("Votre sujet"),
    Of.QUESTION: _("Vos questions"),
    Of.REQUEST: _("Votre demande au cercle"),
    Of.EARLIER: _("Vos formulations précédentes"),
    Of.DICTATED: _("Écrit sous votre dictée"),
    Of.GIVEN: _("Ce que le cercle vous a donné"),
    Of.IDEA: _("Votre idée, mise de côté"),
    Of.TRACE: _("Vos traces"),
    Of.UNDERSTANDING: _("Ce que je comprends maintenant"),
    Of.STEP: _("Votre plan"),
    Of.LINE: _("Vos lignes pour le groupe"),
    Of.ASIDE: _("Vos mots à part, avec l’animation"),
}
PARTS: dict[str, Words] = {
    "lines": _("En quelques lignes"),
    "tried": _("Ce que vous avez déjà essayé"),
    "word": _("L’aide demandée"),
    "leave_with": _("Je voudrais repartir avec"),
    "not_wanted": _("Ce que je ne souhaite pas"),
    "when": _("Quand"),
    "obstacle": _("Ce qui pourrait gêner"),
    "sign": _("Je le verrai à"),
    "first": _("Premier pas"),
    "confidence": _("Confiance, de 0 à 10"),
    "stop": _("À arrêter"),
    "start": _("À commencer"),
    "continue": _("À continuer"),
    "process": _("Le mot de l’observation"),
}
"""What a text is within its subject; nothing for its sentence."""


@dataclass(frozen=True)
class Word:
    """One text on the page: its id, what it is within its subject, its words."""

    text: str
    part: Words
    words: str


@csrf_exempt  # the wrapper's Origin check stands before every page of the room
@require_http_methods(ASKING)
async def words_page(request: HttpRequest, token: str) -> HttpResponse:
    """GET lists what is this seat's own; POST erases one text of it, `text`, or with `answer` the sentence of its
    short form, and comes back to the list; with `draft`, a part of the sheet, or
    `handed`, a sentence that somebody gave to the client, it comes back to the room."""
    entrance = await entrance_of(request, token)
    if entrance is None:
        return stranger(request)
    if request.method == "GET":
        return await _listed(request, entrance)
    fields = {field: value for field, value in request.POST.items() if isinstance(value, str)}
    try:
        if "answer" in fields:
            await answers.forget(rooms_of(request), entrance)
        elif "handed" in fields:
            await answers.set_aside(rooms_of(request), entrance, fields["handed"])
            return HttpResponseRedirect(f"/s/{token}/", status=303)
        elif "draft" in fields:
            await drafts.forget(rooms_of(request), entrance, fields["draft"])
            return HttpResponseRedirect(f"/s/{token}/", status=303)
        elif await act(rooms_of(request), entrance.room, entrance.seat, "erase-text", fields) is Outcome.KEY_REUSED:
            return await _listed(request, entrance, str(KEY_REUSED), 409)
    except Refusal as refusal:
        return await _listed(request, entrance, sentence(refusal), 422)
    except Unavailable:
        return await _listed(request, entrance, str(UNAVAILABLE), 503)
    return HttpResponseRedirect(f"/s/{token}/effacement/", status=303)


@csrf_exempt  # see words_page
@require_http_methods(ASKING)
async def consultation_page(request: HttpRequest, token: str) -> HttpResponse:
    """The client's whole consultation: GET asks once, POST erases it. For any other seat there is no such page."""
    entrance = await entrance_of(request, token)
    if entrance is None or not _erases_all(entrance):
        return stranger(request)
    if request.method == "GET":
        return _asked(request, entrance)
    fields = {"key": request.POST.get("key", "")}
    try:
        outcome = await act(rooms_of(request), entrance.room, entrance.seat, "erase-consultation", fields)
    except Refusal as refusal:
        return _asked(request, entrance, sentence(refusal), 422)
    except Unavailable:
        return _asked(request, entrance, str(UNAVAILABLE), 503)
    if outcome is Outcome.KEY_REUSED:
        return _asked(request, entrance, str(KEY_REUSED), 409)
    return HttpResponseRedirect(f"/s/{token}/", status=303)


def _erases_all(entrance: Entrance) -> bool:
    seen, state = entrance.room.sight(entrance.seat), entrance.room.state
    return seen is not None and entrance.seat == state.client and "erase-consultation" in seen.acts


async def _listed(request: HttpRequest, entrance: Entrance, said: str = "", status: int = 200) -> HttpResponse:
    rooms, seat = rooms_of(request), entrance.seat
    answer = await answers.mine(rooms, entrance)
    context = {
        "subjects": _subjects(entrance),
        "answer": answer.words if answer else "",
        "client": seat == entrance.room.state.client,
        "whole": _erases_all(entrance),
    }
    return _page(request, entrance, "live/words.html", context, said, status)


def _asked(request: HttpRequest, entrance: Entrance, said: str = "", status: int = 200) -> HttpResponse:
    context = {"subjects": _subjects(entrance), "key": rooms_of(request).tokens.id()}
    return _page(request, entrance, "live/consultation.html", context, said, status)


def _page(
    request: HttpRequest, entrance: Entrance, template: str, context: Mapping[str, object], said: str, status: int
) -> HttpResponse:
    rooms, seen = rooms_of(request), entrance.room.sight(entrance.seat)
    if seen is None:
        return stranger(request)
    scene = Scene(entrance.room, seen, rooms.configuration, version=entrance.room.state.seq)
    return page(request, template, {**context, "scene": scene, "now": rooms.now(), "said": said}, status)


def _subjects(entrance: Entrance) -> dict[Words, list[Word]]:
    """What stands here of this seat's, by subject, in the order of the steps; `method.words` says whose it is."""
    found: dict[Words, list[Word]] = {}
    for one in whose(entrance.room.state, entrance.seat):
        found.setdefault(TITLES[one.of], []).append(Word(one.text, PARTS.get(one.part, ""), _words(entrance, one)))
    return found


def _words(entrance: Entrance, one: Standing) -> str:
    kept = entrance.room.words.texts.get(one.text, "")
    return day(kept) if one.part == "when" and kept else kept
