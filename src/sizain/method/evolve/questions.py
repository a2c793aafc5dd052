"""What events change of the written questions of step 2."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import events as e
from sizain.method.evolve.room import Evolver
from sizain.method.questions import Progress, Question, Tag
from sizain.method.seance import Seance


def _posted(seance: Seance, event: e.QuestionPosted, at: int) -> Seance:
    tag = Tag(event.tag) if event.tag else None
    question = Question(event.question, event.seat, event.length, tag)
    return replace(seance, questions=(*seance.questions, question))


def _asked(seance: Seance, event: e.QuestionAsked, at: int) -> Seance:
    return _with(seance, event.question, Progress.ASKED)


def _answered(seance: Seance, event: e.QuestionAnswered, at: int) -> Seance:
    return _with(seance, event.question, Progress.PASSED if event.passed else Progress.ANSWERED)


def _with(seance: Seance, question: str, progress: Progress) -> Seance:
    changed = (replace(one, progress=progress) if one.id == question else one for one in seance.questions)
    return replace(seance, questions=tuple(changed))


def _gone(seance: Seance, event: e.QuestionGone, at: int) -> Seance:
    return replace(seance, questions=tuple(one for one in seance.questions if one.id != event.question))


QUESTIONS: dict[str, Evolver] = {
    "question-posted": _posted,
    "question-asked": _asked,
    "question-answered": _answered,
    "question-gone": _gone,
}
