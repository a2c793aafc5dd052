"""Instants and durations as people read them, in the language that is active.

Instants come as milliseconds since the epoch or as aware datetimes and are shown in the
instance's time zone; durations come in seconds. French writes `14 h 30`, English `14:30`.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import get_language, ngettext
from markupsafe import Markup

NBSP = "\u00a0"


def clock(instant: datetime | int) -> str:
    """The time of day of `instant`: `14 h`, `14 h 05`, or `14:05` in English."""
    local = _local(instant)
    if _english():
        return f"{local:%H:%M}"
    minutes = f"{NBSP}{local:%M}" if local.minute else ""
    return f"{local.hour}{NBSP}h{minutes}"


def day(instant: datetime | int) -> str:
    """The date of `instant`: `17 décembre 2026`, `1er mai 2026`."""
    local = _local(instant)
    number = "1er" if local.day == 1 and not _english() else str(local.day)
    return f"{number}{NBSP}{MONTHS[local.month]} {local.year}"


def stamp(instant: datetime | int) -> tuple[str, str]:
    """Day and time of `instant` for a file that a spreadsheet reads: `2026-12-17`, `14:05`."""
    local = _local(instant)
    return f"{local:%Y-%m-%d}", f"{local:%H:%M}"


def clock_tag(instant: datetime | int) -> Markup:
    """`clock` inside a `<time datetime>` that scripts can read."""
    return _tag(instant, clock(instant))


def day_tag(instant: datetime | int) -> Markup:
    """`day` inside a `<time datetime>`."""
    return _tag(instant, day(instant))


def minutes(seconds: float) -> str:
    """A remaining or elapsed time in whole minutes, rounded up: `11 min`."""
    return f"{_whole_minutes(seconds)}{NBSP}min"


def minutes_words(seconds: float) -> str:
    """The same in words, for sentences and screen readers: `11 minutes`."""
    count = _whole_minutes(seconds)
    return ngettext("%(count)s minute", "%(count)s minutes", count) % {"count": count}


def figures(seconds: float) -> str:
    """The facilitator's figures, `11:18`; a started second counts as a whole one."""
    whole = max(0, math.ceil(seconds))
    return f"{whole // 60:02d}:{whole % 60:02d}"


def hours(total_minutes: int) -> str:
    """The length of a session, from its minutes: `45 min`, `1 h 45`, `2 h`."""
    whole, rest = divmod(total_minutes, 60)
    if not whole:
        return f"{rest}{NBSP}min"
    return f"{whole}{NBSP}h{NBSP}{rest:02d}" if rest else f"{whole}{NBSP}h"


def _whole_minutes(seconds: float) -> int:
    return max(0, math.ceil(seconds / 60))


def _local(instant: datetime | int) -> datetime:
    if isinstance(instant, int):
        instant = datetime.fromtimestamp(instant / 1000, tz=UTC)
    return timezone.localtime(instant)


def _tag(instant: datetime | int, words: str) -> Markup:
    moment = _local(instant).astimezone(UTC)
    return Markup('<time datetime="{}">{}</time>').format(f"{moment:%Y-%m-%dT%H:%M:%SZ}", words)


def _english() -> bool:
    return (get_language() or "").startswith("en")
