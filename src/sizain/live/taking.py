"""Papers to take away, under the address of the room: the client's carnet, the synthesis for the others. Each is made
when it is asked for, from what stands there then: an erasure is in the next one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sizain.live import after
from sizain.live.carnet import READERS, carnet, synthesis
from sizain.live.scene import Scene
from sizain.live.serving import entrance_of, rooms_of, stranger
from sizain.method.sight import View
from sizain.papers.markdown import markdown
from sizain.papers.paper import Paper
from sizain.papers.pdf import lacks_signs, pdf
from sizain.seances import answers, drafts, marks
from sizain.seances.access import Entrance
from sizain.seances.rooms import Rooms
from sizain.shell.errors import response

Making = Callable[[Rooms, Entrance], Awaitable[Paper | None]]


@require_GET
async def carnet_page(request: HttpRequest, token: str, form: str) -> HttpResponse:
    """The carnet, `form` being `md` or `pdf`; for any seat but the client's, and before the closing, nothing is
    there."""
    return await _taken(request, token, "carnet", form, _carnet)


@require_GET
async def synthesis_page(request: HttpRequest, token: str, form: str) -> HttpResponse:
    """The synthesis, in the same two forms; for the client, for who left and for who waited, nothing is there."""
    return await _taken(request, token, "synthese", form, _synthesis)


async def _taken(request: HttpRequest, token: str, name: str, form: str, making: Making) -> HttpResponse:
    entrance = await entrance_of(request, token)
    paper = await making(rooms_of(request), entrance) if entrance else None
    if paper is None:
        return stranger(request)
    if form == "md":
        return _file(markdown(paper).encode(), "text/markdown; charset=utf-8", f"{name}.md")
    try:
        return _file(await pdf(_complete(paper)), "application/pdf", f"{name}.pdf")
    except TimeoutError:
        late = _("Ce document se fait attendre. Recommencez dans un instant, ou prenez-le en Markdown.")
        return response(request, 503, sentence=late)


async def _carnet(rooms: Rooms, entrance: Entrance) -> Paper | None:
    scene = _closed(rooms, entrance)
    if scene is None or scene.sight.view is not View.CLIENT:
        return None
    sorted_as, written = await marks.load(rooms, entrance), await drafts.load(rooms, entrance)
    return carnet(scene, sorted_as, written, await answers.handed(rooms, entrance), rooms.now())


async def _synthesis(rooms: Rooms, entrance: Entrance) -> Paper | None:
    scene = _closed(rooms, entrance)
    return synthesis(scene, rooms.now()) if scene and scene.sight.view in READERS else None


def _closed(rooms: Rooms, entrance: Entrance) -> Scene | None:
    """The room as this seat keeps it; None before the closing, and for who keeps no page."""
    seen = entrance.room.sight(entrance.seat)
    return Scene(entrance.room, seen, rooms.configuration) if seen and after.has_page(seen) else None


def _complete(paper: Paper) -> Paper:
    """The same, with a sentence when some of its signs cannot be drawn."""
    if not lacks_signs(paper):
        return paper
    said = _("Un carré blanc tient la place d’un signe que ce PDF ne sait pas dessiner ; le Markdown l’a gardé.")
    return replace(paper, foot=f"{paper.foot} {said}")


def _file(body: bytes, kind: str, name: str) -> HttpResponse:
    """A download under a name that says nothing of anybody."""
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
