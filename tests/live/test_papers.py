"""Papers at the door: the client's carnet and the session's synthesis, over the wire, for members, for wrong roles and
for strangers; what stands in them, and what an erasure takes out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.ground.server import Server
from tests.live.people import Circle, Guest
from tests.live.test_after import Ending

REQUEST, WANTED, SHEET = "Ma demande-loriot", "Être de deux-loriot", "Les faits-loriot"
KEPT, DUG, LEFT = "Un trésor-loriot", "Un chantier-loriot", "Un oubli-loriot"
UNDERSTOOD, SHARED, OWN, SIGN = "Je vois-loriot", "Un pas partagé-loriot", "Un pas à moi-loriot", "Un signe-loriot"
NOTE = "Une note-loriot"
CLIENTS_ALONE = (SHEET, WANTED, KEPT, DUG, UNDERSTOOD, OWN, SIGN)
PAPERS = ("carnet.md", "carnet.pdf", "synthese.md", "synthese.pdf")


class Kept(Ending):
    """The same cast, with words of the client's in every place where a paper finds some."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.lead("advance", from_stage="clarification")
        self.saves("facts", SHEET)
        self.saves("notes", NOTE)
        self.do(self.client, "validate-contract", text=REQUEST, leave_with=WANTED, **{"help-widen": "yes"})
        self.lead("advance", from_stage="contract", agreed="yes")
        for words, guest in ((KEPT, self.consultant), (DUG, self.other), (LEFT, self.consultant)):
            self.do(guest, "leave-trace", text=words)
        self.lead("advance", from_stage="exploration")
        for words, mark in ((KEPT, "keep"), (DUG, "dig")):
            assert self.client.post(self.path(f"marks/{self.trace(words)}"), {"mark": mark}).status_code == 303
        self.do(self.client, "write-understanding", text=UNDERSTOOD)
        self.do(self.client, "write-step", text=SHARED, when="2026-12-03", sign=SIGN)
        self.do(self.client, "write-step", text=OWN, mine="yes")
        self.lead("advance", from_stage="synthesis")
        assert {self.takes(one, paper).status_code for one in self.everybody for paper in PAPERS} == {404}
        self.ends()

    def saves(self, field: str, words: str) -> None:
        assert self.client.post(self.path(f"drafts/{field}"), {"text": words, "version": "0"}).status_code == 303

    def trace(self, words: str) -> str:
        page = self.client.get(self.path()).text
        found = re.search(rf'data-trace="([^"]+)"(?:(?!data-trace).)*?{words}', page, re.DOTALL)
        assert found, words
        return found[1]

    def takes(self, guest: Guest, paper: str) -> httpx.Response:
        return guest.get(self.path(paper))

    def text(self, guest: Guest, paper: str) -> str:
        answer = self.takes(guest, paper)
        assert answer.status_code == 200
        return answer.text


@pytest.fixture(scope="module")
def kept(hall: Server) -> Iterator[Kept]:
    with Kept(hall) as room:
        yield room


def test_the_carnet_is_the_clients_alone_and_the_synthesis_everybody_elses(kept: Kept, circle: Circle) -> None:
    others = (kept.facilitator, kept.consultant, kept.other, kept.observer)
    outside = (kept.waiting, kept.removed, kept.guest(), circle.client)
    for paper in PAPERS:
        mine = paper.startswith("carnet")
        assert kept.takes(kept.client, paper).status_code == (200 if mine else 404)
        assert {kept.takes(one, paper).status_code for one in others} == {404 if mine else 200}
        for one in outside:
            answer = kept.takes(one, paper)
            assert (answer.status_code, answer.text) == (404, one.get("/nothing/").text)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_file_is_kept_nowhere_and_its_name_says_nothing(kept: Kept, paper: str) -> None:
    answer = kept.takes(kept.client if paper.startswith("carnet") else kept.consultant, paper)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == f'attachment; filename="{paper}"'
    kind = "application/pdf" if paper.endswith("pdf") else "text/markdown; charset=utf-8"
    assert answer.headers["content-type"] == kind
    if kind == "application/pdf":
        assert answer.content.startswith(b"%PDF-")
        assert b"/Lang(fr)" in answer.content
        assert b"loriot" not in answer.content
        assert b"Karim" not in answer.content


def test_the_carnet_holds_all_that_the_client_takes_away(kept: Kept) -> None:
    text = kept.text(kept.client, "carnet.md")
    for words in (REQUEST, "Élargir mon regard", *CLIENTS_ALONE, SHARED, "3\u00a0décembre 2026"):
        assert words.replace("-", "\\-") in text or words in text, words
    assert LEFT not in text
    assert NOTE not in text
    assert "### Je garde" in text
    assert "### À creuser" in text


def test_the_synthesis_holds_what_the_client_shares_the_same_for_all(kept: Kept) -> None:
    one, *same = [kept.text(guest, "synthese.md") for guest in (kept.consultant, kept.facilitator, kept.observer)]
    assert same == [one, one]
    assert REQUEST in one
    assert SHARED in one
    for words in (*CLIENTS_ALONE, LEFT, NOTE):
        assert words not in one


def test_each_page_leads_to_its_own_paper(kept: Kept) -> None:
    client, consultant = kept.reads(kept.client), kept.reads(kept.consultant)
    assert kept.path("carnet.pdf") in client
    assert kept.path("synthese.md") in consultant
    assert "synthese." not in client
    assert "2026-12-03" not in client
    assert "carnet." not in consultant
    assert "carnet." not in kept.reads(kept.waiting)
    assert all(words in client for words in (KEPT, DUG, "Je garde", "À creuser", "Élargir mon regard"))


def test_a_paper_speaks_the_language_that_is_asked_for(kept: Kept) -> None:
    answer = kept.client.get(kept.path("carnet.pdf"), Accept_Language="en")
    assert b"/Lang(en)" in answer.content


def test_an_erasure_is_in_the_next_paper(hall: Server) -> None:
    with Kept(hall) as room:
        before = room.takes(room.client, "carnet.pdf").content
        consultation = room.client.page(room.path("effacement/tout/"))
        key = next(one.fields["key"] for one in consultation.forms if "key" in one.fields)
        assert room.client.post(room.path("effacement/tout/"), {"key": key}).status_code == 303
        for guest, paper in ((room.client, "carnet.md"), (room.consultant, "synthese.md")):
            text = room.text(guest, paper)
            assert "a effacé sa consultation" in text or "avez effacé votre consultation" in text
            for words in (REQUEST, KEPT, UNDERSTOOD, SHARED, OWN):
                assert words not in text, words
        assert room.takes(room.client, "carnet.pdf").content != before


def test_a_plan_said_aloud_stands_in_both_papers(hall: Server) -> None:
    with Ending(hall) as room:
        room.lead("advance", from_stage="clarification")
        room.do(room.client, "validate-contract", text=REQUEST)
        room.lead("advance", from_stage="contract", agreed="yes")
        room.lead("advance", from_stage="exploration")
        room.lead("hear-plan")
        room.lead("advance", from_stage="synthesis")
        room.ends()
        for guest, paper in ((room.client, "carnet.md"), (room.consultant, "synthese.md")):
            assert "Un plan, dit à voix haute." in guest.get(room.path(paper)).text
