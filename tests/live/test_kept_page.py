"""What the client does on the page that they keep: confirm what was noted for them, erase a line, receive the
sentences that others hand to them; over the wire."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

import pytest

from tests.ground.server import Server
from tests.live.people import Guest
from tests.live.test_after import SENTENCE, Ending

ASKED, WANTED = "Poser ma limite-martin", "Un mot juste-martin"
UNDERSTOOD, STEP, GIFT, FACT = "Je porte trop-martin", "Appeler lundi-martin", "Un appui-martin", "Un fait-martin"


class Aloud(Ending):
    """A session held on the facilitator's device alone, but for the client's sheet and the consultants' forms."""

    def held(self) -> None:
        assert self.client.post(self.path("drafts/facts"), {"text": FACT, "version": "0"}).status_code == 303
        self.lead("advance", from_stage="clarification")
        self.lead("dictate-contract", text=ASKED, leave_with=WANTED)
        self.lead("hear-contract")
        self.lead("advance", from_stage="contract", agreed="yes")
        self.lead("leave-trace", seat=self.seat(self.consultant), text=GIFT)
        self.lead("advance", from_stage="exploration")
        self.lead("dictate-understanding", text=UNDERSTOOD)
        self.lead("hear-understanding")
        self.lead("dictate-step", text=STEP)
        self.lead("hear-step")
        self.lead("hear-plan")
        self.lead("advance", from_stage="synthesis")

    def carnet(self) -> str:
        answer = self.client.get(self.path("carnet.md"))
        assert answer.status_code == 200
        return answer.text

    def press(self, guest: Guest, end: str) -> None:
        """The first form of the page whose address ends so."""
        found = next(one for one in self.page(guest).forms if one.action.endswith(end))
        assert guest.post(found.action, found.fields).status_code == 303

    def offers(self, guest: Guest, end: str) -> int:
        return sum(one.action.endswith(end) for one in self.page(guest).forms)


@pytest.fixture
def room(hall: Server) -> Iterator[Aloud]:
    with Aloud(hall) as room:
        room.held()
        yield room


def test_the_client_says_yes_later_to_what_was_noted_for_them(room: Aloud) -> None:
    room.ends()
    for other in (room.facilitator, room.consultant):
        assert room.offers(other, "/confirm-contract") == room.offers(other, "/confirm-plan") == 0
        assert room.act(other, "confirm-plan").status_code == 422
    page = room.reads(room.client)
    assert "Noté pour vous, de vive voix" in page
    room.press(room.client, "/confirm-contract")
    assert room.offers(room.client, "/confirm-plan") == 1
    room.press(room.client, "/confirm-plan")
    assert "Noté pour vous" not in room.reads(room.client)
    assert room.reads(room.client).count(ASKED) == page.count(ASKED)


def test_a_client_who_left_before_the_end_keeps_all_of_it_and_no_name(room: Aloud) -> None:
    room.do(room.client, "leave")
    assert ASKED not in room.reads(room.client)
    room.ends()
    page = room.reads(room.client)
    for words in (ASKED, WANTED, UNDERSTOOD, STEP, GIFT, FACT):
        assert words in page
        assert words in room.carnet()
    assert room.client.get(room.path("carnet.pdf")).content.startswith(b"%PDF")
    for other in (room.consultant, room.other, room.observer):
        assert other.name not in page
        assert other.name not in room.carnet()
    assert room.answers(room.client, moved="5") == 303
    room.press(room.client, "/confirm-plan")
    assert room.client.get(room.path("effacement/tout/")).status_code == 200
    lines = room.offers(room.client, "/erase-text")
    room.press(room.client, "/erase-text")
    assert room.offers(room.client, "/erase-text") == lines - 1
    assert room.client.get(room.path("synthese.md")).status_code == 404


def test_each_line_of_the_clients_page_is_theirs_to_erase_and_gone_for_all_at_once(room: Aloud) -> None:
    room.ends()
    everybody = (room.client, room.facilitator, room.consultant)
    for words in (ASKED, WANTED, UNDERSTOOD, STEP, GIFT, FACT):
        assert words in room.reads(room.client)
        assert words in room.carnet()
    for other in everybody[1:]:
        assert room.offers(other, "/erase-text") == 0
    lines = room.offers(room.client, "/erase-text")
    assert lines >= 5
    for left in reversed(range(lines)):
        room.press(room.client, "/erase-text")
        assert room.offers(room.client, "/erase-text") == left
    room.press(room.client, "/effacement/")
    for words in (ASKED, WANTED, UNDERSTOOD, STEP, GIFT, FACT):
        assert words not in room.carnet()
        for guest in everybody:
            assert words not in room.reads(guest)
            assert words not in html.unescape(guest.get(room.path("effacement/")).text)
    assert STEP not in room.facilitator.get(room.path("synthese.md")).text


def test_what_the_client_erased_is_in_no_file_and_no_log_though_papers_were_made(
    make_server: Callable[..., Server],
) -> None:
    server = make_server(measured=False)
    with Aloud(server) as room:
        room.held()
        room.ends()
        for paper in ("carnet.md", "carnet.pdf"):
            assert room.client.get(room.path(paper)).status_code == 200
        assert room.facilitator.get(room.path("synthese.pdf")).status_code == 200
        if "DATABASE_URL" not in server.environment:
            assert b"martin" in server.stored
        while room.offers(room.client, "/erase-text"):
            room.press(room.client, "/erase-text")
        room.press(room.client, "/effacement/")
        if "DATABASE_URL" not in server.environment:
            assert b"martin" not in server.stored
        assert "martin" not in server.log


def test_a_sentence_is_handed_to_the_client_by_who_wishes_to_and_taken_back(room: Aloud) -> None:
    form = room.reads(room.consultant)
    assert "Donner aussi cette phrase à Karim" in form
    assert "Donner aussi cette phrase" not in room.reads(room.client).partition('id="avis-consultant"')[0]
    assert room.answers(room.consultant, safe="6", text=SENTENCE, handed="yes") == 303
    room.ends()
    assert SENTENCE in room.reads(room.client)
    assert SENTENCE in room.carnet()
    assert room.consultant.name not in room.carnet().partition(SENTENCE)[0].rpartition("#")[2]
    assert SENTENCE not in room.reads(room.other)
    assert SENTENCE not in room.facilitator.get(room.path("synthese.md")).text
    assert room.answers(room.consultant, safe="6", text=SENTENCE) == 303
    assert SENTENCE not in room.reads(room.client)
    assert SENTENCE not in room.carnet()


def test_the_client_puts_a_sentence_aside_and_its_author_keeps_it(room: Aloud) -> None:
    assert room.answers(room.consultant, safe="6", text=SENTENCE, handed="yes") == 303
    room.ends()
    taken = {"handed": SENTENCE}
    for other in (room.facilitator, room.other, room.observer):
        assert other.post(room.path("effacement/"), taken).status_code == 303
    assert SENTENCE in room.carnet()
    assert room.client.post(room.path("effacement/"), taken).status_code == 303
    assert SENTENCE not in room.carnet()
    assert SENTENCE not in room.reads(room.client)
    assert SENTENCE in room.reads(room.consultant)


def test_what_was_erased_leaves_no_trace_in_the_papers(room: Aloud) -> None:
    room.ends()
    while room.offers(room.client, "/erase-text"):
        room.press(room.client, "/erase-text")
    for paper in (room.carnet(), room.facilitator.get(room.path("synthese.md")).text):
        assert "effacé" not in paper.partition("Confidentiel")[0]
        assert "Pas 1" not in paper
