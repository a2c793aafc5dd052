"""How the circle chooses its client (METHOD §3, step 0): who feels ready by default; or a vote, a lot, or nobody.

A vote's voices stand in private rows beside the journal (docs/decisions/private-rows.md): the state knows that a
vote is open and, once it is over, whom it proposes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sizain.method.seance import Seance, Seat


FEWEST_TOPICS = 2
"""A vote is between topics."""


class TopicKind(StrEnum):
    """What a topic is, for who wishes to say (METHOD §3, Before)."""

    PROBLEM = "problem"
    CONCERN = "concern"
    PROJECT = "project"


class Found(StrEnum):
    """How the named person was found, when the facilitator did not simply name them."""

    VOTE = "vote"
    TIE = "tie"
    """Several had as many voices: chance chose among them."""
    LOT = "lot"


@dataclass(frozen=True)
class Choosing:
    """`ballot` is the id of the open vote, None when none is open. `undecided` says that the last vote proposed
    nobody, `nobody` that nobody feels ready, `declined` who was named and said no."""

    ballot: str | None = None
    found: Found | None = None
    undecided: bool = False
    nobody: bool = False
    declined: tuple[str, ...] = ()

    def naming(self, seat: str) -> Choosing:
        """Somebody is named: whatever was said before of how is over."""
        return Choosing(ballot=self.ballot, declined=_without(self.declined, seat))

    def declining(self, seat: str) -> Choosing:
        """Who was named does not take the place today."""
        return Choosing(ballot=self.ballot, nobody=self.nobody, declined=(*_without(self.declined, seat), seat))

    def willing(self, seat: str) -> Choosing:
        """That seat offers itself: an earlier no does not count any more."""
        return replace(self, declined=_without(self.declined, seat))


NOT_YET = Choosing()


def candidates(seance: Seance) -> tuple[str, ...]:
    """Whom one may vote for: those who brought a topic and may be named, in seat order."""
    brought = _brought(seance)
    return tuple(seat.id for seat in electors(seance) if seat.id in brought - set(seance.choosing.declined))


def in_the_lot(seance: Seance) -> tuple[str, ...]:
    """Among whom the lot is drawn: those who brought a topic or said that they are ready, in seat order."""
    willing = {*_brought(seance), *seance.ready} - set(seance.choosing.declined)
    return tuple(seat.id for seat in electors(seance) if seat.id in willing)


def _brought(seance: Seance) -> set[str]:
    """Who brought a topic that still stands: one whose words were erased is none."""
    return {topic.seat for topic in seance.topics if topic.id not in seance.erased.texts}


def electors(seance: Seance) -> tuple[Seat, ...]:
    """Who has one voice, and who may be named: the peers who are there and signed the charter, in seat order."""
    return tuple(seat for seat in seance.peers if seat.present and seat.charter is not None)


def leaders(seance: Seance, votes: Mapping[str, str]) -> tuple[str, ...]:
    """Who has most voices, in seat order; several when they are even, nobody when no voice counts.

    `votes` says for each seat whom it voted for.
    """
    standing, voting = candidates(seance), {seat.id for seat in electors(seance)}
    voices = Counter(said for seat, said in votes.items() if seat in voting and said in standing)
    most = max(voices.values(), default=0)
    return tuple(seat for seat in standing if most and voices[seat] == most)


def _without(seats: tuple[str, ...], seat: str) -> tuple[str, ...]:
    return tuple(one for one in seats if one != seat)
