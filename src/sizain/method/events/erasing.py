"""Words that somebody erased: ids alone, since that is all that was ever here (R21)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class TextErased(Event):
    kind = "text-erased"
    text: str


@dataclass(frozen=True)
class TraceErased(Event):
    """A kind of its own: traces are on few screens, and the others are not drawn again for one."""

    kind = "trace-erased"
    trace: str


@dataclass(frozen=True)
class ConsultationErased(Event):
    """`seat` is the client's."""

    kind = "consultation-erased"
    seat: str
