"""What is left in writing of step 4 (METHOD §3, R9, R11): traces, and ideas that came too early.

Nobody replies to a trace, likes it or counts it: there is nothing here for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sizain.method.rounds import RoundKind

if TYPE_CHECKING:
    from sizain.method.seance import Seance


@dataclass(frozen=True)
class Trace:
    """One sentence left of what `seat` brought. `id` is its text's.

    `kind` is that of the round in which it was left, None outside rounds. `noted_by` is the seat of
    the scribe or of the facilitator who wrote it, None when its author did. `outside` says that it
    leaves the contract; `opened` that the client said yes to it (R11). `sorted` says that it was there
    when a sorting began: its author cannot take it back any more. `turn` is the number of the open round,
    None outside rounds. `set_apart` says that the facilitator put it outside without reading it.
    """

    id: str
    seat: str
    kind: RoundKind | None = None
    noted_by: str | None = None
    outside: bool = False
    set_apart: bool = False
    opened: bool = False
    sorted: bool = False
    turn: int | None = None

    @property
    def sealed(self) -> bool:
        """In the envelope that the client has not opened: nobody but those who wrote it sees it."""
        return self.outside and not self.opened

    def written_by(self, seat: str) -> bool:
        """Whether that seat is its author, or noted it."""
        return seat in (self.seat, self.noted_by)


@dataclass(frozen=True)
class Idea:
    """An idea of step 2, set aside for step 4 (R4). `text` is None when nobody wrote it down;
    `length` is in characters."""

    id: str
    seat: str
    text: str | None = None
    length: int = 0
    noted_by: str | None = None

    def written_by(self, seat: str) -> bool:
        """Whether that seat is its author, or wrote it down."""
        return seat in (self.seat, self.noted_by)


def left_one(seance: Seance, seat: str) -> bool:
    """Whether that seat has left a trace of its turn in the open round (R8); never outside rounds."""
    rounds = seance.rounds
    return rounds.running and any(one.seat == seat and one.turn == rounds.number for one in seance.traces)


def to_set_apart(seance: Seance, seat: str) -> Trace | None:
    """The last trace of that seat, as long as the facilitator may say that it leaves the contract, or that it does
    not after all: what its author has put outside is its author's to say."""
    trace = next((one for one in reversed(seance.traces) if one.seat == seat and not one.sorted), None)
    if (
        trace is None
        or trace.id in seance.erased.texts
        or trace.written_by(seance.facilitator)
        or (trace.outside and not trace.set_apart)
    ):
        return None
    return trace
