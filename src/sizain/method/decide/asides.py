"""Deciders of the help channel: two people, one line each, « vu » (METHOD §7)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.asides import Aside, found
from sizain.method.decide.choice import text_fits
from sizain.method.decide.room import Decider
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance


def _to_me(seance: Seance, command: c.AnswerAside | c.SeeAside) -> Aside:
    """A line that whoever asks was written, and that still waits: what was written to somebody else who facilitated
    is not there for them. Raises `Refusal(NO_SUCH_ASIDE)`."""
    aside = found(seance.asides, command.aside)
    if aside is None or aside.to != command.by or not aside.waits:
        raise Refusal(Why.NO_SUCH_ASIDE)
    return aside


def _write(seance: Seance, command: c.WriteAside, now: int) -> tuple[e.Event, ...]:
    if command.to not in (None, seance.facilitator):
        raise Refusal(Why.FACILITATION_MOVED)
    text_fits(command.length, seance.limits.line)
    return (e.AsideWritten(command.by, command.text, command.length),)


def _answer(seance: Seance, command: c.AnswerAside, now: int) -> tuple[e.Event, ...]:
    aside = _to_me(seance, command)
    text_fits(command.length, seance.limits.line)
    return (e.AsideAnswered(aside.text, command.text, command.length),)


def _see(seance: Seance, command: c.SeeAside, now: int) -> tuple[e.Event, ...]:
    return (e.AsideSeen(_to_me(seance, command).text),)


def _close(seance: Seance, command: c.CloseAside, now: int) -> tuple[e.Event, ...]:
    aside = found(seance.asides, command.aside)
    if aside is None or aside.seat != command.by:
        raise Refusal(Why.NO_SUCH_ASIDE)
    return (e.AsideClosed(aside.text),)


ASIDES: dict[str, Decider] = {
    "write-aside": _write,
    "answer-aside": _answer,
    "see-aside": _see,
    "close-aside": _close,
}
