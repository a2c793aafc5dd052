"""What goes up when scripts are on: one act or one draft, answered with a status and at most a sentence.

The same address without the `HX-Request` header is answered by Django, through the same door and writer.
"""

from __future__ import annotations

from urllib.parse import parse_qsl

from django.utils import translation
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sizain.live.device import read_device
from sizain.live.sentences import KEY_REUSED, UNAVAILABLE, sentence
from sizain.method.refusals import Refusal, Why
from sizain.seances import drafts, marks
from sizain.seances.access import Entrance, seat_for
from sizain.seances.acts import Outcome, act
from sizain.seances.asked import READERS
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable
from sizain.shell.language import language_asked

PRIVATE = {"Cache-Control": "no-store"}
MOST_FIELDS = 40


class Posting:
    """An ASGI endpoint: scripted posts are answered here, everything else by `django`."""

    def __init__(self, rooms: Rooms, django: ASGIApp) -> None:
        self.rooms = rooms
        self.django = django

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scripted = any(name == b"hx-request" for name, _ in scope["headers"])
        known = scope["path_params"].get("act", "engage") in READERS
        if scope["method"] == "POST" and scripted and known:
            request = Request(scope, receive)
            with translation.override(language_asked(request)):
                answer = await self._answer(request)
            await answer(scope, receive, send)
        else:
            await self.django(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        try:
            device = read_device(request.headers.get("cookie"), self.rooms.configuration)
            entrance = await seat_for(self.rooms, request.path_params["token"], device)
            if entrance is None:
                return PlainTextResponse("", status_code=404, headers=PRIVATE)
            fields = await read_fields(request)
            if "field" in request.path_params:
                return await self._draft(entrance, request.path_params["field"], fields)
            if "about" in request.path_params:
                return await self._mark(entrance, request.path_params["about"], fields)
            return await self._act(entrance, request.path_params["act"], fields)
        except Refusal as refusal:
            return _said(422, sentence(refusal), refusal.why)
        except Unavailable:
            return _said(503, UNAVAILABLE)

    async def _act(self, entrance: Entrance, name: str, fields: dict[str, str]) -> Response:
        outcome = await act(self.rooms, entrance.room, entrance.seat, name, fields)
        if outcome is Outcome.KEY_REUSED:
            return _said(409, KEY_REUSED)
        return Response(status_code=204, headers={**PRIVATE, "Sizain-Seq": str(entrance.room.state.seq)})

    async def _draft(self, entrance: Entrance, field: str, fields: dict[str, str]) -> Response:
        version = fields.get("version", "0")
        if not (version.isascii() and version.isdigit() and len(version) < 10):
            raise Refusal(Why.BAD_FORM)
        saved = await drafts.save(self.rooms, entrance, field, fields.get("text", ""), int(version))
        status = 200 if saved.other is None else 409
        return JSONResponse({"version": saved.version, "text": saved.other}, status_code=status, headers=PRIVATE)

    async def _mark(self, entrance: Entrance, about: str, fields: dict[str, str]) -> Response:
        await marks.save(self.rooms, entrance, about, fields.get("mark", ""))
        return Response(status_code=204, headers=PRIVATE)


async def read_fields(request: Request) -> dict[str, str]:
    """The fields of an urlencoded form, the last value of each. Raises `Refusal(BAD_FORM)`."""
    try:
        body = (await request.body()).decode()
        return dict(parse_qsl(body, keep_blank_values=True, strict_parsing=bool(body), max_num_fields=MOST_FIELDS))
    except ValueError:
        raise Refusal(Why.BAD_FORM) from None


def _said(status: int, words: object, why: str = "") -> Response:
    """A sentence as plain text: the script puts it in place, as text, or shows what the page holds for that code."""
    return PlainTextResponse(str(words), status_code=status, headers={**PRIVATE, "Sizain-Why": why} if why else PRIVATE)
