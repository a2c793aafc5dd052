"""Links between somebody present and a story."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class LinkDisclosed(Event):
    kind = "link-disclosed"
    seat: str
    story: str
    how: str


@dataclass(frozen=True)
class LinkTakenBack(Event):
    kind = "link-taken-back"
    seat: str
    story: str


@dataclass(frozen=True)
class LinkAnswered(Event):
    """The client's answer about `seat`, who has a link with the story of `story`."""

    kind = "link-answered"
    seat: str
    story: str
    stays: bool
    how: str
