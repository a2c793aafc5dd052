"""Deciders of a disclosed link: who says it, and the client's answer (METHOD §3)."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.decide.here import client_is_here
from sizain.method.decide.room import Decider
from sizain.method.links import found
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Role, Seance, Stage


def _disclose(seance: Seance, command: c.DiscloseLink, now: int) -> tuple[e.Event, ...]:
    return _said(seance, command.by, command.story, command.said, How.DEVICE)


def _hear(seance: Seance, command: c.HearLink, now: int) -> tuple[e.Event, ...]:
    return _said(seance, command.seat, command.story, command.said, How.ALOUD)


def _said(seance: Seance, seat_id: str, story: str, said: bool, how: How) -> tuple[e.Event, ...]:
    """Whoever sits in the circle and knows the topics may say it, of a peer's story; once there is a client, of
    theirs."""
    known = found(seance.links, seat_id, story)
    if known and not said:
        return (e.LinkTakenBack(seat_id, story),)
    seat, brings = seance.seat(seat_id), seance.seat(story)
    if seat is None or not seat.present or seat.role is Role.FACILITATOR or seat_id == story:
        raise Refusal(Why.NO_SUCH_SEAT)
    if brings is None or not brings.in_circle or brings.role is not Role.PEER:
        raise Refusal(Why.NO_SUCH_SEAT)
    if story != seance.client and (seance.client or seance.stage is not Stage.CHOICE):
        raise Refusal(Why.NO_SUCH_SEAT)
    if seat.charter is None:
        raise Refusal(Why.CHARTER_FIRST)
    return () if known or not said else (e.LinkDisclosed(seat_id, story, how),)


def _answer(seance: Seance, command: c.AnswerLink, now: int) -> tuple[e.Event, ...]:
    return _answered(seance, command.seat, command.stays, How.DEVICE)


def _hear_answer(seance: Seance, command: c.HearLinkAnswer, now: int) -> tuple[e.Event, ...]:
    client_is_here(seance)
    return _answered(seance, command.seat, command.stays, How.ALOUD)


def _answered(seance: Seance, seat: str, stays: bool, how: How) -> tuple[e.Event, ...]:
    if seance.client is None:
        raise Refusal(Why.NO_CLIENT)
    known = found(seance.links, seat, seance.client)
    if known is None:
        raise Refusal(Why.NO_SUCH_LINK)
    return () if known.stays is stays else (e.LinkAnswered(seat, seance.client, stays, how),)


LINKS: dict[str, Decider] = {
    "disclose-link": _disclose,
    "hear-link": _hear,
    "answer-link": _answer,
    "hear-link-answer": _hear_answer,
}
