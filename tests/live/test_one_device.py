"""One device for everybody, over the wire: what the client leaves with, and what the shared device never shows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from tests.ground.server import Server
from tests.live.people import LINK, Guest, Room

NAMES = ("Karim", "Thomas", "Awa")
REQUEST, TRACE, STEP = "Une demande-colibri au cercle", "Une trace-colibri", "Un pas-colibri"
MARK = re.compile(r'/marks/([0-9a-f]{16})"')
MARKED = 'data-mark="dig"'
SEATS = re.compile(r'<li class="siege [^>]*data-seat="([0-9a-f]{16})"')


class Pocketed(Room):
    """A session held on the facilitator's device alone; `seats` by name."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.lead("add-seat", name=" Karim,\nThomas ; Awa\n")
        found = SEATS.findall(self.reads(self.facilitator))
        self.seats = dict(zip(NAMES, found, strict=True))

    def reads(self, guest: Guest, path: str = "") -> str:
        answer = guest.get(path or self.path())
        assert answer.status_code == 200
        return html.unescape(answer.text)

    def until_the_sorting(self) -> None:
        self.lead("open", charter="yes")
        self.lead("advance", from_stage="opening")
        self.lead("hear-acceptance", seat=self.seats["Karim"])
        for stage in ("choice", "presentation", "clarification"):
            self.lead("advance", from_stage=stage)
        self.lead("dictate-contract", text=REQUEST)
        self.lead("hear-contract")
        self.lead("advance", from_stage="contract", agreed="yes")
        self.lead("open-round", kind="ideas")
        self.lead("leave-trace", seat=self.seats["Awa"], text=TRACE)
        self.lead("end-round", heard="yes")
        self.lead("advance", from_stage="exploration")

    def ends(self) -> None:
        self.lead("dictate-step", text=STEP, heard="yes")
        self.lead("hear-plan")
        self.lead("advance", from_stage="synthesis")
        self.lead("hear-round")
        self.lead("advance", from_stage="meta")
        self.lead("close")

    def link_of(self, name: str) -> str:
        return self.path(f"links/seat/{self.seats[name]}/")


@pytest.fixture(scope="module")
def held(hall: Server) -> Iterator[Pocketed]:
    with Pocketed(hall) as room:
        room.until_the_sorting()
        room.ends()
        yield room


def test_nobody_is_seated_twice_by_a_list_of_names(hall: Server) -> None:
    with Pocketed(hall) as room:
        answer = room.act(room.facilitator, "add-seat", True, name="Inès, karim")
        assert answer.status_code == 422
        assert "Inès" not in room.reads(room.facilitator)


def test_the_client_leaves_with_all_that_was_said_for_them(held: Pocketed) -> None:
    leader = held.facilitator
    assert "La page de Karim" in held.reads(leader)
    assert TRACE not in held.reads(leader)

    for name in ("Thomas", "Awa"):
        assert leader.get(held.link_of(name)).status_code == 404
        assert leader.post(held.link_of(name)).status_code == 404
    assert held.guest().post(held.link_of("Karim")).status_code == 404

    found = LINK.search(leader.post(held.link_of("Karim")).text)
    assert found
    karim, link = held.guest("Karim"), f"/l/{found[2]}/"
    assert "Votre page, Karim" in held.reads(karim, link)
    assert karim.fill(link, {}, form="csrfmiddlewaretoken").status_code == 303
    theirs = held.reads(karim)
    assert 'data-view="client"' in theirs
    for words in (REQUEST, TRACE, STEP):
        assert words in theirs

    assert held.guest().get(link).status_code == 404
    assert leader.post(held.link_of("Karim")).status_code == 404
    assert "La page de Karim" not in held.reads(leader)


def test_marks_stand_on_the_clients_own_link_and_never_on_the_shared_device(hall: Server) -> None:
    with Pocketed(hall) as room:
        room.until_the_sorting()
        karim, leader = room.guest("Karim"), room.facilitator
        karim.fill(room.link(f"seat/{room.seats['Karim']}"), {}, form="csrfmiddlewaretoken")
        found = MARK.search(room.reads(karim))
        assert found, "the client has nothing to sort"
        assert karim.post(room.path(f"marks/{found[1]}"), {"mark": "dig"}).status_code == 303
        assert MARKED in room.reads(karim)
        assert "dig" not in re.findall(r'data-marks?="([^"]*)"', room.reads(leader))
        assert "marks/" not in room.reads(leader)
        assert leader.post(room.path(f"marks/{found[1]}"), {"mark": "keep"}).status_code == 422
