"""What every command is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Command:
    """Asked by the seat `by`. `act` is its name in addresses, rules and documents."""

    act: ClassVar[str]
    by: str
