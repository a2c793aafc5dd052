"""From the fields of a posted form to a command, with the words that go beside it.

One small reader for each act. A missing field or a foreign value is a `Refusal(BAD_FORM)`; lengths
are judged by the method.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from sizain.method import commands as c
from sizain.method.clock import Choice
from sizain.method.formats import Block
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance, Stage
from sizain.seances.names import clean, tidy
from sizain.seances.tokens import Tokens

Fields = Mapping[str, str]
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True)
class NewText:
    """Words that the journal will point to by `id`."""

    id: str
    kind: str
    body: str


@dataclass(frozen=True)
class Asked:
    """A command and what is written beside its events: a text, a seat's name."""

    command: c.Command
    text: NewText | None = None
    name: tuple[str, str] | None = None
    code: str | None = None


@dataclass(frozen=True)
class Asking:
    """Who asks, with which fields, in which state."""

    by: str
    fields: Fields
    seance: Seance
    tokens: Tokens

    def text(self, kind: str) -> NewText:
        body = clean(self.fields.get("text", "")).strip()
        return NewText(self.tokens.id(), kind, body)

    def seat(self) -> str:
        return self.one("seat")

    def one(self, field: str) -> str:
        value = self.fields.get(field, "")
        if not value:
            raise Refusal(Why.BAD_FORM)
        return value

    def choice(self, field: str, values: type[E]) -> E:
        try:
            return values(self.one(field))
        except ValueError:
            raise Refusal(Why.BAD_FORM) from None

    def number(self, field: str) -> int:
        value = self.one(field)
        if not (value.isascii() and value.isdigit() and len(value) <= 5):
            raise Refusal(Why.BAD_FORM)
        return int(value)

    def yes(self, field: str) -> bool:
        return self.fields.get(field) == "yes"

    def pays(self) -> Choice | None:
        """Who pays when no later step can, or nothing said."""
        return self.choice("choice", Choice) if self.fields.get("choice") else None


def _deposit_topic(asking: Asking) -> Asked:
    text = asking.text("topic")
    seat = asking.fields.get("seat") or asking.by
    return Asked(c.DepositTopic(asking.by, seat, text.id, len(text.body)), text)


def _validate_contract(asking: Asking) -> Asked:
    text = asking.text("contract")
    return Asked(c.ValidateContract(asking.by, text.id, len(text.body)), text)


def _dictate_contract(asking: Asking) -> Asked:
    text = asking.text("contract")
    return Asked(c.DictateContract(asking.by, text.id, len(text.body)), text)


def _add_seat(asking: Asking) -> Asked:
    name = read_name(asking.fields.get("name", ""), asking.seance.limits.name)
    seat = asking.tokens.id()
    return Asked(c.AddSeat(asking.by, seat, asking.yes("expected")), name=(seat, name))


def _choose_format(asking: Asking) -> Asked:
    minutes = {block.value: asking.number(block.value) for block in Block if asking.fields.get(block.value)}
    return Asked(c.ChooseFormat(asking.by, asking.number("total_min"), minutes))


def _extend(asking: Asking) -> Asked:
    return Asked(c.Extend(asking.by, asking.number("seconds"), asking.pays(), asking.one("quoted")))


def _advance(asking: Asking) -> Asked:
    stage = asking.choice("from_stage", Stage)
    return Asked(c.Advance(asking.by, stage, asking.yes("agreed"), asking.pays()))


def _go_back(asking: Asking) -> Asked:
    return Asked(c.GoBack(asking.by, asking.choice("from_stage", Stage), asking.choice("to", Stage)))


def read_name(typed: str, limit: int) -> str:
    """A name ready to be kept. Raises `Refusal` when it is empty or passes `limit` characters."""
    name = tidy(typed)
    if not name:
        raise Refusal(Why.EMPTY)
    if len(name) > limit:
        raise Refusal(Why.TOO_LONG, limit)
    return name


READERS: dict[str, Callable[[Asking], Asked]] = {
    "engage": lambda asking: Asked(c.Engage(asking.by)),
    "leave": lambda asking: Asked(c.Leave(asking.by)),
    "come-back": lambda asking: Asked(c.ComeBack(asking.by)),
    "raise-hand": lambda asking: Asked(c.RaiseHand(asking.by)),
    "lower-hand": lambda asking: Asked(c.LowerHand(asking.by)),
    "deposit-topic": _deposit_topic,
    "withdraw-topic": lambda asking: Asked(c.WithdrawTopic(asking.by)),
    "say-ready": lambda asking: Asked(c.SayReady(asking.by, asking.yes("ready"))),
    "accept-place": lambda asking: Asked(c.AcceptPlace(asking.by)),
    "decline-place": lambda asking: Asked(c.DeclinePlace(asking.by)),
    "accept-observer": lambda asking: Asked(c.AcceptObserver(asking.by, asking.seat())),
    "validate-contract": _validate_contract,
    "validate-dictated": lambda asking: Asked(c.ValidateDictated(asking.by, asking.fields.get("shown") or None)),
    "choose-format": _choose_format,
    "admit": lambda asking: Asked(c.Admit(asking.by, asking.seat())),
    "refuse": lambda asking: Asked(c.Refuse(asking.by, asking.seat())),
    "remove": lambda asking: Asked(c.Remove(asking.by, asking.seat())),
    "add-seat": _add_seat,
    "renew-code": lambda asking: Asked(c.RenewCode(asking.by), code=asking.tokens.code()),
    "name-observer": lambda asking: Asked(c.NameObserver(asking.by, asking.seat(), asking.yes("observer"))),
    "hear-observer-accepted": lambda asking: Asked(c.HearObserverAccepted(asking.by, asking.seat())),
    "hear-charter": lambda asking: Asked(c.HearCharter(asking.by)),
    "open": lambda asking: Asked(c.Open(asking.by)),
    "advance": _advance,
    "go-back": _go_back,
    "name-client": lambda asking: Asked(c.NameClient(asking.by, asking.seat())),
    "unname-client": lambda asking: Asked(c.UnnameClient(asking.by)),
    "hear-acceptance": lambda asking: Asked(c.HearAcceptance(asking.by, asking.seat())),
    "give-floor": lambda asking: Asked(c.GiveFloor(asking.by, asking.seat())),
    "free-floor": lambda asking: Asked(c.FreeFloor(asking.by)),
    "dictate-contract": _dictate_contract,
    "hear-contract": lambda asking: Asked(c.HearContract(asking.by, asking.fields.get("shown") or None)),
    "extend": _extend,
    "pause": lambda asking: Asked(c.Pause(asking.by)),
    "resume": lambda asking: Asked(c.Resume(asking.by, asking.pays())),
    "close": lambda asking: Asked(c.Close(asking.by)),
}
"""Acts that a seat may post; `enter` and `hand-seat` have doors of their own (`doors.py`)."""
