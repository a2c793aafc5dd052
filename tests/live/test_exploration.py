"""Step 4 on the wire: one phone, one desk, and somebody without a device whose words are noted aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sizain.configuration import configuration
from sizain.live.regions import draw
from sizain.method import commands as c
from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from sizain.method.signs import Sign
from tests.ground.server import Server
from tests.live.journal import rows
from tests.live.people import Circle, Guest
from tests.live.table import CLIENT, FACILITATOR, Table

IDEA, SAID, NOTED, SEALED = "idée-canari", "trace-canari", "notée-canari", "scellée-canari"


class Exploring(Circle):
    """Karim is client, with a phone; Awa and Thomas are at their desks; Julien has no device."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.lead("add-seat", name="Julien")
        self.lead("hear-charter")
        found = re.search(
            r'href="#place-([0-9a-f]{16})">[^<]*<span class="lecteurs">[^<]*Julien', self.read("facilitator")
        )
        assert found
        self.julien = found[1]

    def read(self, who: str) -> str:
        """The whole page of that person."""
        guest: Guest = getattr(self, who)
        return guest.get(self.path()).text

    def readers(self, words: str) -> set[str]:
        everybody = ("facilitator", "client", "consultant", "other", "observer")
        return {who for who in everybody if words in self.read(who)}

    def press(self, who: Guest, act: str) -> None:
        """The first button of that act on the person's own page."""
        self.do(who, act, **{name: value for name, value in self.page(who).form(act).fields.items() if name != "key"})

    def goes_to_step_4(self) -> None:
        self.lead("advance", from_stage="clarification")
        self.lead("dictate-contract", text="Une demande")
        self.lead("hear-contract")
        self.lead("advance", from_stage="contract", agreed="yes")


@pytest.fixture
def circle(hall: Server) -> Iterator[Exploring]:
    with Exploring(hall) as circle:
        yield circle


@pytest.mark.database
def test_a_phone_a_desk_and_somebody_aloud_explore_together(circle: Exploring) -> None:
    circle.do(circle.consultant, "park-idea", text=IDEA)
    circle.lead("park-idea", seat=circle.julien, text="")
    assert circle.readers(IDEA) == {"consultant"}
    assert circle.readers("Idée mise de côté\u00a0: Awa") == {"facilitator"}
    assert circle.readers("Idée mise de côté\u00a0: Julien") == {"facilitator"}

    circle.goes_to_step_4()
    circle.press(circle.facilitator, "open-round")
    assert len(circle.readers("Tour 1\u00a0: compréhensions")) == 5
    circle.press(circle.consultant, "pass-turn")
    circle.press(circle.consultant, "trace-idea")
    circle.do(circle.other, "leave-trace", text=SEALED, outside="yes")
    circle.lead("leave-trace", seat=circle.julien, text=NOTED)
    assert circle.readers(IDEA) == {"consultant"}
    assert circle.readers(SEALED) == {"other"}
    assert circle.readers(NOTED) == {"facilitator"}
    assert "Une enveloppe est là." in circle.read("client")
    assert circle.readers("Une enveloppe attend Karim.") == {"facilitator"}

    circle.do(circle.client, "make-sign", sign="angle", made="yes")
    assert circle.readers("Karim fait signe\u00a0: un autre angle.") == {"facilitator"}
    circle.press(circle.facilitator, "hear-sign")
    assert circle.readers("Hélène a vu votre signe.") == {"client"}

    assert circle.act(circle.client, "leave-trace", text="Une réponse").status_code == 422
    circle.press(circle.facilitator, "hear-envelope")
    assert circle.readers("nveloppe a") == circle.readers("Une enveloppe est là.") == set()


@pytest.mark.database
def test_what_is_withdrawn_is_erased_with_its_words(circle: Exploring) -> None:
    circle.goes_to_step_4()
    circle.do(circle.consultant, "leave-trace", text=SAID)
    circle.do(circle.other, "leave-trace", text=SEALED, outside="yes")
    assert _kept(circle) == {SAID, SEALED}
    circle.press(circle.consultant, "take-back-trace")
    assert _kept(circle) == {SEALED}
    for stage in ("exploration", "synthesis"):
        circle.lead("advance", from_stage=stage)
    circle.lead("advance", from_stage="meta", lifts="R14")
    circle.lead("close")
    assert _kept(circle) == set()


def _kept(circle: Exploring) -> set[str]:
    query = "SELECT body FROM seances_text WHERE seance = (SELECT id FROM seances_seance WHERE token = ?)"
    return {body for (body,) in rows(circle.server, query, circle.token) if "canari" in body}


@pytest.mark.parametrize("scripted", [True, False])
def test_a_trace_that_is_too_long_stays_where_it_was_typed(circle: Exploring, scripted: bool) -> None:
    circle.goes_to_step_4()
    answer = circle.act(circle.consultant, "leave-trace", scripted, text="x" * 601)
    assert answer.status_code == 422
    assert "600" in answer.text
    assert scripted or "x" * 601 in answer.text


def test_nobody_s_screen_is_drawn_again_for_what_is_not_theirs_to_see() -> None:
    """Otherwise whoever watches a stream could count (R9, R11)."""
    table = Table().until(Stage.EXPLORATION).do(c.OpenRound(FACILITATOR, RoundKind.IDEAS))
    table.do(c.LiftLock(FACILITATOR, "R8"))
    table.do(c.LeaveTrace("seat-0", "seat-0", table.write("sealed", SEALED), 10, outside=True))
    quiet = (CLIENT, "seat-3", "seat-4", PROJECTOR)
    acts = (
        c.LeaveTrace("seat-0", "seat-0", table.write("another", SEALED), 10, outside=True),
        c.LeaveTrace("seat-1", "seat-1", table.write("open", SAID), 10),
        c.LeaveTrace(FACILITATOR, "seat-1", table.write("noted", NOTED), 10),
        c.TakeBackTrace("seat-1", "open"),
    )
    for command in acts:
        before = {viewer: _drawn(table, viewer) for viewer in quiet}
        table.do(command)
        assert {viewer: _drawn(table, viewer) for viewer in quiet} == before
    before = {viewer: _drawn(table, viewer) for viewer in quiet if viewer != CLIENT}
    table.do(c.MakeSign(CLIENT, Sign.PAUSE, made=True))
    assert {viewer: _drawn(table, viewer) for viewer in before} == before


def _drawn(table: Table, viewer: str) -> list[tuple[str, int, bytes]]:
    drawn = draw(table.room(), table.look(viewer), configuration(), "fr")
    return [(one.region, one.seq, one.lines) for one in drawn]


def test_under_a_name_stands_one_line_of_words_for_who_speaks_next_too() -> None:
    table = Table().until(Stage.EXPLORATION).do(c.OpenRound(FACILITATOR, RoundKind.UNDERSTANDINGS))
    seats = table.regions("seat-0")["circle"].split("<li ")[1:]
    assert [seat.count("<small") for seat in seats] == [1] * len(seats)
    [following] = [seat for seat in seats if "siege--venir" in seat]
    assert ">ensuite<" in following
