"""What is seen of a round of step 4."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sizain.method.rounds import RoundKind, order_for
from sizain.method.seance import Seance, Stage


@dataclass(frozen=True)
class ShownRound:
    """The open round, or the last one when `kind` is None. `to_come` is the speaking order; `passed` and
    `suggested`, what no round was about yet in the `order` that the client's help proposes, are the facilitator's.
    """

    number: int
    kind: RoundKind | None
    to_come: tuple[str, ...]
    passed: tuple[str, ...] = ()
    suggested: RoundKind | None = None
    order: tuple[RoundKind, ...] = ()


def shown_round(seance: Seance, *, leads: bool) -> ShownRound | None:
    """People who do not sit in one room cannot see who comes next: the order is everybody's (METHOD §7)."""
    if seance.stage is not Stage.EXPLORATION:
        return None
    rounds = seance.rounds
    shown = ShownRound(rounds.number, rounds.kind, seance.to_come)
    if not leads:
        return shown
    terms = seance.contract.terms
    order = order_for(terms.help if terms else ())
    return replace(shown, passed=rounds.passed, suggested=rounds.suggested(order), order=order)
