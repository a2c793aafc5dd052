"""Deciders of the thread: format, topics, choice of the client, contract, stages and clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.formats import Block, FormatError, Plan, plan_for, plan_of
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import STAGES, UNTIMED, How, Place, Role, Seance, Seat, Stage


def _text(length: int, limit: int) -> None:
    if length == 0:
        raise Refusal(Why.EMPTY)
    if length > limit:
        raise Refusal(Why.TOO_LONG, limit)


def _clock(seance: Seance) -> clocks.Clock:
    if seance.clock is None:
        raise Refusal(Why.NOT_NOW)
    return seance.clock


def planned(total_min: int, minutes: dict[str, int], place: Place) -> Plan:
    """The plan of a format: the table's, or one's own minutes per block where some are given.

    Raises `Refusal(BAD_FORMAT)` when the total is not from 30 to 240 minutes.
    """
    remote = place is Place.REMOTE
    try:
        plan = plan_for(total_min, remote=remote)
        if not minutes:
            return plan
        own = {block: plan.target_s(block) // 60 for block in Block}
        return plan_of({**own, **{Block(name): value for name, value in minutes.items()}})
    except (FormatError, ValueError) as error:
        raise Refusal(Why.BAD_FORMAT) from error


def _choose_format(seance: Seance, command: c.ChooseFormat, now: int) -> tuple[e.Event, ...]:
    plan = planned(command.total_min, dict(command.minutes), seance.place)
    return (e.FormatChosen(plan.to_json(), plan.total_s // 60),)


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
    _text(command.length, seance.limits.topic)
    return (e.TopicDeposited(command.seat, command.text, command.length),)


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
    return (e.ClientNamed(seat.id),)


def _unname_client(seance: Seance, command: c.UnnameClient, now: int) -> tuple[e.Event, ...]:
    seat = seance.named or seance.client
    return (e.ClientUnnamed(seat),) if seat else ()


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
    return (*named, e.ClientAccepted(seat.id, How.ALOUD))


def _decline_place(seance: Seance, command: c.DeclinePlace, now: int) -> tuple[e.Event, ...]:
    if command.by not in (seance.named, seance.client):
        raise Refusal(Why.NOT_YOURS)
    return (e.ClientUnnamed(command.by),)


def _observer(seance: Seance, seat_id: str) -> Seat:
    seat = seance.seat(seat_id)
    if seat is None or not seat.present or seat.role is not Role.OBSERVER:
        raise Refusal(Why.NO_SUCH_SEAT)
    return seat


def _accept_observer(seance: Seance, command: c.AcceptObserver, now: int) -> tuple[e.Event, ...]:
    seat = _observer(seance, command.seat)
    return () if seat.accepted else (e.ObserverAccepted(seat.id, How.DEVICE),)


def _hear_observer(seance: Seance, command: c.HearObserverAccepted, now: int) -> tuple[e.Event, ...]:
    if seance.client is None:
        raise Refusal(Why.NO_CLIENT)
    seat = _observer(seance, command.seat)
    return () if seat.accepted else (e.ObserverAccepted(seat.id, How.ALOUD),)


def _dictate(seance: Seance, command: c.DictateContract, now: int) -> tuple[e.Event, ...]:
    _text(command.length, seance.limits.contract)
    return (e.ContractDictated(command.text, command.length),)


def _validate(seance: Seance, command: c.ValidateContract, now: int) -> tuple[e.Event, ...]:
    _text(command.length, seance.limits.contract)
    return (e.ContractValidated(command.text, How.DEVICE),)


def _validate_dictated(seance: Seance, command: c.Command, now: int) -> tuple[e.Event, ...]:
    return _dictated(seance, How.DEVICE)


def _hear_contract(seance: Seance, command: c.Command, now: int) -> tuple[e.Event, ...]:
    return _dictated(seance, How.ALOUD)


def _dictated(seance: Seance, how: How) -> tuple[e.Event, ...]:
    if seance.contract.dictated is None:
        raise Refusal(Why.NOT_DICTATED)
    return (e.ContractValidated(seance.contract.dictated, how),)


def _open(seance: Seance, command: c.Open, now: int) -> tuple[e.Event, ...]:
    if not any(seat.present for seat in seance.peers):
        raise Refusal(Why.NOBODY_SEATED)
    return (e.SeanceOpened(),)


def next_stage(seance: Seance) -> Stage | None:
    """The stage after this one, those without minutes passed over; None after the closing."""
    for stage in STAGES[STAGES.index(seance.stage) + 1 :]:
        if stage in UNTIMED or seance.plan.target_s(Block(stage)) > 0:
            return stage
    return None


def what_is_open(seance: Seance) -> Why | None:
    """What keeps the next stage shut, as METHOD asks: R1, R22, R2 and R3; None when the way is free."""
    if seance.stage is Stage.CHOICE:
        if seance.client is None:
            return Why.NO_CLIENT
        if any(seat.role is Role.OBSERVER and seat.present and not seat.accepted for seat in seance.seats):
            return Why.OBSERVER_OPEN
    if seance.stage is Stage.CONTRACT:
        if seance.contract.text is None:
            return Why.CONTRACT_OPEN
        if seance.contract.agreed is None:
            return Why.AGREEMENT_OPEN
    return None


def _advance(seance: Seance, command: c.Advance, now: int) -> tuple[e.Event, ...]:
    if command.from_stage is not seance.stage:
        raise Refusal(Why.NOT_NOW)
    still_open = what_is_open(seance)
    heard = still_open is Why.AGREEMENT_OPEN and command.agreed
    if still_open is not None and not heard:
        raise Refusal(still_open)
    agreed: tuple[e.Event, ...] = (e.ContractAgreed(How.ALOUD),) if heard else ()
    stage = next_stage(seance)
    if stage is None:
        raise Refusal(Why.NOT_NOW)
    return (*agreed, *_entering(seance, stage, now, loop=False, choice=command.choice))


def _go_back(seance: Seance, command: c.GoBack, now: int) -> tuple[e.Event, ...]:
    here, there = STAGES.index(seance.stage), STAGES.index(command.to)
    held = command.to not in UNTIMED and seance.plan.target_s(Block(command.to)) > 0
    if command.from_stage is not seance.stage or not held or there >= here:
        raise Refusal(Why.NOT_NOW)
    return _entering(seance, command.to, now, loop=True, choice=None)


def _entering(
    seance: Seance, stage: Stage, now: int, *, loop: bool, choice: clocks.Choice | None
) -> tuple[e.Event, ...]:
    """The stage and what it asks of the clock; in step 1 the floor is the client's (METHOD §3)."""
    passage = None
    if stage not in UNTIMED:
        passage = _passage(_clock(seance), Block(stage), now, choice)
    entered = e.StageEntered(stage.value, loop, passage)
    if stage is Stage.PRESENTATION and seance.client is not None:
        return (entered, e.FloorGiven(seance.client))
    return (entered,)


