"""What events of the help channel change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sizain.method import events as e
from sizain.method.asides import Aside
from sizain.method.evolve.room import Evolver
from sizain.method.seance import Seance


def _written(seance: Seance, event: e.AsideWritten, at: int) -> Seance:
    others = tuple(one for one in seance.asides if one.seat != event.seat)
    return replace(seance, asides=(*others, Aside(event.seat, seance.facilitator, event.text)))


def _answered(seance: Seance, event: e.AsideAnswered, at: int) -> Seance:
    return _with(seance, event.aside, answer=event.text)


def _seen(seance: Seance, event: e.AsideSeen, at: int) -> Seance:
    return _with(seance, event.aside, seen=True)


def _closed(seance: Seance, event: e.AsideClosed, at: int) -> Seance:
    return replace(seance, asides=tuple(one for one in seance.asides if one.text != event.aside))


def _with(seance: Seance, text: str, **changes: Any) -> Seance:
    asides = tuple(replace(one, **changes) if one.text == text else one for one in seance.asides)
    return replace(seance, asides=asides)


ASIDES: dict[str, Evolver] = {
    "aside-written": _written,
    "aside-answered": _answered,
    "aside-seen": _seen,
    "aside-closed": _closed,
}
