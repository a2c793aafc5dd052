"""Questions of step 2 in a written session (R4)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class QuestionPosted(Event):
    """`question` is the id of its words; `tag` is None where its author gave none."""

    kind = "question-posted"
    question: str
    seat: str
    length: int
    tag: str | None


@dataclass(frozen=True)
class QuestionAsked(Event):
    kind = "question-asked"
    question: str


@dataclass(frozen=True)
class QuestionAnswered(Event):
    """Answered aloud, or passed, which is an answer too."""

    kind = "question-answered"
    question: str
    passed: bool
    how: str


@dataclass(frozen=True)
class QuestionGone(Event):
    """Its author took it back, or it became an idea set aside."""

    kind = "question-gone"
    question: str
