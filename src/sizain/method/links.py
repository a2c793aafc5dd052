"""A link between somebody present and a story (METHOD §3, step 0): asked for before the choice and until step 3.

The facilitator of that moment and the person whose story it is are told, nobody else, who facilitates later neither;
the client says whether the other one stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Disclosed:
    """`seat` has a link with what `story` brings, and said so to `to`, who facilitated then. `stays` is the answer of
    the client, None before."""

    seat: str
    story: str
    stays: bool | None = None
    to: str = ""


def found(links: Iterable[Disclosed], seat: str, story: str) -> Disclosed | None:
    """That link, if it was said."""
    return next((one for one in links if (one.seat, one.story) == (seat, story)), None)


def without_story(links: Iterable[Disclosed], story: str) -> tuple[Disclosed, ...]:
    """What is left when that story is told no more, or is another one."""
    return tuple(one for one in links if one.story != story)


def without_seat(links: Iterable[Disclosed], seat: str) -> tuple[Disclosed, ...]:
    """What is left when that seat opens nothing any more."""
    return tuple(one for one in links if seat not in (one.seat, one.story, one.to))
