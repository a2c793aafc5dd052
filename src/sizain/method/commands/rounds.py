"""Step 4: the rounds (R8)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command
from sizain.method.rounds import RoundKind


@dataclass(frozen=True)
class OpenRound(Command):
    """A round opens, and the first seat has the floor; a round that was open is over. `heard` as in `EndRound`."""

    act = "open-round"
    kind: RoundKind
    heard: bool = False


@dataclass(frozen=True)
class EndRound(Command):
    """The round is over. `heard` says that whoever was still to come had their turn, aloud, without the floor being
    given to them one by one (METHOD, Spoken first)."""

    act = "end-round"
    heard: bool = False


@dataclass(frozen=True)
class PassTurn(Command):
    """« Je passe », from one's own seat or heard by the facilitator; the next one has the floor."""

    act = "pass-turn"
    seat: str
