"""An end that comes early, and the way back from it."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Reader

READERS: dict[str, Reader] = {
    "interrupt": lambda asking: Asked(c.Interrupt(asking.by)),
    "take-up": lambda asking: Asked(c.TakeUp(asking.by), code=asking.tokens.code()),
}
