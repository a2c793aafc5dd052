"""Deciders of the other ways of choosing: vote, lot, nobody. Each only proposes a name; the person accepts or not
(R1)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.choosing import FEWEST_TOPICS, candidates, in_the_lot, leaders
from sizain.method.decide.room import Decider
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance


def vote_dropped(seance: Seance) -> tuple[e.Event, ...]:
    """An open vote that something else overtakes: it ends and proposes nobody."""
    ballot = seance.choosing.ballot
    return (e.VoteClosed(ballot, None, False),) if ballot else ()


def _place_is_free(seance: Seance) -> None:
    if seance.client is not None:
        raise Refusal(Why.ONE_CLIENT)


def _open_vote(seance: Seance, command: c.OpenVote, now: int) -> tuple[e.Event, ...]:
    _place_is_free(seance)
    if seance.choosing.ballot:
        return ()
    if len(candidates(seance)) < FEWEST_TOPICS:
        raise Refusal(Why.TOO_FEW_TOPICS)
    return (e.VoteOpened(command.ballot),)


def _close_vote(seance: Seance, command: c.CloseVote, now: int) -> tuple[e.Event, ...]:
    ballot = seance.choosing.ballot
    if ballot is None:
        return ()
    first = leaders(seance, command.votes)
    if not first:
        return vote_dropped(seance)
    seat = first[command.chance % len(first)]
    return (e.ClientNamed(seat), e.VoteClosed(ballot, seat, len(first) > 1))


def _draw_lot(seance: Seance, command: c.DrawLot, now: int) -> tuple[e.Event, ...]:
    _place_is_free(seance)
    lot = in_the_lot(seance)
    if not lot:
        raise Refusal(Why.NOBODY_TO_DRAW)
    seat = lot[command.chance % len(lot)]
    return (*vote_dropped(seance), e.ClientNamed(seat), e.LotDrawn(seat))


def _nobody_ready(seance: Seance, command: c.NobodyReady, now: int) -> tuple[e.Event, ...]:
    _place_is_free(seance)
    if seance.choosing.nobody == command.nobody:
        return ()
    return (*vote_dropped(seance), e.NobodyWasReady(command.nobody))


VOTING: dict[str, Decider] = {
    "open-vote": _open_vote,
    "close-vote": _close_vote,
    "draw-lot": _draw_lot,
    "nobody-ready": _nobody_ready,
}
