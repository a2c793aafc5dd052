"""The screens while the facilitation changes hands, is away, or is written to."""

import re
from collections import Counter
from itertools import product

import pytest

from sizain.method import commands as c
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.live.table import CLIENT, FACILITATOR, Table
from tests.live.test_screens import CONSULTANT, HELD, OBSERVER, table_at

THOMAS, AWA = "seat-0", "seat-1"
EVERYBODY = (FACILITATOR, THOMAS, AWA, CLIENT, CONSULTANT, OBSERVER, PROJECTOR)
OPEN = tuple(stage for stage in HELD if stage is not Stage.CLOSED)
LINE, BACK = "Je n’entends plus Karim", "Revenez par le lien"


def with_deputy(stage: Stage) -> Table:
    table = table_at(stage)
    table.do(c.HearCharter(FACILITATOR))
    return table.do(c.NameDeputy(FACILITATOR, THOMAS, True)).do(c.AnswerDeputy(THOMAS, True))


def text_of(table: Table, viewer: str, language: str = "fr") -> str:
    html = " ".join(table.regions(viewer, language).values())
    return re.sub(r"<[^>]+>", " ", html)


@pytest.mark.parametrize(("stage", "language"), list(product(OPEN, ("fr", "en"))))
def test_every_screen_is_drawn_whoever_facilitates_and_says_one_thing_once(stage: Stage, language: str) -> None:
    table = with_deputy(stage)
    for happens in (c.NoteAbsence(FACILITATOR), c.TakeOver(THOMAS), c.NoteReturn(THOMAS, FACILITATOR)):
        table.do(happens)
        for viewer in EVERYBODY:
            ids = Counter(re.findall(r'\sid="([^"]+)"', "".join(table.regions(viewer, language).values())))
            assert [one for one, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("stage", OPEN)
def test_the_deputy_alone_is_offered_to_take_over_and_the_screen_of_the_room_says_nothing(stage: Stage) -> None:
    table = with_deputy(stage)
    assert "Vous êtes le relais" in text_of(table, THOMAS)
    before = table.regions(PROJECTOR)
    table.do(c.NoteAbsence(FACILITATOR))
    for viewer in EVERYBODY:
        offered = "Reprendre l’animation" in text_of(table, viewer)
        assert offered == (viewer == THOMAS)
    for viewer in (AWA, CLIENT, OBSERVER):
        assert "Thomas peut reprendre l’animation." in text_of(table, viewer)
    assert {**table.regions(PROJECTOR), "posture": ""} == {**before, "posture": ""}


def test_an_absence_without_a_deputy_says_that_the_time_stays_in_its_step() -> None:
    table = table_at(Stage.EXPLORATION).do(c.NoteAbsence(FACILITATOR))
    assert "Le temps va jusqu’à la fin de l’étape, pas plus loin." in text_of(table, AWA)
    assert "data-held=" in table.regions(AWA)["posture"]
    assert "data-held=" not in table_at(Stage.EXPLORATION).regions(AWA)["posture"]


def test_the_console_goes_to_the_deputy_and_whoever_opened_stands_beside_the_ring() -> None:
    table = with_deputy(Stage.CLARIFICATION)
    assert "Passer l’animation à Thomas" in text_of(table, FACILITATOR)
    table.do(c.HandOver(FACILITATOR, THOMAS)).do(c.Engage(FACILITATOR))
    assert "Rendre l’animation à Hélène" in text_of(table, THOMAS)
    assert "À côté du cercle" in text_of(table, FACILITATOR)
    circle = table.regions(AWA)["circle"]
    assert re.search(r"Hélène<small>co-animation", circle)
    assert re.search(r"Thomas<small>animation", circle)
    assert table.regions(FACILITATOR)["console"] == ""
    assert table.look(AWA).facilitator == THOMAS


def test_nobody_is_offered_to_hand_over_to_a_deputy_who_is_away() -> None:
    table = with_deputy(Stage.CLARIFICATION).do(c.NoteAbsence(FACILITATOR)).do(c.TakeOver(THOMAS))
    console = table.regions(THOMAS)["console"]
    assert "Hélène n’est plus en ligne." in console
    assert "/hand-over" not in console
    table.do(c.NoteReturn(THOMAS, FACILITATOR))
    assert "/hand-over" in table.regions(THOMAS)["console"]


def test_a_line_is_on_two_screens_and_its_answer_on_one() -> None:
    table = table_at(Stage.EXPLORATION)
    others = {viewer: text_of(table, viewer) for viewer in (THOMAS, CLIENT, OBSERVER, PROJECTOR)}
    table.do(c.WriteAside(AWA, table.write("line", LINE), len(LINE), FACILITATOR))
    assert "Awa vous écrit." in text_of(table, FACILITATOR)
    assert LINE in text_of(table, FACILITATOR)
    assert 'data-aside="yes"' in table.regions(FACILITATOR)["posture"]
    table.do(c.AnswerAside(FACILITATOR, "line", table.write("back", BACK), len(BACK)))
    assert BACK in text_of(table, AWA)
    assert LINE not in text_of(table, FACILITATOR)
    assert 'data-aside="no"' in table.regions(FACILITATOR)["posture"]
    assert {viewer: text_of(table, viewer) for viewer in others} == others


def test_whoever_was_told_in_confidence_is_named_even_when_another_person_facilitates() -> None:
    table = with_deputy(Stage.CLARIFICATION)
    table.do(c.SayNotWell(AWA)).do(c.WriteAside(AWA, table.write("line", LINE), len(LINE)))
    table.do(c.HandOver(FACILITATOR, THOMAS))
    assert "Vous l’aviez dit à Hélène, qui n’anime plus." in text_of(table, AWA)
    assert "Votre ligne était pour Hélène, qui n’anime plus." in text_of(table, AWA)
    assert LINE not in text_of(table, THOMAS)
    assert "cela ne va pas." not in text_of(table, THOMAS)
