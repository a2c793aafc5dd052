"""What goes up when scripts are on: one act or one draft, answered with a status and at most a sentence.

The same address without the `HX-Request` header is answered by Django, through the same door and writer.
"""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sizain.live.device import read_device
from sizain.live.errors import not_found
from sizain.live.languages import language_of
from sizain.live.sentences import key_reused, refused, too_many_fields, unavailable
from sizain.method.refusals import Refusal
from sizain.seances import drafts
from sizain.seances.access import Entrance, seat_for
from sizain.seances.acts import Outcome, act
from sizain.seances.rooms import Rooms
from sizain.seances.writer import Unavailable

PRIVATE = {"Cache-Control": "no-store", "Vary": "Cookie, HX-Request"}
MOST_FIELDS = 40
