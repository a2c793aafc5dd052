"""Handing the facilitation over and taking it over (METHOD §1, §7)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class NameDeputy(Command):
    """Who may be handed the facilitation; one at a time, never the client."""

    act = "name-deputy"
    seat: str
    deputy: bool


@dataclass(frozen=True)
class AnswerDeputy(Command):
    """The named person says yes or no on their own device; a yes can be taken back."""

    act = "answer-deputy"
    agrees: bool


@dataclass(frozen=True)
class HearDeputy(Command):
    """The same yes, said aloud."""

    act = "hear-deputy"
    seat: str


@dataclass(frozen=True)
class HandOver(Command):
    """From now on the deputy `seat` facilitates; whoever did is deputy."""

    act = "hand-over"
    seat: str


@dataclass(frozen=True)
class TakeOver(Command):
    """The deputy facilitates, because whoever did is away."""

    act = "take-over"


@dataclass(frozen=True)
class NoteAbsence(Command):
    """By the room itself: the facilitator has had no stream for a minute; `by` is their seat."""

    act = "note-absence"


@dataclass(frozen=True)
class NoteReturn(Command):
    """By the room itself: `seat`, which was away, is there again; `by` is the facilitator's seat."""

    act = "note-return"
    seat: str
