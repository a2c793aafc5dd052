"""What is left in writing: traces, the envelope, ideas set aside."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Asking, Reader


def _leave_trace(asking: Asking) -> Asked:
    text = asking.text("trace")
    seat = asking.fields.get("seat") or asking.by
    return Asked(c.LeaveTrace(asking.by, seat, text.id, len(text.body), asking.yes("outside")), (text,))


def _park_idea(asking: Asking) -> Asked:
    """With no words, only that there is an idea is kept."""
    text, idea = asking.text("idea"), asking.tokens.id()
    seat = asking.fields.get("seat") or asking.by
    if not text.body:
        return Asked(c.ParkIdea(asking.by, seat, idea))
    return Asked(c.ParkIdea(asking.by, seat, idea, text.id, len(text.body)), (text,))


def _mark_trace(asking: Asking) -> Asked:
    """Of a trace that the page shows, or of the last one of a seat."""
    seat = asking.fields.get("seat") or None
    trace = None if seat else asking.one("trace")
    return Asked(c.MarkTrace(asking.by, trace, asking.yes("outside"), seat))


READERS: dict[str, Reader] = {
    "leave-trace": _leave_trace,
    "take-back-trace": lambda asking: Asked(c.TakeBackTrace(asking.by, asking.one("trace"))),
    "mark-trace": _mark_trace,
    "open-envelope": lambda asking: Asked(c.OpenEnvelope(asking.by)),
    "hear-envelope": lambda asking: Asked(c.HearEnvelope(asking.by)),
    "name-scribe": lambda asking: Asked(c.NameScribe(asking.by, asking.seat(), asking.yes("scribe"))),
    "park-idea": _park_idea,
    "trace-idea": lambda asking: Asked(c.TraceIdea(asking.by, asking.one("idea"))),
    "let-idea-go": lambda asking: Asked(c.LetIdeaGo(asking.by, asking.one("idea"))),
}
