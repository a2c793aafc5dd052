"""The help channel (METHOD §7): ids and lengths, never the words."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class AsideWritten(Event):
    """To whoever facilitates at that moment."""

    kind = "aside-written"
    seat: str
    text: str
    length: int


@dataclass(frozen=True)
class AsideAnswered(Event):
    kind = "aside-answered"
    aside: str
    text: str
    length: int


@dataclass(frozen=True)
class AsideSeen(Event):
    kind = "aside-seen"
    aside: str


@dataclass(frozen=True)
class AsideClosed(Event):
    kind = "aside-closed"
    aside: str
