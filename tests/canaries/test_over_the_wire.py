"""Nobody receives what is not theirs, over the wire: pages, streams, refusals, errors, before a reveal, after leaving,
after a removal and on coming back (S-2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.canaries.run import OPEN_DOORS, figures, play
from tests.ground.server import Server

SEEDS = range(30)
ACTS = 26


@pytest.mark.database
async def test_nobody_receives_a_byte_of_what_is_not_theirs(
    make_server: Callable[..., Server], database_url: str | None
) -> None:
    server = make_server(measured=False, environment=OPEN_DOORS)
    every = await play(server, database_url or server.data, SEEDS, ACTS)
    print(figures(every))
    assert sum(one.accepted for one in every) > len(SEEDS) * ACTS / 3
    assert "Traceback" not in server.log
