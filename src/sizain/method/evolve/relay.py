"""What a hand-over, an absence and a return change. Exactly one seat facilitates after each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sizain.method import clock as clocks
from sizain.method import events as e
from sizain.method.clock import Clock
from sizain.method.evolve.room import Evolver, silent, with_seat
from sizain.method.evolve.thread import held
from sizain.method.relay import Deputy
from sizain.method.seance import How, Role, Seance


def _deputy_named(seance: Seance, event: e.DeputyNamed, at: int) -> Seance:
    return _with(seance, deputy=Deputy(event.seat) if event.seat else None)


def _deputy_agreed(seance: Seance, event: e.DeputyAgreed, at: int) -> Seance:
    return _with(seance, deputy=Deputy(event.seat, agreed=True))


def _facilitation_handed(seance: Seance, event: e.FacilitationHanded, at: int) -> Seance:
    """Whoever facilitated is deputy: beside the ring when they opened the session, else at their place in the circle
    again. Nothing changes for a seat that is not there, or leads already: `evolve` is total."""
    before, after = seance.facilitator, event.seat
    if before == after or seance.seat(after) is None:
        return seance
    role = Role.CO_FACILITATOR if before == seance.relay.opener else Role.PEER
    led = seance.seat(before)
    # Whoever conducts says the charter: nobody asks them to sign it when they stand in the circle again (R17).
    heard = led.charter if led and led.charter else How.ALOUD
    aside = with_seat(seance, before, role=role, came_in=True, charter=heard)
    leads = with_seat(silent(aside, after), after, role=Role.FACILITATOR, came_in=True)
    away = after in seance.relay.gone
    return replace(
        _with(leads, led=seance.relay.led | {after}, deputy=Deputy(before, agreed=True)),
        facilitator=after,
        scribe=None if seance.scribe == after else seance.scribe,
        clock=held(seance.clock, at) if away else _released(seance.clock, event.back, at),
    )


def _facilitator_gone(seance: Seance, event: e.FacilitatorGone, at: int) -> Seance:
    gone = tuple(one for one in seance.relay.gone if one != event.seat)
    clock = seance.clock
    if event.seat == seance.facilitator:
        clock = held(clock, at)
    return replace(_with(seance, gone=(*gone, event.seat)), clock=clock)


def _facilitator_back(seance: Seance, event: e.FacilitatorBack, at: int) -> Seance:
    gone = tuple(one for one in seance.relay.gone if one != event.seat)
    return replace(_with(seance, gone=gone), clock=_released(seance.clock, event.back, at))


def _with(seance: Seance, **changes: Any) -> Seance:
    return replace(seance, relay=replace(seance.relay, **changes))


def _released(clock: Clock | None, back: dict[str, Any] | None, at: int) -> Clock | None:
    """The clock, conducted again where it held."""
    if clock is None or back is None:
        return clock
    return clocks.release(clock, clocks.Return.from_json(back), at)


RELAY: dict[str, Evolver] = {
    "deputy-named": _deputy_named,
    "deputy-agreed": _deputy_agreed,
    "facilitation-handed": _facilitation_handed,
    "facilitator-gone": _facilitator_gone,
    "facilitator-back": _facilitator_back,
}
