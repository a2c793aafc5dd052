"""The rounds of step 4 (METHOD §3, R8): the facilitator opens them, each consultant has one turn in
each, and may pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sizain.method.contract import Help


class RoundKind(StrEnum):
    """What a round asks for, in the order that the method suggests when no help was asked for."""

    UNDERSTANDINGS = "understandings"
    IMPRESSIONS = "impressions"
    IDEAS = "ideas"
    EXPERIENCES = "experiences"
    LEADS = "leads"


U, P, D, E, L = RoundKind  # understandings, impressions, ideas, experiences, leads
UNDERSTANDING = frozenset({U, P})
"""What comes first, whatever the help: understand before solving (METHOD §3)."""
ORDERS: dict[Help, tuple[RoundKind, ...]] = {
    Help.UNDERSTAND: (U, P, E, D, L),
    Help.WIDEN: (P, U, D, E, L),
    Help.OPTIONS: (U, P, D, L, E),
    Help.DECIDE: (U, P, L, E, D),
    Help.PRIORITISE: (U, P, L, D, E),
    Help.PREPARE: (U, P, L, E, D),
    Help.FEEDBACK: (P, U, E, D, L),
    Help.EXPERIENCES: (U, P, E, L, D),
    Help.SUPPORT: (P, U, E, L, D),
    Help.QUESTION: (U, P, D, E, L),
}
"""What the help that the client asks for proposes for step 4 (METHOD §3); the facilitator opens what they want."""


def order_for(helps: Iterable[Help]) -> tuple[RoundKind, ...]:
    """All the kinds of rounds, in the order that these helps propose together; the method's own for none."""
    orders = [ORDERS[one] for one in helps]
    return tuple(sorted(RoundKind, key=lambda kind: sum(order.index(kind) for order in orders)))


@dataclass(frozen=True)
class Rounds:
    """`opened` are the rounds of this consultation, the last one is the round that is open when
    `running`. A turn is one place in a round: `turns` had theirs, `passed` gave it up and may still
    take it.
    """

    opened: tuple[RoundKind, ...] = ()
    running: bool = False
    turns: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """Which round it is, from 1; 0 before the first."""
        return len(self.opened)

    @property
    def kind(self) -> RoundKind | None:
        """What the open round asks for, None outside rounds."""
        return self.opened[-1] if self.running else None

    def suggested(self, order: Iterable[RoundKind]) -> RoundKind | None:
        """The first kind of that order that had no round yet, None when each had one."""
        return next((kind for kind in order if kind not in self.opened), None)

    def to_come(self, seats: Iterable[str]) -> tuple[str, ...]:
        """Of `seats`, in their order, those whose turn is still to come; none outside rounds."""
        if not self.running:
            return ()
        return tuple(seat for seat in seats if seat not in self.turns and seat not in self.passed)

    def opening(self, kind: RoundKind) -> Rounds:
        """Another round, the one before being over."""
        return Rounds((*self.opened, kind), running=True)

    def over(self) -> Rounds:
        return Rounds(self.opened)

    def taken(self, seat: str) -> Rounds:
        """That seat has its turn in the open round."""
        if not self.running or seat in self.turns:
            return self
        return Rounds(self.opened, True, (*self.turns, seat), tuple(one for one in self.passed if one != seat))

    def given_up(self, seat: str) -> Rounds:
        """That seat passes."""
        if not self.running or seat in self.passed:
            return self
        return Rounds(self.opened, True, tuple(one for one in self.turns if one != seat), (*self.passed, seat))


NO_ROUND = Rounds()
