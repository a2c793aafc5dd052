"""Coming in, going out, places and roles."""

from __future__ import annotations

import re

from sizain.method import commands as c
from sizain.method.refusals import Refusal, Why
from sizain.seances.asked.asking import Asked, Asking, Reader, read_name
from sizain.seances.names import fold, tidy

BETWEEN_NAMES = re.compile(r"[,;\n]")


def _add_seat(asking: Asking) -> Asked:
    """One first name or several, one per line or between commas: a place for each."""
    typed = [one for one in BETWEEN_NAMES.split(asking.fields.get("name", "")) if tidy(one)]
    names = [read_name(one, asking.seance.limits.name) for one in typed or [""]]
    if len({fold(one) for one in names}) < len(names):
        raise Refusal(Why.NAME_TAKEN)
    first, *more = seats = [asking.tokens.id() for _ in names]
    command = c.AddSeat(asking.by, first, asking.yes("expected"), tuple(more))
    return Asked(command, names=tuple(zip(seats, names, strict=True)))


READERS: dict[str, Reader] = {
    "engage": lambda asking: Asked(c.Engage(asking.by)),
    "leave": lambda asking: Asked(c.Leave(asking.by)),
    "come-back": lambda asking: Asked(c.ComeBack(asking.by)),
    "admit": lambda asking: Asked(c.Admit(asking.by, asking.seat())),
    "keep-waiting": lambda asking: Asked(c.KeepWaiting(asking.by, asking.seat())),
    "refuse": lambda asking: Asked(c.Refuse(asking.by, asking.seat())),
    "remove": lambda asking: Asked(c.Remove(asking.by, asking.seat())),
    "add-seat": _add_seat,
    "excuse": lambda asking: Asked(c.Excuse(asking.by, asking.seat(), asking.yes("excused"))),
    "renew-code": lambda asking: Asked(c.RenewCode(asking.by), code=asking.tokens.code()),
    "name-observer": lambda asking: Asked(c.NameObserver(asking.by, asking.seat(), asking.yes("observer"))),
    "hear-charter": lambda asking: Asked(c.HearCharter(asking.by)),
}
