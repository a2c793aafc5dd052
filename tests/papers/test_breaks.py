"""Words that no line holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizain.papers.breaks import LONGEST, ZERO_WIDTH_SPACE, breakable


@given(st.text())
def test_nothing_is_lost_and_no_run_is_longer_than_a_line(text: str) -> None:
    cut = breakable(text)
    assert cut.replace(ZERO_WIDTH_SPACE, "") == text.replace(ZERO_WIDTH_SPACE, "")


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1, 600])
def test_a_long_word_is_cut_where_a_line_ends(length: int) -> None:
    parts = breakable("x" * length).split(ZERO_WIDTH_SPACE)
    assert "".join(parts) == "x" * length
    assert max(map(len, parts)) == LONGEST


def test_a_sentence_stays_as_it_is_and_an_accent_stays_on_its_letter() -> None:
    said = "Poser le nouveau planning avec l’équipe, sans passer en force ni y renoncer."
    assert breakable(said) == said
    assert f"{ZERO_WIDTH_SPACE}\u0301" not in breakable("a" * LONGEST + "\u0301bc")
