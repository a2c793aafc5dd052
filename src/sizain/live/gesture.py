"""What a button of the room is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Gesture:
    """A button: `act` with its `fields`, or a link to `href`. `key` tells apart two buttons of one act."""

    words: str
    act: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    sign: str = ""
    href: str = ""
    pressed: bool | None = None
