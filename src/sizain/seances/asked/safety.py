"""Safety: a word to the facilitation alone, the safety stop, the quiet one."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Reader

READERS: dict[str, Reader] = {
    "say-not-well": lambda asking: Asked(c.SayNotWell(asking.by)),
    "take-back-not-well": lambda asking: Asked(c.TakeBackNotWell(asking.by)),
    "hear-not-well": lambda asking: Asked(c.HearNotWell(asking.by, asking.seat())),
    "suspend": lambda asking: Asked(c.Suspend(asking.by)),
    "end-suspension": lambda asking: Asked(c.EndSuspension(asking.by)),
    "stop-quietly": lambda asking: Asked(c.StopQuietly(asking.by)),
}
