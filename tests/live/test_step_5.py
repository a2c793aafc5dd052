"""Step 5 over the wire: what the client keeps to themself reaches nobody else, with scripts and without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sizain.players import read_page
from tests.ground.server import Server
from tests.live.journal import entries, rows
from tests.live.people import Circle, Guest

KEPT_TO_ONESELF = "Un pas que je garde pour moi"
DICTATED = "Un brouillon que personne n’a validé"
SHARED = "Dire à l’équipe que ma place a changé"
DRAFTED = "Ce que je n’ai pas encore dit"
TRACE = "Une grande fatigue à vouloir rester aimé"


class Planning(Circle):
    """The cast in step 5, with a trace left by Awa."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.lead("advance", from_stage="clarification")
        self.do(self.client, "validate-contract", text="Ma demande")
        self.lead("advance", from_stage="contract", agreed="yes")
        self.do(self.consultant, "leave-trace", seat=self.seat(self.consultant), text=TRACE)
        self.lead("advance", from_stage="exploration")
        self.trace = next(body["trace"] for _, kind, body, _ in entries(server, self.token) if kind == "trace-left")

    @property
    def others(self) -> tuple[Guest, ...]:
        return (self.facilitator, self.consultant, self.other, self.observer)

    def pages(self) -> dict[str, str]:
        """What everybody but the client reads, time left out; all have just looked, so that nobody seems away."""
        for guest in (self.client, *self.others):
            self.html(guest)
        return {guest.name: re.sub(r"-?\d+", "0", self.html(guest)) for guest in self.others}

    def html(self, guest: Guest) -> str:
        """The page without what differs at each visit: the hour, the composers' keys."""
        answer = guest.get(self.path())
        assert answer.status_code == 200, (guest.name, answer.status_code)
        page = answer.text
        return re.sub(r'data-now="\d+"|name="key" value="[0-9a-f]{16}"|data-since="[^"]+"', "", page)

    def mark(self, guest: Guest, about: str, said: str, *, scripted: bool) -> int:
        how = {"HX_Request": "true"} if scripted else {}
        return guest.post(self.path(f"marks/{about}"), {"mark": said}, **how).status_code

    def step(self) -> str:
        written = [body["step"] for _, kind, body, _ in entries(self.server, self.token) if kind == "step-written"]
        return str(written[-1])


@pytest.fixture(scope="module")
def table(hall: Server) -> Iterator[Planning]:
    with Planning(hall) as table:
        yield table


@pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])
@pytest.mark.database
def test_the_clients_marks_are_on_their_page_and_change_nobody_elses(table: Planning, scripted: bool) -> None:
    before = table.pages()
    journal = entries(table.server, table.token)
    for said in ("keep", "dig", "no"):
        assert table.mark(table.client, table.trace, said, scripted=scripted) == (204 if scripted else 303)
        page = table.html(table.client)
        assert f'data-trace="{table.trace}" data-mark="{said}"' in page
        assert f'data-says="{table.trace}:{said}" aria-pressed="true"' in page
    assert table.pages() == before
    assert entries(table.server, table.token) == journal
    table.mark(table.client, table.trace, "" if scripted else "no", scripted=scripted)
    assert f'data-trace="{table.trace}" data-mark=""' in table.html(table.client)


@pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])
@pytest.mark.database
def test_nobody_but_the_client_marks_and_a_stranger_finds_nothing_there(table: Planning, scripted: bool) -> None:
    for guest in (*table.others, table.waiting):
        assert table.mark(guest, table.trace, "keep", scripted=scripted) == 422, guest.name
    for guest in (table.removed, table.guest()):
        assert table.mark(guest, table.trace, "keep", scripted=scripted) == 404
    for about, said in ((table.trace, "like"), ("0" * 16, "keep"), (table.trace, "0" * 16)):
        assert table.mark(table.client, about, said, scripted=scripted) == 422
    (found,) = rows(table.server, "SELECT COUNT(*) FROM seances_mark WHERE about = ?", table.trace)
    assert found == (0,)


@pytest.mark.database
def test_where_a_step_comes_from_is_the_clients_alone(hall: Server) -> None:
    with Planning(hall) as table:
        table.do(table.client, "write-step", text=SHARED)
        step, before = table.step(), table.pages()
        assert table.mark(table.client, step, "keep", scripted=True) == 422
        assert table.mark(table.client, step, table.trace, scripted=True) == 204
        assert f'data-says="{step}:{table.trace}" aria-pressed="true"' in table.html(table.client)
        assert table.pages() == before


@pytest.mark.database
def test_what_the_client_keeps_to_themself_is_on_no_other_page(hall: Server) -> None:
    with Planning(hall) as table:
        before = table.pages()
        table.do(table.client, "write-step", text=KEPT_TO_ONESELF, mine="yes")
        drafted = table.client.post(table.path("drafts/step"), {"text": DRAFTED, "version": "0"}, HX_Request="true")
        assert drafted.status_code == 200
        for words in (KEPT_TO_ONESELF, DRAFTED):
            assert words in table.html(table.client)
        for name, page in table.pages().items():
            assert KEPT_TO_ONESELF not in page, name
            assert DRAFTED not in page, name
            assert _words(page) == _words(before[name]), name
        screen = table.guest().get(table.link("screen")).text
        assert KEPT_TO_ONESELF not in screen


@pytest.mark.database
def test_a_step_is_dictated_then_validated_then_supported_without_scripts(hall: Server) -> None:
    with Planning(hall) as table:
        assert table.act(table.facilitator, "dictate-step", False, text=DICTATED).status_code == 303
        assert DICTATED in table.html(table.client)
        assert DICTATED not in table.html(table.consultant)
        shown = read_page(table.html(table.client)).form("validate-step").fields
        assert table.act(table.client, "validate-step", False, shown=shown["shown"]).status_code == 303
        answer = read_page(table.html(table.consultant)).form("answer-step").fields
        assert table.act(table.consultant, "answer-step", False, **answer).status_code == 303
        for guest, sees in ((table.client, True), (table.facilitator, True), (table.other, False)):
            assert ("Ce qu’en dit le cercle" in table.html(guest)) is sees, guest.name
        assert DICTATED in table.html(table.other)


@pytest.mark.database
def test_a_refused_step_keeps_what_was_typed(hall: Server) -> None:
    with Planning(hall) as table:
        answer = table.act(table.client, "write-step", False, text=SHARED, when="bientôt", obstacle="La peur")
        assert answer.status_code == 422
        assert "Cette date ne se lit pas" in answer.text
        for typed in (SHARED, "bientôt", "La peur"):
            assert typed in answer.text


def _words(page: str) -> str:
    """What one reads; the keys of buttons may change with the plan."""
    return re.sub(r"<[^>]+>", " ", page)
