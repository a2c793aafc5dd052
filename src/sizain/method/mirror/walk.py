"""The journal walked once: each event with the state before and after it, and how long that state stayed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sizain.method import events as e
from sizain.method.evolve import begin, evolve
from sizain.method.seance import UNTIMED, Seance, Stage


@dataclass(frozen=True)
class Happening:
    """`event` happened at `at`; the state that it left, `after`, stayed until `until`, the next event's instant.

    Instants never go back, whatever the server's clock did. What nobody did in a day of silence happened at the last
    act (METHOD §10): that day is no time of the session.
    """

    at: int
    until: int
    event: e.Event
    before: Seance
    after: Seance

    @property
    def length_ms(self) -> int:
        return self.until - self.at

    @property
    def held(self) -> bool:
        """Whether the session was being held meanwhile: open, and not over."""
        return self.after.stage not in (Stage.LOBBY, Stage.CLOSED)

    @property
    def ticks(self) -> bool:
        """Whether the time of a step went by meanwhile, or that of the closing, which no clock counts."""
        clock = self.after.clock
        return self.held and (self.after.stage in UNTIMED or (clock is not None and clock.ticking))


def walk(entries: Iterable[tuple[e.Event, int]]) -> tuple[Happening, ...]:
    """Every event in its order. Raises `ValueError` when there is none, or no plan at the start."""
    found: list[Happening] = []
    for event, instant in entries:
        if not found:
            first = begin(event, instant)
            found.append(Happening(instant, instant, event, first, first))
            continue
        last = found[-1]
        nobody = isinstance(event, e.SeanceInterrupted) and event.silent
        at = last.at if nobody else max(last.at, instant)
        found[-1] = replace(last, until=at)
        found.append(Happening(at, at, event, last.after, evolve(last.after, event, instant)))
    if not found:
        raise ValueError("a journal is never empty")
    return tuple(found)
