"""What is seen of step 6 and of the end."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.ending import forms_until, taken_up_until
from sizain.method.meta import Line
from sizain.method.seance import Seance, Stage

SHOWN_IN = frozenset({Stage.META, Stage.CLOSING})


@dataclass(frozen=True)
class ShownLine:
    """A short line of the group; whose it is stands nowhere, but in `mine`."""

    line: Line
    text: str
    mine: bool


@dataclass(frozen=True)
class Ended:
    """A closed séance. Instants in milliseconds; `take_up_until` is for the facilitation of an interrupted one."""

    at: int
    interrupted: Stage | None
    silent: bool
    forms_until: int
    take_up_until: int | None = None


def lines(seance: Seance, viewer: str) -> tuple[ShownLine, ...]:
    """For all who are seated, in step 6 and at the closing."""
    if seance.stage not in SHOWN_IN:
        return ()
    return tuple(ShownLine(one.line, one.text, mine=one.seat == viewer) for one in seance.meta.lines)


def ended(seance: Seance, *, leads: bool) -> Ended | None:
    """None as long as the séance is held."""
    until = forms_until(seance)
    if seance.closed_at is None or until is None:
        return None
    interrupted = seance.interrupted
    return Ended(
        at=seance.closed_at,
        interrupted=interrupted.stage if interrupted else None,
        silent=interrupted is not None and interrupted.silent,
        forms_until=until,
        take_up_until=taken_up_until(seance) if leads else None,
    )


def client_topic(seance: Seance, viewer: str) -> str | None:
    """The topic that was chosen. Once the séance is closed it is the client's alone again: others keep the
    question of the contract."""
    if seance.client is None or (seance.stage is Stage.CLOSED and viewer != seance.client):
        return None
    return next((topic.id for topic in seance.topics if topic.seat == seance.client), None)
