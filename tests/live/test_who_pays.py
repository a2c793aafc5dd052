"""Going on when no later step can pay, without scripts: the page comes back with the two choices."""

import html
import sys
from collections.abc import Callable
from pathlib import Path

from tests.ground.server import Server
from tests.live.people import Circle

MIN = 60_000


def test_going_on_late_asks_who_pays_and_loses_nothing(make_server: Callable[..., Server], tmp_path: Path) -> None:
    ahead = tmp_path / "ahead"
    ahead.write_text("0")
    command = (sys.executable, "-m", "tests.ground.serve_with_clock", str(ahead))
    with Circle(make_server(command=command, measured=False)) as room:
        ahead.write_text(str(200 * MIN))
        scripted = room.act(room.facilitator, "advance", from_stage="clarification")
        assert (scripted.status_code, scripted.headers["Sizain-Why"]) == (422, "choice_needed")
        answer = room.act(room.facilitator, "advance", False, from_stage="clarification")
        assert answer.status_code == 422
        page = html.unescape(answer.text)
        assert "Plus aucune étape ne peut payer ce temps." in page
        form = (
            page.split("data-chooses", 1)[0].rpartition("<form")[2]
            + page.split("data-chooses", 1)[1].split("</form>")[0]
        )
        assert f'action="{room.path("advance")}"' in form
        assert " hidden>" not in form
        assert 'name="from_stage" value="clarification"' in form
        assert 'value="floor"' in form
        assert (
            room.act(room.facilitator, "advance", False, from_stage="clarification", choice="floor").status_code == 303
        )
        assert "Du temps a été repris sur le plancher d’une étape." in html.unescape(room.client.get(room.path()).text)
