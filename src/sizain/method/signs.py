"""The sign that the client makes to the facilitator alone in step 4 (METHOD §3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What the client may ask for without a word, and without telling anybody else."""

    ANGLE = "angle"
    """Another angle."""
    CONTRACT = "contract"
    """Back to the contract."""
    PAUSE = "pause"
    """I need a pause."""


@dataclass(frozen=True)
class Signs:
    """Those that the client makes now, and those that the facilitator has heard."""

    made: tuple[Sign, ...] = ()
    heard: tuple[Sign, ...] = ()

    def with_(self, sign: Sign) -> Signs:
        """That sign is made, again if it was heard before."""
        return Signs((*_without(self.made, sign), sign), _without(self.heard, sign))

    def without(self, sign: Sign) -> Signs:
        """The client took it back."""
        return Signs(_without(self.made, sign), _without(self.heard, sign))

    def hearing(self, sign: Sign) -> Signs:
        """The facilitator has heard it."""
        return Signs(_without(self.made, sign), (*_without(self.heard, sign), sign))


NO_SIGN = Signs()


def _without(signs: tuple[Sign, ...], sign: Sign) -> tuple[Sign, ...]:
    return tuple(one for one in signs if one is not sign)
