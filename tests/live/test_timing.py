"""The clock in words: what the console says of it, and what a phone that nobody touches says."""

import re
from html import unescape

import pytest

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


def test_the_end_that_holds_is_a_sentence_and_so_is_the_one_that_moved() -> None:
    table = Table().until(Stage.META)
    assert "Fin tenue" in console(table)
    table.now += 110 * MIN
    choosing(table, Choice.EXCEED)
    assert re.search(r"La séance finira \d+\sminutes après l’heure annoncée au départ", console(table))
    assert "Fin tenue" not in console(table)


def test_ahead_and_behind_are_words_of_the_console_alone() -> None:
    table = Table().until(Stage.EXPLORATION)
    assert re.search(r"\d+ minutes d’avance, à garder ou à répartir", console(table))
    for viewer in (CLIENT, AWA, PROJECTOR):
        assert "avance, à garder" not in "".join(table.regions(viewer).values())


def test_sharing_is_offered_while_steps_are_to_come_and_time_runs() -> None:
    table = Table().until(Stage.CLARIFICATION)
    assert "Répartir ce qui reste" in console(table)
    assert "Répartir ce qui reste" not in console(table.do(c.Pause(FACILITATOR)))
    assert "Répartir ce qui reste" not in console(Table().until(Stage.META))


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