def _passage(clock: clocks.Clock, block: Block, now: int, choice: clocks.Choice | None) -> dict[str, Any] | None:
    """None when the clock is in that block already: back from the closing to step 6."""
    if clock.block is block:
        return None
    return clocks.entering(clock, block, now, choice or clocks.Choice.EXCEED).to_json()


def announced(extension: clocks.Extension) -> str:
    """What a screen says of « + 2 min » before it is confirmed: who pays, and the end to the minute."""
    payers = ",".join(payment.block for payment in extension.bill.payments)
    return f"{extension.seconds}:{payers}:{extension.budget.end_ms // 60_000}"


def _extend(seance: Seance, command: c.Extend, now: int) -> tuple[e.Event, ...]:
    try:
        extension = clocks.extending(_clock(seance), now, command.seconds, command.choice)
    except clocks.ClockError as error:
        raise Refusal(Why.STOPPED) from error
    if extension.bill.choice_needed:
        raise Refusal(Why.CHOICE_NEEDED)
    if announced(extension) != command.quoted:
        raise Refusal(Why.QUOTE_CHANGED)
    return (e.ClockExtended(extension.to_json()),)


def _pause(seance: Seance, command: c.Pause, now: int) -> tuple[e.Event, ...]:
    clock = _clock(seance)
    return (e.ClockPaused(clocks.pausing(clock, now).to_json()),) if clock.ticking else ()


def _resume(seance: Seance, command: c.Resume, now: int) -> tuple[e.Event, ...]:
    clock = _clock(seance)
    if clock.ticking:
        return ()
    resumption = clocks.resuming(clock, now, command.choice)
    if resumption.bill.choice_needed:
        raise Refusal(Why.CHOICE_NEEDED)
    return (e.ClockResumed(resumption.to_json()),)


def _close(seance: Seance, command: c.Close, now: int) -> tuple[e.Event, ...]:
    return (e.SeanceClosed(),)


THREAD: dict[str, Callable[[Seance, Any, int], tuple[e.Event, ...]]] = {
    "choose-format": _choose_format,
    "deposit-topic": _deposit_topic,
    "withdraw-topic": _withdraw_topic,
    "say-ready": _say_ready,
    "name-client": _name_client,
    "unname-client": _unname_client,
    "accept-place": _accept_place,
    "hear-acceptance": _hear_acceptance,
    "decline-place": _decline_place,
    "accept-observer": _accept_observer,
    "hear-observer-accepted": _hear_observer,
    "dictate-contract": _dictate,
    "validate-contract": _validate,
    "validate-dictated": _validate_dictated,
    "hear-contract": _hear_contract,
    "open": _open,
    "advance": _advance,
    "go-back": _go_back,
    "extend": _extend,
    "pause": _pause,
    "resume": _resume,
    "close": _close,
}
