"""What people tap in step 4, and when they set an idea aside: any of it, by anybody."""

from collections.abc import Callable
from random import Random

from sizain.method import commands as c
from sizain.method.rounds import RoundKind
from sizain.method.signs import Sign
from tests.method.held import Held

EXPLORING = frozenset(
    {
        *("name-scribe", "open-round", "pass-turn", "leave-trace", "take-back-trace", "mark-trace"),
        *("park-idea", "trace-idea", "let-idea-go", "make-sign", "hear-sign"),
    }
)


def explores(act: str, by: str, seat: str, held: Held, draw: Random, text: Callable[[], str], length: int) -> c.Command:
    """One of these acts by `by`, for themself or for `seat`; `text` gives a new text's id, `length` is in
    characters."""
    yes = draw.random() < 0.5
    who = seat if yes else by
    trace = draw.choice([one.id for one in held.seance.traces] or ["none"])
    idea = draw.choice([one.id for one in held.seance.ideas] or ["none"])
    match act:
        case "name-scribe":
            return c.NameScribe(by, seat, yes)
        case "open-round":
            return c.OpenRound(by, draw.choice([*RoundKind]))
        case "pass-turn":
            return c.PassTurn(by, who)
        case "leave-trace":
            return c.LeaveTrace(by, who, text(), length, outside=draw.random() < 0.4)
        case "take-back-trace":
            return c.TakeBackTrace(by, trace)
        case "mark-trace":
            return c.MarkTrace(by, trace, yes)
        case "park-idea":
            words = text() if draw.random() < 0.7 else None
            return c.ParkIdea(by, who, f"idea-{len(held.journal)}", words, length)
        case "trace-idea":
            return c.TraceIdea(by, idea)
        case "let-idea-go":
            return c.LetIdeaGo(by, idea)
        case "make-sign":
            return c.MakeSign(by, draw.choice([*Sign]), yes)
        case _:
            return c.HearSign(by, draw.choice([*Sign]))
