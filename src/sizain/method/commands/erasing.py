"""The right over one's own words, during the séance and after it (R21)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class EraseText(Command):
    """One text of one's own, or of one's consultation. What stood around it stays."""

    act = "erase-text"
    text: str


@dataclass(frozen=True)
class EraseConsultation(Command):
    """All that the client brought, wrote and was given."""

    act = "erase-consultation"
