"""`decide(seance, command, now)`: the events that a command brings about, or a `Refusal`.

The table of `rules` speaks first; what depends on more than role and stage stands below it, one
small function for each act. What is returned is what is kept: no event is a wish.
"""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.asides import ASIDES
from sizain.method.decide.choice import CHOICE
from sizain.method.decide.contract import CONTRACT
from sizain.method.decide.ending import ENDING
from sizain.method.decide.erasing import ERASING
from sizain.method.decide.links import LINKS
from sizain.method.decide.meta import META
from sizain.method.decide.parking import PARKING
from sizain.method.decide.questions import QUESTIONS
from sizain.method.decide.relay import RELAY
from sizain.method.decide.room import ROOM, Decider
from sizain.method.decide.rounds import ROUNDS
from sizain.method.decide.safety import SAFETY
from sizain.method.decide.signs import SIGNS
from sizain.method.decide.synthesis import SYNTHESIS
from sizain.method.decide.thread import THREAD
from sizain.method.decide.traces import TRACES
from sizain.method.decide.voting import VOTING
from sizain.method.formats import Plan
from sizain.method.refusals import Refusal, Why
from sizain.method.rules import Posture, posture, spoken, why_not
from sizain.method.safety import WHILE_SUSPENDED, suspended
from sizain.method.seance import Limits, Place, Seance, Stage, Way

DECIDERS: dict[str, Decider] = {
    **ROOM,
    **RELAY,
    **CHOICE,
    **VOTING,
    **LINKS,
    **CONTRACT,
    **SYNTHESIS,
    **THREAD,
    **SAFETY,
    **ASIDES,
    **PARKING,
    **QUESTIONS,
    **ROUNDS,
    **TRACES,
    **SIGNS,
    **META,
    **ENDING,
    **ERASING,
}
"""One decider for each act of the table (tested)."""


def plan(
    facilitator: str,
    plan: Plan,
    total_min: int,
    place: Place,
    way: Way,
    limits: Limits,
    *,
    traces_live: bool = False,
    advice_hint: bool = True,
) -> e.SeancePlanned:
    """The first event of a séance. `total_min` is what was announced, in minutes; `traces_live` lets the client
    read traces as they are left; `advice_hint` says to who writes a question that it looks like advice (R5).
    """
    return e.SeancePlanned(
        facilitator=facilitator,
        plan=plan.to_json(),
        total_min=total_min,
        place=place.value,
        way=way.value,
        limits={
            "seats": limits.seats,
            "name": limits.name,
            "topic": limits.topic,
            "question": limits.question,
            "lines": limits.lines,
            "contract": limits.contract,
            "contract_part": limits.contract_part,
            "trace": limits.trace,
            "plan": limits.plan,
            "line": limits.line,
        },
        traces_live=traces_live,
        advice_hint=advice_hint,
    )


def decide(seance: Seance, command: c.Command, now: int) -> tuple[e.Event, ...]:
    """What `command` brings about at `now` (milliseconds); an empty tuple when nothing is to
    change.

    Raises `Refusal` with its reason; then nothing changed.
    """
    if command.act == c.AskToEnter.act:
        who: Posture | None = Posture.WAITING
        if seance.stage is Stage.CLOSED:
            raise Refusal(Why.CLOSED)
    else:
        who = posture(seance, command.by)
    reason = why_not(seance.stage, who, command.act, seance.lifted)
    if reason is not None:
        raise Refusal(reason)
    if spoken(seance, command.act):
        raise Refusal(Why.SPOKEN)
    if suspended(seance) and command.act not in WHILE_SUSPENDED:
        raise Refusal(Why.SUSPENDED)
    return DECIDERS[command.act](seance, command, now)
