"""The hint that reads advice in a question (R5): how often it is right, on sentences that it was not made for.

`held_out.*.tsv` were written and committed before the first rule, and nothing in the rules was ever adjusted to what
they show: a rule that fails there is looked for among `tuned.*.tsv`. Nothing prints a sentence of the former. Both
halves are by one hand, on the same afternoon: what real circles write will read less well than the figures say.
"""

from pathlib import Path

import pytest

from sizain.method.advice import looks_like_advice

HERE = Path(__file__).parent
LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])
LEAST = 60
"""Sentences of each language in each half; 120 together."""


def labelled(half: str, language: str) -> list[tuple[bool, str]]:
    """Each sentence with whether it is advice."""
    lines = (HERE / f"{half}.{language}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines]
    assert {label for label, _ in pairs} == {"advice", "question"}
    return [(label == "advice", sentence) for label, sentence in pairs]


@LANGUAGES
def test_half_of_the_sentences_were_never_used_to_adjust_a_rule(language: str) -> None:
    apart, tuned = ({sentence for _, sentence in labelled(half, language)} for half in ("held_out", "tuned"))
    assert len(apart) >= LEAST
    assert len(tuned) >= LEAST
    assert not apart & tuned
    for half in ("held_out", "tuned"):
        advice = [is_advice for is_advice, _ in labelled(half, language)]
        assert 0.4 < sum(advice) / len(advice) < 0.6


@LANGUAGES
def test_on_sentences_kept_apart_it_is_right_nine_times_in_ten_and_finds_seven(language: str) -> None:
    said = [(is_advice, looks_like_advice(sentence)) for is_advice, sentence in labelled("held_out", language)]
    right = sum(is_advice and told for is_advice, told in said)
    precision, recall = right / sum(told for _, told in said), right / sum(is_advice for is_advice, _ in said)
    print(f"advice hint, {language}, {len(said)} sentences kept apart: precision {precision:.2f}, recall {recall:.2f}")
    assert precision >= 0.9
    assert recall >= 0.7


@LANGUAGES
def test_the_sentences_that_the_rules_were_made_with_still_read_well(language: str) -> None:
    wrong = [
        sentence for is_advice, sentence in labelled("tuned", language) if looks_like_advice(sentence) != is_advice
    ]
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize(
    ("sentence", "advice"),
    [
        ("AVEZ-VOUS ESSAYÉ DE LUI PARLER ?", True),
        ("avez vous essaye de lui parler", True),
        ("Avez-vous essayé de lui parler\u202f?", True),
        ("Je vous entends. Et si vous lui écriviez ?", True),
        ("Que s’est-il passé ? Pourquoi ne pas le lui demander ?", True),
        ("", False),
        ("?", False),
        ("…", False),
        ("\u0000\ud800", False),
        ("Si vous étiez à sa place, que feriez-vous ?", False),
        ("Et si vous ne disiez rien, que se passerait-il ?", False),
        ("How about it?", True),
    ],
)
def test_case_accents_and_marks_change_nothing(sentence: str, advice: bool) -> None:
    assert looks_like_advice(sentence) is advice


def test_a_text_of_any_length_is_read_at_once() -> None:
    for piece in ("pourquoi vous ", "et si vous le la les ", "peut etre ", "what if you, ", "a", "' ", "…,"):
        assert looks_like_advice(piece * 100_000) in (True, False)
