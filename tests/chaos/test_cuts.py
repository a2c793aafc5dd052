"""R-4 in short: whatever happens to a stream, its screen is right again and never goes back."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from bench.circle import joining_code
from sizain.players import Person
from tests.chaos.cuts import QUICK_HEART, beside_a_slow_reader, cut_streams, through_a_502
from tests.chaos.kept import Database
from tests.chaos.proof import none_lost, none_twice, nothing_broke
from tests.chaos.proxy import Proxy
from tests.ground.server import Server

Make = Callable[..., Server]


@pytest.fixture
def chance() -> random.Random:
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")
    return random.Random(seed)


async def test_cut_streams_show_again_what_a_fresh_page_shows(make_server: Make, chance: random.Random) -> None:
    server = make_server(measured=False, environment=QUICK_HEART)
    told = await cut_streams(server, cuts=50, chance=chance)
    print(told)
    assert told.cuts >= 50
    nothing_broke(server.log)


async def test_after_a_502_people_go_on_where_they_were(make_server: Make, chance: random.Random) -> None:
    server = make_server(measured=False, environment=QUICK_HEART)
    crowd = await through_a_502(server, seconds=1.5, chance=chance)
    kept = Database(server.data).read(crowd.token)
    none_twice(kept)
    none_lost(crowd.told, kept)
    assert any(one.acted.tries > 1 for one in crowd.told)
    nothing_broke(server.log)


async def test_who_does_not_read_holds_nobody_up(make_server: Make, chance: random.Random) -> None:
    server = make_server(measured=False, environment=QUICK_HEART)
    told = await beside_a_slow_reader(server, acts=60, chance=chance)
    print(told)
    assert told.behind >= 100
    assert told.beside_ms < 4 * told.before_ms + 50
    nothing_broke(server.log)


async def test_a_lost_answer_makes_nobody_come_in_twice_or_stay_outside(make_server: Make) -> None:
    server = make_server(measured=False)
    async with Proxy(server.port) as proxy:
        lead = Person("Hélène", server.origin)
        await lead.open()
        guest = Person("Karim", server.origin, through=proxy.through)
        proxy.lose_next_post = True
        await guest.join(joining_code((await lead.page()).html))
        assert not proxy.lose_next_post
        assert len((await lead.page()).forms_of("admit")) == 1
        await guest.page()
        await lead.leave()
        await guest.leave()
