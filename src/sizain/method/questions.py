"""The questions of step 2 in a written session (METHOD §3, R4): they wait in the order in which they came, the
facilitator picks the next one, the client answers it aloud or passes.

Nobody replies to a question, likes it or counts it: there is nothing here for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tag(StrEnum):
    """What a question is after, when its author says so."""

    FACT = "fact"
    FEELING = "feeling"
    MEANING = "meaning"
    SYSTEM = "system"
    ATTEMPTS = "attempts"
    FUTURE = "future"


class Progress(StrEnum):
    """Where a question is. `passed` is a whole answer."""

    WAITING = "waiting"
    ASKED = "asked"
    ANSWERED = "answered"
    PASSED = "passed"


@dataclass(frozen=True)
class Question:
    """One question of `seat`. `id` is its text's; `length` is in characters. It is written by its author: whoever
    speaks asks theirs aloud, and nothing is to be noted."""

    id: str
    seat: str
    length: int
    tag: Tag | None = None
    progress: Progress = Progress.WAITING

    @property
    def open(self) -> bool:
        """It can still be set aside: it waits, or it is being asked."""
        return self.progress in (Progress.WAITING, Progress.ASKED)


def asked(questions: tuple[Question, ...]) -> Question | None:
    """The one that is being asked, of which there is one at most."""
    return next((one for one in questions if one.progress is Progress.ASKED), None)
