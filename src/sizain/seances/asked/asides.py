"""The help channel: a line to whoever facilitates, a line back, « vu »."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Asking, Reader


def _write(asking: Asking) -> Asked:
    text = asking.text("aside")
    to = asking.fields.get("to") or None
    return Asked(c.WriteAside(asking.by, text.id, len(text.body), to), texts=(text,))


def _answer(asking: Asking) -> Asked:
    text = asking.text("aside")
    return Asked(c.AnswerAside(asking.by, asking.one("aside"), text.id, len(text.body)), texts=(text,))


READERS: dict[str, Reader] = {
    "write-aside": _write,
    "answer-aside": _answer,
    "see-aside": lambda asking: Asked(c.SeeAside(asking.by, asking.one("aside"))),
    "close-aside": lambda asking: Asked(c.CloseAside(asking.by, asking.one("aside"))),
}
