"""Deciders of the client's sign to the facilitator, and of the way back to the contract (METHOD §3 step 4, §9)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.contract import asks
from sizain.method.decide.room import Decider
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance
from sizain.method.signs import Sign


def _make_sign(seance: Seance, command: c.MakeSign, now: int) -> tuple[e.Event, ...]:
    if (command.sign in seance.signs.made) == command.made:
        return ()
    return (e.SignMade(command.sign.value, command.made),)


def _hear_sign(seance: Seance, command: c.HearSign, now: int) -> tuple[e.Event, ...]:
    return (e.SignHeard(command.sign.value),) if command.sign in seance.signs.made else ()


def _recall(seance: Seance, command: c.RecallContract, now: int) -> tuple[e.Event, ...]:
    """The contract that the client validated is put forward; whoever made that sign reads that it was seen."""
    if seance.recalled == command.recalled:
        return ()
    if command.recalled and not asks(seance):
        raise Refusal(Why.CONTRACT_OPEN)
    asked = command.recalled and Sign.CONTRACT in seance.signs.made
    recalled = e.ContractRecalled(command.recalled)
    return (recalled, e.SignHeard(Sign.CONTRACT.value)) if asked else (recalled,)


SIGNS: dict[str, Decider] = {"make-sign": _make_sign, "hear-sign": _hear_sign, "recall-contract": _recall}
