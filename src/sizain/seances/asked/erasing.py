"""The right over one's own words (R21)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Reader

READERS: dict[str, Reader] = {
    "erase-text": lambda asking: Asked(c.EraseText(asking.by, asking.one("text"))),
    "erase-consultation": lambda asking: Asked(c.EraseConsultation(asking.by)),
}
