"""Every sentence of the interface follows French typography, wherever it is written."""

import pytest

from tests.house.typography import faults
from tools.messages import extract


def test_french_sentences_are_typographically_right() -> None:
    wrong = []
    for message in extract():
        place = ":".join(str(part) for locations in message.locations[:1] for part in locations)
        for sentence in (message.id,) if isinstance(message.id, str) else message.id:
            wrong += [f"{place} {fault}: {sentence!r}" for fault in faults(sentence)]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    "sentence",
    [
        "Qui se sent prêt\u202f?",
        "Le sujet\u00a0: «\u00a0déléguer\u00a0», jusqu’à 14\u00a0h\u00a030.",
        "Encore %(count)s\u00a0min",
        "<a href=\"/r/\" title='x'>Entrer</a> avec le code&nbsp;?",
        "De 9:05 à 10:10",
        "Prêt\u202f?…",
    ],
)
def test_a_right_sentence_passes(sentence: str) -> None:
    assert faults(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Qui se sent prêt ?",
        "Qui se sent prêt\u00a0?",
        "Bravo\u202f!",
        "Le sujet : déléguer",
        "Le sujet: déléguer",
        "« déléguer »",
        "l'équipe",
        '"déléguer"',
        "Attendez...",
        "Encore %(count)s min",
        "50 %",
        "animateur·rice",
        "deux  espaces",
        "fini ",
    ],
)
def test_a_wrong_sentence_is_reported(sentence: str) -> None:
    assert faults(sentence)
