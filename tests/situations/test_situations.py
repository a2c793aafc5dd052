"""The twelve situations: whole in both languages, well written, and of nobody."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hatchling.build import build_wheel

from sizain.method.contract import MOST_HELPS, Help
from sizain.method.seance import Limits
from sizain.situations import LANGUAGES, Bringing, Kind, Situation, Tag, read, situations
from tests.house.sources import ROOT
from tests.house.typography import faults

FAMILIAR = {3, 5, 8}
NAMES_OF_DAYS = {
    *("Monday", "Mondays", "Tuesday", "Tuesdays", "Wednesday", "Thursday", "Friday", "Fridays", "Saturday"),
    *("Sunday", "Sundays", "March", "January", "June", "September"),
}
WRITTEN_LARGE = {"en": {*NAMES_OF_DAYS, "I", "I’d", "I’m", "I’ll", "I’ve", "DIY"}, "fr": set()}
WORD = re.compile(r"[^\W\d_][\w’-]*")
BEGINS = re.compile(r"(?:^|[.?…:]\s|[“«]\s?)$")


def words(one: Situation) -> Iterator[str]:
    """Every text of a situation."""
    values = [getattr(one, field.name) for field in fields(one) if field.name != "key"]
    yield from (value for value in values if type(value) is str)
    yield from (asked.text for asked in one.questions)
    yield from (said.text for said in one.contributions)


def test_they_are_twelve_in_both_languages_and_in_the_same_order() -> None:
    french, english = (situations(language) for language in LANGUAGES)
    assert [one.number for one in french] == list(range(1, 13))
    assert [(one.number, one.key) for one in french] == [(one.number, one.key) for one in english]


def test_no_language_stands_in_for_another() -> None:
    with pytest.raises(ValueError, match="'de'"):
        situations("de")


@pytest.mark.parametrize("number", range(1, 13))
def test_what_is_no_matter_of_language_is_the_same_in_both(number: int) -> None:
    french, english = (situations(language)[number - 1] for language in LANGUAGES)
    assert french.client == english.client
    assert french.kind is english.kind
    assert french.help == english.help
    assert french.familiar == english.familiar == (number in FAMILIAR)
    assert [one.tag for one in french.questions] == [one.tag for one in english.questions]
    assert [(one.kind, one.author) for one in french.contributions] == [
        (one.kind, one.author) for one in english.contributions
    ]
    theirs = set(words(french)) & set(words(english))
    assert theirs <= {french.client, *(one.author for one in french.contributions)}, "not translated"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_all_that_a_session_needs_within_its_limits(language: str) -> None:
    limits = Limits()
    for one in situations(language):
        assert all(text.strip() == text and text for text in words(one)), one.key
        assert len(one.questions) == len(one.contributions) == 3
        assert 1 <= len(one.help) <= MOST_HELPS
        assert set(one.help) <= {*Help}
        assert len(one.topic) <= limits.topic
        assert len(one.contract) <= limits.contract
        assert len(one.first_step) <= limits.plan
        assert all(len(said.text) <= limits.trace for said in one.contributions)
        assert len({one.client, *(said.author for said in one.contributions)}) == 4
        assert one.disguised_advice.endswith("?")
        assert all(asked.text.endswith("?") for asked in one.questions)


def test_every_tag_every_kind_and_every_way_to_bring_something_is_there() -> None:
    told = situations()
    assert {one.kind for one in told} == {*Kind}
    assert {asked.tag for one in told for asked in one.questions} == {*Tag}
    assert {said.kind for one in told for said in one.contributions} == {*Bringing}
    assert {kind for one in told for kind in one.help} == {*map(str, Help)}


def test_the_french_is_typographically_right() -> None:
    wrong = [f"{one.key} {fault}: {text}" for one in situations("fr") for text in words(one) for fault in faults(text)]
    assert not wrong, "\n".join(wrong)


def test_the_english_has_no_straight_quotation_mark_and_no_french_space() -> None:
    wrong = [
        f"{one.key}: {text}" for one in situations("en") for text in words(one) if re.search("['\"\u00a0\u202f]", text)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_named_who_does_not_sit_in_the_circle(language: str) -> None:
    for one in situations(language):
        circle = {one.client, *(said.author for said in one.contributions)}
        for text in words(one):
            for found in WORD.finditer(text):
                word = found[0].removesuffix("’s")
                inside = not BEGINS.search(text[: found.start()]) and word[0].isupper()
                assert not inside or word in circle | WRITTEN_LARGE[language], (one.key, word, text)


def test_a_part_that_is_missing_or_a_code_that_is_unknown_is_said() -> None:
    kept = next((ROOT / "src/sizain/situations/fr").glob("01-*.toml"))
    written = kept.read_text(encoding="utf-8")
    assert read(kept.name, written) == situations()[0]
    with pytest.raises(ValueError, match="worry"):
        read(kept.name, written.replace('kind = "concern"', 'kind = "worry"'))
    with pytest.raises(TypeError, match="topic"):
        read(kept.name, re.sub(r"^topic = .*\n", "", written, flags=re.MULTILINE))


def test_they_are_in_the_wheel_with_their_licence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        kept = {name for name in wheel.namelist() if name.startswith("sizain/situations/")}
    assert len([name for name in kept if name.endswith(".toml")]) == 24
    assert "sizain/situations/LICENCE.md" in kept
