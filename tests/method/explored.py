"""Acts of the exploration and what is set aside for it, written questions, lines, what one erases: at random."""

from collections.abc import Callable
from random import Random

from sizain.method import commands as c
from sizain.method.meta import Line
from sizain.method.questions import Tag
from sizain.method.rounds import RoundKind
from sizain.method.rules import LOCKS
from sizain.method.seance import Seance
from sizain.method.signs import Sign
from sizain.method.words import whose

EXPLORING = frozenset(
    {
        "name-scribe", "open-round", "pass-turn", "leave-trace", "take-back-trace", "mark-trace", "park-idea",
        "trace-idea", "let-idea-go", "make-sign", "hear-sign", "recall-contract", "lift-lock", "note-line",
        "withdraw-line", "erase-text", "post-question", "take-back-question", "park-question", "ask-question",
        "answer-question", "hear-question",
    }
)  # fmt: skip
"""Those that say more than who asks and about whom."""


def explores(
    act: str, by: str, seat: str, seance: Seance, draw: Random, text: Callable[[], str], length: int
) -> c.Command:
    """That act by `by`, about `seat` or about oneself, and about a trace or an idea that is there."""
    yes = draw.random() < 0.5
    about = seat if yes else by
    trace = draw.choice([one.id for one in seance.traces] or ["none"])
    idea = draw.choice([one.id for one in seance.ideas] or ["none"])
    question = draw.choice([one.id for one in seance.questions] or ["none"])
    match act:
        case "post-question":
            return c.PostQuestion(by, text(), length, draw.choice([None, *Tag]), advice=draw.random() < 0.1)
        case "park-question":
            return c.ParkQuestion(by, question, f"idea-{seance.seq}")
        case "take-back-question":
            return c.TakeBackQuestion(by, question)
        case "ask-question":
            return c.AskQuestion(by, question)
        case "answer-question" | "hear-question":
            return (c.AnswerQuestion if act == "answer-question" else c.HearQuestion)(by, question, yes)
        case "name-scribe":
            return c.NameScribe(by, seat, yes)
        case "open-round":
            return c.OpenRound(by, draw.choice([*RoundKind]))
        case "pass-turn":
            return c.PassTurn(by, about)
        case "leave-trace":
            return c.LeaveTrace(by, about, text(), length, outside=draw.random() < 0.4)
        case "take-back-trace":
            return c.TakeBackTrace(by, trace)
        case "mark-trace":
            named = draw.random() < 0.5
            return c.MarkTrace(by, None if named else trace, yes, seat if named else None)
        case "lift-lock":
            return c.LiftLock(by, draw.choice([*LOCKS]))
        case "recall-contract":
            return c.RecallContract(by, yes)
        case "park-idea":
            words = text() if draw.random() < 0.7 else None
            return c.ParkIdea(by, about, f"idea-{seance.seq}", words, length)
        case "trace-idea":
            return c.TraceIdea(by, idea)
        case "let-idea-go":
            return c.LetIdeaGo(by, idea)
        case "make-sign":
            return c.MakeSign(by, draw.choice([*Sign]), yes)
        case "note-line":
            return c.NoteLine(by, draw.choice([*Line]), text(), length)
        case "withdraw-line":
            return c.WithdrawLine(by, draw.choice([*Line]))
        case "erase-text":
            return c.EraseText(by, draw.choice([one.text for one in whose(seance, by)] or ["none"]))
        case _:
            return c.HearSign(by, draw.choice([*Sign]))
