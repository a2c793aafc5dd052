"""Step 4: traces, and the envelope (R11)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class TraceLeft(Event):
    """`trace` is the id of its text, `round` the kind of the round that was open."""

    kind = "trace-left"
    trace: str
    seat: str
    length: int
    round: str | None = None
    noted_by: str | None = None
    outside: bool = False


@dataclass(frozen=True)
class TraceTakenBack(Event):
    kind = "trace-taken-back"
    trace: str


@dataclass(frozen=True)
class TraceMarked(Event):
    """`by` is the facilitator when they said so of somebody else's trace."""

    kind = "trace-marked"
    trace: str
    outside: bool
    by: str | None = None


@dataclass(frozen=True)
class EnvelopeOpened(Event):
    """The client said yes to what the envelope held at that moment."""

    kind = "envelope-opened"
    how: str


@dataclass(frozen=True)
class ScribeNamed(Event):
    """`seat` is None when nobody is any more."""

    kind = "scribe-named"
    seat: str | None
