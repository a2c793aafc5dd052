"""The page of one's own words, over the wire: during the session and after it, for members and for everybody else
(R21)."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

import pytest

from sizain.method.seance import Stage
from sizain.players import Form
from tests.ground.server import Server
from tests.live.journal import entries, rows
from tests.live.people import Guest
from tests.live.staged import Staged

TOPIC, REQUEST, EARLIER = "Tenir mon sujet-colibri", "Une demande-colibri", "Une première demande-colibri"
TRACE, STEP, LINE = "Une trace-colibri", "Un pas-colibri", "Une ligne-colibri"
UNDERSTOOD, NOTE, SENTENCE = "Je comprends-colibri", "Une note-colibri", "Un avis-colibri"
HIS = (TOPIC, EARLIER, REQUEST, TRACE, UNDERSTOOD, STEP, LINE, SENTENCE)
"""What Karim's page lists."""
WORD = re.compile(r"[^<>]*colibri")


class Written(Staged):
    """A consultation with something of each kind in it, up to `stage`."""

    def __init__(self, server: Server, stage: Stage) -> None:
        super().__init__(server, Stage.LOBBY)
        self.do(self.client, "deposit-topic", text=TOPIC)
        self.note()
        self.until(Stage.CONTRACT)
        self.do(self.client, "validate-contract", text=EARLIER)
        self.do(self.client, "validate-contract", text=REQUEST)
        self.lead("advance", from_stage="contract", agreed="yes")
        self.stage = Stage.EXPLORATION
        self.do(self.consultant, "leave-trace", text=TRACE)
        self.until(Stage.SYNTHESIS)
        self.do(self.client, "write-understanding", text=UNDERSTOOD)
        self.do(self.client, "write-step", text=STEP, when="2026-12-03")
        mark = self.path(f"marks/{self.listed(self.consultant)[TRACE].fields['text']}")
        assert self.client.post(mark, {"mark": "keep"}, HX_Request="true").status_code == 204
        self.until(Stage.META)
        self.do(self.client, "note-line", line="stop", text=LINE)
        self.do(self.consultant, "note-line", line="start", text="Sa ligne à elle")
        assert self.client.post(self.path("evaluation"), {"moved": "5", "text": SENTENCE}).status_code == 303
        self.until(stage)

    def note(self) -> None:
        assert self.client.post(self.path("drafts/notes"), {"text": NOTE, "version": "0"}).status_code == 303

    def listed(self, guest: Guest) -> dict[str, Form]:
        """The texts on that person's page, each with the form that erases it."""
        page = guest.page(self.path("effacement/"))
        body = html.unescape(page.html)
        words = re.findall(r'<p class="parole cr__texte">([^<]*)</p>', body)
        forms = [form for form in page.forms if {"text", "answer"} & form.fields.keys()]
        return dict(zip(words, forms, strict=True))

    def erases(self, guest: Guest, words: str) -> None:
        form = self.listed(guest)[words]
        answer = guest.post(form.action, form.fields)
        assert (answer.status_code, answer.headers["location"]) == (303, self.path("effacement/"))

    def reads(self, guest: Guest) -> str:
        return html.unescape(guest.get(self.path()).text)

    def colibris(self) -> set[str]:
        """What is left of it in the database, journal included, whatever the table."""
        seance = rows(self.server, "SELECT id FROM seances_seance WHERE token = ?", self.token)[0][0]
        queries = (
            "SELECT body FROM seances_text WHERE seance = ?", "SELECT body FROM seances_draft WHERE seance = ?",
            "SELECT words FROM seances_answer WHERE seance = ?", "SELECT body FROM journal_entry WHERE seance = ?",
        )  # fmt: skip
        found = [str(body) for query in queries for (body,) in rows(self.server, query, seance)]
        return {one for one in found if "colibri" in one}

    def marks(self) -> int:
        query = "SELECT m.about FROM seances_mark m JOIN seances_seance s ON s.id = m.seance WHERE s.token = ?"
        return len(rows(self.server, query, self.token))


@pytest.fixture(scope="module", params=[Stage.META, Stage.CLOSED])
def written(hall: Server, request: pytest.FixtureRequest) -> Iterator[Written]:
    with Written(hall, request.param) as room:
        yield room


def test_each_person_finds_what_is_theirs_and_nothing_of_anybody_else(written: Written) -> None:
    assert set(HIS) <= set(written.listed(written.client))
    assert set(written.listed(written.consultant)) == {TRACE, "Sa ligne à elle"}
    for guest in (written.facilitator, written.other, written.observer):
        assert written.listed(guest) == {}
        assert "Rien de vous n’est écrit ici" in guest.get(written.path("effacement/")).text
        assert "colibri" not in guest.get(written.path("effacement/")).text
    answer = written.client.get(written.path("effacement/"))
    assert answer.headers["cache-control"] == "no-store"
    assert "jusqu’au" in answer.text
    assert written.consultant.get(written.path("effacement/tout/")).status_code == 404


