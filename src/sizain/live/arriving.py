"""Arriving: opening a séance, typing a code, giving a name, following a bearer link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from sizain.live.forms import NO_SUCH_CODE, CodeForm, JoinForm, OpenForm
from sizain.live.limits import guessed_wrong, may_guess, may_open
from sizain.live.sentences import ASKED_AGAIN, TOO_MANY_OPENED, TOO_MANY_TRIES, sentence
from sizain.live.serving import address_of, device_of, page, remember, rooms_of, stranger
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Place, Stage, Way
from sizain.seances.access import seat_of
from sizain.seances.doors import Opening, Purpose, claim, enter, find_claim, open_seance, room_for_code
from sizain.seances.room import Room
from sizain.seances.tokens import digest, read_code
from sizain.shell.errors import response

ASKING = ("GET", "POST")


@require_http_methods(ASKING)
async def open_page(request: HttpRequest) -> HttpResponse:
    """*Ouvrir une séance*: the form, then the room."""
    form = OpenForm(request.POST or None)
    chosen = rooms_of(request).configuration
    insecure = {"insecure": not chosen.https and not chosen.loopback}
    if request.method == "GET" or not form.is_valid():
        return page(request, "live/open.html", {"form": form, **insecure}, 200 if request.method == "GET" else 422)
    rooms = rooms_of(request)
    if not may_open(rooms.configuration, address_of(request)):
        form.add_error(None, str(TOO_MANY_OPENED))
        return page(request, "live/open.html", {"form": form, **insecure}, 429)
    said = form.cleaned_data
    opening = Opening(
        name=said["name"],
        total_min=said["total_min"],
        minutes=said["minutes"] or {},
        place=Place(said["place"]),
        way=Way(said["way"]),
        video_link=said["video_link"],
        traces_live=said["traces_live"],
        advice_hint=said["advice_hint"],
        familiar=said["familiar"],
    )
    device = device_of(request) or rooms.tokens.device()
    try:
        token = await open_seance(rooms, opening, device)
    except Refusal as refusal:
        form.add_error(None, str(sentence(refusal)))
        return page(request, "live/open.html", {"form": form, **insecure}, 422)
    return remember(HttpResponseRedirect(f"/s/{token}/", status=303), request, device)


async def find(request: HttpRequest, typed: str) -> tuple[Room | None, str, int]:
    """The room of a typed code; else None, one sentence (unknown and closed alike) and a status."""
    rooms, address = rooms_of(request), address_of(request)
    if not may_guess(rooms.configuration, address):
        return None, str(TOO_MANY_TRIES), 429
    room = await room_for_code(rooms, typed)
    if not may_guess(rooms.configuration, address):  # others were sent at the same moment
        return None, str(TOO_MANY_TRIES), 429
    if room is None or room.state.stage is Stage.CLOSED:
        guessed_wrong(rooms.configuration, address)
        return None, str(NO_SUCH_CODE), 422
    return room, "", 200


@require_POST
async def code_page(request: HttpRequest) -> HttpResponse:
    """The code typed on the home page: on to the name, or back with one sentence."""
    typed = request.POST.get("code", "")
    room, said, status = await find(request, typed)
    if room is not None:
        return HttpResponseRedirect(f"/r/{read_code(typed)}/", status=303)
    return _asked_again(request, typed, said, status)


def _asked_again(request: HttpRequest, typed: str, said: str, status: int) -> HttpResponse:
    """The code's own page, with what was typed and the one sentence about it."""
    form = CodeForm({"code": typed[:32]})
    form.full_clean()
    form.errors.clear()
    form.add_error("code", said)
    return page(request, "live/code.html", {"form": form}, status)


@require_http_methods(ASKING)
async def join_page(request: HttpRequest, code: str) -> HttpResponse:
    """A name, and nothing else. A device that has a seat here goes straight to it."""
    room, said, status = await find(request, code)
    if room is None:
        return _asked_again(request, code, said, status)
    rooms = rooms_of(request)
    # The device is known before the name is sent: an answer lost on the way, and the same form sent again,
    # would otherwise meet its own name taken by a seat that nobody holds.
    device = device_of(request) or rooms.tokens.device()
    inside = HttpResponseRedirect(f"/s/{room.words.token}/", status=303)
    if seat_of(room, digest(device)) is not None:
        return inside
    form = JoinForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        asked = page(request, "live/join.html", {"form": form, "code": code}, 200 if request.method == "GET" else 422)
        return remember(asked, request, device)
    try:
        await enter(rooms, room, form.cleaned_data["name"], device)
    except Refusal as refusal:
        form.add_error("name", str(sentence(refusal)))
        return page(request, "live/join.html", {"form": form, "code": code}, 422)
    return remember(inside, request, device)


@require_http_methods(ASKING)
async def claim_page(request: HttpRequest, secret: str) -> HttpResponse:
    """A bearer link: looking at it changes nothing, confirming takes the seat."""
    rooms = rooms_of(request)
    if not may_guess(rooms.configuration, address_of(request)):
        return response(request, 429)
    found = await find_claim(rooms, secret)
    if not may_guess(rooms.configuration, address_of(request)):
        return response(request, 429)
    if found is None:
        guessed_wrong(rooms.configuration, address_of(request))
        return stranger(request)
    shown = {
        "name": found.room.words.names.get(found.seat, ""),
        "returns": found.purpose is Purpose.RETURN,
        "over": found.room.state.stage is Stage.CLOSED,
        "said": "",
    }
    if request.method == "GET":
        return page(request, "live/claim.html", shown)
    device = device_of(request) or rooms.tokens.device()
    try:
        await claim(rooms, found, device)
    except Refusal as refusal:
        said = ASKED_AGAIN if refusal.why is Why.NOT_YOURS else sentence(refusal)
        return page(request, "live/claim.html", {**shown, "said": str(said)}, 422)
    return remember(HttpResponseRedirect(f"/s/{found.room.words.token}/", status=303), request, device)
