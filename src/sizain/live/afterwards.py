"""Pages of the facilitation once the séance is over: its mirror, the attendance list, its removal.

For any other seat, and before the end, these pages do not exist.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from sizain.journal import log
from sizain.live import attending, mirroring, plots
from sizain.live.scene import Scene
from sizain.live.sentences import UNAVAILABLE, sentence
from sizain.live.serving import entrance_of, page, rooms_of, stranger
from sizain.method.mirror import Mirror, mirror
from sizain.method.refusals import Refusal
from sizain.method.removal import removable
from sizain.method.seance import Stage
from sizain.method.sight import Sight, View
from sizain.seances.access import Entrance
from sizain.seances.removal import remove
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable
from sizain.shell import times


async def _facilitation(request: HttpRequest, token: str) -> tuple[Entrance, Sight] | None:
    """The door, for the facilitator of a séance that is over."""
    entrance = await entrance_of(request, token)
    seen = entrance.room.sight(entrance.seat) if entrance else None
    if entrance is None or seen is None or seen.view is not View.FACILITATOR or seen.stage is not Stage.CLOSED:
        return None
    return entrance, seen


async def _mirror(rooms: Rooms, entrance: Entrance) -> Mirror:
    """Worked out beside the loop: a long journal takes its time, and the other rooms go on."""
    return await rooms.read(lambda: mirror(log.load(entrance.room.id)))


@require_GET
async def mirror_page(request: HttpRequest, token: str) -> HttpResponse:
    """The mirror in words with its small plots, and the attendance list."""
    found = await _facilitation(request, token)
    if found is None:
        return stranger(request)
    rooms, (entrance, seen) = rooms_of(request), found
    scene, looked = Scene(entrance.room, seen, rooms.configuration), await _mirror(rooms, entrance)
    return page(request, "live/mirror.html", _context(scene, looked))


def _context(scene: Scene, looked: Mirror) -> dict[str, Any]:
    planned, held = plots.ribbons(looked)
    return {
        "scene": scene,
        "opened": looked.opened_at is not None,
        "day": looked.opened_at or looked.ended_at,
        "summary": mirroring.summary(looked),
        "steps": mirroring.steps(looked),
        "bars": plots.bars(looked),
        "planned": planned,
        "held": held,
        "course": mirroring.course(looked),
        "rounds": mirroring.rounds(looked),
        "locks": mirroring.locks(looked),
        "given": mirroring.given(looked.speech),
        "shares": [(scene.tell.names[seat], words) for seat, words in mirroring.shares(looked.speech)],
        "people": attending.lines(looked, _names(scene, looked), scene.sight.client),
    }


def _names(scene: Scene, looked: Mirror) -> dict[str, str]:
    """Those that the facilitation sees, and those that it wrote itself, of people who did not come."""
    absent = [one.seat for one in looked.attended if one.absence]
    return scene.tell.names | {seat: scene.room.words.names.get(seat, "") for seat in absent}


@require_GET
async def mirror_file(request: HttpRequest, token: str) -> HttpResponse:
    """The mirror as Markdown: no name, and no word of the session."""
    found = await _facilitation(request, token)
    if found is None:
        return stranger(request)
    looked = await _mirror(rooms_of(request), found[0])
    instant = looked.opened_at or looked.ended_at
    text = mirroring.markdown(looked, times.day(instant))
    return _file(text, "text/markdown", f"miroir-{times.stamp(instant)[0]}.md")


@require_GET
async def attendance_file(request: HttpRequest, token: str) -> HttpResponse:
    """The attendance list as CSV."""
    found = await _facilitation(request, token)
    if found is None:
        return stranger(request)
    rooms, (entrance, seen) = rooms_of(request), found
    looked = await _mirror(rooms, entrance)
    names = _names(Scene(entrance.room, seen, rooms.configuration), looked)
    text = attending.table(attending.lines(looked, names, seen.client))
    return _file(text, "text/csv", f"presences-{times.stamp(looked.opened_at or looked.ended_at)[0]}.csv")


def _file(text: str, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@csrf_exempt  # the wrapper's Origin check stands before every page of the room
@require_http_methods(("GET", "POST"))
async def removal_page(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks once, POST removes the session; neither exists before the day from which it may be removed."""
    found = await _facilitation(request, token)
    rooms = rooms_of(request)
    if found is None or not removable(found[0].room.state, rooms.now()):
        return stranger(request)
    entrance, seen = found
    if request.method == "GET":
        return _asked(request, entrance, seen)
    try:
        await remove(rooms, entrance)
    except Refusal as refusal:
        return _asked(request, entrance, seen, sentence(refusal), 422)
    except Unavailable:
        return _asked(request, entrance, seen, str(UNAVAILABLE), 503)
    return HttpResponseRedirect("/seances/supprimee/", status=303)


def _asked(request: HttpRequest, entrance: Entrance, seen: Sight, said: str = "", status: int = 200) -> HttpResponse:
    scene = Scene(entrance.room, seen, rooms_of(request).configuration)
    return page(request, "live/removal.html", {"scene": scene, "said": said}, status)


@require_safe
async def removed_page(request: HttpRequest) -> HttpResponse:
    """What one reads once a session is removed: nothing about it."""
    return page(request, "live/removed.html", {})
