"""Deciders of the client's sign to the facilitator (METHOD §3 step 4)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.room import Decider
from sizain.method.seance import Seance


def _make_sign(seance: Seance, command: c.MakeSign, now: int) -> tuple[e.Event, ...]:
    if (command.sign in seance.signs.made) == command.made:
        return ()
    return (e.SignMade(command.sign.value, command.made),)


def _hear_sign(seance: Seance, command: c.HearSign, now: int) -> tuple[e.Event, ...]:
    return (e.SignHeard(command.sign.value),) if command.sign in seance.signs.made else ()


SIGNS: dict[str, Decider] = {"make-sign": _make_sign, "hear-sign": _hear_sign}
