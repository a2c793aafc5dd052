"""The switch of every page."""

import pytest
from django.test import Client

from sizain.shell.language import language_from


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_chosen_language_is_kept_and_brings_back_to_the_page(language: str) -> None:
    answer = Client().post("/langue/", {"language": language, "next": "/seances/nouvelle/?a=1"})
    assert answer.status_code == 302
    assert answer["Location"] == "/seances/nouvelle/?a=1"
    assert answer.cookies["sizain_langue"].value == language
    assert answer.cookies["sizain_langue"]["samesite"] == "Lax"


def test_without_a_path_the_page_before_is_the_way_back() -> None:
    answer = Client().post("/langue/", {"language": "en"}, headers={"Referer": "http://testserver/r/"})
    assert answer["Location"] == "/r/"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.org/", "//example.org/x", "/\\example.org", "javascript:alert(1)", "", "http:///x"],
)
def test_the_way_back_is_never_another_site(elsewhere: str) -> None:
    assert Client().post("/langue/", {"language": "en", "next": elsewhere})["Location"] == "/"


def test_an_unknown_language_changes_nothing() -> None:
    answer = Client().post("/langue/", {"language": "tlh", "next": "/"})
    assert "sizain_langue" not in answer.cookies


def test_looking_at_the_address_chooses_nothing() -> None:
    assert Client().get("/langue/").status_code == 405


@pytest.mark.parametrize(
    ("cookie", "accepted", "language"),
    [
        ("en", "fr", "en"),
        (None, "en-GB,en;q=0.9", "en"),
        (None, "de, en;q=0.5", "en"),
        (None, "fr-CA", "fr"),
        ("xx", "", "fr"),
        (None, "de", "fr"),
        (None, "", "fr"),
    ],
)
def test_routes_outside_django_read_the_same_language(cookie: str | None, accepted: str, language: str) -> None:
    assert language_from(cookie, accepted) == language
