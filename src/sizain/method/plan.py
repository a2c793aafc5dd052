"""A session's plan: how long each block of the timeline is meant to last."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self


class Block(StrEnum):
    """A part of the timeline that has minutes of its own (METHOD §2)."""

    OPENING = "opening"
    RETOUR = "retour"
    CHOICE = "choice"
    PRESENTATION = "presentation"
    CLARIFICATION = "clarification"
    CONTRACT = "contract"
    PAUSE = "pause"  # the break before Exploration of a remote session, 0 elsewhere
    EXPLORATION = "exploration"
    SYNTHESIS = "synthesis"
    META = "meta"


BLOCKS: Final = tuple(Block)
"""The blocks in the order in which a session lives them."""

FLOORS_S: Final = {Block.CONTRACT: 5 * 60, Block.SYNTHESIS: 8 * 60, Block.META: 5 * 60}
"""Rule R13: the most that the floors of steps 3, 5 and 6 protect, in seconds."""

LEAST_S: Final = 60
"""What a step that has minutes always keeps, in seconds: METHOD §2's "at least 1"."""


class FormatFault(StrEnum):
    """Why a format is refused."""

    TOTAL = "total"  # outside 30 to 240 minutes
    MINUTES = "minutes"  # one block has less than it needs
    BLOCK = "block"  # there is no such block


class FormatError(ValueError):
    """A format that cannot be held: `code` says why, `block` where when one block is at fault."""

    def __init__(self, code: FormatFault, block: str | None = None) -> None:
        super().__init__(f"{code}: {block}" if block else str(code))
        self.code = code
        self.block = block


def aligned(amounts: Mapping[Block, int]) -> tuple[int, ...]:
    """One amount for each block, in the order of BLOCKS; what is not named is 0."""
    return tuple(amounts.get(block, 0) for block in BLOCKS)


def by_block(amounts: tuple[int, ...]) -> dict[Block, int]:
    """The reverse of `aligned`."""
    return dict(zip(BLOCKS, amounts, strict=True))


def named(amounts: tuple[int, ...]) -> dict[str, int]:
    """The amounts that are not 0, under the names of their blocks, for JSON."""
    return {block.value: amount for block, amount in by_block(amounts).items() if amount}


def unnamed(amounts: Mapping[str, int]) -> tuple[int, ...]:
    """The reverse of `named`. Raises FormatError(BLOCK) on a name that is no block's."""
    for name in amounts:
        if name not in BLOCKS:
            raise FormatError(FormatFault.BLOCK, name)
    return aligned({Block(name): amount for name, amount in amounts.items()})


@dataclass(frozen=True)
class Plan:
    """The targets of a session, in seconds, in the order of BLOCKS.

    Raises FormatError(MINUTES) on a negative target. Says nothing about 30 to 240 minutes: the
    demonstration is shorter; `formats` holds that rule for sessions that people open.
    """

    targets_s: tuple[int, ...]

    def __post_init__(self) -> None:
        for block, target in by_block(self.targets_s).items():
            if target < 0:
                raise FormatError(FormatFault.MINUTES, block)

    @property
    def total_s(self) -> int:
        """The whole session, in seconds."""
        return sum(self.targets_s)

    def target_s(self, block: Block) -> int:
        """What the plan gives to `block`, in seconds."""
        return self.targets_s[BLOCKS.index(block)]

    def floor_s(self, block: Block) -> int:
        """What cannot be taken from `block` without a choice of the facilitator, in seconds (R13).

        Steps 3, 5 and 6: the lesser of 60 % of their target and 5, 8, 5 minutes. Others: 0.
        """
        return min(self.target_s(block) * 3 // 5, FLOORS_S.get(block, 0))

    def least_s(self, block: Block) -> int:
        """What nothing can take from `block`, in seconds: a minute, or 60 % of a shorter target."""
        return min(self.target_s(block) * 3 // 5, LEAST_S)

    def as_minutes(self) -> dict[Block, int]:
        """What is announced: minutes of each block, a started minute being said whole."""
        return {block: -(-target // 60) for block, target in by_block(self.targets_s).items()}

    def to_json(self) -> dict[str, int]:
        """Seconds under the names of the blocks that have some."""
        return named(self.targets_s)

    @classmethod
    def from_json(cls, seconds: Mapping[str, int]) -> Self:
        """The reverse of `to_json`. Raises FormatError (BLOCK, MINUTES)."""
        return cls(unnamed(seconds))
