"""The attendance list in words: who was there, from when to when, under the names that the facilitation sees anyway."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sizain.method.attendance import Presence
from sizain.method.mirror import Attended, Mirror, Stay
from sizain.method.seance import Role
from sizain.shell import times

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet would run instead of showing it, the full-width signs of East Asian keyboards too."""


@dataclass(frozen=True)
class Line:
    """One person: `stays` are the instants of each way in and out, `note` what else there is to say."""

    seat: str
    name: str
    role: str
    stays: tuple[Stay, ...]
    note: str


def lines(mirror: Mirror, names: Mapping[str, str], client: str | None) -> list[Line]:
    """In seat order, those whose name this viewer sees."""
    return [
        Line(one.seat, names[one.seat], _role(one, client), one.stays, _note(one))
        for one in mirror.attended
        if one.seat in names
    ]


def _role(one: Attended, client: str | None) -> str:
    match one.role:
        case Role.FACILITATOR:
            return "facilitator"
        case Role.CO_FACILITATOR:
            return "cofacilitator"
        case Role.OBSERVER:
            return "observer"
        case _ if client is None:
            return "peer"
        case _:
            return "client" if one.seat == client else "consultant"


def _note(one: Attended) -> str:
    if one.absence is not None:
        return _("absence excusée") if one.absence is Presence.EXCUSED else _("absence")
    said = [
        words
        for words, true in (
            (_("arrivée après l’ouverture"), one.late),
            (_("départ avant la fin"), one.early),
        )
        if true
    ]
    return ", ".join(said)


def table(found: list[Line]) -> str:
    """The list as CSV, a line for each stay: what a spreadsheet opens, in the way of the active language."""
    written = io.StringIO()
    semicolons = (get_language() or "").startswith("fr")
    rows = csv.writer(written, delimiter=";" if semicolons else ",", lineterminator="\r\n")
    rows.writerow([_("Prénom"), _("Place"), _("Date"), _("Arrivée"), _("Départ"), _("Remarque")])
    roles = role_words()
    for one in found:
        for stay in one.stays or (None,):
            day, came = times.stamp(stay.came_at) if stay else ("", "")
            left = times.stamp(stay.left_at)[1] if stay else ""
            rows.writerow([_cell(one.name), roles[one.role], day, came, left, one.note])
    return "\ufeff" + written.getvalue()


def role_words() -> dict[str, str]:
    """What a role is called in a list."""
    return {
        "facilitator": _("animation"),
        "cofacilitator": _("co-animation"),
        "observer": _("observation"),
        "client": _("client"),
        "consultant": _("consultant"),
        "peer": _("pair"),
    }


def _cell(words: str) -> str:
    return f"'{words}" if words.startswith(FORMULA) else words
