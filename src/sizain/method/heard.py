"""What is the client's and was noted as said aloud: it holds, and they may say their own yes to it after the closing
(METHOD §7, one device; R2, R12)."""

from __future__ import annotations

from sizain.method.contract import asks
from sizain.method.seance import How, Seance


def contract_heard(seance: Seance) -> bool:
    """Whether the validated question was only heard."""
    return asks(seance) and seance.contract.how is How.ALOUD


def plan_heard(seance: Seance) -> bool:
    """Whether anything of step 5 was only heard: what they understand, a step, that this is their plan."""
    kept = seance.synthesis
    said = (*kept.steps, *((kept.settled,) if kept.settled else ()))
    return kept.understanding.how is How.ALOUD or any(one.how is How.ALOUD for one in said)
