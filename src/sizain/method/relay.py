"""Who facilitates, who could, and who is away (METHOD §7): one facilitator at each moment, one deputy at most."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Deputy:
    """Whoever may be handed the facilitation, or take it over; `agreed` once that person said yes."""

    seat: str
    agreed: bool = False


@dataclass(frozen=True)
class Relay:
    """`opener` opened the session and is external to the group: beside the ring whenever another one facilitates.

    `led` are seats that facilitate or did, `gone` those of them that no stream reaches any more, as the journal says.
    """

    opener: str = ""
    led: frozenset[str] = frozenset()
    deputy: Deputy | None = None
    gone: tuple[str, ...] = ()


NO_RELAY = Relay()
