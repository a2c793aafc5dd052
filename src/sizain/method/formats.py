"""The formats of METHOD §2: seven columns, and any total from 30 to 240 minutes between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sizain.method.plan import (
    BLOCKS,
    Block,
    FormatError,
    FormatFault,
    Plan,
    aligned,
    by_block,
)
from sizain.method.shares import in_proportion

__all__ = [
    "BLOCKS",
    "COLUMNS",
    "DEFAULT_MIN",
    "PROPOSED",
    "TOTALS",
    "Block",
    "FormatError",
    "FormatFault",
    "Notes",
    "Plan",
    "notes_on",
    "plan_for",
    "plan_of",
    "plans_for_two",
    "proposed_for_remote",
]

DEFAULT_MIN: Final = 105
PROPOSED: Final = (90, 105, 120)
"""The formats that come first on a form, in minutes."""

TOTALS: Final = range(30, 241)
"""The totals, in minutes, that a session can have."""

REMOTE_PAUSE_MIN: Final = 5

STEPS: Final = (
    Block.PRESENTATION,
    Block.CLARIFICATION,
    Block.CONTRACT,
    Block.EXPLORATION,
    Block.SYNTHESIS,
    Block.META,
)
"""The six steps of the method: no format is without one of them."""

COLUMNS: Final[Mapping[int, Mapping[Block, int]]] = {
    total: dict(zip([block for block in BLOCKS if block != Block.PAUSE], column, strict=True))
    for total, column in {
        180: (10, 15, 15, 10, 35, 10, 45, 20, 20),
        120: (5, 8, 12, 10, 25, 8, 30, 12, 10),
        105: (5, 5, 10, 8, 22, 8, 25, 12, 10),
        90: (5, 5, 10, 7, 18, 7, 20, 10, 8),
        60: (3, 0, 5, 5, 12, 5, 15, 8, 7),
        45: (2, 0, 3, 4, 10, 4, 12, 6, 4),
        30: (1, 0, 2, 3, 7, 3, 8, 4, 2),
    }.items()
}
"""METHOD §2's table: total in minutes → block → minutes."""


def plan_for(total_min: int, *, remote: bool = False, retour: bool = False) -> Plan:
    """The plan of a session of `total_min` minutes; its sum is exactly that.

    A column of the table as it is; any other total is the nearest column scaled to whole
    minutes by largest remainder. Between two columns as near as each other (75, 150), the one
    nearer to 105 is taken, as 90 to 120 come first. `retour` is whether there was a previous
    session: without one its minutes go to Exploration. `remote` sets a 5-minute pause before
    Exploration, taken from it when that leaves Exploration at least as long as the pause (from 36
    minutes in all).
    Raises FormatError(TOTAL) outside 30 to 240.
    """
    if total_min not in TOTALS:
        raise FormatError(FormatFault.TOTAL)
    column = COLUMNS[_nearest_column(total_min)]
    minutes = dict(zip(column, in_proportion(total_min, tuple(column.values())), strict=True))
    if not retour:
        minutes[Block.EXPLORATION] += minutes.pop(Block.RETOUR)
    if remote and minutes[Block.EXPLORATION] >= 2 * REMOTE_PAUSE_MIN:
        minutes[Block.EXPLORATION] -= REMOTE_PAUSE_MIN
        minutes[Block.PAUSE] = REMOTE_PAUSE_MIN
    return _plan(minutes)


def plan_of(minutes: Mapping[Block, int]) -> Plan:
    """The plan of one's own minutes; a block that is not named has 0.

    Raises FormatError: MINUTES with the block when one is negative or a step of the six has none,
    TOTAL when the sum is outside 30 to 240.
    """
    plan = _plan(minutes)
    for step in STEPS:
        if not plan.target_s(step):
            raise FormatError(FormatFault.MINUTES, step)
    if plan.total_s // 60 not in TOTALS:
        raise FormatError(FormatFault.TOTAL)
    return plan


def plans_for_two(*, remote: bool = False, retour: bool = False) -> tuple[Plan, Plan]:
    """Two consultations in one session: twice the 90 column, one opening."""
    first = plan_for(90, remote=remote, retour=retour)
    return first, Plan(aligned({**by_block(first.targets_s), Block.OPENING: 0}))


def proposed_for_remote(total_min: int) -> int:
    """The total proposed, in minutes, when a session of `total_min` is remote.

    One column up and never above 120; 120 and more, and totals that are no column's, stay.
    """
    if total_min not in COLUMNS or total_min >= 120:
        return total_min
    return min(column for column in COLUMNS if column > total_min)


@dataclass(frozen=True)
class Notes:
    """What has to be said beside a format, whoever chose its minutes."""

    inspired: bool
    """Under 60 minutes: "inspired by codéveloppement", never codéveloppement (R25, hard)."""
    duration: bool
    """60 to 89 minutes, and above 120: the method takes 1 h 30 to 2 h."""


def notes_on(total_min: int) -> Notes:
    """The notes that a total of `total_min` minutes carries (METHOD §2)."""
    return Notes(
        inspired=total_min < 60,
        duration=60 <= total_min < 90 or total_min > 120,
    )


def _nearest_column(total_min: int) -> int:
    return min(COLUMNS, key=lambda column: (abs(column - total_min), abs(column - DEFAULT_MIN)))


def _plan(minutes: Mapping[Block, int]) -> Plan:
    return Plan(aligned({block: each * 60 for block, each in minutes.items()}))
