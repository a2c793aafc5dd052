"""Every refusal and every stage has its words, in both languages."""

from dataclasses import replace

import pytest
from django.utils import translation

from sizain.configuration import configuration
from sizain.live import sentences
from sizain.live.guide import CHARTER, head
from sizain.live.sentences import STAGES, retention, sentence, where
from sizain.method import commands as c
from sizain.method.ending import DAY_MS
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Stage
from sizain.method.sight import View
from sizain.shell import times
from tests.live.table import CLIENT, FACILITATOR, Table

LANGUAGES = ("fr", "en")
SEATED = (View.FACILITATOR, View.CLIENT, View.CONSULTANT, View.OBSERVER)
OTHERS = ("KEY_REUSED", "UNAVAILABLE", "ASKED_AGAIN", "TOO_MANY_TRIES", "TOO_MANY_OPENED")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", Why)
def test_every_reason_to_refuse_has_one_sentence(why: Why, language: str) -> None:
    with translation.override(language):
        said = sentence(Refusal(why))
        assert said.endswith(".")
        assert language == "fr" or said not in {str(words) for words in _in_french()}


def _in_french() -> list[str]:
    with translation.override("fr"):
        return [str(words) for words in sentences.REFUSED.values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_reasons_say_the_same(language: str) -> None:
    with translation.override(language):
        said = [sentence(Refusal(why)) for why in Why]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("why", [Why.TOO_LONG, Why.FULL])
def test_a_limit_is_said_in_figures(why: Why) -> None:
    with translation.override("fr"):
        assert "20" in sentence(Refusal(why, 20))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_refusal_of_the_method_has_its_sentence_too(name: str, language: str) -> None:
    with translation.override(language):
        assert str(getattr(sentences, name)).endswith(".")


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_a_name_and_a_place_beside_the_six(stage: Stage) -> None:
    with translation.override("fr"):
        assert str(STAGES[stage].full)
        assert str(STAGES[stage].short)
        assert where(stage)


@pytest.mark.parametrize("view", SEATED)
@pytest.mark.parametrize("stage", Stage)
def test_every_place_at_the_table_has_words_at_every_stage(stage: Stage, view: View) -> None:
    said = head(view, stage)
    assert str(said.title)
    assert str(said.lead)


def test_the_charter_stands_on_one_screen() -> None:
    assert 5 <= len(CHARTER) <= 10


@pytest.mark.parametrize(("erases", "days"), [(False, "7 jours"), (True, "1 jour ")])
def test_the_sentence_and_the_date_are_those_of_this_session(*, erases: bool, days: str) -> None:
    table = Table().until(Stage.CLOSED)
    if erases:
        table.do(c.EraseConsultation(CLIENT))
    closed, short = table.state.closed_at, configuration().model_copy(update={"retention_days": 1})
    assert closed is not None
    for viewer in (FACILITATOR, CLIENT, "seat-0"):
        tell = replace(table.scene(viewer), configuration=short).tell
        assert days in tell.retention(0).replace("\u00a0", " ")
        assert tell.erased_day(0) == times.day(closed + (1 if erases else 7) * DAY_MS)
        assert tell.erased_day(0) in tell.retention(0)


def test_retention_is_said_with_its_days_and_its_date() -> None:
    at = 1_797_500_000_000  # 17 December 2026
    with translation.override("fr"):
        assert "30\u00a0jours" in retention(30, at)
        assert "17\u00a0décembre 2026" in retention(30, at)
    with translation.override("en"):
        assert "1 day " in retention(1, at)
