"""Coming in, going out, places and roles."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.events.event import Event


@dataclass(frozen=True)
class SeatAsked(Event):
    kind = "seat-asked"
    seat: str


@dataclass(frozen=True)
class SeatAdded(Event):
    kind = "seat-added"
    seat: str


@dataclass(frozen=True)
class SeatExpected(Event):
    kind = "seat-expected"
    seat: str


@dataclass(frozen=True)
class SeatExcused(Event):
    kind = "seat-excused"
    seat: str
    excused: bool


@dataclass(frozen=True)
class SeatAdmitted(Event):
    kind = "seat-admitted"
    seat: str


@dataclass(frozen=True)
class SeatKeptWaiting(Event):
    kind = "seat-kept-waiting"
    seat: str


@dataclass(frozen=True)
class SeatRefused(Event):
    kind = "seat-refused"
    seat: str


@dataclass(frozen=True)
class SeatRemoved(Event):
    kind = "seat-removed"
    seat: str


@dataclass(frozen=True)
class SeatLeft(Event):
    kind = "seat-left"
    seat: str


@dataclass(frozen=True)
class SeatHanded(Event):
    kind = "seat-handed"
    seat: str


@dataclass(frozen=True)
class CodeRenewed(Event):
    kind = "code-renewed"


@dataclass(frozen=True)
class ObserverNamed(Event):
    kind = "observer-named"
    seat: str
    observer: bool


@dataclass(frozen=True)
class ObserverAccepted(Event):
    kind = "observer-accepted"
    seat: str
    how: str


@dataclass(frozen=True)
class CharterSigned(Event):
    kind = "charter-signed"
    seat: str
    how: str
