"""Acts of the choice of the client asked for at random: topics, votes, lots, links."""

from collections.abc import Callable, Sequence
from random import Random

from sizain.method import commands as c
from sizain.method.choosing import TopicKind
from sizain.method.contract import Written
from sizain.method.seance import Role, Seance

CHOOSING = frozenset(
    {
        "deposit-topic", "open-vote", "close-vote", "draw-lot", "nobody-ready", "disclose-link", "hear-link",
        "answer-link", "hear-link-answer",
    }
)  # fmt: skip


def chooses(
    act: str, by: str, seat: str, everybody: Sequence[str], draw: Random, text: Callable[[], str], length: int
) -> c.Command:
    """That act by `by`, about `seat` where it is about somebody; anybody votes for anybody."""
    yes, story, chance = draw.random() < 0.7, draw.choice(everybody), draw.randrange(2**32)
    match act:
        case "deposit-topic":
            more = Written(text(), length) if yes else None
            return c.DepositTopic(by, seat if yes else by, text(), length, draw.choice([None, *TopicKind]), more)
        case "open-vote":
            return c.OpenVote(by, f"ballot-{chance}")
        case "close-vote":
            return c.CloseVote(by, {one: draw.choice(everybody) for one in everybody}, chance)
        case "draw-lot":
            return c.DrawLot(by, chance)
        case "nobody-ready":
            return c.NobodyReady(by, yes)
        case "disclose-link":
            return c.DiscloseLink(by, story, yes)
        case "hear-link":
            return c.HearLink(by, seat, story, yes)
        case "answer-link":
            return c.AnswerLink(by, seat, yes)
        case _:
            return c.HearLinkAnswer(by, seat, yes)


def is_a_choice(seance: Seance) -> None:
    """Topics are one for a peer who signed and has a place; a link is of somebody in the circle with another one's
    story; a vote is open only while nobody is named."""
    owners = [topic.seat for topic in seance.topics]
    assert len(owners) == len(set(owners))
    links = [(one.seat, one.story) for one in seance.links]
    assert len(links) == len(set(links))
    for owner in (*owners, *(story for _, story in links), *(seat for seat, _ in links)):
        seat = seance.seat(owner)
        assert seat is not None
        assert seat.in_circle
    for owner in (*owners, *(story for _, story in links)):
        seat = seance.seat(owner)
        assert seat is not None
        # or facilitates for a while: it comes back with them
        assert seat.role is Role.PEER or seat.id == seance.facilitator
    assert all(seat.charter for seat in seance.seats if seat.id in (*owners, *(one for one, _ in links)))
    assert all(seat != story for seat, story in links)
    if seance.choosing.ballot:
        assert seance.named is seance.client is None
