"""Step 0, other ways of choosing: a hidden vote, a lot, nobody (METHOD §3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class OpenVote(Command):
    """A vote begins; `ballot` is a new id, under which voices are kept beside the journal."""

    act = "open-vote"
    ballot: str


@dataclass(frozen=True)
class CloseVote(Command):
    """The vote is over. `votes` says for each seat whom it voted for and is kept nowhere; `chance` is a random
    number, for the case that several have as many voices."""

    act = "close-vote"
    votes: Mapping[str, str]
    chance: int


@dataclass(frozen=True)
class DrawLot(Command):
    """`chance` is a random number, much greater than there are seats."""

    act = "draw-lot"
    chance: int


@dataclass(frozen=True)
class NobodyReady(Command):
    """Nobody feels ready today; or somebody may be after all."""

    act = "nobody-ready"
    nobody: bool = True
