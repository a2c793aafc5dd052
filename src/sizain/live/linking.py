"""Pages of the facilitation that are not the room itself: bearer links, the room's screen, more minutes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sizain.live.pages import room_context
from sizain.live.qr import qr
from sizain.live.regions import draw
from sizain.live.scene import Scene
from sizain.live.sentences import REFUSED
from sizain.live.serving import entrance_of, page, rooms_of, stranger
from sizain.method.clock import Choice, ClockError, extending, floors_ahead, rebalancing
from sizain.method.decide.room import may_be_handed
from sizain.method.decide.thread import FAULTS, announced, announced_shares
from sizain.method.refusals import Why
from sizain.method.seance import Stage, Standing
from sizain.method.sight import PROJECTOR
from sizain.seances.access import Entrance
from sizain.seances.doors import Purpose, cut_screen, make_link, screen_room

PATHS = {Purpose.RETURN: "l", Purpose.SEAT: "l", Purpose.SCREEN: "e"}


async def _facilitation(request: HttpRequest, token: str) -> Entrance | None:
    """The door, for the facilitator alone; to any other seat these pages do not exist."""
    entrance = await entrance_of(request, token)
    return entrance if entrance and entrance.seat == entrance.room.state.facilitator else None


@csrf_exempt  # the wrapper's Origin check stands before every page of the room
@require_http_methods(("GET", "POST"))
async def link_page(request: HttpRequest, token: str, purpose: str, seat: str = "") -> HttpResponse:
    """GET says what the link is for; POST makes a new one, which takes the place of the last, and shows it once."""
    entrance = await _facilitation(request, token)
    if entrance is None:
        return stranger(request)
    rooms, room, kind = rooms_of(request), entrance.room, Purpose(purpose)
    whose = seat if kind is Purpose.SEAT else entrance.seat
    known = room.state.seat(whose)
    if kind is Purpose.SEAT and whose == entrance.seat:  # the facilitation has its return link
        return stranger(request)
    if kind is Purpose.SEAT and not may_be_handed(room.state, whose):
        return stranger(request)
    if known is None or known.standing not in (Standing.SEATED, Standing.LEFT, Standing.WAITING):
        return stranger(request)
    address = ""
    if request.method == "POST":
        secret = await make_link(rooms, room, kind, "" if kind is Purpose.SCREEN else whose)
        address = f"{rooms.configuration.address}/{PATHS[kind]}/{secret}/"
    context = {
        "token": token,
        "purpose": kind.value,
        "name": room.words.names.get(whose, ""),
        "address": address,
        "loopback": rooms.configuration.loopback,
        "qr": qr(address) if address else "",
        "screen_open": bool(room.words.screens),
        "over": room.state.stage is Stage.CLOSED,
    }
    return page(request, "live/links.html", context)


@csrf_exempt  # see link_page
@require_POST
async def cut_page(request: HttpRequest, token: str) -> HttpResponse:
    """The room's screen is cut wherever it shows."""
    entrance = await _facilitation(request, token)
    if entrance is None:
        return stranger(request)
    await cut_screen(rooms_of(request), entrance.room)
    return HttpResponseRedirect(f"/s/{token}/links/screen/", status=303)


@require_GET
async def extension_page(request: HttpRequest, token: str) -> HttpResponse:
    """« + 2 min »: the new end, or who pays, before it is confirmed (METHOD §2)."""
    entrance = await _facilitation(request, token)
    if entrance is None:
        return stranger(request)
    rooms = rooms_of(request)
    seen = entrance.room.sight(entrance.seat)
    clock = entrance.room.state.clock
    if seen is None or clock is None or "extend" not in seen.acts:
        return HttpResponseRedirect(f"/s/{token}/")
    now = rooms.now()
    quote = extending(clock, now)
    choices: list[Choice | None] = [None]
    if quote.bill.choice_needed:
        choices = [Choice.EXCEED, Choice.FLOOR] if floors_ahead(clock) else [Choice.EXCEED]
    quotes = [extending(clock, now, choice=choice) for choice in choices]
    context = room_context(rooms, entrance, seen)
    context["quotes"] = [
        {"quote": one, "choice": choice or "", "quoted": announced(one)}
        for one, choice in zip(quotes, choices, strict=True)
    ]
    return page(request, "live/extension.html", context)


@require_GET
async def rebalance_page(request: HttpRequest, token: str) -> HttpResponse:
    """What is left, shared over the steps to come: what each will have, before it is confirmed (METHOD §2)."""
    entrance = await _facilitation(request, token)
    if entrance is None:
        return stranger(request)
    rooms = rooms_of(request)
    seen = entrance.room.sight(entrance.seat)
    clock = entrance.room.state.clock
    if seen is None or clock is None or "rebalance" not in seen.acts:
        return HttpResponseRedirect(f"/s/{token}/")
    context = room_context(rooms, entrance, seen)
    context |= {"shared": None, "quoted": "", "why": "", "short": False}
    try:
        shared = rebalancing(clock, rooms.now())
        context |= {"shared": shared, "quoted": announced_shares(shared)}
    except ClockError as error:
        why = FAULTS[error.code]
        context |= {"why": str(REFUSED[why]), "short": why is Why.FLOORS_SHORT}
    return page(request, "live/rebalance.html", context)


@require_GET
async def screen_page(request: HttpRequest, secret: str) -> HttpResponse:
    """The room's screen: reads only, sees less than anybody seated, and can be cut at any moment."""
    rooms = rooms_of(request)
    room = await screen_room(rooms, secret)
    seen = room.sight(PROJECTOR) if room else None
    if room is None or seen is None:
        return stranger(request)
    now = rooms.now()
    scene = Scene(room, seen, rooms.configuration, version=room.state.seq)
    drawn = draw(room, seen, rooms.configuration, get_language() or "fr")
    context = {
        "scene": scene,
        "sight": seen,
        "regions": {one.region: one.html for one in drawn},
        "reading": scene.reading(now),
        "now": now,
        "stream": f"/e/{secret}/stream",
        "stream_id": f"{rooms.epoch}:{room.state.seq}",
    }
    return page(request, "live/screen.html", context)
