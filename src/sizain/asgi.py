"""The whole product as one ASGI application: the wrapper, the live routes, and Django behind them."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import cast

import django
from django.core.asgi import get_asgi_application
from starlette.types import ASGIApp, Receive, Scope, Send

from sizain.configuration import Configuration, configuration


def create_app(
    chosen: Configuration | None = None,
    now: Callable[[], int] | None = None,
    random_bytes: Callable[[int], bytes] | None = None,
) -> ASGIApp:
    """`now` gives milliseconds since 1970 (UTC), `random_bytes(n)` n bytes; the machine's own by default."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sizain.settings")
    django.setup()
    # Models can be imported only once Django is set up.
    from sizain.live.app import live_app
    from sizain.seances.rooms import Rooms, wall_clock
    from sizain.seances.tokens import Tokens
    from sizain.shell.wrapper import Wrapper

    chosen = chosen or configuration()
    tokens = Tokens(random_bytes) if random_bytes else Tokens()
    rooms = Rooms(chosen, now or wall_clock, tokens)
    live = live_app(rooms, cast("ASGIApp", get_asgi_application()))

    async def with_rooms(scope: Scope, receive: Receive, send: Send) -> None:
        scope["sizain.rooms"] = rooms
        await live(scope, receive, send)

    return Wrapper(with_rooms, chosen)
