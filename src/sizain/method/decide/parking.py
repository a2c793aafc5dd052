"""Deciders of the ideas that came too early (METHOD §3 steps 2 and 4, R4)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.choice import text_fits
from sizain.method.decide.room import Decider
from sizain.method.decide.rounds import consultant
from sizain.method.decide.traces import left
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance
from sizain.method.traces import Idea


def _park(seance: Seance, command: c.ParkIdea, now: int) -> tuple[e.Event, ...]:
    if command.by not in (command.seat, seance.facilitator):
        raise Refusal(Why.NOT_YOURS)
    seat = consultant(seance, command.seat).id
    if command.text is not None:
        text_fits(command.length, seance.limits.trace)
    noted_by = None if command.by == seat else command.by
    return (e.IdeaParked(command.idea, seat, command.text, command.length, noted_by),)


def _trace(seance: Seance, command: c.TraceIdea, now: int) -> tuple[e.Event, ...]:
    """What was never written down is said; who wants a trace of it writes one."""
    idea = _idea(seance, command.idea, command.by)
    if idea.text is None:
        raise Refusal(Why.EMPTY)
    seat = consultant(seance, idea.seat).id
    return (left(seance, idea.text, seat, idea.length, idea.noted_by), e.IdeaGone(idea.id))


def _let_go(seance: Seance, command: c.LetIdeaGo, now: int) -> tuple[e.Event, ...]:
    return (e.IdeaGone(_idea(seance, command.idea, command.by).id),)


def _idea(seance: Seance, idea_id: str, by: str) -> Idea:
    """For its author, or who wrote it down; anybody else's is not there."""
    idea = next((one for one in seance.ideas if one.id == idea_id and one.written_by(by)), None)
    if idea is None:
        raise Refusal(Why.NO_SUCH_IDEA)
    return idea


PARKING: dict[str, Decider] = {
    "park-idea": _park,
    "trace-idea": _trace,
    "let-idea-go": _let_go,
}
