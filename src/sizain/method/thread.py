"""Where the thread leads from here: the next stage, those a loop may lead back to, and what keeps
it shut.
"""

from __future__ import annotations

from sizain.method.formats import Block
from sizain.method.refusals import Why
from sizain.method.seance import STAGES, UNTIMED, Role, Seance, Stage


def next_stage(seance: Seance) -> Stage | None:
    """The stage after this one, those without minutes passed over; None after the closing."""
    for stage in STAGES[STAGES.index(seance.stage) + 1 :]:
        if stage in UNTIMED or seance.plan.target_s(Block(stage)) > 0:
            return stage
    return None


def what_is_open(seance: Seance) -> Why | None:
    """What keeps the next stage shut, as METHOD asks: R1, R22, R2 and R3; None when the way is
    free.
    """
    if seance.stage is Stage.CHOICE:
        if seance.client is None:
            return Why.NO_CLIENT
        if any(
            seat.role is Role.OBSERVER and seat.present and not seat.accepted
            for seat in seance.seats
        ):
            return Why.OBSERVER_OPEN
    if seance.stage is Stage.CONTRACT:
        if seance.contract.text is None:
            return Why.CONTRACT_OPEN
        if seance.contract.agreed is None:
            return Why.AGREEMENT_OPEN
    return None
