"""The forms of the doors."""

import pytest
from django.template.loader import get_template

from sizain.live.forms import BLOCKS, NO_SUCH_CODE, STEPS, CodeForm, JoinForm, OpenForm

LEAST = {"name": "Hélène", "place": "on_site", "format": "105", "way": "spoken"}
OWN = LEAST | {"format": "own"}
EACH = {f"minutes_{step}": "10" for step in STEPS}


def opened(**changes: str) -> OpenForm:
    return OpenForm(LEAST | changes)


def test_a_name_and_the_usual_answers_are_enough() -> None:
    form = opened()
    assert form.is_valid(), form.errors
    assert form.cleaned_data["total_min"] == 105
    assert form.cleaned_data["minutes"] == {}
    assert form.cleaned_data["video_link"] == ""


@pytest.mark.parametrize("total", ["90", "120", "60", "45", "30", "180"])
def test_every_column_of_the_method_can_be_chosen(total: str) -> None:
    form = opened(format=total, total="77")
    assert form.is_valid()
    assert form.cleaned_data["total_min"] == int(total)


@pytest.mark.parametrize(("total", "holds"), [("29", False), ("30", True), ("240", True), ("241", False), ("", False)])
def test_ones_own_length_is_30_to_240_minutes(total: str, holds: bool) -> None:
    form = OpenForm(OWN | {"total": total})
    assert form.is_valid() is holds
    assert bool(form.errors.get("total")) is not holds


def test_ones_own_minutes_make_the_total() -> None:
    form = OpenForm(OWN | EACH | {"minutes_opening": "5"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["total_min"] == 65
    assert form.cleaned_data["minutes"] == {
        block: 10 if block in STEPS else 5 if block == "opening" else 0 for block in BLOCKS
    }


def test_minutes_and_total_must_agree() -> None:
    assert OpenForm(OWN | EACH | {"total": "60"}).is_valid()
    form = OpenForm(OWN | EACH | {"total": "61"})
    assert not form.is_valid()
    assert "60" in form.errors["total"][0]


def test_no_step_can_be_left_out() -> None:
    form = OpenForm(OWN | EACH | {"minutes_contract": "0", "minutes_meta": ""})
    assert not form.is_valid()
    assert set(form.errors) == {"minutes_contract", "minutes_meta"}


def test_minutes_that_are_no_number_are_said_where_they_stand() -> None:
    form = OpenForm(OWN | EACH | {"minutes_contract": "dix"})
    assert set(form.errors) == {"minutes_contract"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Jean \t Luc ", "Jean Luc"),
        ("He\u0301le\u0300ne", "Hélène"),
        ("Ka\u202erim\u200b", "Karim"),
        ("x" * 40, "x" * 40),
    ],
)
def test_a_name_is_kept_as_people_read_it(typed: str, kept: str) -> None:
    form = JoinForm({"name": typed})
    assert form.is_valid()
    assert form.cleaned_data["name"] == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\u202e", "x" * 41])
def test_a_name_that_cannot_be_read_is_refused(typed: str) -> None:
    assert not JoinForm({"name": typed}).is_valid()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://visio.example/salle?x=1", "https://visio.example/salle?x=1"),
        ("visio.example/salle", "https://visio.example/salle"),
        ("", ""),
    ],
)
def test_a_video_link_is_encrypted(typed: str, kept: str) -> None:
    form = opened(video_link=typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["video_link"] == kept


@pytest.mark.parametrize(
    "typed",
    [
        "http://visio.example/",
        "javascript://visio.example/%0aalert(1)",
        "javascript:alert(1)",
        "https://visio example/",
        "https://" + "a" * 500 + ".example",
        "https://visio.example/\nx",
    ],
)
def test_no_other_link_goes_on_the_screens(typed: str) -> None:
    assert "video_link" in opened(video_link=typed).errors


@pytest.mark.parametrize("typed", ["BKT7M4", "bkt 7m4", " bkt-7m4 "])
def test_a_code_is_read_whatever_its_case_and_spaces(typed: str) -> None:
    form = CodeForm({"code": typed})
    assert form.is_valid()
    assert form.cleaned_data["code"] == "BKT7M4"


@pytest.mark.parametrize("typed", ["BKT7M", "BKT7M44", "BKT7N4", "<b>", "é" * 6])
def test_what_cannot_be_a_code_reads_like_a_code_that_opens_nothing(typed: str) -> None:
    assert CodeForm({"code": typed}).errors["code"] == [NO_SUCH_CODE]


def test_a_refused_form_comes_back_with_what_was_typed() -> None:
    form = OpenForm(OWN | EACH | {"name": "", "video_link": "http://x", "minutes_meta": ""})
    html = get_template("live/open.html").render({"form": form, "csrf_input": ""})
    assert 'value="http://x"' in html
    assert 'name="format" value="own" checked' in html
    assert html.count("<details") == html.count('<details class="plier" open')
    assert html.count('aria-invalid="true"') == 3


def test_an_untouched_form_proposes_the_method() -> None:
    html = get_template("live/open.html").render({"form": OpenForm(), "csrf_input": ""})
    assert 'name="format" value="105" checked' in html
    assert 'name="place" value="on_site" checked' in html
    assert 'name="way" value="spoken" checked' in html
    assert " open>" not in html
    assert "aria-invalid" not in html
