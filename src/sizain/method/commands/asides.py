"""The help channel: a line to whoever facilitates, a line back, « vu » (METHOD §7)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class WriteAside(Command):
    """A line for the facilitator alone, in the place of an earlier one. `to` is whom the screen said, None where it
    did not say."""

    act = "write-aside"
    text: str
    length: int
    to: str | None = None


@dataclass(frozen=True)
class AnswerAside(Command):
    """One line back, for that seat alone; `aside` is the id of the text that it answers."""

    act = "answer-aside"
    aside: str
    text: str
    length: int


@dataclass(frozen=True)
class SeeAside(Command):
    """« Vu »: whoever wrote it reads so."""

    act = "see-aside"
    aside: str


@dataclass(frozen=True)
class CloseAside(Command):
    """« Vu » of whoever wrote it, or they take it back: its words are gone."""

    act = "close-aside"
    aside: str
