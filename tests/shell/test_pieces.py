"""The pieces that pages are made of: what they say, and what they never hold."""

import re
from collections.abc import Callable

import pytest
from django.template import engines
from django.utils import translation
from jinja2 import UndefinedError

Render = Callable[..., str]


@pytest.fixture
def render() -> Render:
    """Render a line of template as the product would."""
    environment = engines["jinja2"].env  # type: ignore[attr-defined]

    def rendered(source: str, **context: object) -> str:
        return str(environment.from_string(source).render(context))

    return rendered


RING = '{% from "shell/ring.html" import ring %}'
SEATS = '{% from "shell/seats.html" import outside, seat, seats %}'
GESTURES = '{% from "shell/gestures.html" import act, field, form_field %}'


def test_the_ring_shows_what_is_done_what_runs_and_what_comes(render: Render) -> None:
    html = render(RING + "{{ ring('o1', 2, elapsed=38) }}")
    arcs = re.findall(r'class="arc arc--(\w+)" data-etape="(\d)"', html)
    assert arcs == [
        ("faite", "1"), ("courante", "2"), ("avenir", "3"),
        ("avenir", "4"), ("avenir", "5"), ("avenir", "6"), ("reste", "2"),
    ]  # fmt: skip
    assert 'stroke-dashoffset="-38"' in html
    assert 'transform="rotate(83.3 200 200)"' in html


@pytest.mark.parametrize(("elapsed", "angle"), [(-4, "62.1"), (0, "62.1"), (100, "117.9"), (250, "117.9")])
def test_the_needle_never_leaves_its_arc(render: Render, elapsed: int, angle: str) -> None:
    assert f"rotate({angle} 200 200)" in render(RING + "{{ ring('o1', 2, elapsed=e) }}", e=elapsed)


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("", {"avenir"}),
        (", done=6", {"faite"}),
        (", done=3", {"faite", "avenir"}),
        (", plain=true", {"pleine"}),
    ],
)
def test_outside_the_steps_the_ring_has_no_needle(render: Render, asked: str, kinds: set[str]) -> None:
    html = render(RING + "{{ ring('o1'" + asked + ") }}")
    assert set(re.findall(r'class="arc arc--(\w+)"', html)) == kinds
    assert "aiguille" not in html


def test_a_seat_says_in_words_all_that_it_shows(render: Render) -> None:
    html = render(SEATS + "{{ seat('Karim', 'client', 2, speaking=true, hand=true, me=true) }}")
    assert _words(html) == "KA Karim client, vous , a la parole, demande la parole"
    assert 'class="siege siege--client siege--parle siege--main i-2"' in html


def test_a_seat_can_be_a_gesture(render: Render) -> None:
    act = {"words": "Donner la parole à", "url": "/s/x/floor", "fields": {"seat": "a<b"}}
    html = render(SEATS + "{{ seat('Awa', 'consultant', act=act) }}", act=act)
    assert _words(html) == "Donner la parole à AW Awa , place de consultant"
    assert '<form method="post" action="/s/x/floor">' in html
    assert 'name="seat" value="a&lt;b"' in html


@pytest.mark.parametrize(("count", "ringed"), [(2, False), (3, True), (12, True), (13, False), (20, False)])
def test_the_ring_holds_three_to_twelve_seats(render: Render, count: int, ringed: bool) -> None:
    places = [{"name": f"Pair {rank}"} for rank in range(count)]
    html = render(SEATS + "{{ seats(places, bottom=1) }}", places=places)
    assert (f'class="cercle__sieges n-{count} bas-1"' in html) is ringed
    assert ("cercle__liste" in html) is not ringed
    assert html.count("<li") == count


def test_a_field_in_error_is_wired_to_its_sentence_and_keeps_what_was_typed(render: Render) -> None:
    html = render(GESTURES + "{{ field('c', 'Code', 'code', '\"><b>', help='Six.', error='Non.') }}")
    assert 'aria-invalid="true" aria-describedby="c-aide c-erreur"' in html
    assert 'id="c-aide"' in html
    assert 'id="c-erreur"' in html
    assert 'value="&#34;&gt;&lt;b&gt;"' in html


def test_words_follow_the_language_that_is_active_when_they_are_rendered(render: Render) -> None:
    for language, said in (("fr", "11\u00a0minutes"), ("en", "11 minutes"), ("fr", "11\u00a0minutes")):
        with translation.override(language):
            assert render("{{ 660|minutes_words }}") == said


def test_what_a_template_was_not_given_is_an_error(render: Render) -> None:
    with pytest.raises(UndefinedError):
        render("{{ nobody }}")


def test_an_icon_that_does_not_exist_is_an_error(render: Render) -> None:
    with pytest.raises(FileNotFoundError):
        render("{{ icon('nowhere') }}")


def _words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
