"""Deciders of the right over one's own words (R21): no stage and no suspension withholds it."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.room import Decider
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance
from sizain.method.words import whose


def _erase_text(seance: Seance, command: c.EraseText, now: int) -> tuple[e.Event, ...]:
    """What is somebody else's is not there: nobody learns from a refusal that it exists."""
    if command.text not in {one.text for one in whose(seance, command.by)}:
        raise Refusal(Why.NO_SUCH_TEXT)
    if any(trace.id == command.text for trace in seance.traces):
        return (e.TraceErased(command.text),)
    return (e.TextErased(command.text),)


def _erase_consultation(seance: Seance, command: c.EraseConsultation, now: int) -> tuple[e.Event, ...]:
    """Each time: what stands beside the journal, notes and drafts and marks, is not for here to know."""
    if command.by != seance.client:
        raise Refusal(Why.NOT_YOURS)
    return (e.ConsultationErased(command.by),)


ERASING: dict[str, Decider] = {"erase-text": _erase_text, "erase-consultation": _erase_consultation}
