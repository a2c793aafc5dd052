"""The relay: who is deputy, hand-over and take-over. What the room notes by itself has no form (`watching`)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Reader

READERS: dict[str, Reader] = {
    "name-deputy": lambda asking: Asked(c.NameDeputy(asking.by, asking.seat(), asking.yes("deputy"))),
    "answer-deputy": lambda asking: Asked(c.AnswerDeputy(asking.by, asking.yes("agrees"))),
    "hear-deputy": lambda asking: Asked(c.HearDeputy(asking.by, asking.seat())),
    "hand-over": lambda asking: Asked(c.HandOver(asking.by, asking.seat())),
    "take-over": lambda asking: Asked(c.TakeOver(asking.by)),
}
