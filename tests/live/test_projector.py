"""The room's screen and the bearer links: what they open, what they never do, and when they die."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from operator import call

from sizain.seances.asked import READERS
from tests.ground.server import Server
from tests.live.journal import entries, rows
from tests.live.people import Circle, Guest, room_in


def test_the_room_s_screen_reads_and_can_do_nothing(circle: Circle) -> None:
    link = circle.link("screen")
    guest = circle.guest()
    nothing = guest.post(f"/e/{'0' * 22}/", {"key": "a"})
    before = entries(circle.server, circle.token)
    for act in READERS:
        for how in ({}, {"HX_Request": "true"}):
            answer = guest.post(f"{link}{act}", {"key": secrets.token_hex(8), "seat": circle.seat(circle.other)}, **how)
            assert answer.status_code == 404, act
    assert (guest.post(link).status_code, guest.post(link).content) == (nothing.status_code, nothing.content)
    assert "<form" not in guest.get(link).text.replace('<form class="langue"', "")
    assert "set-cookie" not in guest.get(link).headers
    assert entries(circle.server, circle.token) == before


def test_a_new_screen_link_replaces_the_last_and_cutting_it_ends_it(circle: Circle) -> None:
    first, second = circle.link("screen"), circle.link("screen")
    guest = circle.guest()
    assert guest.get(first).status_code == 404
    assert guest.get(second).status_code == 200
    assert guest.get(first).text == guest.get(f"/e/{'0' * 22}/").text
    assert circle.facilitator.post(circle.path("links/screen/cut")).status_code == 303
    assert guest.get(second).status_code == 404


def test_looking_at_a_bearer_link_changes_nothing_however_often(hall: Server) -> None:
    with Circle(hall) as room:
        karim = room.seat(room.client)
        for purpose in ("return", f"seat/{karim}"):
            link, guest = room.link(purpose), room.guest()
            before = (entries(hall, room.token), rows(hall, "SELECT digest FROM seances_link ORDER BY digest"))
            for method in ("GET", "GET", "HEAD", "OPTIONS"):
                guest.ask(method, link)
            assert (entries(hall, room.token), rows(hall, "SELECT digest FROM seances_link ORDER BY digest")) == before
            assert guest.get(room.path()).status_code == 404
            assert room.client.get(room.path()).status_code == 200
            assert room.token not in guest.get(link).text


def test_the_return_link_adds_a_device_and_stays(hall: Server) -> None:
    with Circle(hall) as room:
        link = room.link("return")
        for _ in range(2):
            other = room.guest("Hélène")
            assert claim(other, link) == room.token
            assert room.seat(other) == room.seat(room.facilitator)
        renewed = room.link("return")
        assert room.guest().get(link).status_code == 404
        assert room.guest().get(renewed).status_code == 200
        answer = room.client.fill(renewed, {}, form="csrfmiddlewaretoken")
        assert answer.status_code == 422
        assert "déjà une autre place" in answer.text


def test_a_seat_link_moves_the_seat_once_and_leaves_the_notes_behind(hall: Server) -> None:
    with Circle(hall) as room:
        private = f"note-{secrets.token_hex(6)}"
        assert room.client.post(room.path("drafts/notes"), {"text": private, "version": "0"}).status_code == 303
        seat = room.seat(room.client)
        link = room.link(f"seat/{seat}")
        phone, thief = room.guest("Karim"), room.guest("Karim")
        thief.get(link)
        assert claim(phone, link) == room.token
        assert room.seat(phone) == seat
        assert private not in room.page(phone).html
        assert room.client.get(room.path()).status_code == 404
        assert thief.get(link).status_code == 404
        assert thief.get(room.path()).status_code == 404


def test_a_link_of_a_seat_dies_with_the_seat(hall: Server) -> None:
    with Circle(hall) as room:
        seat = room.seat(room.other)
        link = room.link(f"seat/{seat}")
        room.lead("remove", seat=seat)
        assert room.guest().get(link).status_code == 404
        assert room.facilitator.get(room.path(f"links/seat/{seat}/")).status_code == 404
        assert room.facilitator.post(room.path(f"links/seat/{seat}/")).status_code == 404


def test_nobody_makes_a_seat_link_for_the_facilitation(circle: Circle) -> None:
    mine = circle.seat(circle.facilitator)
    assert circle.facilitator.post(circle.path(f"links/seat/{mine}/")).status_code == 404


def test_two_people_with_the_same_seat_link_cannot_both_take_the_seat(hall: Server) -> None:
    """Both look, both confirm at the same moment: one gets the seat."""
    with Circle(hall) as room:
        for _ in range(5):
            seat = room.seat(room.other)
            link = room.link(f"seat/{seat}")
            both = [room.guest() for _ in range(4)]
            tries = [partial(one.post, link, one.page(link).forms[-1].fields) for one in both]
            with ThreadPoolExecutor(4) as pool:
                said = [answer.status_code for answer in pool.map(call, tries)]
            inside = [one for one in both if one.get(room.path()).status_code == 200]
            assert said.count(303) == 1, said
            assert len(inside) == 1
            room.other = inside[0]


def claim(guest: Guest, link: str) -> str:
    return room_in(guest.fill(link, {}, form="csrfmiddlewaretoken"))
