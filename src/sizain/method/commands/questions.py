"""Step 2 of a written session: the questions that wait, and the one that is being asked (R4)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command
from sizain.method.questions import Tag


@dataclass(frozen=True)
class PostQuestion(Command):
    """By its author. `advice` says that its words look like advice, and that its author has not said to send them as
    they are (R5); the words themselves are not for here."""

    act = "post-question"
    text: str
    length: int
    tag: Tag | None = None
    advice: bool = False


@dataclass(frozen=True)
class TakeBackQuestion(Command):
    """As long as it waits."""

    act = "take-back-question"
    question: str


@dataclass(frozen=True)
class ParkQuestion(Command):
    """It was an idea: it is set aside for its author as `idea`, with its words."""

    act = "park-question"
    question: str
    idea: str


@dataclass(frozen=True)
class AskQuestion(Command):
    """It is the next one; the one before it has had its answer."""

    act = "ask-question"
    question: str


@dataclass(frozen=True)
class AnswerQuestion(Command):
    """The client has answered aloud, or passes."""

    act = "answer-question"
    question: str
    passed: bool


@dataclass(frozen=True)
class HearQuestion(Command):
    """The same, recorded by the facilitator."""

    act = "hear-question"
    question: str
    passed: bool
