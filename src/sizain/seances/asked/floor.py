"""Hands and floor."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Reader

READERS: dict[str, Reader] = {
    "raise-hand": lambda asking: Asked(c.RaiseHand(asking.by)),
    "lower-hand": lambda asking: Asked(c.LowerHand(asking.by)),
    "give-floor": lambda asking: Asked(c.GiveFloor(asking.by, asking.seat())),
    "free-floor": lambda asking: Asked(c.FreeFloor(asking.by)),
}
