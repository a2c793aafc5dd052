"""The register of the séance (R26): each soft lock that the facilitation lifted, as a choice of the facilitation, and
each seat that went to another device.

An entry holds the rule, the stage and the instant, nothing about people: it can never name who had not answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sizain.method.refusals import Why

if TYPE_CHECKING:
    from sizain.method.seance import Stage

CONTRACT_RULE = "R3"
FLOORS_RULE = "R13"
ROUND_RULE = "R14"
END_RULE = "§2"
"""The end of the session is held, unless the facilitation chooses to pass it."""

HANDED_RULE = "§7"
"""No lock: the facilitation made a link, and a seat left the device that held it."""


@dataclass(frozen=True)
class Lift:
    """`rule` was lifted, or used, at `at` (milliseconds), in `stage`."""

    rule: str
    stage: Stage
    at: int


@dataclass(frozen=True)
class Lock:
    """What keeps the next stage shut: `why` is what is still open, `rule` what asks for it. A soft lock is the
    facilitation's to lift, a hard one nobody's."""

    why: Why
    rule: str
    soft: bool
