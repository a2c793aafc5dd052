"""Step 0, other ways of choosing: what came of them. No event ever says who voted, or for whom."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class VoteOpened(Event):
    kind = "vote-opened"
    ballot: str


@dataclass(frozen=True)
class VoteClosed(Event):
    """`seat` is whom the vote proposes, None when it proposes nobody; `tied` when chance chose among several."""

    kind = "vote-closed"
    ballot: str
    seat: str | None
    tied: bool


@dataclass(frozen=True)
class LotDrawn(Event):
    kind = "lot-drawn"
    seat: str


@dataclass(frozen=True)
class NobodyWasReady(Event):
    kind = "nobody-ready"
    nobody: bool
