"""Where the thread leads from here: the next stage, those a loop may lead back to, and what keeps
it shut.
"""

from __future__ import annotations

from sizain.method.contract import accepted, asks
from sizain.method.formats import Block
from sizain.method.refusals import Why
from sizain.method.register import CONTRACT_RULE, ROUND_RULE, Lock
from sizain.method.seance import STAGES, UNTIMED, Role, Seance, Seat, Stage

NEVER_EMPTY = frozenset({Stage.CHOICE})
"""Held even without minutes of its own: nobody else can become client, nor accept an observer
(R1, R22)."""
NO_WAY_BACK = frozenset({Stage.PAUSE})


def next_stage(seance: Seance) -> Stage | None:
    """The stage after this one, those that are not held passed over; None after the closing."""
    later = STAGES[STAGES.index(seance.stage) + 1 :]
    return next((stage for stage in later if stage in UNTIMED or _held(seance, stage)), None)


def earlier_stages(seance: Seance) -> tuple[Stage, ...]:
    """Where a loop may lead: stages held before this one, the nearest first, back to the choice; up to the choice
    itself, back to the opening."""
    if seance.stage is Stage.CLOSED:
        return ()
    here = STAGES.index(seance.stage)
    first = Stage.OPENING if here <= STAGES.index(Stage.CHOICE) else Stage.CHOICE
    before = STAGES[STAGES.index(first) : here]
    return tuple(stage for stage in reversed(before) if stage not in NO_WAY_BACK | UNTIMED and _held(seance, stage))


def _held(seance: Seance, stage: Stage) -> bool:
    return stage in NEVER_EMPTY or seance.plan.target_s(Block(stage)) > 0


def what_is_open(seance: Seance) -> Lock | None:
    """What keeps the next stage shut, as METHOD asks: R1, R22, R3 and R14; None when the way is free."""
    if seance.stage is Stage.CHOICE:
        if seance.client is None:
            return Lock(Why.NO_CLIENT, "R1", soft=False)
        if any(seat.present and not_accepted(seat) for seat in seance.seats):
            return Lock(Why.OBSERVER_OPEN, "R22", soft=False)
    if seance.stage is Stage.CONTRACT:
        if not asks(seance):
            return Lock(Why.CONTRACT_OPEN, CONTRACT_RULE, soft=True)
        if not accepted(seance):
            return Lock(Why.AGREEMENT_OPEN, CONTRACT_RULE, soft=True)
    if seance.stage is Stage.META and not seance.meta.round_held and to_hear(seance):
        return Lock(Why.ROUND_OPEN, ROUND_RULE, soft=True)
    return None


def to_hear(seance: Seance) -> frozenset[str]:
    """The present peers who have not had the floor in this stage."""
    return frozenset(seat.id for seat in seance.peers if seat.present) - frozenset(seance.spoken)


def not_accepted(seat: Seat) -> bool:
    """An observer whom the client has not accepted: not in the circle from step 1 on (R22)."""
    return seat.role is Role.OBSERVER and seat.accepted is None
