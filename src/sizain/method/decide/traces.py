"""Deciders of traces, of the envelope and of the scribe's seat (METHOD §3 step 4, R7, R9, R11)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.choice import text_fits
from sizain.method.decide.room import Decider
from sizain.method.decide.rounds import consultant
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Role, Seance, Stage
from sizain.method.traces import Trace, left_one, to_set_apart


def left(
    seance: Seance, trace: str, seat: str, length: int, noted_by: str | None, *, outside: bool = False
) -> e.TraceLeft:
    """A trace left now: its kind is that of the open round, and comes by itself. A turn leaves one, unless that lock
    is lifted (R8). Raises `Refusal(TRACE_LEFT)`."""
    if "R8" not in seance.lifted and left_one(seance, seat):
        raise Refusal(Why.TRACE_LEFT)
    kind = seance.rounds.kind
    return e.TraceLeft(trace, seat, length, kind.value if kind else None, noted_by, outside)


def _author(seance: Seance, seat_id: str) -> str:
    """Whose trace it can be: a consultant's, and the client's once that lock is lifted (R7)."""
    if seat_id != seance.client or seance.stage is not Stage.EXPLORATION:
        return consultant(seance, seat_id).id
    client = seance.seat(seat_id)
    if client is None or not client.present:
        raise Refusal(Why.NO_SUCH_SEAT)
    if "R7" not in seance.lifted:
        raise Refusal(Why.CLIENT_LISTENS)
    return client.id


def _leave_trace(seance: Seance, command: c.LeaveTrace, now: int) -> tuple[e.Event, ...]:
    """The scribe writes down what is said; whether it leaves the contract is for its author or the
    facilitator to say (R11)."""
    if command.by not in (command.seat, seance.facilitator, seance.scribe):
        raise Refusal(Why.NOT_YOURS)
    seat = _author(seance, command.seat)
    text_fits(command.length, seance.limits.trace)
    noted_by = None if command.by == seat else command.by
    if command.outside and seat == seance.client:
        raise Refusal(Why.CONSULTANTS_ONLY)
    if command.outside and noted_by not in (None, seance.facilitator):
        raise Refusal(Why.NOT_YOURS)
    return (left(seance, command.text, seat, command.length, noted_by, outside=command.outside),)


def _take_back(seance: Seance, command: c.TakeBackTrace, now: int) -> tuple[e.Event, ...]:
    return (e.TraceTakenBack(_changeable(seance, command.trace, command.by).id),)


def _mark(seance: Seance, command: c.MarkTrace, now: int) -> tuple[e.Event, ...]:
    if command.seat is not None:
        return _set_apart(seance, command, command.seat)
    trace = _changeable(seance, command.trace, command.by)
    if command.by not in (trace.seat, seance.facilitator):
        raise Refusal(Why.NOT_YOURS)
    if trace.seat == seance.client:
        raise Refusal(Why.CONSULTANTS_ONLY)
    return () if trace.outside == command.outside else (e.TraceMarked(trace.id, command.outside),)


def _set_apart(seance: Seance, command: c.MarkTrace, seat: str) -> tuple[e.Event, ...]:
    """The facilitator hears that something leaves the contract: they say so of the last trace of whoever said it,
    and read nothing."""
    if command.by != seance.facilitator:
        raise Refusal(Why.NOT_YOURS)
    trace = to_set_apart(seance, consultant(seance, seat).id)
    if trace is None:
        raise Refusal(Why.NO_SUCH_TRACE)
    return () if trace.outside == command.outside else (e.TraceMarked(trace.id, command.outside, command.by),)


def _changeable(seance: Seance, trace_id: str | None, by: str) -> Trace:
    """A trace before its sorting, for those who wrote it. Somebody else's is not there: nobody learns
    from a refusal that it exists."""
    trace = next((one for one in seance.traces if one.id == trace_id and one.written_by(by)), None)
    if trace is None:
        raise Refusal(Why.NO_SUCH_TRACE)
    if trace.sorted:
        raise Refusal(Why.TRACE_SORTED)
    return trace


def _open_envelope(seance: Seance, command: c.OpenEnvelope, now: int) -> tuple[e.Event, ...]:
    return _opened(seance, How.DEVICE)


def _hear_envelope(seance: Seance, command: c.HearEnvelope, now: int) -> tuple[e.Event, ...]:
    client = seance.seat(seance.client) if seance.client else None
    if client is None or not client.present:
        raise Refusal(Why.NO_CLIENT)
    return _opened(seance, How.ALOUD)


def _opened(seance: Seance, how: How) -> tuple[e.Event, ...]:
    return (e.EnvelopeOpened(how.value),) if any(trace.sealed for trace in seance.traces) else ()


def _name_scribe(seance: Seance, command: c.NameScribe, now: int) -> tuple[e.Event, ...]:
    if not command.scribe:
        return (e.ScribeNamed(None),) if seance.scribe == command.seat else ()
    seat = seance.seat(command.seat)
    if seat is None or not seat.present:
        raise Refusal(Why.NO_SUCH_SEAT)
    if seat.role is not Role.PEER or seat.id == seance.client:
        raise Refusal(Why.CONSULTANTS_ONLY)
    return () if seance.scribe == seat.id else (e.ScribeNamed(seat.id),)


TRACES: dict[str, Decider] = {
    "leave-trace": _leave_trace,
    "take-back-trace": _take_back,
    "mark-trace": _mark,
    "open-envelope": _open_envelope,
    "hear-envelope": _hear_envelope,
    "name-scribe": _name_scribe,
}
