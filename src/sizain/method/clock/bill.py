"""Who pays when a step takes more time than it had, so that the end is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sizain.method.facts import Fact
from sizain.method.plan import BLOCKS, FLOORS_S, Block, Plan, aligned, by_block
from sizain.method.shares import Share, largest_first

FLOORED: Final = tuple(FLOORS_S)
FLEXIBLE: Final = tuple(block for block in BLOCKS if block not in FLOORS_S)


class Choice(StrEnum):
    """What the facilitator chooses when no later step can pay above its floor."""

    EXCEED = "exceed"  # dépasser: the end moves
    FLOOR = "floor"  # entamer un plancher; what the floors cannot pay moves the end


@dataclass(frozen=True)
class Payment:
    """A later step that pays, and how much."""

    block: Block
    ms: int

    @property
    def seconds(self) -> int:
        """The same, in seconds, to the nearest."""
        return (self.ms + 500) // 1000


@dataclass(frozen=True)
class Bill(Fact):
    """How an amount of time is paid, in ms: due = slack + steps + floors + exceeded + open."""

    due_ms: int
    slack_ms: int
    """Paid by time gained earlier."""
    steps_ms: tuple[int, ...]
    """Paid by each block above its floor, in the order of BLOCKS."""
    floors_ms: tuple[int, ...]
    """Eaten below each floor (R13), by choice; stands in the register."""
    exceeded_ms: int
    """By how much the end moves, by choice; stands in the register."""
    open_ms: int
    """What none can pay and for which no choice was made yet."""

    @property
    def payers(self) -> tuple[Payment, ...]:
        """The steps that pay above their floors, in the order of the timeline."""
        return _payments(self.steps_ms)

    @property
    def floors(self) -> tuple[Payment, ...]:
        """The steps whose floor is eaten into, in the order of the timeline."""
        return _payments(self.floors_ms)

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Who pays in all, above a floor and below it, in the order of the timeline."""
        both = zip(self.steps_ms, self.floors_ms, strict=True)
        return _payments(tuple(step + floor for step, floor in both))

    @property
    def choice_needed(self) -> bool:
        """Whether the facilitator has to choose before this can be applied."""
        return self.open_ms > 0

    @property
    def end_kept(self) -> bool:
        """« Fin tenue »: the session ends when it was going to end."""
        return not self.exceeded_ms and not self.open_ms


NOTHING: Final = Bill(0, 0, aligned({}), aligned({}), 0, 0)


def settle(
    plan: Plan,
    due_ms: int,
    *,
    slack_ms: int,
    ahead_ms: tuple[int, ...],
    tiers: Sequence[Iterable[Block]],
    share: Share,
    choice: Choice | None,
) -> Bill:
    """The bill of `due_ms`: slack first, then the blocks of each tier above their floors.

    `share` says how a tier shares what it pays. What is left after the last tier is the choice's;
    without a choice it stays open.
    """
    ahead = by_block(ahead_ms)
    from_slack = min(due_ms, slack_ms)
    rest = due_ms - from_slack
    steps: dict[Block, int] = {}
    for tier in tiers:
        paid = _pay(rest, {block: room(plan, block, ahead[block]) for block in tier}, share)
        steps |= paid
        rest -= sum(paid.values())
    floors: dict[Block, int] = {}
    if choice is Choice.FLOOR:
        rooms = {block: room_below_floor(plan, block, ahead[block]) for block in FLOORED}
        floors = _pay(rest, rooms, largest_first)
        rest -= sum(floors.values())
    return Bill(
        due_ms=due_ms,
        slack_ms=from_slack,
        steps_ms=aligned(steps),
        floors_ms=aligned(floors),
        exceeded_ms=rest if choice else 0,
        open_ms=0 if choice else rest,
    )


def room(plan: Plan, block: Block, has_ms: int) -> int:
    """What `block`, which has `has_ms`, can pay above its floor and the minute it always keeps."""
    return max(0, has_ms - _floor_ms(plan, block))


def room_below_floor(plan: Plan, block: Block, has_ms: int) -> int:
    """What can still be eaten below the floor of `block`, down to the minute it always keeps."""
    return max(0, min(has_ms, _floor_ms(plan, block)) - plan.least_s(block) * 1000)


def _floor_ms(plan: Plan, block: Block) -> int:
    return max(plan.floor_s(block), plan.least_s(block)) * 1000


def _pay(due_ms: int, rooms: Mapping[Block, int], share: Share) -> dict[Block, int]:
    parts = share(min(due_ms, sum(rooms.values())), tuple(rooms.values()))
    return dict(zip(rooms, parts, strict=True))


def _payments(amounts: tuple[int, ...]) -> tuple[Payment, ...]:
    return tuple(Payment(block, ms) for block, ms in by_block(amounts).items() if ms)
