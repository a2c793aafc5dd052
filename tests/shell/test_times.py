"""Instants and durations, as people read them."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone, translation

from sizain.shell import times

AFTERNOON = datetime(2026, 12, 17, 13, 30, tzinfo=UTC)  # 14 h 30 in Paris


@pytest.fixture(autouse=True)
def paris() -> object:
    with timezone.override("Europe/Paris"):
        yield


@pytest.mark.parametrize(("language", "words"), [("fr", "14\u00a0h\u00a030"), ("en", "14:30")])
def test_an_hour_is_written_as_each_language_writes_it(language: str, words: str) -> None:
    with translation.override(language):
        assert times.clock(AFTERNOON) == words
        assert times.clock(int(AFTERNOON.timestamp() * 1000)) == words


@pytest.mark.parametrize(("minute", "words"), [(0, "14\u00a0h"), (5, "14\u00a0h\u00a005")])
def test_french_hours_drop_their_zeros(minute: int, words: str) -> None:
    with translation.override("fr"):
        assert times.clock(AFTERNOON.replace(minute=minute)) == words


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_file_says_day_and_time_alike_in_every_language(language: str) -> None:
    with translation.override(language):
        assert times.stamp(AFTERNOON) == ("2026-12-17", "14:30")


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("fr", 17, "17\u00a0décembre 2026"),
        ("fr", 1, "1er\u00a0décembre 2026"),
        ("en", 1, "1\u00a0December 2026"),
    ],
)
def test_a_date_names_its_month(language: str, day: int, words: str) -> None:
    with translation.override(language):
        assert times.day(AFTERNOON.replace(day=day)) == words


def test_an_instant_on_a_page_also_speaks_to_scripts() -> None:
    with translation.override("fr"):
        assert times.clock_tag(AFTERNOON) == ('<time datetime="2026-12-17T13:30:00Z">14\u00a0h\u00a030</time>')
        assert times.day_tag(AFTERNOON).startswith('<time datetime="2026-12-17T13:30:00Z">17')


@pytest.mark.parametrize(
    ("seconds", "short", "figures"),
    [(0, "0", "00:00"), (1, "1", "00:01"), (60, "1", "01:00"), (678.2, "12", "11:19"), (-5, "0", "00:00")],
)
def test_a_started_minute_counts_as_a_whole_one(seconds: float, short: str, figures: str) -> None:
    assert times.minutes(seconds) == f"{short}\u00a0min"
    assert times.figures(seconds) == figures


@pytest.mark.parametrize(
    ("language", "seconds", "words"),
    [
        ("fr", 0, "0\u00a0minute"),
        ("fr", 60, "1\u00a0minute"),
        ("fr", 660, "11\u00a0minutes"),
        ("en", 60, "1 minute"),
        ("en", 660, "11 minutes"),
    ],
)
def test_minutes_are_counted_in_words(language: str, seconds: int, words: str) -> None:
    with translation.override(language):
        assert times.minutes_words(seconds) == words


@pytest.mark.parametrize(("total", "words"), [(45, "45\u00a0min"), (105, "1\u00a0h\u00a045"), (120, "2\u00a0h")])
def test_a_session_has_a_length(total: int, words: str) -> None:
    assert times.hours(total) == words
