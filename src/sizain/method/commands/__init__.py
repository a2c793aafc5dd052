"""What a seat may ask for. A command carries ids and lengths; texts stay beside it, with their writer."""

from __future__ import annotations

from sizain.method.commands.choice import (
    AcceptObserver,
    AcceptPlace,
    DeclinePlace,
    DepositTopic,
    HearAcceptance,
    HearObserverAccepted,
    NameClient,
    SayReady,
    UnnameClient,
    WithdrawTopic,
)
from sizain.method.commands.command import Command
from sizain.method.commands.contract import DictateContract, HearContract, ValidateContract, ValidateDictated
from sizain.method.commands.floor import FreeFloor, GiveFloor, LowerHand, RaiseHand
from sizain.method.commands.room import (
    AddSeat,
    Admit,
    AskToEnter,
    ComeBack,
    Engage,
    HandSeat,
    HearCharter,
    Leave,
    NameObserver,
    Refuse,
    Remove,
    RenewCode,
)
from sizain.method.commands.safety import EndSuspension, HearNotWell, SayNotWell, StopQuietly, Suspend, TakeBackNotWell
from sizain.method.commands.thread import Advance, ChooseFormat, Close, Extend, GoBack, Open, Pause, Resume

__all__ = [
    "AcceptObserver",
    "AcceptPlace",
    "AddSeat",
    "Admit",
    "Advance",
    "AskToEnter",
    "ChooseFormat",
    "Close",
    "ComeBack",
    "Command",
    "DeclinePlace",
    "DepositTopic",
    "DictateContract",
    "EndSuspension",
    "Engage",
    "Extend",
    "FreeFloor",
    "GiveFloor",
    "GoBack",
    "HandSeat",
    "HearAcceptance",
    "HearCharter",
    "HearContract",
    "HearNotWell",
    "HearObserverAccepted",
    "Leave",
    "LowerHand",
    "NameClient",
    "NameObserver",
    "Open",
    "Pause",
    "RaiseHand",
    "Refuse",
    "Remove",
    "RenewCode",
    "Resume",
    "SayNotWell",
    "SayReady",
    "StopQuietly",
    "Suspend",
    "TakeBackNotWell",
    "UnnameClient",
    "ValidateContract",
    "ValidateDictated",
    "WithdrawTopic",
]
