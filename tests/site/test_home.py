"""The home page."""

import re

import pytest
from django.template.loader import get_template
from django.test import Client

from sizain.live.forms import CodeForm


@pytest.fixture
def page() -> str:
    return Client().get("/", headers={"Accept-Language": "fr"}).content.decode()


def test_it_has_two_ways_in(page: str) -> None:
    assert 'href="/seances/nouvelle/"' in page
    assert re.search(r'<form class="rejoindre" method="post" action="/r/"', page)


def test_it_reads_in_english_too() -> None:
    page = Client().get("/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="en">' in page
    assert "Open a session" in page
    assert "Ouvrir" not in page


def test_its_switch_comes_back_to_it(page: str) -> None:
    assert re.search(r'action="/langue/"><input type="hidden" name="next" value="/">', page)


def test_every_link_inside_it_leads_somewhere(page: str) -> None:
    anchors = set(re.findall(r'href="/?#([^"]+)"', page))
    assert anchors == {"contenu", "methode", "questions", "confidentialite"}
    assert all(f'id="{anchor}"' in page for anchor in anchors)


def test_no_id_stands_twice(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_it_holds_nothing_that_the_policy_refuses(page: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script(?![^>]+src=)|\son\w+=|data:", page)


def test_a_refused_code_stays_typed_with_its_sentence_under_it() -> None:
    form = CodeForm({"code": "BKT 7N4"})
    assert not form.is_valid()
    html = get_template("live/code.html").render({"form": form, "csrf_input": ""})
    assert 'value="BKT 7N4"' in html
    assert 'aria-describedby="code-erreur"' in html
    assert "Ce code n’ouvre aucune séance." in html
