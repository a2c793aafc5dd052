"""What is seen of the written questions: the whole circle reads them in step 2, whoever has signed the charter; they
are on no other screen, and not on the room's, where the one that is asked is read aloud (METHOD §3, §7).
"""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.questions import Progress, Question, Tag, asked
from sizain.method.seance import Seance, Stage, Way


@dataclass(frozen=True)
class ShownQuestion:
    """The words are found under `text`. `may_take_back` and `may_park` are for who looks."""

    text: str
    seat: str
    tag: Tag | None
    passed: bool
    may_take_back: bool
    may_park: bool


@dataclass(frozen=True)
class ShownQuestions:
    """`waiting` in the order in which they came; `answered` those behind, in that order too: nothing is ranked or
    counted (R9)."""

    asked: ShownQuestion | None
    waiting: tuple[ShownQuestion, ...]
    answered: tuple[ShownQuestion, ...]

    @property
    def texts(self) -> frozenset[str]:
        """The ids of all the texts in it."""
        first = (self.asked,) if self.asked else ()
        return frozenset(one.text for one in (*first, *self.waiting, *self.answered))


def shown_questions(seance: Seance, viewer: str) -> ShownQuestions | None:
    """What `viewer`, who is seated, may read; None where there are no written questions."""
    if seance.way is not Way.WRITTEN or seance.stage is not Stage.CLARIFICATION:
        return None
    now = asked(seance.questions)
    return ShownQuestions(
        asked=_shown(seance, now, viewer) if now else None,
        waiting=tuple(_shown(seance, one, viewer) for one in seance.questions if one.progress is Progress.WAITING),
        answered=tuple(_shown(seance, one, viewer) for one in seance.questions if not one.open),
    )


def _shown(seance: Seance, question: Question, viewer: str) -> ShownQuestion:
    hears = viewer in (question.seat, seance.facilitator)
    return ShownQuestion(
        text=question.id,
        seat=question.seat,
        tag=question.tag,
        passed=question.progress is Progress.PASSED,
        may_take_back=viewer == question.seat and question.progress is Progress.WAITING,
        may_park=question.open and question.id not in seance.erased.texts and hears,
    )
