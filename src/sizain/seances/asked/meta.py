"""Step 6: the round, the short lines."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method.meta import Line
from sizain.seances.asked.asking import Asked, Asking, Reader


def _note_line(asking: Asking) -> Asked:
    text = asking.text("line")
    return Asked(c.NoteLine(asking.by, asking.choice("line", Line), text.id, len(text.body)), texts=(text,))


READERS: dict[str, Reader] = {
    "hear-round": lambda asking: Asked(c.HearRound(asking.by)),
    "note-line": _note_line,
    "withdraw-line": lambda asking: Asked(c.WithdrawLine(asking.by, asking.choice("line", Line))),
}