@pytest.mark.database
@pytest.mark.parametrize("stage", [Stage.META, Stage.CLOSED])
def test_a_text_that_the_client_erases_is_nowhere_any_more_and_others_read_that_it_is(
    stage: Stage, hall: Server
) -> None:
    with Written(hall, stage) as room:
        left = set(HIS)
        for words in HIS:
            room.erases(room.client, words)
            left.remove(words)
            assert set(room.listed(room.client)) & set(HIS) == left
            assert {one for one in room.colibris() if one != NOTE} == left
        assert room.marks() == 0
        for guest in (room.client, room.consultant, room.facilitator):
            page = room.reads(guest)
            assert "effacé" in page
            assert not [one for one in HIS if one in page]
        assert NOTE in room.reads(room.client)


def test_a_program_that_erases_leaves_no_copy_on_disk_either(make_server: Callable[..., Server]) -> None:
    server = make_server()
    with Written(server, Stage.META) as room:
        trace = room.listed(room.consultant)[TRACE].fields["text"]
        assert TRACE.encode() in server.stored
        room.do(room.consultant, "erase-text", text=trace)
        assert TRACE.encode() not in server.stored
        room.do(room.client, "erase-consultation")
        assert b"colibri" not in server.stored


@pytest.mark.database
@pytest.mark.parametrize("stage", [Stage.META, Stage.CLOSED])
def test_the_whole_consultation_is_asked_once_then_nothing_of_it_is_left(stage: Stage, hall: Server) -> None:
    with Written(hall, stage) as room:
        asked = room.client.page(room.path("effacement/tout/"))
        assert "cela ne se défait pas" in html.unescape(asked.html)
        before = [kind for _, kind, _, _ in entries(hall, room.token)]
        form = asked.forms[-1]
        for _ in range(2):  # pressed twice
            answer = room.client.post(form.action, form.fields)
            assert (answer.status_code, answer.headers["location"]) == (303, room.path())
        assert [kind for _, kind, _, _ in entries(hall, room.token)] == [*before, "consultation-erased"]
        assert room.colibris() == set()
        assert room.marks() == 0
        assert "Vous avez effacé votre consultation" in room.reads(room.client)
        for guest in (room.consultant, room.facilitator, room.other):
            assert "a effacé sa consultation" in room.reads(guest)
            assert not WORD.findall(room.reads(guest))
        assert set(room.listed(room.consultant)) == {"Sa ligne à elle"}


def test_an_author_erases_their_trace_after_the_end(hall: Server) -> None:
    with Written(hall, Stage.CLOSED) as room:
        assert TRACE in room.reads(room.client)
        room.erases(room.consultant, TRACE)
        assert TRACE not in room.reads(room.client)
        assert TRACE not in room.colibris()
        assert TRACE not in room.listed(room.client)


def test_a_client_who_left_finds_the_page_from_the_way_out(hall: Server) -> None:
    with Staged(hall, Stage.PRESENTATION) as room:
        room.do(room.client, "change-topic", text=TOPIC)
        room.do(room.client, "leave")
        assert "/effacement/" in room.client.get(room.path()).text
        form = room.client.page(room.path("effacement/tout/")).forms[-1]
        assert room.client.post(form.action, form.fields).status_code == 303
        assert "/effacement/" not in room.client.get(room.path()).text
        assert "Karim a effacé sa consultation" in html.unescape(room.page(room.other).html)


def test_a_form_of_that_page_that_is_late_or_somebody_elses_says_so_and_changes_nothing(hall: Server) -> None:
    with Written(hall, Stage.META) as room:
        stale = room.listed(room.client)[TRACE]
        room.erases(room.consultant, TRACE)
        kept = room.kept
        for guest, fields in (
            (room.client, stale.fields),
            (room.facilitator, room.listed(room.client)[REQUEST].fields),
            (room.other, {"key": "k", "text": room.listed(room.consultant)["Sa ligne à elle"].fields["text"]}),
        ):
            answer = guest.post(room.path("effacement/"), fields)
            assert answer.status_code == 422
            assert "Ces mots ne sont plus là." in html.unescape(answer.text)
        bad = room.client.post(room.path("effacement/"), {"text": stale.fields["text"]})
        assert bad.status_code == 422
        assert room.kept == kept
