"""Step 6 and what comes after, over the wire: the forms and the page that each seat keeps, for members, for wrong
roles and for strangers."""

from __future__ import annotations

import html
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ground.server import Server
from tests.live.people import Circle, Guest, Room

TOPIC, REQUEST, NOTE = "Tenir mon sujet-colibri", "Une demande-colibri au cercle", "Une note-colibri"
SENTENCE, CLIENTS, LINE = "Se taire aide, dit un colibri", "Moins peur, dit un colibri", "Finir à l’heure du colibri"
DAY_MS = 24 * 3600 * 1000


class Ending(Circle):
    """The cast of step 2, led to step 6, then to the end."""

    def reaches_step_6(self) -> None:
        self.lead("advance", from_stage="clarification")
        self.do(self.client, "validate-contract", text=REQUEST)
        self.lead("advance", from_stage="contract", agreed="yes")
        for stage in ("exploration", "synthesis"):
            self.lead("advance", from_stage=stage)

    def answers(self, guest: Guest, **fields: str) -> int:
        return guest.post(self.path("evaluation"), fields).status_code

    def ends(self) -> None:
        self.lead("hear-round")
        self.lead("advance", from_stage="meta")
        self.lead("close")

    def reads(self, guest: Guest) -> str:
        answer = guest.get(self.path())
        assert answer.status_code == 200
        return html.unescape(answer.text)


@pytest.fixture(scope="module")
def ended(hall: Server) -> Iterator[Ending]:
    """A closed session with something of everybody's in it; Thomas left during step 6."""
    with Ending(hall) as room:
        room.reaches_step_6()
        assert room.client.post(room.path("drafts/notes"), {"text": NOTE, "version": "0"}).status_code == 303
        room.do(room.consultant, "note-line", line="stop", text=LINE)
        room.do(room.observer, "note-line", line="process", text="Un mot du déroulé")
        assert LINE in room.reads(room.client)
        assert LINE in room.reads(room.facilitator)
        assert LINE not in room.reads(room.waiting)
        room.do(room.other, "leave")
        assert room.answers(room.consultant, safe="6", text=SENTENCE) == 303
        assert room.answers(room.client, moved="5", text=CLIENTS) == 303
        assert SENTENCE not in room.reads(room.facilitator)
        room.ends()
        yield room


def test_the_closing_waits_for_the_round(hall: Server) -> None:
    with Ending(hall) as room:
        room.reaches_step_6()
        assert room.act(room.facilitator, "advance", from_stage="meta").status_code == 422
        assert "Le tour est fait, à voix haute" in room.reads(room.facilitator)
        for guest in (room.client, room.consultant, room.other):
            room.lead("give-floor", seat=room.seat(guest))
        room.lead("advance", from_stage="meta")
        assert "Le tour de l’étape 6 est tenu." in room.reads(room.facilitator)


def test_a_form_is_for_the_peers_alone_and_in_its_time(circle: Circle, ended: Ending) -> None:
    assert circle.consultant.post(circle.path("evaluation"), {"safe": "5"}).status_code == 422
    assert ended.answers(ended.other, contributed="4") == 303
    for guest in (ended.facilitator, ended.observer, ended.waiting):
        assert ended.answers(guest, safe="5") == 422
    for stranger in (ended.removed, ended.guest(), circle.client):
        assert ended.answers(stranger, safe="5") == 404


def test_a_refused_form_keeps_what_was_typed_and_says_why(ended: Ending) -> None:
    answer = ended.consultant.post(ended.path("evaluation"), {"safe": "4", "text": "x" * 601})
    page = html.unescape(answer.text)
    assert answer.status_code == 422
    assert "C’est trop long : 600 caractères au plus." in page.replace("\u00a0", " ")
    assert "x" * 601 in page
    assert 'name="safe" value="4" checked' in page
    assert SENTENCE in ended.reads(ended.consultant)


def test_each_seat_keeps_a_page_with_what_it_may_see(ended: Ending) -> None:
    client, consultant, leads = (ended.reads(one) for one in (ended.client, ended.consultant, ended.facilitator))
    assert all("La séance est terminée." in page for page in (client, consultant, leads))
    assert all(REQUEST in page for page in (client, consultant, leads))
    assert NOTE in client
    assert CLIENTS in client
    assert SENTENCE in consultant
    assert SENTENCE not in client
    for page in (consultant, leads):
        assert NOTE not in page
    assert CLIENTS not in consultant
    assert SENTENCE in leads
    assert CLIENTS in leads
    assert all(LINE not in page for page in (client, consultant, leads))
    assert "Imprimer" in client


