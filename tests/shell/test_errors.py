"""Error pages: calm, short, and silent about what there is."""

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import get_callable
from django.utils import translation

from sizain.shell import errors


@pytest.mark.parametrize("status", sorted(errors.WORDS))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_error_is_a_page_with_one_way_out(status: int, language: str) -> None:
    with translation.override(language):
        html = errors.render(status)
    assert f'<html lang="{language}">' in html
    assert html.count("<h1>") == 1
    assert html.count("bouton--principal") == 1


def test_an_error_without_words_of_its_own_borrows_those_of_its_kind() -> None:
    assert errors.WORDS[400].title in errors.render(418)
    assert errors.WORDS[500].title in errors.render(599)


def test_one_sentence_can_say_more() -> None:
    assert "Attendez huit minutes." in errors.render(429, sentence="Attendez huit minutes.")


def test_a_missing_page_does_not_repeat_what_was_asked() -> None:
    answer = Client().get("/nowhere-in-particular/")
    assert answer.status_code == 404
    page = answer.content.decode().replace('value="/nowhere-in-particular/"', "")
    assert "nowhere-in-particular" not in page


def test_each_handler_answers_with_its_own_status() -> None:
    request = RequestFactory().get("/")
    assert errors.bad_request(request, ValueError("secret")).status_code == 400
    assert errors.forbidden(request, PermissionError("secret")).status_code == 403
    assert errors.form_too_old(request, "secret").status_code == 403
    assert errors.server_error(request).status_code == 500
    assert b"secret" not in errors.bad_request(request, ValueError("secret")).content


def test_when_even_the_page_fails_one_sentence_is_left(settings: object) -> None:
    settings.TEMPLATES = []  # type: ignore[attr-defined]
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert errors.WORDS[500].title in answer.content.decode()


def test_a_script_gets_the_words_alone() -> None:
    assert errors.sentence(503) == " ".join(errors.WORDS[503])
    assert errors.sentence(418) == errors.sentence(400)


def test_a_form_without_its_token_gets_that_page() -> None:
    assert get_callable(settings.CSRF_FAILURE_VIEW) is errors.form_too_old
