"""Facts: what happened, in numbers and names of blocks, as the journal keeps it.

Replay must not depend on today's arithmetic: what an act costs is worked out once, before it is
written, and a fact holds its result. Applying a fact only copies.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self, get_type_hints

from sizain.method.plan import Block, named, unnamed


@dataclass(frozen=True)
class Fact:
    """A frozen dataclass of ints, flags, blocks, one amount per block, and other facts."""

    def to_json(self) -> dict[str, Any]:
        """The fact as a plain dictionary; amounts per block go under the blocks' names."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """The reverse of `to_json`; the order of keys does not matter. KeyError: one is missing."""
        return cls(**{name: _revived(kind, body[name]) for name, kind in _kinds(cls).items()})


def _plain(value: Any) -> Any:
    match value:
        case Fact():
            return value.to_json()
        case tuple():
            return named(value)
        case Block():
            return value.value
        case _:
            return value


def _revived(kind: Any, value: Any) -> Any:
    if kind == tuple[int, ...]:
        return unnamed(value)
    if issubclass(kind, Fact):
        return kind.from_json(value)
    return kind(value)


def _kinds(kind: type[Fact]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
