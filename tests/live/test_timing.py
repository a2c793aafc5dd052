"""The clock in words: what the console says of it, and what a phone that nobody touches says."""

import re
from html import unescape

import pytest

from sizain.live import timing
from sizain.method import commands as c
from sizain.method.clock import Choice, extending
from sizain.method.decide.thread import announced
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.live.table import CLIENT, FACILITATOR, Table

MIN = 60_000
THOMAS, AWA = "seat-0", "seat-1"


def console(table: Table) -> str:
    """The block of the time, as it reads."""
    block = table.regions(FACILITATOR)["console"].split("</section>")[0]
    return unescape(re.sub(r"<[^>]+>", " ", block))


def look(table: Table, viewer: str) -> str:
    return unescape(table.regions(viewer)["look"])


def choosing(table: Table, choice: Choice | None) -> Table:
    """Two minutes more, whoever pays."""
    assert table.state.clock is not None
    extension = extending(table.state.clock, table.now, choice=choice)
    return table.do(c.Extend(FACILITATOR, 120, choice, announced(extension)))


def at_now(table: Table, minutes: int = 0) -> str:
    """The same on a page that is asked for so many minutes later."""
    region = table.regions(FACILITATOR)["console"].split("</section>")[0]
    page = str(table.scene(FACILITATOR).tell.at(region, table.now + minutes * MIN))
    shown = re.sub(r"<a [^>]* hidden=.*?</a>", " ", page)
    return unescape(re.sub(r"<[^>]+>", " ", shown)).replace("\u00a0", " ")


def test_the_end_that_holds_is_a_sentence_and_so_is_the_one_that_moved() -> None:
    table = Table().until(Stage.META)
    assert "Fin tenue" in console(table)
    table.now += 110 * MIN
    choosing(table, Choice.EXCEED)
    said = console(table)
    assert re.search(r"La séance finira \d+\sminutes après l’heure annoncée au départ", said)
    assert "Fin tenue" not in said
    assert "à l’heure." not in said


def test_a_page_that_is_asked_for_late_says_what_is_true_then() -> None:
    table = Table().until(Stage.CLARIFICATION)
    assert "d’avance, à garder ou à répartir" in at_now(table)
    assert re.search(r"\d+ minutes de retard : les étapes à venir les paieront", at_now(table, 60))
    late = at_now(table, 200)
    assert "Plus aucune étape ne peut payer ce retard" in late
    assert "Fin tenue" not in late
    assert "d’avance" not in late


def test_once_the_planned_end_has_passed_it_is_not_said_to_hold() -> None:
    late = at_now(Table().until(Stage.META), 120)
    assert "L’heure de fin prévue est passée." in late
    assert "Fin tenue" not in late


def test_a_pause_that_none_can_pay_is_not_said_to_hold_the_end() -> None:
    table = Table().until(Stage.CLARIFICATION).do(c.Pause(FACILITATOR))
    assert "La pause tient la fin prévue" in at_now(table, 5)
    assert "Rien ne peut plus payer cet arrêt" in at_now(table, 150)
    assert "tient la fin" not in at_now(table, 150)


def test_an_end_that_moved_is_not_announced_as_the_one_that_held() -> None:
    table = Table().until(Stage.EXPLORATION)
    table.now += 120 * MIN
    table.do(c.Advance(FACILITATOR, Stage.EXPLORATION, choice=Choice.EXCEED))
    assert table.state.clock is not None
    quote = extending(table.state.clock, table.now, choice=Choice.FLOOR)
    said = table.scene(FACILITATOR).tell.end_said(quote)
    assert said.startswith("L’heure de fin ne change pas")


def test_who_pays_is_said_in_minutes_as_people_count_them() -> None:
    said = [timing._length(seconds).replace("\u00a0", " ") for seconds in (1, 59, 60, 88, 120, 151, 299, 320)]
    assert said == [
        "moins d’une minute", "moins d’une minute", "1 minute", "1 min 30", "2 minutes", "2 min 30", "5 minutes",
        "5 minutes",
    ]  # fmt: skip


def test_ahead_and_behind_are_words_of_the_console_alone() -> None:
    table = Table().until(Stage.EXPLORATION)
    assert re.search(r"\d+ minutes d’avance, à garder ou à répartir", console(table))
    for viewer in (CLIENT, AWA, PROJECTOR):
        assert "avance, à garder" not in "".join(table.regions(viewer).values())


def test_sharing_is_offered_while_it_changes_the_minutes_of_a_step_to_come() -> None:
    table = Table().until(Stage.CLARIFICATION)
    assert "Répartir ce qui reste" in at_now(table)
    assert "Répartir ce qui reste" not in at_now(table, 200)  # no step can pay
    assert "Répartir ce qui reste" not in at_now(Table().until(Stage.CLARIFICATION).do(c.Pause(FACILITATOR)))
    last = at_now(Table().until(Stage.META))
    assert "Répartir ce qui reste" not in last
    assert re.search(r"minutes d’avance, à garder\.", last)


def test_sharing_is_not_offered_to_a_session_on_time_until_it_is_late() -> None:
    table = Table()
    table.do(c.HearCharter(FACILITATOR)).do(c.Open(FACILITATOR))
    assert "La séance est à l’heure." in at_now(table)
    assert "Répartir ce qui reste" not in at_now(table)
    assert "Répartir ce qui reste" in at_now(table, 8)


def test_a_stop_that_none_can_pay_asks_who_pays_in_the_same_form() -> None:
    html = Table().until(Stage.EXPLORATION).do(c.Pause(FACILITATOR)).regions(FACILITATOR)["console"]
    form = html[html.index('data-acte="resume"') :].split("</form>")[0]
    asked = form[form.index('data-why="choice_needed" hidden') :]
    assert 'name="choice" value="exceed"' in asked
    assert 'name="choice" value="floor"' in asked


def test_while_a_silence_is_left_alone_the_console_shows_no_hour_either() -> None:
    table = Table().until(Stage.EXPLORATION).do(c.HideFigures(FACILITATOR))
    said = console(table)
    assert "On laisse le silence." in said
    assert not re.search(r"\d+\s?h\s?\d*|fin prévue|d’avance", said)
    for viewer in (FACILITATOR, CLIENT, PROJECTOR):
        assert 'data-quiet="yes"' in table.regions(viewer)["posture"]


def test_a_phone_says_to_look_at_who_speaks_else_at_the_client() -> None:
    table = Table().until(Stage.CLARIFICATION)
    assert look(table, AWA) == "Regardez Karim"
    assert look(table, CLIENT) == "Regardez le cercle"
    table.do(c.GiveFloor(FACILITATOR, THOMAS))
    assert look(table, AWA) == look(table, CLIENT) == "Regardez Thomas"
    assert look(table, THOMAS) == "Vous avez la parole"
    assert look(table, FACILITATOR) == ""


@pytest.mark.parametrize("stage", [Stage.LOBBY, Stage.CLOSING])
def test_a_phone_stays_as_it_is_where_people_arrive_or_part(stage: Stage) -> None:
    assert look(Table().until(stage), AWA) == ""


def test_a_phone_stays_as_it_is_where_one_has_something_to_read_or_to_answer() -> None:
    assert look(Table().until(Stage.SYNTHESIS), CLIENT) == ""
    assert look(Table().until(Stage.CLARIFICATION).do(c.Suspend(FACILITATOR)), AWA) == ""
    table = Table().until(Stage.OPENING).enter("late", "Camille")
    assert look(table, "late") == ""
    assert look(table.until(Stage.CHOICE).do(c.NameClient(FACILITATOR, AWA)), AWA) == ""
