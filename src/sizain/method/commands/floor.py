"""Hands and floor."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class RaiseHand(Command):
    act = "raise-hand"


@dataclass(frozen=True)
class LowerHand(Command):
    act = "lower-hand"


@dataclass(frozen=True)
class GiveFloor(Command):
    act = "give-floor"
    seat: str


@dataclass(frozen=True)
class FreeFloor(Command):
    act = "free-floor"
