"""Names: as people type them, and two that read alike are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizain.method.refusals import Refusal, Why
from sizain.seances.asked import read_name
from sizain.seances.names import clean, fold, tidy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inès", "INES"),
        ("Inès", "ine\u0300s"),
        ("Jean Paul", "  jean   PAUL "),
        ("Jean Paul", "jeanpaul"),
        ("Strauß", "STRAUSS"),
        ("Ａｗａ", "awa"),
        ("ℌélène", "Hélène"),
        ("𝐊𝐚𝐫𝐢𝐦", "karim"),
        ("İnci", "inci"),
        ("Ka\u200brim", "Karim"),
    ],
)
def test_names_that_read_alike_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Inès", "Inas"), ("Awa", "Awa B."), ("李", "王")])
def test_names_that_differ_are_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_a_name_that_was_tidied_or_folded_stays_so(name: str) -> None:
    assert tidy(tidy(name)) == tidy(name)
    assert fold(fold(name)) == fold(name) == fold(tidy(name))
    assert len(fold(name)) <= 160


@given(st.text())
def test_clean_words_can_be_kept_and_lose_nothing_that_is_seen(words: str) -> None:
    kept = clean(words)
    assert "\0" not in kept
    assert kept.encode().decode() == kept
    assert clean(kept) == kept
    assert [one for one in kept if one.isprintable()] == [one for one in words if one.isprintable()]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", Refusal(Why.EMPTY)),
        (" \u200b\0 ", Refusal(Why.EMPTY)),
        ("x" * 41, Refusal(Why.TOO_LONG, 40)),
    ],
)
def test_a_name_is_there_and_short(typed: str, said: Refusal) -> None:
    with pytest.raises(Refusal) as refused:
        read_name(typed, 40)
    assert refused.value == said
    assert read_name(" " * 60 + "x" * 40, 40) == "x" * 40
