"""Step 4: the rounds, and the client's sign."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method.rounds import RoundKind
from sizain.method.signs import Sign
from sizain.seances.asked.asking import Asked, Asking, Reader


def _make_sign(asking: Asking) -> Asked:
    return Asked(c.MakeSign(asking.by, asking.choice("sign", Sign), asking.yes("made")))


def _open_round(asking: Asking) -> Asked:
    return Asked(c.OpenRound(asking.by, asking.choice("kind", RoundKind), asking.yes("heard")))


READERS: dict[str, Reader] = {
    "open-round": _open_round,
    "end-round": lambda asking: Asked(c.EndRound(asking.by, asking.yes("heard"))),
    "pass-turn": lambda asking: Asked(c.PassTurn(asking.by, asking.fields.get("seat") or asking.by)),
    "make-sign": _make_sign,
    "hear-sign": lambda asking: Asked(c.HearSign(asking.by, asking.choice("sign", Sign))),
}
