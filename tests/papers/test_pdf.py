"""The PDF: tagged, titled, in its language, and set whatever people write (A-8)."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sizain.papers import pdf as papers
from sizain.papers.paper import Detail, Said, Section
from sizain.papers.pdf import lacks_signs, pdf, typeset
from tests.papers.sample import sample

SETTING = settings(deadline=None, max_examples=20)
HOSTILE = st.text("#\\@[](){}<>$`*_~'\"/-=:.+ \n\t#let1aé" + "\u05e9\u0633\u202e\u200d\U0001f642\U0001fae0\u6f22\u0301")


def test_it_is_tagged_titled_and_in_its_language() -> None:
    for language in ("fr", "en"):
        made = typeset(sample(language=language))
        assert made.startswith(b"%PDF-1.7")
        assert b"<pdfuaid:part>1</pdfuaid:part>" in made
        assert b"/MarkInfo<</Marked true" in made
        assert b"/StructTreeRoot" in made
        assert f"/Lang({language})".encode() in made
        assert b"/DisplayDocTitle true" in made
        assert '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Carnet, séance du 17 novembre 2026<'.encode() in made


def test_its_tags_say_headings_lists_and_paragraphs() -> None:
    made = typeset(sample())
    tags = set(re.findall(rb"/S/(\w+)", made))
    assert {b"H1", b"H2", b"H3", b"L", b"LI", b"LBody", b"P"} <= tags
    assert tags & {b"Figure", b"Table"} == set()


def test_no_word_of_anybody_stands_in_what_a_file_says_of_itself() -> None:
    made = typeset(sample("colibri"))
    assert b"colibri" not in made
    assert "colibri".encode("utf-16-be").hex().upper().encode() not in made
    assert b"/Author" not in made
    assert b"/CreationDate" not in made


def test_the_same_paper_is_the_same_file() -> None:
    assert typeset(sample()) == typeset(sample())


@SETTING
@given(HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    assert typeset(sample(words)).startswith(b"%PDF-")


@SETTING
@given(st.text())
def test_any_words_can_be_set(words: str) -> None:
    assert typeset(sample(words)).startswith(b"%PDF-")


def test_every_character_up_to_the_cjk_signs_can_be_set() -> None:
    signs = " ".join(map(chr, range(0x3000)))
    sections = (Section(0, "Les signes", (Said(signs), Detail("De même", signs))),)
    assert typeset(replace(sample(), sections=sections)).startswith(b"%PDF-")


def test_a_paper_says_whether_it_lacks_signs() -> None:
    assert lacks_signs(sample("\u6f22"))
    assert not lacks_signs(sample("□ déjà là"))


def test_markup_is_not_read() -> None:
    reading = '#read("paper.typ") #panic("x") @nowhere $x^2$ #import "@preview/x:1.0.0"'
    assert typeset(sample(reading)).startswith(b"%PDF-")


def test_nothing_is_fetched() -> None:
    template = (Path(papers.__file__).parent / "paper.typ").read_text(encoding="utf-8")
    assert not re.search(r"#?import|@preview|#include|http", template)


async def test_whoever_waits_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await pdf(sample())).startswith(b"%PDF-")
    monkeypatch.setattr(papers, "SECONDS", 0.0)
    with pytest.raises(asyncio.TimeoutError):
        await pdf(sample("x" * 20_000))
