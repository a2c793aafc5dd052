"""Erased words on the screens: it is said that they are, where they stood (R21)."""

from sizain.method import commands as c
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.live.table import CLIENT, CONTRACT, FACILITATOR, TOPIC, Table

OTHER = "seat-1"
WORDS = {"given": "Une trace à garder", "understood": "Je comprends mieux", "step-text": "Écrire à Paul"}


def written(stage: Stage) -> Table:
    """A consultation with something of each kind in it."""
    table = Table().until(Stage.EXPLORATION)
    table.do(c.LeaveTrace(OTHER, OTHER, table.write("given", WORDS["given"]), 10)).until(Stage.SYNTHESIS)
    table.do(c.WriteUnderstanding(CLIENT, table.write("understood", WORDS["understood"]), 10))
    table.write("step-text", WORDS["step-text"])
    when = table.write("when", "2026-12-03")
    table.do(c.WriteStep(CLIENT, None, "step", {"text": "step-text", "when": when}, {"text": 10, "when": 10}, True))
    return table.until(stage)


def erase(table: Table, text: str) -> None:
    """As the writer does: the event, then the words."""
    table.do(c.EraseText(CLIENT, text))
    del table.words.texts[text]


def test_where_an_erased_text_stood_every_screen_says_so() -> None:
    table = written(Stage.SYNTHESIS)
    before = table.regions(OTHER)
    assert CONTRACT in before["sheet"]
    for text in ("contract", "step-text", "given", "understood", "when"):
        erase(table, text)
    for viewer in (CLIENT, OTHER, FACILITATOR, PROJECTOR):
        screen = " ".join(table.regions(viewer).values())
        assert "effacé" in screen, viewer
        for words in (CONTRACT, *WORDS.values(), "3 décembre"):
            assert words not in screen, viewer
    assert "effacé" in table.regions(OTHER, "fr")["traces"]


def test_an_erased_topic_is_said_to_be_in_step_0() -> None:
    table = Table().until(Stage.CHOICE).topic(CLIENT)
    assert TOPIC in table.regions(FACILITATOR)["sheet"]
    erase(table, "topic")
    for viewer in (CLIENT, FACILITATOR):
        assert "effacé" in table.regions(viewer)["sheet"]


def test_a_whole_consultation_that_was_erased_is_said_calmly_and_the_session_goes_on() -> None:
    for stage in (Stage.PRESENTATION, Stage.CONTRACT, Stage.EXPLORATION, Stage.SYNTHESIS, Stage.META, Stage.CLOSING):
        table = Table().until(stage) if stage in (Stage.PRESENTATION, Stage.CONTRACT) else None
        table = table or (written(stage) if stage is not Stage.EXPLORATION else Table().until(stage))
        table.do(c.EraseConsultation(CLIENT))
        table.words.texts.clear()
        said = "Karim a effacé sa consultation"
        assert said in table.regions(OTHER)["sheet"]
        assert said in table.regions(FACILITATOR)["sheet"]
        assert "Vous avez effacé votre consultation" in table.regions(CLIENT)["sheet"]
        assert said not in " ".join(table.regions(PROJECTOR).values())


def test_the_client_has_the_way_to_it_from_step_1_on_and_an_author_once_the_sorting_has_begun() -> None:
    way = "/effacement/"
    assert way not in Table().until(Stage.CHOICE).regions(CLIENT)["traces"]
    assert way in Table().until(Stage.PRESENTATION).regions(CLIENT)["traces"]
    table = written(Stage.SYNTHESIS)
    assert way in table.regions(OTHER)["traces"]
    assert way not in table.regions("seat-0")["traces"]
    assert way not in table.regions(FACILITATOR)["traces"]
    table.do(c.Leave(CLIENT))
    assert way in table.regions(CLIENT)["outside"]


def test_an_erased_wording_is_taken_up_as_nothing_and_not_as_a_word() -> None:
    table = Table().until(Stage.CONTRACT).contract()
    erase(table, "contract")
    assert table.scene(CLIENT).text("contract") == "effacé"
    assert table.scene(CLIENT).written("contract") == ""
