"""What every page of the live room needs of a request: the rooms, the device, the answer that strangers get."""

from __future__ import annotations

from typing import Any, cast

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

from sizain.live.device import cookie_name, cookie_options, read_device
from sizain.live.limits import network
from sizain.seances.access import Entrance, seat_for
from sizain.seances.rooms import Rooms
from sizain.shell.errors import response


def rooms_of(request: HttpRequest) -> Rooms:
    """The rooms of this process, put into the scope by `sizain.asgi`."""
    return cast("Rooms", cast("ASGIRequest", request).scope["sizain.rooms"])


def device_of(request: HttpRequest) -> str | None:
    return read_device(request.headers.get("cookie"), rooms_of(request).configuration)


async def entrance_of(request: HttpRequest, token: str) -> Entrance | None:
    """THE DOOR, for Django's pages."""
    return await seat_for(rooms_of(request), token, device_of(request))


def stranger(request: HttpRequest) -> HttpResponse:
    """What anyone without a place gets, whether or not something is at that address."""
    return response(request, 404)


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return HttpResponse(get_template(template).render(context, request), status=status)


def remember(answer: HttpResponse, request: HttpRequest, device: str) -> HttpResponse:
    """Gives the device its cookie, or renews it."""
    configuration = rooms_of(request).configuration
    answer.set_cookie(cookie_name(configuration), device, **cookie_options(configuration))  # type: ignore[arg-type]
    return answer


def address_of(request: HttpRequest) -> str:
    """The network address that asks, for limits; a trusted proxy's word is already in it (uvicorn)."""
    client = cast("ASGIRequest", request).scope.get("client")
    return network(str(client[0])) if client else "unknown"
