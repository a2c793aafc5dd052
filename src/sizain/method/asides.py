"""A line between one seat and whoever facilitates, which nobody else reads (METHOD §7: the help channel)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Aside:
    """`text` is the id of what `seat` wrote to `to`, who facilitated then, `answer` that of one line back. `seen` says
    that it was read without an answer in writing."""

    seat: str
    to: str
    text: str
    answer: str | None = None
    seen: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text, self.answer) if self.answer else (self.text,)

    @property
    def waits(self) -> bool:
        """Whether it still waits to be read."""
        return self.answer is None and not self.seen


def found(asides: Iterable[Aside], text: str) -> Aside | None:
    """The one that this text began."""
    return next((one for one in asides if one.text == text), None)


def without_seat(asides: Iterable[Aside], seat: str) -> tuple[Aside, ...]:
    """What is left when that seat opens nothing any more, or is another device's."""
    return tuple(one for one in asides if seat not in (one.seat, one.to))
