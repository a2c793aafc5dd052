"""What events of step 0 change: topics, who is ready, how the client is chosen, disclosed links."""

from __future__ import annotations

from dataclasses import replace

from sizain.method import events as e
from sizain.method.choosing import Choosing, Found, TopicKind
from sizain.method.evolve.consultation import nothing_left
from sizain.method.evolve.room import Evolver, without, without_client, without_deputy
from sizain.method.links import Disclosed, found, without_story
from sizain.method.seance import How, Seance, Topic


def _topic_deposited(seance: Seance, event: e.TopicDeposited, at: int) -> Seance:
    about = TopicKind(event.about) if event.about else None
    new = Topic(event.text, event.seat, about, event.lines, event.tried)
    if any(topic.seat == event.seat for topic in seance.topics):
        topics = tuple(new if topic.seat == event.seat else topic for topic in seance.topics)
    else:
        topics = (*seance.topics, new)
    return replace(seance, topics=topics)


def _topic_changed(seance: Seance, event: e.TopicChanged, at: int) -> Seance:
    topics = (*(topic for topic in seance.topics if topic.seat != event.seat), Topic(event.text, event.seat))
    return nothing_left(replace(seance, topics=topics, links=without_story(seance.links, event.seat)))


def _topic_withdrawn(seance: Seance, event: e.TopicWithdrawn, at: int) -> Seance:
    topics = tuple(topic for topic in seance.topics if topic.seat != event.seat)
    return replace(seance, topics=topics, links=without_story(seance.links, event.seat))


def _ready_said(seance: Seance, event: e.ReadySaid, at: int) -> Seance:
    others = without(seance.ready, event.seat)
    if not event.ready:
        return replace(seance, ready=others)
    return replace(seance, ready=(*others, event.seat), choosing=seance.choosing.willing(event.seat))


def _client_named(seance: Seance, event: e.ClientNamed, at: int) -> Seance:
    return replace(without_client(seance), named=event.seat, choosing=seance.choosing.naming(event.seat))


def _client_unnamed(seance: Seance, event: e.ClientUnnamed, at: int) -> Seance:
    """Who was only named said no; whoever was the client may still be found again."""
    if seance.named != event.seat:
        return without_client(seance)
    return replace(without_client(seance), choosing=seance.choosing.declining(event.seat))


def _client_accepted(seance: Seance, event: e.ClientAccepted, at: int) -> Seance:
    taken = replace(
        without_deputy(seance, event.seat),
        named=None,
        client=event.seat,
        client_how=How(event.how),
        erased=replace(seance.erased, consultation=None, clients=seance.erased.clients | {event.seat}),
    )
    return nothing_left(taken)


def _vote_opened(seance: Seance, event: e.VoteOpened, at: int) -> Seance:
    declined = seance.choosing.declined
    return replace(seance, named=None, choosing=Choosing(ballot=event.ballot, declined=declined))


def _vote_closed(seance: Seance, event: e.VoteClosed, at: int) -> Seance:
    if event.seat is None:
        return replace(seance, choosing=replace(seance.choosing, ballot=None, undecided=True))
    found = Found.TIE if event.tied else Found.VOTE
    return replace(seance, choosing=replace(seance.choosing, ballot=None, found=found))


def _lot_drawn(seance: Seance, event: e.LotDrawn, at: int) -> Seance:
    return replace(seance, choosing=replace(seance.choosing, found=Found.LOT))


def _nobody_ready(seance: Seance, event: e.NobodyWasReady, at: int) -> Seance:
    choosing = Choosing(nobody=event.nobody, declined=seance.choosing.declined)
    return replace(seance, named=None if event.nobody else seance.named, choosing=choosing)


def _link_disclosed(seance: Seance, event: e.LinkDisclosed, at: int) -> Seance:
    told = Disclosed(event.seat, event.story, to=seance.facilitator)
    return replace(seance, links=(*_others(seance, event.seat, event.story), told))


def _link_taken_back(seance: Seance, event: e.LinkTakenBack, at: int) -> Seance:
    return replace(seance, links=_others(seance, event.seat, event.story))


def _link_answered(seance: Seance, event: e.LinkAnswered, at: int) -> Seance:
    known = found(seance.links, event.seat, event.story)
    if known is None:
        return seance
    answered = replace(known, stays=event.stays)
    return replace(
        seance,
        links=tuple(answered if (one.seat, one.story) == (event.seat, event.story) else one for one in seance.links),
    )


def _others(seance: Seance, seat: str, story: str) -> tuple[Disclosed, ...]:
    return tuple(one for one in seance.links if (one.seat, one.story) != (seat, story))


CHOOSING: dict[str, Evolver] = {
    "topic-deposited": _topic_deposited,
    "topic-changed": _topic_changed,
    "topic-withdrawn": _topic_withdrawn,
    "ready-said": _ready_said,
    "client-named": _client_named,
    "client-unnamed": _client_unnamed,
    "client-accepted": _client_accepted,
    "vote-opened": _vote_opened,
    "vote-closed": _vote_closed,
    "lot-drawn": _lot_drawn,
    "nobody-ready": _nobody_ready,
    "link-disclosed": _link_disclosed,
    "link-taken-back": _link_taken_back,
    "link-answered": _link_answered,
}
