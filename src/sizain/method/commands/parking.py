"""Step 2: ideas that come too early (R4), and their return in step 4."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class ParkIdea(Command):
    """An idea of `seat` is set aside, by its author or by the facilitator for them. `text` is None
    where only the fact is kept; then `length` is 0."""

    act = "park-idea"
    seat: str
    idea: str
    text: str | None = None
    length: int = 0


@dataclass(frozen=True)
class TraceIdea(Command):
    """It becomes a trace as it is."""

    act = "trace-idea"
    idea: str


@dataclass(frozen=True)
class LetIdeaGo(Command):
    act = "let-idea-go"
    idea: str
