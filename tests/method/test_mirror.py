"""What the mirror says of the time: steps against their plan, loops, stops, extensions, rounds (METHOD §6, §9)."""

import pytest

from sizain.method import commands as c
from sizain.method.clock import extending
from sizain.method.decide.thread import announced
from sizain.method.mirror import Against, Ended, Extended, HeldRound, LastRound, Mirror, Pace, StepTime, mirror
from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage
from tests.method.held import AWA, HELENE, INES, KARIM, MIN, NOON, THOMAS, Held, held_at

HOUR = 60 * MIN


def lives(held: Held, **minutes: float) -> Held:
    """The rest of the session to its closing; `minutes` are those that pass in a stage before it is left."""
    while held.seance.stage is not Stage.CLOSED:
        held.passes(minutes.get(held.seance.stage.value, 0))
        held.goes_on()
    return held


def seen(held: Held) -> Mirror:
    return mirror(held.journal)


def against(held: Held) -> dict[Stage, Against]:
    return {one.stage: one.against for one in seen(held).steps}


def test_each_step_says_what_it_held_beside_what_the_plan_gave_it() -> None:
    held = lives(held_at(Stage.OPENING), opening=5, choice=4, presentation=8.5, clarification=25, contract=8, meta=1)
    times = {one.stage: (one.planned_s // 60, one.held_ms) for one in seen(held).steps}
    assert times[Stage.CLARIFICATION] == (22, 25 * MIN)
    assert times[Stage.EXPLORATION] == (30, 0)
    assert Stage.RETOUR not in times
    assert Stage.CLOSING not in times
    assert against(held) == {
        Stage.OPENING: Against.AS_PLANNED,
        Stage.CHOICE: Against.SHORTER,
        Stage.PRESENTATION: Against.AS_PLANNED,
        Stage.CLARIFICATION: Against.LONGER,
        Stage.CONTRACT: Against.AS_PLANNED,
        Stage.EXPLORATION: Against.SKIPPED,
        Stage.SYNTHESIS: Against.SKIPPED,
        Stage.META: Against.SHORTER,
    }


@pytest.mark.parametrize(
    ("planned_min", "held_min", "said"),
    [
        (8, 8, Against.AS_PLANNED),
        (8, 9, Against.AS_PLANNED),
        (8, 9.1, Against.LONGER),
        (8, 6.9, Against.SHORTER),
        (24, 27, Against.AS_PLANNED),
        (24, 27.1, Against.LONGER),
        (0, 2, Against.UNPLANNED),
        (5, 0, Against.SKIPPED),
    ],
)
def test_a_step_is_as_planned_within_a_minute_or_an_eighth(planned_min: int, held_min: float, said: Against) -> None:
    assert StepTime(Stage.CONTRACT, planned_min * 60, int(held_min * MIN)).against is said


def test_time_in_the_lobby_and_after_the_closing_is_no_time_of_the_session() -> None:
    held = held_at(Stage.LOBBY)
    held.passes(15)
    lives(held, opening=5, choice=10, closing=3)
    held.passes(90)
    held.do(c.EraseConsultation(KARIM))
    found = seen(held)
    assert (found.opened_at, found.ended_at) == (NOON + 15 * MIN, NOON + 33 * MIN)
    assert found.lasted_ms == 18 * MIN
    assert found.steps[-1] == StepTime(Stage.CLOSING, 0, 3 * MIN)


def test_a_way_back_is_a_loop_and_both_visits_count_for_the_step() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.passes(10)
    held.goes_to(Stage.EXPLORATION)
    held.passes(6)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CLARIFICATION))
    held.passes(4)
    lives(held)
    found = seen(held)
    assert [(one.left, one.to) for one in found.loops] == [(Stage.EXPLORATION, Stage.CLARIFICATION)]
    assert {one.stage: one.held_ms for one in found.steps}[Stage.CLARIFICATION] == 14 * MIN
    assert [one.stage for one in found.stretches] == [Stage.CLARIFICATION, Stage.EXPLORATION, Stage.CLARIFICATION]


