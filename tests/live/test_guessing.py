"""Guessing leads nowhere: codes, bearer links and openings are counted by network address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from sizain.seances.tokens import CODE_LETTERS
from tests.ground.server import Server
from tests.live.people import Guest, Room

WRONG, OPENINGS = 10, 60
"""How many wrong codes in ten minutes, and sessions in an hour, one address may try (ARCHITECTURE, Defaults)."""
Come = Callable[[str], Guest]


@pytest.fixture
def come(proxied: Server) -> Iterator[Come]:
    """Somebody who comes through the trusted proxy from that network address."""
    with ExitStack() as leaving:

        def from_there(address: str) -> Guest:
            guest = Guest(proxied, headers={"X-Forwarded-For": address})
            leaving.callback(guest.close)
            return guest

        yield from_there


def code(number: int) -> str:
    """A code that nobody has drawn: six times the same letter, or nearly."""
    return CODE_LETTERS[number % 24] * 5 + CODE_LETTERS[number // 24]


def room_of(server: Server, address: str) -> Room:
    return Room(server, headers={"X-Forwarded-For": address})


def test_after_ten_wrong_codes_an_address_waits_whatever_it_types(proxied: Server, come: Come) -> None:
    with room_of(proxied, "198.51.100.1") as room:
        guest = come("198.51.100.2")
        said = [guest.get(f"/r/{code(number)}/").status_code for number in range(WRONG)]
        assert said == [422] * WRONG
        assert guest.get(f"/r/{room.code}/").status_code == 429
        assert guest.get(f"/l/{'a' * 32}/").status_code == 429
        assert guest.fill("/", {"code": room.code}, form="code").status_code == 429
        assert "trop d’essais" in guest.get(f"/r/{code(1)}/").text
        assert come("198.51.100.2").get(f"/r/{room.code}/").status_code == 429
        assert come("198.51.100.3").get(f"/r/{room.code}/").status_code == 200


def test_the_code_typed_on_the_home_page_counts_the_same(come: Come) -> None:
    guest = come("198.51.100.4")
    for number in range(WRONG):
        answer = guest.fill("/", {"code": code(number)}, form="code")
        assert answer.status_code == 422
    assert guest.fill("/", {"code": "BCD FGH"}, form="code").status_code == 429


def test_right_codes_count_for_nothing(proxied: Server, come: Come) -> None:
    with room_of(proxied, "198.51.100.5") as room:
        guest = come("198.51.100.6")
        assert {guest.get(f"/r/{room.code}/").status_code for _ in range(3 * WRONG)} == {200}


def test_bearer_links_are_not_guessed_either(come: Come) -> None:
    guest = come("198.51.100.7")
    said = [guest.get(f"/l/{number:032}/").status_code for number in range(WRONG + 2)]
    assert said == [404] * WRONG + [429] * 2


def test_guesses_sent_all_at_once_are_counted_like_the_others(proxied: Server, come: Come) -> None:
    with room_of(proxied, "198.51.100.8") as room:
        guests = [come("198.51.100.9") for _ in range(20)]
        codes = [code(number) for number in range(100)]
        with ThreadPoolExecutor(20) as pool:
            said = list(pool.map(lambda n: guests[n % 20].get(f"/r/{codes[n]}/").status_code, range(100)))
        assert said.count(422) <= WRONG
        assert said.count(422) + said.count(429) == 100
        assert guests[0].get(f"/r/{room.code}/").status_code == 429


def test_one_network_of_ipv6_is_one_address(come: Come) -> None:
    """Whoever has one has at least 2⁶⁴ of them."""
    said = [come(f"2001:db8:1:2::{number:x}").get(f"/r/{code(number)}/").status_code for number in range(WRONG + 1)]
    assert said == [422] * WRONG + [429]
    assert come("2001:db8:1:3::1").get(f"/r/{code(1)}/").status_code == 422


def test_a_code_that_nobody_has_and_one_that_died_read_alike(proxied: Server, come: Come) -> None:
    with room_of(proxied, "198.51.100.10") as room:
        room.knock("Karim")
        dead = room.code
        room.lead("renew-code")
        guest = come("198.51.100.11")
        told = {typed: read(guest, typed) for typed in (dead, "BBBBBB", "bbb-bbb", "OOOOOO")}
        assert set(told.values()) == {(422, told["BBBBBB"][1])}
        for typed in ("B", "Z" * 40, "<b>x"):
            answer = guest.get(f"/r/{typed}/")
            assert answer.status_code == 422
            assert "Ce code n’ouvre aucune séance." in answer.text
            assert "<b>x" not in answer.text


def read(guest: Guest, typed: str) -> tuple[int, str]:
    """Status and page of a code, what was typed and the form's token left out."""
    answer = guest.get(f"/r/{typed}/")
    return answer.status_code, re.sub(r'value="[A-Za-z0-9]{64}"', "", answer.text).replace(typed, "…")


def test_a_closed_session_reads_like_one_that_never_was(proxied: Server, come: Come) -> None:
    with room_of(proxied, "198.51.100.12") as room:
        karim = room.enter("Karim")
        room.lead("hear-charter")
        room.lead("open")
        room.lead("advance", from_stage="opening")
        room.lead("hear-acceptance", seat=room.seat(karim))
        for stage in ("choice", "presentation", "clarification"):
            room.lead("advance", from_stage=stage)
        room.do(karim, "validate-contract", text="Ma demande")
        room.lead("advance", from_stage="contract", agreed="yes")
        for stage in ("exploration", "synthesis"):
            room.lead("advance", from_stage=stage)
        room.lead("hear-round")
        room.lead("advance", from_stage="meta")
        seat_link = room.link(f"seat/{room.seat(karim)}")
        room.lead("close")
        guest = come("198.51.100.13")
        assert read(guest, room.code) == read(guest, "BBBBBB")
        assert guest.get(seat_link).status_code == 404


def test_an_address_opens_so_many_sessions_in_an_hour(come: Come) -> None:
    guest = come("198.51.100.14")
    form = next(one for one in guest.page("/seances/nouvelle/").forms if "name" in one.fields)
    said = [
        guest.post("/seances/nouvelle/", {**form.fields, "name": "Hélène"}).status_code for _ in range(OPENINGS + 1)
    ]
    assert said == [303] * OPENINGS + [429]
    assert guest.post("/seances/nouvelle/", {**form.fields, "name": "  "}).status_code == 422
    assert guest.get("/").status_code == 200


def test_only_a_trusted_proxy_may_say_where_somebody_comes_from(tmp_path_factory: pytest.TempPathFactory) -> None:
    environment = {"SIZAIN_WRONG_CODES": "2"}
    with Server(tmp_path_factory.mktemp("direct"), environment=environment) as server, ExitStack() as leaving:
        said = []
        for number in range(4):
            headers = {"X-Forwarded-For": f"203.0.113.{number}", "X-Real-IP": f"203.0.113.{number}"}
            guest = Guest(server, headers={**headers, "Forwarded": f"for=203.0.113.{number}"})
            leaving.callback(guest.close)
            said.append(guest.get(f"/r/{code(number)}/").status_code)
        assert said == [422, 422, 429, 429]


def test_what_somebody_says_of_themself_before_the_proxy_is_not_believed(come: Come) -> None:
    said = [
        come(f"203.0.113.{number}, 198.51.100.15").get(f"/r/{code(number)}/").status_code for number in range(WRONG + 1)
    ]
    assert said == [422] * WRONG + [429]
