"""Step 3 on screen: four parts, answers for whom they are given to, and one tap back from the later steps."""

import re

import pytest

from sizain.live.contracting import ANSWERS, HELPS, MINE
from sizain.method import commands as c
from sizain.method.contract import Answer, Help, Written
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.live.table import CLIENT, FACILITATOR, Table

THOMAS, AWA, INES = "seat-0", "seat-1", "seat-5"
EVERYBODY = (FACILITATOR, CLIENT, THOMAS, AWA, PROJECTOR)
LEAVE, NOT, WORD = "une façon d’ouvrir la réunion", "des conseils sur les personnes", "oser le dire"
OWN, CHANGED = "Ma première demande", "Ma demande d’après"


def _whole(until: Stage = Stage.CONTRACT) -> Table:
    table = Table().until(Stage.CONTRACT)
    parts = {
        name: Written(table.write(name, words), len(words))
        for name, words in (("word", WORD), ("leave_with", LEAVE), ("not_wanted", NOT))
    }
    text = table.write("own", OWN)
    table.do(c.ValidateContract(CLIENT, text, len(OWN), (Help.WIDEN, Help.PREPARE), **parts))
    return table.until(until)


def _page(table: Table, viewer: str) -> str:
    return "".join(table.regions(viewer).values())


def test_every_kind_of_help_and_every_answer_has_its_words() -> None:
    assert set(HELPS) == set(Help)
    assert set(ANSWERS) == set(MINE) == set(Answer)


@pytest.mark.parametrize("stage", [Stage.CONTRACT, Stage.EXPLORATION, Stage.SYNTHESIS, Stage.META])
@pytest.mark.parametrize("viewer", [FACILITATOR, CLIENT, THOMAS])
def test_the_whole_contract_is_on_every_seats_screen_from_its_validation_on(stage: Stage, viewer: str) -> None:
    sheet = _whole(stage).regions(viewer)["sheet"]
    for words in (OWN, "Élargir mon regard", "Préparer une action", WORD, LEAVE, NOT):
        assert words in sheet
    assert ("Le contrat entier" in sheet) == (stage is not Stage.CONTRACT)


def test_what_is_said_beside_the_question_is_not_on_the_screen_of_the_room() -> None:
    screen = _page(_whole(Stage.EXPLORATION), PROJECTOR)
    assert OWN in screen
    assert NOT not in screen


def test_earlier_words_are_read_by_the_client_alone() -> None:
    table = _whole()
    table.do(c.ValidateContract(CLIENT, table.write("changed", CHANGED), len(CHANGED)))
    read = {viewer: OWN in _page(table, viewer) for viewer in EVERYBODY}
    assert read == {FACILITATOR: False, CLIENT: True, THOMAS: False, AWA: False, PROJECTOR: False}


def test_each_consultant_reads_their_own_answer_and_nobody_elses() -> None:
    table = _whole().do(c.AnswerContract(AWA, Answer.NUANCE, "own"))
    pressed = re.compile(r'aria-pressed="true">([^<]+)<')
    assert pressed.findall(table.regions(AWA)["sheet"]) == ["J’ai une nuance"]
    assert not pressed.findall(table.regions(THOMAS)["sheet"])
    assert "Nuance" in table.regions(CLIENT)["sheet"]
    assert "à entendre" not in table.regions(CLIENT)["sheet"]


def test_the_facilitation_reads_what_is_open_without_blame() -> None:
    table = Table().until(Stage.CONTRACT)
    assert "Encore ouvert" in table.regions(FACILITATOR)["sheet"]
    table = _whole()
    for seat, answer in ((THOMAS, Answer.ACCORD), (AWA, Answer.NUANCE), ("seat-3", Answer.CANNOT)):
        table.do(c.HearAnswer(FACILITATOR, seat, answer, "own"))
    sheet = table.regions(FACILITATOR)["sheet"]
    for said in (
        "Une nuance à entendre\u00a0: Awa.",
        "Mathilde ne peut pas aider là-dessus.",
        "Des réponses à venir\u00a0: Julien et Inès.",
    ):
        assert said in sheet
    table.do(c.HearAgreement(FACILITATOR, "own"))
    sheet = table.regions(FACILITATOR)["sheet"]
    assert "à entendre" not in sheet
    assert "hear-agreement" not in sheet
    assert "Suivant\u00a0: exploration" in sheet
    assert "Le cercle est d’accord." in table.regions(CLIENT)["sheet"]


@pytest.mark.parametrize("stage", [Stage.EXPLORATION, Stage.SYNTHESIS, Stage.META])
def test_the_contract_is_reopened_in_one_tap_from_the_steps_under_it(stage: Stage) -> None:
    regions = _whole(stage).regions(FACILITATOR)
    assert "Reprendre le contrat" in regions["sheet"]
    assert 'name="to" value="contract"' not in regions["console"]
    for viewer in (CLIENT, THOMAS, PROJECTOR):
        assert "Reprendre le contrat" not in _page(_whole(stage), viewer)
