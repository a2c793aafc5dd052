"""Deciders of the written questions of step 2 (METHOD §3, R4, R5)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.choice import text_fits
from sizain.method.decide.room import Decider
from sizain.method.decide.rounds import consultant
from sizain.method.questions import Progress, Question, asked
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Seance


def _post(seance: Seance, command: c.PostQuestion, now: int) -> tuple[e.Event, ...]:
    """What looks like advice is said to its author, who may send it as it is: a nudge, never a lock (R5)."""
    seat = consultant(seance, command.by).id
    text_fits(command.length, seance.limits.question)
    if command.advice and seance.advice_hint:
        raise Refusal(Why.ADVICE)
    tag = command.tag.value if command.tag else None
    return (e.QuestionPosted(command.text, seat, command.length, tag),)


def _take_back(seance: Seance, command: c.TakeBackQuestion, now: int) -> tuple[e.Event, ...]:
    question = _question(seance, command.question)
    if question.seat != command.by or question.progress is not Progress.WAITING:
        raise Refusal(Why.NO_SUCH_QUESTION)
    return (e.QuestionGone(question.id),)


def _park(seance: Seance, command: c.ParkQuestion, now: int) -> tuple[e.Event, ...]:
    """Its words go on as an idea of its author, who finds them again in step 4."""
    question = _standing(seance, command.question)
    if not (question.open and command.by in (question.seat, seance.facilitator)):
        raise Refusal(Why.NO_SUCH_QUESTION)
    idea = e.IdeaParked(command.idea, question.seat, question.id, question.length, None)
    return (idea, e.QuestionGone(question.id))


def _ask(seance: Seance, command: c.AskQuestion, now: int) -> tuple[e.Event, ...]:
    """The client has the floor to answer; whoever picks the next question says that the one before is answered."""
    question = _standing(seance, command.question)
    if question.progress is Progress.ASKED:
        return ()
    if question.progress is not Progress.WAITING:
        raise Refusal(Why.NO_SUCH_QUESTION)
    before, client = asked(seance.questions), seance.seat(seance.client) if seance.client else None
    answered = (e.QuestionAnswered(before.id, False, How.ALOUD.value),) if before else ()
    floor = (e.FloorGiven(client.id),) if client and client.present and seance.floor != client.id else ()
    return (*answered, e.QuestionAsked(question.id), *floor)


def _answer(seance: Seance, command: c.AnswerQuestion, now: int) -> tuple[e.Event, ...]:
    return _answered(seance, command.question, command.passed, How.DEVICE)


def _hear(seance: Seance, command: c.HearQuestion, now: int) -> tuple[e.Event, ...]:
    return _answered(seance, command.question, command.passed, How.ALOUD)


def _answered(seance: Seance, question_id: str, passed: bool, how: How) -> tuple[e.Event, ...]:
    question = _question(seance, question_id)
    if question.progress is not Progress.ASKED:
        raise Refusal(Why.NO_SUCH_QUESTION)
    return (e.QuestionAnswered(question.id, passed, how.value),)


def _question(seance: Seance, question_id: str) -> Question:
    found = next((one for one in seance.questions if one.id == question_id), None)
    if found is None:
        raise Refusal(Why.NO_SUCH_QUESTION)
    return found


def _standing(seance: Seance, question_id: str) -> Question:
    """The same, with its words: an erased one is nothing to go on with (R21)."""
    if question_id in seance.erased.texts:
        raise Refusal(Why.NO_SUCH_QUESTION)
    return _question(seance, question_id)


QUESTIONS: dict[str, Decider] = {
    "post-question": _post,
    "take-back-question": _take_back,
    "park-question": _park,
    "ask-question": _ask,
    "answer-question": _answer,
    "hear-question": _hear,
}
