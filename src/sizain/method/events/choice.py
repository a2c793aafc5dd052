"""Step 0: topics, who is ready, the client's place."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class TopicDeposited(Event):
    """`text`, `lines` and `tried` are ids of texts, `length` is that of the line, in characters."""

    kind = "topic-deposited"
    seat: str
    text: str
    length: int
    about: str | None = None
    lines: str | None = None
    tried: str | None = None


@dataclass(frozen=True)
class TopicWithdrawn(Event):
    kind = "topic-withdrawn"
    seat: str


@dataclass(frozen=True)
class ReadySaid(Event):
    kind = "ready-said"
    seat: str
    ready: bool


@dataclass(frozen=True)
class ClientNamed(Event):
    kind = "client-named"
    seat: str


@dataclass(frozen=True)
class ClientUnnamed(Event):
    """The name was taken back, or the person declined."""

    kind = "client-unnamed"
    seat: str


@dataclass(frozen=True)
class ClientAccepted(Event):
    kind = "client-accepted"
    seat: str
    how: str


@dataclass(frozen=True)
class TopicChanged(Event):
    """The client's topic is another one: the contract on the first one is void."""

    kind = "topic-changed"
    seat: str
    text: str
    length: int
