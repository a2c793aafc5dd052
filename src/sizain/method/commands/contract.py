"""Step 3: the client's sentence (R2)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class ValidateContract(Command):
    """The client's own sentence (R2)."""

    act = "validate-contract"
    text: str
    length: int


@dataclass(frozen=True)
class ValidateDictated(Command):
    """The client makes the dictated sentence theirs (R2). `shown` is the id of the one that their
    screen showed, None where it does not say: nobody validates a sentence that they did not read.
    """

    act = "validate-dictated"
    shown: str | None = None


@dataclass(frozen=True)
class DictateContract(Command):
    """Typed by the facilitator under dictation: a draft without effect (R2)."""

    act = "dictate-contract"
    text: str
    length: int


@dataclass(frozen=True)
class HearContract(Command):
    """The client validated the dictated sentence aloud (R2); `shown` as in `ValidateDictated`."""

    act = "hear-contract"
    shown: str | None = None
