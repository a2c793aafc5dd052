"""Coming in, going out, places and roles."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Asking, Reader, read_name


def _add_seat(asking: Asking) -> Asked:
    name = read_name(asking.fields.get("name", ""), asking.seance.limits.name)
    seat = asking.tokens.id()
    return Asked(c.AddSeat(asking.by, seat, asking.yes("expected")), name=(seat, name))


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
