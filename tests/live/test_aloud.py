"""What the facilitation may say, and its systemic cards: enough at each stage, well written, of nobody's gender."""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest

from sizain.live.aloud import LANGUAGES, Moment, aloud
from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage, step_number
from tests.house.sources import ROOT
from tests.house.typography import faults

SPOKEN = [stage for stage in Stage if stage is not Stage.CLOSED]
STEPS = [stage for stage in Stage if step_number(stage)]
MOST = 140
"""Characters that one reads at a glance while people wait."""
FORMAL = re.compile(r"\b(vous|votre|vos|vôtres?)\b|\w[- ]vous\b|\w{2}ez\b", re.IGNORECASE)
INFORMAL = re.compile(r"\b(tu|te|toi|ton|ta|tes|tien|tiens|tiennes?)\b|\bt’", re.IGNORECASE)
NOT_A_VERB = re.compile(r"\b(assez|chez)\b")
GENDERED = re.compile(
    r"\b(prête?s?|sûre?s?|seule?s?|surprise?|contente?|satisfaite?|heureu(x|se)|fatiguée?|invitée?|concernée?"
    r"|étonnée?|touchée?|gênée?|arrivée?|venue?|allée?|clients|consultants|chacun(?!e et à chacun)"
    r"|animat(eur|rice)|participante?s?)\b|\(e\)|[·•]|\b(vous a|t’a|vous ont|t’ont) \w*(é|i|u)(e|s|es)?\b",
    re.IGNORECASE,
)
INVARIABLE = re.compile(r"\b(?:vous|t’)\s?a (?:le plus servi|pesé)\b")
"""Of what serves or weighs on somebody, the participle does not agree."""


def everything(language: str) -> Iterator[tuple[str, str]]:
    """Every text, with where it stands."""
    kept = aloud(language)
    for stage, sentences in kept.sentences.items():
        for one in sentences:
            yield from {(stage.value, one.polite), (stage.value, one.familiar)}
    for moment, sentences in kept.moments.items():
        for one in sentences:
            yield from {(moment.value, one.polite), (moment.value, one.familiar)}
    yield from ((kind.value, words) for kind, words in kept.rounds.items())
    for card in kept.cards:
        place = f"{card.stage.value} {card.family}"
        yield from {(place, card.question.polite), (place, card.question.familiar)}
        yield from ((place, card.aim),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_stage_has_at_least_four_sentences_and_each_round_its_own(language: str) -> None:
    kept = aloud(language)
    assert list(kept.sentences) == SPOKEN
    assert {stage: len(said) for stage, said in kept.sentences.items() if len(said) < 4} == {}
    assert set(kept.rounds) == {*RoundKind}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_has_six_cards_each_from_another_family(language: str) -> None:
    for stage in STEPS:
        cards = aloud(language).cards_at(stage)
        assert len(cards) == len({card.family for card in cards}) == 6
    assert {card.stage for card in aloud(language).cards} == {*STEPS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_family_of_the_method_is_there_and_has_a_card(language: str) -> None:
    deck = tomllib.loads((ROOT / f"src/sizain/live/aloud/cards.{language}.toml").read_text(encoding="utf-8"))
    assert len(deck["families"]) == 17
    assert {card.family for card in aloud(language).cards} == {*deck["families"]}


def test_both_languages_say_as_much_in_the_same_order() -> None:
    french, english = (aloud(language) for language in LANGUAGES)
    assert {stage: len(said) for stage, said in french.sentences.items()} == {
        stage: len(said) for stage, said in english.sentences.items()
    }
    assert {moment: len(said) for moment, said in french.moments.items()} == {
        moment: len(said) for moment, said in english.moments.items()
    }
    assert {*french.moments} == {*Moment} - {Moment.SILENCE}
    assert [(card.stage, card.family) for card in french.cards] == [(card.stage, card.family) for card in english.cards]
    assert not {text for _, text in everything("fr")} & {text for _, text in everything("en")}, "not translated"


def test_no_language_stands_in_for_another() -> None:
    with pytest.raises(ValueError, match="'de'"):
        aloud("de")


def test_one_form_never_slips_into_the_other() -> None:
    """Every sentence of a stage has two forms that differ; a card has two wherever it addresses somebody."""
    french = aloud("fr")
    said = [one for kept in (french.sentences, french.moments) for sentences in kept.values() for one in sentences]
    assert [one for one in said if one.polite == one.familiar] == []
    for one in (*said, *(card.question for card in french.cards)):
        assert not INFORMAL.search(one.polite), one.polite
        assert not FORMAL.search(NOT_A_VERB.sub("", one.familiar)), one.familiar
    assert all(one.polite == one.familiar for kept in aloud("en").sentences.values() for one in kept)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_twice_nor_nearly(language: str) -> None:
    kept = aloud(language)
    said = [one for found in (kept.sentences, kept.moments) for sentences in found.values() for one in sentences]
    for form in ("polite", "familiar"):
        texts = [*(getattr(one, form) for one in said), *(getattr(card.question, form) for card in kept.cards)]
        texts += [card.aim for card in kept.cards]
        texts += [*kept.rounds.values()]
        alike = [pair for pair in combinations(texts, 2) if SequenceMatcher(None, *pair).quick_ratio() > 0.95]
        assert [pair for pair in alike if SequenceMatcher(None, *pair).ratio() > 0.85] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_short_and_a_whole_sentence(language: str) -> None:
    wrong = [f"{where}: {text}" for where, text in everything(language) if len(text) > MOST or text[-1] not in ".?"]
    assert not wrong, "\n".join(wrong)
    assert all(card.question.polite.endswith("?") for card in aloud(language).cards)
    assert all(card.aim.endswith(".") for card in aloud(language).cards)


def test_the_french_is_typographically_right_and_guesses_nobodys_gender() -> None:
    wrong = [f"{where} {fault}: {text}" for where, text in everything("fr") for fault in faults(text)]
    wrong += [
        f"{where} {found[0]}: {text}"
        for where, text in everything("fr")
        if (found := GENDERED.search(INVARIABLE.sub("", text)))
    ]
    assert not wrong, "\n".join(wrong)


def test_the_english_has_no_straight_quotation_mark_no_french_space_and_no_he_or_she() -> None:
    strange = re.compile(r"['\"\u00a0\u202f!]|\b(he|she|him|his|her|hers)\b", re.IGNORECASE)
    wrong = [f"{where}: {text}" for where, text in everything("en") if strange.search(text) or "  " in text]
    assert not wrong, "\n".join(wrong)


def test_they_are_in_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hatchling = pytest.importorskip("hatchling.build")
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / hatchling.build_wheel(str(tmp_path))) as wheel:
        kept = {Path(name).name for name in wheel.namelist() if name.startswith("sizain/live/aloud/")}
    assert {"fr.toml", "en.toml", "cards.fr.toml", "cards.en.toml"} <= kept
