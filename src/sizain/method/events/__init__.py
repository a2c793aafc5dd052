"""What happened. An event carries structure only: ids, lengths, instants, facts; never a text or a
name.

`to_body` and `from_body` are the whole of its written form; `KINDS` finds an event by its name.
"""

from __future__ import annotations

from collections.abc import Mapping

from sizain.method.events.asides import AsideAnswered, AsideClosed, AsideSeen, AsideWritten
from sizain.method.events.choice import (
    ClientAccepted,
    ClientNamed,
    ClientUnnamed,
    ReadySaid,
    TopicChanged,
    TopicDeposited,
    TopicWithdrawn,
)
from sizain.method.events.contract import (
    ContractAgreed,
    ContractAnswered,
    ContractConfirmed,
    ContractDictated,
    ContractRecalled,
    ContractValidated,
    DictatedSetAside,
)
from sizain.method.events.ending import SeanceInterrupted, SeanceTakenUp
from sizain.method.events.erasing import ConsultationErased, TextErased, TraceErased
from sizain.method.events.event import Event
from sizain.method.events.floor import FloorFreed, FloorGiven, HandLowered, HandRaised
from sizain.method.events.links import LinkAnswered, LinkDisclosed, LinkTakenBack
from sizain.method.events.meta import LineNoted, LineWithdrawn, RoundHeld
from sizain.method.events.parking import IdeaGone, IdeaParked
from sizain.method.events.questions import QuestionAnswered, QuestionAsked, QuestionGone, QuestionPosted
from sizain.method.events.relay import (
    DeputyAgreed,
    DeputyNamed,
    FacilitationHanded,
    FacilitatorBack,
    FacilitatorGone,
)
from sizain.method.events.room import (
    CharterSigned,
    CodeRenewed,
    ObserverAccepted,
    ObserverNamed,
    SeatAdded,
    SeatAdmitted,
    SeatAsked,
    SeatExcused,
    SeatExpected,
    SeatHanded,
    SeatKeptWaiting,
    SeatLeft,
    SeatRefused,
    SeatRemoved,
)
from sizain.method.events.rounds import RoundEnded, RoundOpened, TurnHeard, TurnPassed
from sizain.method.events.safety import ClockSuspended, NotWellHeard, NotWellSaid, NotWellTakenBack
from sizain.method.events.signs import SignHeard, SignMade
from sizain.method.events.synthesis import (
    PlanConfirmed,
    PlanSettled,
    SilenceBegun,
    SilenceEnded,
    StepAnswered,
    StepDictated,
    StepDiscarded,
    StepPaired,
    StepShown,
    StepValidated,
    StepWithdrawn,
    StepWritten,
    UnderstandingDictated,
    UnderstandingValidated,
)
from sizain.method.events.thread import (
    ClockExtended,
    ClockPaused,
    ClockRebalanced,
    ClockResumed,
    FiguresHidden,
    FiguresShown,
    FormatChosen,
    LockLifted,
    SeanceClosed,
    SeanceOpened,
    SeancePlanned,
    StageEntered,
)
from sizain.method.events.traces import EnvelopeOpened, ScribeNamed, TraceLeft, TraceMarked, TraceTakenBack
from sizain.method.events.voting import LotDrawn, NobodyWasReady, VoteClosed, VoteOpened

__all__ = [
    "KINDS",
    "AsideAnswered",
    "AsideClosed",
    "AsideSeen",
    "AsideWritten",
    "CharterSigned",
    "ClientAccepted",
    "ClientNamed",
    "ClientUnnamed",
    "ClockExtended",
    "ClockPaused",
    "ClockRebalanced",
    "ClockResumed",
    "ClockSuspended",
    "CodeRenewed",
    "ConsultationErased",
    "ContractAgreed",
    "ContractAnswered",
    "ContractConfirmed",
    "ContractDictated",
    "ContractRecalled",
    "ContractValidated",
    "DeputyAgreed",
    "DeputyNamed",
    "DictatedSetAside",
    "EnvelopeOpened",
    "Event",
    "FacilitationHanded",
    "FacilitatorBack",
    "FacilitatorGone",
    "FiguresHidden",
    "FiguresShown",
    "FloorFreed",
    "FloorGiven",
    "FormatChosen",
    "HandLowered",
    "HandRaised",
    "IdeaGone",
    "IdeaParked",
    "LineNoted",
    "LineWithdrawn",
    "LinkAnswered",
    "LinkDisclosed",
    "LinkTakenBack",
    "LockLifted",
    "LotDrawn",
    "NobodyWasReady",
    "NotWellHeard",
    "NotWellSaid",
    "NotWellTakenBack",
    "ObserverAccepted",
    "ObserverNamed",
    "PlanConfirmed",
    "PlanSettled",
    "QuestionAnswered",
    "QuestionAsked",
    "QuestionGone",
    "QuestionPosted",
    "ReadySaid",
    "RoundEnded",
    "RoundHeld",
    "RoundOpened",
    "ScribeNamed",
    "SeanceClosed",
    "SeanceInterrupted",
    "SeanceOpened",
    "SeancePlanned",
    "SeanceTakenUp",
    "SeatAdded",
    "SeatAdmitted",
    "SeatAsked",
    "SeatExcused",
    "SeatExpected",
    "SeatHanded",
    "SeatKeptWaiting",
    "SeatLeft",
    "SeatRefused",
    "SeatRemoved",
    "SignHeard",
    "SignMade",
    "SilenceBegun",
    "SilenceEnded",
    "StageEntered",
    "StepAnswered",
    "StepDictated",
    "StepDiscarded",
    "StepPaired",
    "StepShown",
    "StepValidated",
    "StepWithdrawn",
    "StepWritten",
    "TextErased",
    "TopicChanged",
    "TopicDeposited",
    "TopicWithdrawn",
    "TraceErased",
    "TraceLeft",
    "TraceMarked",
    "TraceTakenBack",
    "TurnHeard",
    "TurnPassed",
    "UnderstandingDictated",
    "UnderstandingValidated",
    "VoteClosed",
    "VoteOpened",
]


def _kinds(cls: type[Event]) -> dict[str, type[Event]]:
    return {event.kind: event for event in cls.__subclasses__()}


KINDS: Mapping[str, type[Event]] = _kinds(Event)
