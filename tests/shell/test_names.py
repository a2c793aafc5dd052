"""The letters of a badge."""

import pytest

from sizain.shell.names import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Hélène Marchetti", "HM"),
        ("Jean-Luc", "JL"),
        ("Karim", "KA"),
        ("Inès de la Tour", "IT"),
        ("E\u0301lise", "ÉL"),
        ("Karim 2", "K2"),
        ("Ö", "Ö"),
        ("ß", "SS"),
        ("李小龙", "李小"),
        ("\U0001f642", "·"),
        ("", "·"),
    ],
)
def test_a_name_becomes_one_or_two_letters(name: str, letters: str) -> None:
    assert initials(name) == letters
