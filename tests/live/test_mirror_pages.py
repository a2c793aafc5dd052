"""The facilitation's pages of a session that is over, over the wire: the mirror, the list, the removal."""

from __future__ import annotations

import html
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sizain.method.ending import DAY_MS
from sizain.method.seance import Stage
from tests.ground.server import Server
from tests.live.people import Circle, Guest, Room
from tests.live.staged import Staged

PAGES = ("miroir/", "miroir/miroir.md", "miroir/presences.csv")
CANARY = "colibri"
MINUTE_MS = 60_000
Clocked = tuple[Server, Callable[[int], object]]


class Over(Circle):
    """The whole cast, and a session of canaries up to its closing."""

    def ends(self) -> None:
        self.lead("give-floor", seat=self.seat(self.consultant))
        self.lead("advance", from_stage="clarification")
        self.do(self.client, "validate-contract", text=f"Ma demande-{CANARY}")
        self.lead("advance", from_stage="contract", agreed="yes")
        self.do(self.consultant, "leave-trace", seat=self.seat(self.consultant), text=f"Une trace-{CANARY}")
        for stage in ("exploration", "synthesis"):
            self.lead("advance", from_stage=stage)
        self.client.post(self.path("drafts/notes"), {"text": f"Une note-{CANARY}", "version": "0"})
        self.lead("hear-round")
        self.lead("advance", from_stage="meta")
        self.lead("close")

    @property
    def others(self) -> list[Guest]:
        """Everybody but the facilitation, and somebody from nowhere."""
        return [*(one for one in self.everybody if one is not self.facilitator), self.guest()]


@pytest.fixture(scope="module")
def over(hall: Server) -> Iterator[Over]:
    with Over(hall) as room:
        for rest in (*PAGES, "suppression/"):
            assert room.facilitator.get(room.path(rest)).status_code == 404
        room.ends()
        yield room


@pytest.fixture
def clocked(make_server: Callable[..., Server], tmp_path: Path) -> Clocked:
    """A server, and how its clock is moved on by so many milliseconds from the time there is."""
    clock = tmp_path / "ahead"
    clock.write_text("0")
    server = make_server(command=(sys.executable, "-m", "tests.ground.serve_with_clock", str(clock)), measured=False)
    return server, lambda ahead_ms: clock.write_text(str(ahead_ms))


@pytest.mark.parametrize("rest", PAGES)
def test_the_mirror_is_for_the_facilitation_of_a_session_that_is_over(over: Over, rest: str) -> None:
    answer = over.facilitator.get(over.path(rest))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert CANARY not in answer.text
    nowhere = over.facilitator.get("/s/" + "0" * 22 + "/" + rest)
    for guest in over.others:
        refused = guest.get(over.path(rest))
        assert (refused.status_code, refused.text) == (404, nowhere.text)


def test_the_page_says_what_happened_in_words_and_its_plots_are_drawings_of_the_server(over: Over) -> None:
    page = html.unescape(over.facilitator.get(over.path("miroir/")).text)
    for words in ("Miroir de séance", "Le temps des étapes", "Liste de présence", "Awa", "c’est trop peu"):
        assert words in page
    assert "a tenu la parole" not in page
    assert "Félix" not in page
    assert "Solène" not in page
    assert "<svg" in page
    assert "<script" not in page
    assert "style=" not in page


def test_files_are_taken_away_under_a_name_that_says_nothing(over: Over) -> None:
    mirror, list_ = (over.facilitator.get(over.path(rest)) for rest in PAGES[1:])
    assert mirror.headers["content-type"] == "text/markdown; charset=utf-8"
    assert list_.headers["content-type"] == "text/csv; charset=utf-8"
    for answer, start, end in ((mirror, "miroir-20", ".md"), (list_, "presences-20", ".csv")):
        name = answer.headers["content-disposition"].partition('filename="')[2].rstrip('"')
        assert name.startswith(start)
        assert name.endswith(end)
        assert len(name) == len(start) + 8 + len(end)
    assert not [one for one in ("Karim", "Awa", "Hélène", "Omar") if one in mirror.text]
    assert "Omar;observation;" in list_.text


