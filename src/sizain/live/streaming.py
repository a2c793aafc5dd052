"""The two streams: a seat's and the room's screen's. Who may not look gets a 404, as if nothing were there."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from sizain.configuration import Configuration
from sizain.live.device import read_device
from sizain.live.posting import PRIVATE
from sizain.live.stream import Viewer, resume_point
from sizain.method.sight import PROJECTOR, Sight
from sizain.seances.access import seat_for, seat_of
from sizain.seances.doors import screen_room
from sizain.seances.room import Room
from sizain.seances.rooms import Rooms
from sizain.seances.tokens import digest
from sizain.seances.writer import Unavailable
from sizain.shell.language import language_asked
from sizain.shell.wrapper import own_origin

STREAMING = {**PRIVATE, "X-Accel-Buffering": "no"}


class Streaming:
    """Endpoints of the thin app. `since` in the address is what a fresh page shows; `Last-Event-ID` wins."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms

    async def seat(self, request: Request) -> Response:
        device = read_device(request.headers.get("cookie"), self.rooms.configuration)
        try:
            entrance = await seat_for(self.rooms, request.path_params["token"], device)
        except Unavailable:
            return _silent(503)
        if entrance is None or device is None or _from_elsewhere(request, self.rooms.configuration):
            return _silent(404)
        room, seat, kept = entrance.room, entrance.seat, digest(device)

        def look() -> Sight | None:
            return room.sight(seat) if seat_of(room, kept) == seat else None

        return self._stream(request, room, look, seat)

    async def screen(self, request: Request) -> Response:
        secret = request.path_params["token"]
        try:
            room = await screen_room(self.rooms, secret)
        except Unavailable:
            return _silent(503)
        if room is None or _from_elsewhere(request, self.rooms.configuration):
            return _silent(404)
        kept = digest(secret)

        def look() -> Sight | None:
            return room.sight(PROJECTOR) if kept in room.words.screens else None

        return self._stream(request, room, look, None)

    def _stream(
        self, request: Request, room: Room, look: Callable[[], Sight | None], seat: str | None
    ) -> StreamingResponse:
        since = parse_qs(request.url.query).get("since", [None])[0]
        seen = resume_point(self.rooms, request.headers.get("last-event-id") or since)
        viewer = Viewer(self.rooms, room, look, language_asked(request), seen, seat)
        return StreamingResponse(viewer.messages(), media_type="text/event-stream", headers=STREAMING)


def _from_elsewhere(request: Request, configuration: Configuration) -> bool:
    """A page of another site may not read a stream (QUALITY S-9)."""
    origin = request.headers.get("origin")
    if origin is not None and not own_origin(origin, request.headers.get("host", ""), configuration):
        return True
    return request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


def _silent(status: int) -> Response:
    return PlainTextResponse("", status_code=status, headers=PRIVATE)
