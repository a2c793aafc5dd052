"""Deciders of the choice: topics in a line, who is ready, the client's place, who may observe."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.here import client_is_here
from sizain.method.decide.room import Decider
from sizain.method.decide.stages import begun_again
from sizain.method.decide.voting import vote_dropped
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Role, Seance, Seat, Stage


def text_fits(length: int, limit: int) -> None:
    """Raises `Refusal` when a text is empty or passes `limit` characters."""
    if length == 0:
        raise Refusal(Why.EMPTY)
    if length > limit:
        raise Refusal(Why.TOO_LONG, limit)


def _peer(seance: Seance, seat_id: str) -> Seat:
    seat = seance.seat(seat_id)
    if seat is not None and seat.role is Role.FACILITATOR:
        raise Refusal(Why.FACILITATOR_NEVER_CLIENT)
    if seat is None or not seat.present or seat.role is not Role.PEER:
        raise Refusal(Why.NO_SUCH_SEAT)
    return seat


def _deposit_topic(seance: Seance, command: c.DepositTopic, now: int) -> tuple[e.Event, ...]:
    if command.by not in (command.seat, seance.facilitator):
        raise Refusal(Why.NOT_YOURS)
    if _peer(seance, command.seat).charter is None:
        raise Refusal(Why.CHARTER_FIRST)
    text_fits(command.length, seance.limits.topic)
    for more in (command.lines, command.tried):
        if more is not None:
            text_fits(more.length, seance.limits.lines)
    return (
        e.TopicDeposited(
            seat=command.seat,
            text=command.text,
            length=command.length,
            about=command.about.value if command.about else None,
            lines=command.lines.text if command.lines else None,
            tried=command.tried.text if command.tried else None,
        ),
    )


def _withdraw_topic(seance: Seance, command: c.WithdrawTopic, now: int) -> tuple[e.Event, ...]:
    mine = any(topic.seat == command.by for topic in seance.topics)
    return (e.TopicWithdrawn(command.by),) if mine else ()


def _say_ready(seance: Seance, command: c.SayReady, now: int) -> tuple[e.Event, ...]:
    if _peer(seance, command.by).charter is None:
        raise Refusal(Why.CHARTER_FIRST)
    if (command.by in seance.ready) == command.ready:
        return ()
    return (e.ReadySaid(command.by, command.ready),)


def _name_client(seance: Seance, command: c.NameClient, now: int) -> tuple[e.Event, ...]:
    seat = _peer(seance, command.seat)
    if seat.charter is None:
        raise Refusal(Why.CHARTER_FIRST)
    if seat.id in (seance.named, seance.client):
        return ()
    return (*vote_dropped(seance), e.ClientNamed(seat.id))


def _unname_client(seance: Seance, command: c.UnnameClient, now: int) -> tuple[e.Event, ...]:
    seat = seance.named or seance.client
    return _without_client(seance, seat, now) if seat else ()


def _without_client(seance: Seance, seat: str, now: int) -> tuple[e.Event, ...]:
    """Up to step 3 the client may leave the place without explaining it: the circle chooses again, as a loop
    (METHOD §3, Any moment)."""
    unnamed = e.ClientUnnamed(seat)
    if seance.stage is Stage.CHOICE:
        return (unnamed,)
    return (unnamed, *begun_again(seance, Stage.CHOICE, now))


def _accept_place(seance: Seance, command: c.AcceptPlace, now: int) -> tuple[e.Event, ...]:
    if seance.named != command.by:
        raise Refusal(Why.NOT_YOURS)
    return (e.ClientAccepted(command.by, How.DEVICE),)


def _hear_acceptance(seance: Seance, command: c.HearAcceptance, now: int) -> tuple[e.Event, ...]:
    """A yes said aloud: the person may have been named in the same breath."""
    seat = _peer(seance, command.seat)
    if seat.charter is None:
        raise Refusal(Why.CHARTER_FIRST)
    if seance.client == seat.id:
        return ()
    named = () if seance.named == seat.id else (e.ClientNamed(seat.id),)
    return (*vote_dropped(seance), *named, e.ClientAccepted(seat.id, How.ALOUD))


def _decline_place(seance: Seance, command: c.DeclinePlace, now: int) -> tuple[e.Event, ...]:
    if command.by not in (seance.named, seance.client):
        raise Refusal(Why.NOT_YOURS)
    return _without_client(seance, command.by, now)


def _change_topic(seance: Seance, command: c.ChangeTopic, now: int) -> tuple[e.Event, ...]:
    """Another topic of the same client: what was agreed on the first one falls, and step 1 begins again."""
    if seance.client is None:
        raise Refusal(Why.NO_CLIENT)
    text_fits(command.length, seance.limits.topic)
    changed = e.TopicChanged(seance.client, command.text, command.length)
    if seance.stage is Stage.PRESENTATION:
        return (changed,)
    return (changed, *begun_again(seance, Stage.PRESENTATION, now))


def _observer(seance: Seance, seat_id: str) -> Seat:
    seat = seance.seat(seat_id)
    if seat is None or not seat.present or seat.role is not Role.OBSERVER:
        raise Refusal(Why.NO_SUCH_SEAT)
    return seat


def _accept_observer(seance: Seance, command: c.AcceptObserver, now: int) -> tuple[e.Event, ...]:
    seat = _observer(seance, command.seat)
    return () if seat.accepted else (e.ObserverAccepted(seat.id, How.DEVICE),)


def _hear_observer(seance: Seance, command: c.HearObserverAccepted, now: int) -> tuple[e.Event, ...]:
    client_is_here(seance)
    seat = _observer(seance, command.seat)
    return () if seat.accepted else (e.ObserverAccepted(seat.id, How.ALOUD),)


CHOICE: dict[str, Decider] = {
    "deposit-topic": _deposit_topic,
    "withdraw-topic": _withdraw_topic,
    "say-ready": _say_ready,
    "name-client": _name_client,
    "unname-client": _unname_client,
    "accept-place": _accept_place,
    "hear-acceptance": _hear_acceptance,
    "decline-place": _decline_place,
    "change-topic": _change_topic,
    "accept-observer": _accept_observer,
    "hear-observer-accepted": _hear_observer,
}