def test_stops_are_told_apart_and_take_nothing_from_the_step() -> None:
    held = held_at(Stage.CLARIFICATION)
    for stop, length in ((c.Pause(HELENE), 5), (c.StopQuietly(HELENE), 2), (c.Suspend(HELENE), 3)):
        held.passes(4)
        held.do(stop)
        held.passes(length)
        held.do(c.EndSuspension(HELENE) if length == 3 else c.Resume(HELENE))
    lives(held)
    found = seen(held)
    stopped = {pace: (found.stops(pace), found.stopped_ms(pace) // MIN) for pace in Pace}
    assert stopped == {
        Pace.RUNNING: (3, 12),
        Pace.PAUSED: (1, 5),
        Pace.STOPPED: (1, 2),
        Pace.SUSPENDED: (1, 3),
    }
    assert {one.stage: one.held_ms for one in found.steps}[Stage.CLARIFICATION] == 12 * MIN
    assert found.lasted_ms == 22 * MIN


def test_a_pause_left_behind_by_the_closing_stops_nothing_any_more() -> None:
    held = held_at(Stage.META)
    held.do(c.HearRound(HELENE))
    held.do(c.Pause(HELENE))
    held.do(c.Advance(HELENE, Stage.META))
    lives(held, closing=2)
    assert [(one.stage, one.pace) for one in seen(held).stretches] == [(Stage.CLOSING, Pace.RUNNING)]


def test_what_was_granted_stands_with_its_step() -> None:
    held = held_at(Stage.CLARIFICATION)
    for _ in range(2):
        assert held.seance.clock
        held.do(c.Extend(HELENE, 120, None, announced(extending(held.seance.clock, held.now))))
    lives(held)
    assert seen(held).extended == (Extended(Stage.CLARIFICATION, 120),) * 2


def test_the_silence_of_step_5_is_measured_as_long_as_it_lasts() -> None:
    held = held_at(Stage.SYNTHESIS)
    held.do(c.BeginSilence(HELENE))
    held.passes(1.5)
    held.do(c.EndSilence(HELENE))
    held.passes(3)
    held.do(c.BeginSilence(HELENE))
    lives(held, synthesis=1)
    assert seen(held).silence_ms == int(2.5 * MIN)


def test_rounds_say_whether_each_place_had_its_turn() -> None:
    held = held_at(Stage.EXPLORATION)
    for kind in (RoundKind.IMPRESSIONS, RoundKind.IDEAS, RoundKind.LEADS):
        held.do(c.OpenRound(HELENE, kind))
        if kind is RoundKind.LEADS:
            break
        held.do(c.GiveFloor(HELENE, AWA))
        held.do(c.PassTurn(HELENE, INES) if kind is RoundKind.IDEAS else c.GiveFloor(HELENE, INES))
    lives(held)
    assert seen(held).rounds == (
        HeldRound(RoundKind.IMPRESSIONS, Ended.WHOLE),
        HeldRound(RoundKind.IDEAS, Ended.WITH_PASSES),
        HeldRound(RoundKind.LEADS, Ended.CUT_SHORT),
    )


def test_a_round_that_was_ended_by_hand_is_told_once() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    held.do(c.EndRound(HELENE))
    lives(held)
    assert seen(held).rounds == (HeldRound(RoundKind.IDEAS, Ended.CUT_SHORT),)


def test_the_round_of_step_6_was_held_by_the_floor_or_aloud_or_skipped_on_purpose() -> None:
    assert seen(lives(held_at(Stage.META))).last_round is LastRound.ALOUD
    floor = held_at(Stage.META)
    for seat in (KARIM, THOMAS, AWA, INES):
        floor.do(c.GiveFloor(HELENE, seat))
    assert seen(lives(floor)).last_round is LastRound.BY_THE_FLOOR
    skipped = held_at(Stage.META)
    skipped.do(c.Advance(HELENE, Stage.META, lifts="R14"))
    assert seen(lives(skipped)).last_round is LastRound.SKIPPED
    ended = held_at(Stage.CONTRACT)
    ended.do(c.Interrupt(HELENE))
    assert seen(ended).last_round is LastRound.NOT_HELD


def test_lifted_locks_are_those_of_the_register() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.LiftLock(HELENE, "R4"))
    assert seen(lives(held)).lifts == held.seance.register


def test_a_session_taken_up_again_does_not_count_the_time_between() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.passes(6)
    held.do(c.Interrupt(HELENE))
    held.passes(300)
    held.do(c.TakeUp(HELENE))
    lives(held, clarification=5)
    found = seen(held)
    assert {one.stage: one.held_ms for one in found.steps}[Stage.CLARIFICATION] == 11 * MIN
    assert found.lasted_ms == 11 * MIN


def test_a_session_that_fell_silent_ended_at_its_last_act() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.passes(6)
    held.do(c.RaiseHand(AWA))
    last = held.now
    held.now += 24 * HOUR
    held.do(c.Interrupt(HELENE, silent=True))
    found = seen(held)
    assert (found.ended_at, found.lasted_ms) == (last, 6 * MIN)


def test_a_session_that_never_opened_has_no_course() -> None:
    held = held_at(Stage.LOBBY)
    held.passes(3)
    held.do(c.Interrupt(HELENE))
    found = seen(held)
    assert found.opened_at is None
    assert (found.stretches, found.steps, found.speech.shares) == ((), (), ())
    assert [one.seat for one in found.attended] == [KARIM, THOMAS, AWA, INES]


def test_a_server_clock_set_back_gives_no_time_and_takes_none() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.passes(6)
    held.do(c.RaiseHand(AWA))
    held.now -= 5 * MIN
    held.do(c.LowerHand(AWA))
    held.passes(6)
    lives(held)
    assert seen(held).lasted_ms == 7 * MIN


def test_without_a_journal_there_is_nothing_to_mirror() -> None:
    with pytest.raises(ValueError, match="never empty"):
        mirror([])