def test_the_page_kept_afterwards_leads_there_for_the_facilitation_alone(over: Over) -> None:
    assert f'href="{over.path("miroir/")}"' in over.facilitator.get(over.path()).text
    for guest in (over.client, over.consultant, over.observer):
        assert "/miroir/" not in guest.get(over.path()).text


def test_until_seven_days_have_passed_the_page_says_when_and_nothing_can_be_removed(over: Over) -> None:
    page = html.unescape(over.facilitator.get(over.path()).text)
    assert "Vous pourrez supprimer la séance à partir du" in page
    assert "/suppression/" not in page
    assert "supprimer la séance" not in html.unescape(over.client.get(over.path()).text)
    for guest in (over.facilitator, *over.others):
        assert guest.get(over.path("suppression/")).status_code == 404
        assert guest.post(over.path("suppression/")).status_code == 404
    assert over.facilitator.get(over.path()).status_code == 200


def test_without_a_client_nobody_waits_and_it_is_asked_once(hall: Server) -> None:
    with Room(hall) as room:
        karim = room.enter("Karim")
        room.lead("interrupt")
        for guest in (karim, room.guest()):
            assert guest.get(room.path("suppression/")).status_code == 404
            assert guest.post(room.path("suppression/")).status_code == 404
        page = html.unescape(room.facilitator.get(room.path("suppression/")).text)
        assert "Supprimer la séance\u202f?" in page
        assert room.facilitator.get(room.path("miroir/")).status_code == 200
        answer = room.facilitator.post(room.path("suppression/"))
        assert (answer.status_code, answer.headers["location"]) == (303, "/seances/supprimee/")
        said = html.unescape(room.facilitator.get("/seances/supprimee/").text)
        assert "La séance est supprimée." in said
        for guest in (room.facilitator, karim):
            assert guest.get(room.path()).status_code == 404
        assert room.facilitator.post(room.path("suppression/")).status_code == 404


def test_a_client_who_erased_their_consultation_keeps_nobody_waiting(hall: Server) -> None:
    with Staged(hall, Stage.CLOSED) as room:
        assert room.facilitator.post(room.path("suppression/")).status_code == 404
        room.do(room.client, "erase-consultation")
        assert room.facilitator.post(room.path("suppression/")).status_code == 303
        assert room.client.get(room.path()).status_code == 404


def test_who_held_the_floor_for_minutes_is_said_to_have_held_it_long(clocked: Clocked) -> None:
    server, moves_on = clocked
    with Over(server) as room:
        room.lead("give-floor", seat=room.seat(room.consultant))
        moves_on(6 * MINUTE_MS)
        room.ends()
        page = html.unescape(room.facilitator.get(room.path("miroir/")).text)
    assert "a tenu la parole longtemps" in page


def test_after_seven_days_all_is_gone_from_every_screen_and_from_the_files(
    clocked: Clocked,
) -> None:
    server, moves_on = clocked
    with Over(server) as room:
        back, screen = room.link("return"), room.link("screen")
        room.ends()
        moves_on(7 * DAY_MS)
        assert "Supprimer la séance…" in html.unescape(room.facilitator.get(room.path()).text)
        for guest in room.others:
            assert guest.post(room.path("suppression/")).status_code == 404
        assert room.facilitator.post(room.path("suppression/")).status_code == 303
        for guest in (room.facilitator, *room.others):
            for rest in ("", *PAGES, "suppression/", "effacement/"):
                assert guest.get(room.path(rest)).status_code == 404
        assert room.guest().get(screen).status_code == 404
        assert room.guest().get(back).status_code == 404
    if "DATABASE_URL" not in server.environment:
        assert CANARY.encode() not in server.stored
        server.stop()
        assert not [one for one in (CANARY, "Karim", "Solène") if one.encode() in server.stored]
