"""Sessions played at random: whatever is done, the accounts are right."""

import json
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sizain.method import clock as ticking
from sizain.method.clock import Bill, Choice, Clock
from sizain.method.clock.bill import FLOORED
from sizain.method.facts import Fact
from sizain.method.formats import BLOCKS, Block, Plan, plan_for
from tests.method.clock.sessions import NOON

SomeFact = TypeVar("SomeFact", bound=Fact)

choices = st.sampled_from([None, Choice.EXCEED, Choice.FLOOR])
decided = st.sampled_from([Choice.EXCEED, Choice.FLOOR])


class AnySession(RuleBasedStateMachine):
    """Time passes and people act; facts go through JSON before they are applied, as in replay."""

    clock: Clock
    now: int
    end: int
    """The end that the acts so far allow; nothing else may move it."""
    chosen: set[Block]
    """The floors that a choice ate into."""
    furthest: int

    @initialize(total=st.integers(30, 240), remote=st.booleans(), retour=st.booleans(), tiny=st.booleans())
    def opens(self, total: int, remote: bool, retour: bool, tiny: bool) -> None:
        plan = plan_for(total, remote=remote, retour=retour)
        if tiny:  # the demonstration: the same blocks in a few minutes
            plan = Plan(tuple(target // 20 for target in plan.targets_s))
        self.clock = ticking.start(plan, NOON)
        self.now, self.end = NOON, NOON + plan.total_s * 1000
        self.chosen, self.furthest = set(), 0

    @rule(ms=st.integers(0, 600_000))
    def time_passes(self, ms: int) -> None:
        self.now += ms

    @rule(ms=st.integers(0, 1_200_000))
    def the_step_runs_out(self, ms: int) -> None:
        self.now += ticking.reading(self.clock, self.now).remaining_ms + ms

    @precondition(lambda self: self.clock.suspended_since_ms is None)
    @rule(block=st.sampled_from(BLOCKS), choice=decided)
    def moves(self, block: Block, choice: Choice) -> None:
        if block != self.clock.block:
            passage = kept(ticking.entering(self.clock, block, self.now, choice))
            self.clock = ticking.enter(self.clock, passage, self.now)
            self.paid(passage.bill)
            assert passage.late_ms + passage.granted_ms == passage.bill.due_ms
            assert passage.bill.end_kept or not passage.granted_ms
            assert not (passage.bill.floors and passage.granted_ms)
            assert self.clock.budget.allotted_ms == self.clock.budget.remaining_ms

    @precondition(lambda self: self.clock.suspended_since_ms is None)
    @rule()
    def moves_on(self) -> None:
        block = ticking.next_block(self.clock)
        if block:
            self.moves(block, Choice.EXCEED)

    @precondition(lambda self: self.clock.suspended_since_ms is None)
    @rule(seconds=st.integers(1, 900), choice=choices)
    def extends(self, seconds: int, choice: Choice | None) -> None:
        before = ticking.reading(self.clock, self.now).remaining_ms
        extension = kept(ticking.extending(self.clock, self.now, seconds, choice))
        if not extension.bill.choice_needed:
            self.clock = ticking.extend(self.clock, extension, self.now)
            self.paid(extension.bill)
            now = ticking.reading(self.clock, self.now)
            assert (now.remaining_ms, now.over_ms) == (before + seconds * 1000, 0)

    @precondition(lambda self: self.clock.ticking)
    @rule()
    def shares_what_is_left(self) -> None:
        before = ticking.reading(self.clock, self.now)
        try:
            shared = kept(ticking.rebalancing(self.clock, self.now))
        except ticking.ClockError:  # no step to come, or not enough left for the floors
            return
        self.clock = ticking.rebalance(self.clock, shared, self.now)
        after = ticking.reading(self.clock, self.now)
        assert after.remaining_ms == before.remaining_ms
        assert (after.over_ms, after.ahead_s, after.behind_s) == (0, 0, 0)
        assert not ticking.rebalancing(self.clock, self.now).moves or self.clock.lived - {self.clock.block}

    @precondition(lambda self: self.clock.ticking)
    @rule(shown=st.booleans())
    def pauses(self, shown: bool) -> None:
        halt = kept(ticking.pausing(self.clock, self.now, shown=shown))
        self.clock = ticking.pause(self.clock, halt, self.now)

    @precondition(lambda self: self.clock.suspended_since_ms is None)
    @rule()
    def suspends(self) -> None:
        suspension = kept(ticking.suspending(self.clock, self.now))
        self.clock = ticking.suspend(self.clock, suspension, self.now)

    @precondition(lambda self: not self.clock.ticking)
    @rule(choice=choices)
    def resumes(self, choice: Choice | None) -> None:
        before = ticking.reading(self.clock, self.now)
        resumption = kept(ticking.resuming(self.clock, self.now, choice))
        if not resumption.bill.choice_needed:
            self.clock = ticking.resume(self.clock, resumption, self.now)
            self.paid(resumption.bill)
            self.end += resumption.length_ms if resumption.suspension else 0
            after = ticking.reading(self.clock, self.now)
            assert (after.remaining_ms, after.over_ms) == (before.remaining_ms, before.over_ms)

    @rule()
    def the_facilitator_goes_or_comes_back(self) -> None:
        if self.clock.held_since_ms is None:
            self.clock = ticking.hold(self.clock, self.now)
        else:
            before = ticking.reading(self.clock, self.now)
            back = kept(ticking.returning(self.clock, self.now))
            self.clock = ticking.release(self.clock, back, self.now)
            after = ticking.reading(self.clock, self.now)
            assert (after.remaining_ms, after.over_ms) == (before.remaining_ms, before.over_ms)

    @rule(on=st.booleans())
    def silence_falls_or_not(self, on: bool) -> None:
        before = self.clock.budget
        self.clock = ticking.silence(self.clock, on)
        assert self.clock.budget == before

    def paid(self, bill: Bill) -> None:
        self.end += bill.exceeded_ms
        self.chosen |= {floor.block for floor in bill.floors}
        assert bill.due_ms == bill.slack_ms + bill.exceeded_ms + bill.open_ms + sum(
            payment.ms for payment in bill.payers + bill.floors
        )

    @invariant()
    def the_end_moves_by_choice_or_suspension_only(self) -> None:
        assert self.clock.end_ms == self.end

    @invariant()
    def what_is_left_to_spend_leads_exactly_to_the_end(self) -> None:
        clock, budget = self.clock, self.clock.budget
        stopped_at = clock.pause.since_ms if clock.pause else clock.suspended_since_ms
        at = stopped_at or clock.as_of_ms
        spend = budget.remaining_ms + sum(budget.ahead_ms) + budget.slack_ms
        assert at + spend == clock.end_ms + budget.owed_ms

    @invariant()
    def nothing_is_negative(self) -> None:
        budget = self.clock.budget
        amounts = (*budget.ahead_ms, *budget.left_ms, budget.slack_ms, budget.owed_ms)
        assert min(amounts) >= 0
        assert budget.allotted_ms >= max(0, budget.remaining_ms)

    @invariant()
    def only_later_blocks_hold_time_ahead(self) -> None:
        here = BLOCKS.index(self.clock.block)
        assert not any(self.clock.budget.ahead_ms[: here + 1])

    @invariant()
    def no_floor_is_eaten_without_a_choice_and_each_step_keeps_its_minute(self) -> None:
        clock = self.clock
        self.furthest = max(self.furthest, BLOCKS.index(clock.block))
        for block in BLOCKS[self.furthest + 1 :]:
            has = clock.budget.of(block)
            assert has >= clock.plan.least_s(block) * 1000
            if block in FLOORED and block not in self.chosen:
                assert has >= clock.plan.floor_s(block) * 1000

    @invariant()
    def a_reading_is_whole(self) -> None:
        now = ticking.reading(self.clock, self.now)
        assert now == ticking.reading(self.clock, self.now)
        assert min(now.remaining_ms, now.over_ms, now.ahead_s, now.behind_s) == 0
        assert now.remaining_ms == 0 or now.over_ms == 0
        assert 0 <= now.elapsed_pct <= 100
        assert (now.minutes_shown > 0) == (now.remaining_ms > 0)
        assert (now.elapsed_pct == 100) == (now.remaining_ms == 0)
        if now.ends_at_ms is not None:
            assert now.ends_at_ms == self.now + now.remaining_ms - now.over_ms

    @invariant()
    def a_stopped_clock_reads_the_same_at_all_times(self) -> None:
        later = self.now + 987_654
        if not self.clock.ticking:
            assert ticking.reading(self.clock, self.now) == ticking.reading(self.clock, later)


def kept(fact: SomeFact) -> SomeFact:
    """The fact as the journal gives it back, its keys in another order."""
    body: dict[str, Any] = json.loads(json.dumps(fact.to_json(), sort_keys=True))
    again = type(fact).from_json(body)
    assert again == fact
    return again


TestAnySession = AnySession.TestCase
TestAnySession.settings = settings(stateful_step_count=50)  # 200 × 50
