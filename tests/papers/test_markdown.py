"""A paper in Markdown: what people wrote is never markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizain.papers.markdown import escaped, markdown
from tests.papers.sample import sample

HOSTILE = st.text("#\\@[](){}<>!`*_~|&$^+-=:.)1 \n\taéש\U0001f642")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("# un titre", "\\# un titre"),
        ("- une liste", "\\- une liste"),
        ("12. une liste", "12\\. une liste"),
        ("===", "\\==="),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[ici](javascript:alert(1))", "\\[ici\\](javascript:alert(1))"),
        ("une *étoile*", "une \\*étoile\\*"),
        ("une ligne\n\n    une autre", "une ligne\\\nune autre"),
        ("&copy;", "\\&copy;"),
        ("L’idée : deux colonnes, 3.5 fois", "L’idée : deux colonnes, 3.5 fois"),
    ],
)
def test_markup_is_shown_as_it_was_written(words: str, kept: str) -> None:
    assert escaped(words) == kept


@given(HOSTILE)
def test_no_words_make_a_heading_a_list_or_a_tag(words: str) -> None:
    for line in escaped(words).split("\n"):
        assert not re.search(r"(?<!\\)(\\\\)*[`*_\[\]<>|~#&$^]", line)
        assert not re.match(r"\s|[-+=:]|\d{1,9}[.)]", line)


@given(HOSTILE)
def test_the_paper_has_the_same_lines_of_markup_whatever_people_write(words: str) -> None:
    def skeleton(said: str) -> list[str]:
        return re.findall(r"^(?:#+ |---$|- \*\*).*?(?=\*\* |$)", markdown(sample(said)), re.MULTILINE)

    assert skeleton(words) == skeleton("Des mots")


def test_it_reads_from_top_to_bottom() -> None:
    text = markdown(sample("Des mots"))
    assert text.startswith("# Carnet\n\nSéance du 17 novembre 2026\n\n- **Client** Des mots\n")
    assert "## Ma demande\n\n> Des mots\n\n**L’aide demandée**\\\nDes mots\n" in text
    assert text.endswith("---\n\nConfidentiel.\n")
