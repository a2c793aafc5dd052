"""What is seen of a round of step 4."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sizain.method.rounds import RoundKind
from sizain.method.seance import Seance, Stage


@dataclass(frozen=True)
class ShownRound:
    """The open round, or the last one when `kind` is None. `to_come` is the speaking order; `passed` and
    `suggested`, what no round was about yet, are the facilitator's.
    """

    number: int
    kind: RoundKind | None
    to_come: tuple[str, ...]
    passed: tuple[str, ...] = ()
    suggested: RoundKind | None = None


def shown_round(seance: Seance, *, leads: bool) -> ShownRound | None:
    """People who do not sit in one room cannot see who comes next: the order is everybody's (METHOD §7)."""
    if seance.stage is not Stage.EXPLORATION:
        return None
    rounds = seance.rounds
    shown = ShownRound(rounds.number, rounds.kind, seance.to_come)
    return replace(shown, passed=rounds.passed, suggested=rounds.suggested) if leads else shown
