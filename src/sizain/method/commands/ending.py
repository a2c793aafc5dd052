"""An end that comes early, and the way back from it."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class Interrupt(Command):
    """The séance ends here. `silent` when nobody said so: nothing happened for a day (METHOD §10)."""

    act = "interrupt"
    silent: bool = False


@dataclass(frozen=True)
class TakeUp(Command):
    """An interrupted séance goes on where it stopped."""

    act = "take-up"
