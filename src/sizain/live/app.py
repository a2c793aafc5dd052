"""The thin part: acts that scripts post, and streams. Everything else goes on to Django, in the same process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from sizain.live.posting import Posting
from sizain.live.streaming import Streaming
from sizain.seances.bell import Bell
from sizain.seances.retention import Purging
from sizain.seances.rooms import Rooms
from sizain.seances.watching import Watching
from sizain.shell.wrapper import error


class KeptFiles(StaticFiles):
    """Static files under the hash of their content: a browser never needs to ask twice."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def live_app(rooms: Rooms, django: ASGIApp) -> Starlette:
    """Acts, drafts, streams, health and static files here; `django` answers everything else."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        rooms.start()
        async with Bell(rooms), Purging(rooms), Watching(rooms):
            yield
        rooms.stop()

    async def health(request: Request) -> Response:
        return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})

    async def failed(request: Request, _: Exception) -> Response:
        return error(500, request.scope)

    posting, streaming = Posting(rooms, django), Streaming(rooms)
    files = GZipMiddleware(KeptFiles(directory=rooms.configuration.data / "static", check_dir=False))
    return Starlette(
        routes=[
            Route("/health", health, methods=["GET"]),
            Route("/s/{token}/stream", streaming.seat, methods=["GET"]),
            Route("/e/{token}/stream", streaming.screen, methods=["GET"]),
            Route("/s/{token}/drafts/{field}", posting),
            Route("/s/{token}/marks/{about}", posting),
            Route("/s/{token}/{act}", posting),
            Mount("/static", files),
            Mount("/", django),
        ],
        lifespan=lifespan,
        exception_handlers={Exception: failed},
    )
