"""Acts of the relay and of the help channel asked for at random."""

from collections.abc import Callable
from random import Random

from sizain.method import commands as c
from sizain.method.seance import Seance

RELAYING = frozenset(
    {"name-deputy", "answer-deputy", "hear-deputy", "hand-over", "note-return"}
    | {"write-aside", "answer-aside", "see-aside", "close-aside"}
)


def relays(
    act: str, by: str, seat: str, seance: Seance, draw: Random, text: Callable[[], str], length: int
) -> c.Command:
    """That act by `by`, about the deputy or a line where there is one, and about `seat` or nothing now and then."""
    deputy, often = seance.relay.deputy, draw.random() < 0.8
    whose = deputy.seat if deputy and often else seat
    aside = draw.choice(seance.asides).text if seance.asides and often else "nothing"
    match act:
        case "name-deputy":
            return c.NameDeputy(by, seat, often)
        case "answer-deputy":
            return c.AnswerDeputy(by, often)
        case "hear-deputy":
            return c.HearDeputy(by, whose)
        case "hand-over":
            return c.HandOver(by, whose)
        case "note-return":
            return c.NoteReturn(by, draw.choice(seance.relay.gone) if seance.relay.gone else seat)
        case "write-aside":
            return c.WriteAside(by, text(), length, seance.facilitator if often else None)
        case "answer-aside":
            return c.AnswerAside(by, aside, text(), length)
        case "see-aside":
            return c.SeeAside(by, aside)
        case _:
            return c.CloseAside(by, aside)
