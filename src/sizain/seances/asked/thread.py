"""The thread and the clock."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method.formats import Block
from sizain.method.seance import Stage
from sizain.seances.asked.asking import Asked, Asking, Reader


def _choose_format(asking: Asking) -> Asked:
    minutes = {block.value: asking.number(block.value) for block in Block if asking.fields.get(block.value)}
    return Asked(c.ChooseFormat(asking.by, asking.number("total_min"), minutes))


def _advance(asking: Asking) -> Asked:
    stage = asking.choice("from_stage", Stage)
    lifts = asking.fields.get("lifts") or None
    return Asked(c.Advance(asking.by, stage, asking.yes("agreed"), asking.pays(), lifts, asking.shown()))


def _go_back(asking: Asking) -> Asked:
    return Asked(c.GoBack(asking.by, asking.choice("from_stage", Stage), asking.choice("to", Stage), asking.pays()))


def _extend(asking: Asking) -> Asked:
    return Asked(c.Extend(asking.by, asking.number("seconds"), asking.pays(), asking.one("quoted")))


READERS: dict[str, Reader] = {
    "choose-format": _choose_format,
    "open": lambda asking: Asked(c.Open(asking.by, asking.yes("charter"))),
    "advance": _advance,
    "go-back": _go_back,
    "lift-lock": lambda asking: Asked(c.LiftLock(asking.by, asking.one("rule"))),
    "extend": _extend,
    "rebalance": lambda asking: Asked(c.Rebalance(asking.by, asking.one("quoted"))),
    "pause": lambda asking: Asked(c.Pause(asking.by)),
    "resume": lambda asking: Asked(c.Resume(asking.by, asking.pays())),
    "hide-figures": lambda asking: Asked(c.HideFigures(asking.by)),
    "show-figures": lambda asking: Asked(c.ShowFigures(asking.by)),
    "close": lambda asking: Asked(c.Close(asking.by)),
}
