"""Signs that our fonts draw, and those that they do not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizain.papers.signs import UNKNOWN, drawable


@pytest.mark.parametrize(
    "words",
    ["Ça, où, Œuvre : « très juste » ; 3 €", "Dvořák, Őri, Łukasz", "Олена", "Ελένη", "שלום", "سلام", "a\nb", "≤ → ½"],
)
def test_the_scripts_of_our_fonts_are_kept_as_they_are(words: str) -> None:
    assert drawable(words) == words


def test_a_sign_without_a_shape_is_a_white_square_and_the_words_around_it_stay() -> None:
    assert drawable("avant \u6f22\u5b57 après") == f"avant {UNKNOWN}{UNKNOWN} après"


def test_what_nobody_sees_is_left_out() -> None:
    assert drawable("a\u202eb\u2066c\u200bd\u00ade\tf\x00\ufe0f") == "abcde f"


def test_an_accent_that_no_font_can_put_there_is_left_out_and_its_letter_stays() -> None:
    assert drawable("e\u0301") == "é"
    assert drawable("\u6f22\u0301") == UNKNOWN
    assert drawable("e\u1abe") == "e"


@given(st.text())
def test_it_is_settled_once_and_holds_no_control_but_the_end_of_line(words: str) -> None:
    shown = drawable(words)
    assert drawable(shown) == shown
    assert not [one for one in shown if one != "\n" and unicodedata.category(one) in ("Cc", "Cs", "Co", "Cn")]
