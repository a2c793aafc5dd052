"""What becomes of questions, rounds, traces, ideas and signs when the consultation goes on, or somebody goes."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import asides
from sizain.method.choosing import NOT_YET
from sizain.method.contract import Contract
from sizain.method.links import without_seat
from sizain.method.rounds import NO_ROUND
from sizain.method.rules import NONE_LIFTED
from sizain.method.seance import Seance, Stage
from sizain.method.signs import NO_SIGN
from sizain.method.synthesis import NOTHING_YET


def nothing_left(seance: Seance) -> Seance:
    """A consultation that begins: what was said in another one is not for this client."""
    scribe = None if seance.scribe == seance.client else seance.scribe
    return replace(without_consultation(seance), rounds=NO_ROUND, signs=NO_SIGN, scribe=scribe)


def without_consultation(seance: Seance) -> Seance:
    """What the client asked for, what they made of it and what was left for them: theirs, and it goes with them."""
    return replace(seance, contract=Contract(), synthesis=NOTHING_YET, questions=(), traces=(), ideas=())


def without_words_of(seance: Seance, seat: str) -> Seance:
    """Somebody opens nothing here any more: they leave no question, trace, idea or link behind."""
    return replace(
        seance,
        questions=tuple(question for question in seance.questions if question.seat != seat),
        traces=tuple(trace for trace in seance.traces if trace.seat != seat),
        ideas=tuple(idea for idea in seance.ideas if idea.seat != seat),
        signs=NO_SIGN if seance.client == seat else seance.signs,
        links=without_seat(seance.links, seat),
        asides=asides.without_seat(seance.asides, seat),
        scribe=None if seance.scribe == seat else seance.scribe,
    )


def entering(seance: Seance, stage: Stage) -> Seance:
    """A stage ends the round, the signs and an open vote, and shuts the locks that were lifted in the one before; the
    sorting receives what was left until then."""
    traces = seance.traces
    if stage is Stage.SYNTHESIS:
        traces = tuple(replace(trace, sorted=True) for trace in traces)
    over = replace(seance, rounds=seance.rounds.over(), signs=NO_SIGN, traces=traces, recalled=False)
    return replace(over, choosing=NOT_YET, lifted=NONE_LIFTED)


def closing(seance: Seance) -> Seance:
    """What stayed in the envelope is withdrawn (R11); the questions and the ideas that nobody took up go, and
    what was told to the facilitation alone."""
    kept = tuple(trace for trace in seance.traces if not trace.sealed)
    return replace(
        entering(seance, Stage.CLOSED), traces=kept, questions=(), ideas=(), not_well=(), links=(), asides=()
    )
