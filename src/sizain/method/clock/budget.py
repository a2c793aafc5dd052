"""What time there is left to spend, and until when."""

from dataclasses import dataclass, replace
from typing import Self

from sizain.method.clock.bill import Bill
from sizain.method.facts import Fact
from sizain.method.plan import BLOCKS, Block


@dataclass(frozen=True)
class Budget(Fact):
    """The accounts of a session, in ms, at the instant of the act that last changed them.

    While the clock runs: instant + remaining + ahead + slack = end + owed.
    """

    allotted_ms: int
    """What the block being lived has in all."""
    remaining_ms: int
    """What is left of it; below zero in over-time."""
    ahead_ms: tuple[int, ...]
    """What each later block will have, in the order of BLOCKS; 0 up to the block being lived."""
    left_ms: tuple[int, ...]
    """What each block had not used when it was left; all of it went to the slack then."""
    slack_ms: int
    """Time gained, which pays first."""
    owed_ms: int
    """Time that passed while the step stood still and that no step has paid yet."""
    end_ms: int
    """The instant at which the session ends: kept, unless a choice or a suspension moves it."""

    def of(self, block: Block) -> int:
        """What `block`, a later one, will have."""
        return self.ahead_ms[BLOCKS.index(block)]

    def settled(self, bill: Bill) -> Self:
        """The accounts once `bill` is paid; what nobody pays moves the end."""
        paid = zip(self.ahead_ms, bill.steps_ms, bill.floors_ms, strict=True)
        return replace(
            self,
            ahead_ms=tuple(ahead - step - floor for ahead, step, floor in paid),
            slack_ms=self.slack_ms - bill.slack_ms,
            owed_ms=0,
            end_ms=self.end_ms + bill.exceeded_ms + bill.open_ms,
        )
