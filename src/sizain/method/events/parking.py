"""Ideas set aside in step 2 (R4)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class IdeaParked(Event):
    """`text` is the id of its words, None where nobody wrote it down."""

    kind = "idea-parked"
    idea: str
    seat: str
    text: str | None
    length: int
    noted_by: str | None


@dataclass(frozen=True)
class IdeaGone(Event):
    """It was let go, or it became a trace."""

    kind = "idea-gone"
    idea: str