def test_who_left_keeps_a_form_and_notes_and_who_never_came_keeps_nothing(ended: Ending) -> None:
    left = ended.reads(ended.other)
    assert "Ce que je retiens pour ma pratique" in left
    assert REQUEST not in left
    assert "Karim" not in left
    waiting = ended.reads(ended.waiting)
    assert REQUEST not in waiting
    assert "Ce que je retiens" not in waiting
    for stranger in (ended.removed, ended.guest()):
        assert stranger.get(ended.path()).status_code == 404


def test_the_rooms_screen_forgets_the_contract_once_all_is_over(hall: Server) -> None:
    with Ending(hall) as room:
        room.reaches_step_6()
        screen, guest = room.link("screen"), room.guest()
        assert REQUEST in html.unescape(guest.get(screen).text)
        room.ends()
        assert REQUEST not in html.unescape(guest.get(screen).text)


@pytest.mark.parametrize("scripted", [True, False])
def test_a_session_is_interrupted_and_goes_on_where_it_stopped(hall: Server, *, scripted: bool) -> None:
    with Ending(hall) as room:
        room.reaches_step_6()
        assert "Interrompre maintenant" in room.reads(room.facilitator)
        assert room.act(room.consultant, "interrupt", scripted).status_code == 422
        assert room.act(room.facilitator, "interrupt", scripted).status_code == (204 if scripted else 303)
        assert "La séance est interrompue." in room.reads(room.consultant)
        assert "Reprendre la séance" not in room.reads(room.consultant)
        assert "Reprendre la séance" in room.reads(room.facilitator)
        assert room.act(room.client, "take-up", scripted).status_code == 422
        assert room.act(room.facilitator, "take-up", scripted).status_code == (204 if scripted else 303)
        assert 'data-stage="meta"' in room.reads(room.consultant)
        room.ends()


def test_somebody_expected_is_excused_in_one_tap(hall: Server) -> None:
    with Room(hall) as room:
        room.enter("Karim")
        room.lead("add-seat", name="Nadia", expected="yes")
        assert "On attend Nadia." in html.unescape(room.facilitator.get(room.path()).text)
        found = next(form for form in room.page(room.facilitator).forms if form.action.endswith("/excuse"))
        assert room.facilitator.post(found.action, found.fields).status_code == 303
        page = html.unescape(room.facilitator.get(room.path()).text)
        assert "absence excusée" in page
        assert "On attend" not in page


def test_purge_erases_every_word_from_the_files_and_proves_it(
    make_server: Callable[..., Server], tmp_path: Path
) -> None:
    """The server lived a month ago; the command is run today."""
    clock = tmp_path / "ahead"
    clock.write_text(str(-40 * DAY_MS))
    command = (sys.executable, "-m", "tests.ground.serve_with_clock", str(clock))
    server = make_server(command=command, measured=False)
    with Ending(server) as room:
        room.reaches_step_6()
        room.do(room.consultant, "note-line", line="stop", text=LINE)
        room.answers(room.consultant, safe="6", text=SENTENCE)
        room.client.post(room.path("drafts/notes"), {"text": NOTE, "version": "0"})
        room.ends()
    if "DATABASE_URL" not in server.environment:
        refused = _sizain(server, "purge")
        assert refused.returncode == 2
        assert "already runs" in refused.stderr
    foreseen = _sizain(server, "purge", "--dry-run")
    assert "would be erased: 1 sessions" in foreseen.stdout
    assert "colibri" not in foreseen.stdout
    server.stop()
    if "DATABASE_URL" not in server.environment:
        assert b"colibri" in server.stored
    done = _sizain(server, "purge")
    assert done.returncode == 0, done.stderr
    assert "erased: 1 sessions" in done.stdout
    assert "proof: none of these rows is left, and each journal replays to its end" in done.stdout
    if "DATABASE_URL" not in server.environment:
        assert b"colibri" not in server.stored
        with sqlite3.connect(server.data / "sizain.sqlite3") as kept:
            assert kept.execute("select count(*) from journal_entry").fetchone()[0] > 20
    assert "would be erased: 0 sessions" in _sizain(server, "purge", "--dry-run").stdout


def _sizain(server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "sizain", *arguments)
    return subprocess.run(command, env=server.environment, capture_output=True, text=True, timeout=60, check=False)
