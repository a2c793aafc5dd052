"""Safety: what is told to the facilitation alone, the safety stop (R23), the clock that stops without a sign."""

import pytest

from sizain.method import commands as c
from sizain.method.clock import Pace, Reading, reading
from sizain.method.refusals import Why
from sizain.method.rules import RULES, Posture, why_not
from sizain.method.safety import WHILE_SUSPENDED, NotWell
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, INES, KARIM, MIN, THOMAS, Held, held_at

STEPS = [Stage.OPENING, Stage.CHOICE, Stage.PRESENTATION, Stage.CLARIFICATION, Stage.EXPLORATION, Stage.META]


def test_that_it_is_not_well_is_told_to_the_facilitation_and_to_nobody_else() -> None:
    held = held_at(Stage.EXPLORATION)
    before = {viewer: held.sees(viewer) for viewer in (KARIM, THOMAS, PROJECTOR)}
    held.do(c.SayNotWell(AWA))
    assert held.sees(HELENE).not_well == (NotWell(AWA, HELENE),)
    assert held.sees(AWA).not_well == (NotWell(AWA, HELENE),)
    for viewer, seen in before.items():
        assert held.sees(viewer) == seen


def test_whoever_said_it_reads_that_it_was_seen_and_may_take_it_back() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.SayNotWell(AWA))
    assert held.do(c.SayNotWell(AWA)) == ()
    assert held.why(c.HearNotWell(HELENE, THOMAS)) is Why.NO_SUCH_SEAT
    held.do(c.HearNotWell(HELENE, AWA))
    assert held.do(c.HearNotWell(HELENE, AWA)) == ()
    assert held.sees(AWA).not_well == (NotWell(AWA, HELENE, heard=True),)
    held.do(c.SayNotWell(AWA))  # once more, later: it has to be seen again
    assert held.sees(HELENE).not_well == (NotWell(AWA, HELENE),)
    held.do(c.TakeBackNotWell(AWA))
    assert held.do(c.TakeBackNotWell(AWA)) == ()
    assert held.seance.not_well == ()


def test_whoever_is_removed_takes_it_along() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.SayNotWell(AWA))
    held.do(c.Remove(HELENE, AWA))
    assert held.sees(HELENE).not_well == ()


def test_nothing_of_it_stays_once_the_session_is_closed() -> None:
    held = held_at(Stage.CLOSING)
    held.do(c.SayNotWell(AWA))
    held.do(c.Close(HELENE))
    assert held.sees(HELENE).not_well == ()
    assert held.sees(AWA).not_well == ()


@pytest.mark.parametrize("stage", STEPS)
def test_a_suspension_freezes_every_act_but_those_of_safety_and_of_the_door(stage: Stage) -> None:
    held = held_at(stage)
    held.do(c.Suspend(HELENE))
    for viewer, who in ((HELENE, Posture.FACILITATOR), (KARIM, Posture.CLIENT), (AWA, Posture.CONSULTANT)):
        assert held.sees(viewer).suspended
        assert held.sees(viewer).acts <= WHILE_SUSPENDED
        assert all(why_not(stage, who, act) is None for act in held.sees(viewer).acts)
    assert set(RULES) >= WHILE_SUSPENDED
    for command in (c.GiveFloor(HELENE, AWA), c.Pause(HELENE), c.AddSeat(HELENE, "new"), c.Advance(HELENE, stage)):
        assert held.why(command) is Why.SUSPENDED
    held.do(c.SayNotWell(INES))
    assert held.do(c.EndSuspension(HELENE))
    assert not held.sees(AWA).suspended


def test_a_suspension_moves_the_end_by_its_length_and_takes_nothing_from_any_step() -> None:
    held = held_at(Stage.EXPLORATION)
    held.passes(3)
    before = _reading(held)
    held.do(c.Suspend(HELENE))
    held.passes(20)
    assert _reading(held).pace is Pace.SUSPENDED
    held.do(c.EndSuspension(HELENE))
    after = _reading(held)
    assert after.remaining_ms == before.remaining_ms
    assert after.end_at_ms == before.end_at_ms + 20 * MIN


def test_only_the_facilitation_suspends_and_takes_up_again() -> None:
    held = held_at(Stage.CLARIFICATION)
    for viewer in (KARIM, AWA):
        assert held.why(c.Suspend(viewer)) is Why.NOT_YOURS
    assert held.do(c.EndSuspension(HELENE)) == ()
    held.do(c.Suspend(HELENE))
    for viewer in (KARIM, AWA):
        assert held.why(c.EndSuspension(viewer)) is Why.NOT_YOURS


def test_the_clock_stops_without_anything_to_see_but_for_the_facilitation() -> None:
    held = held_at(Stage.EXPLORATION)
    held.passes(2)
    held.do(c.StopQuietly(HELENE))
    assert held.do(c.StopQuietly(HELENE)) == ()
    assert _reading(held).pace is Pace.STOPPED
    held.passes(4)
    held.do(c.Resume(HELENE))
    assert _reading(held).pace is Pace.RUNNING
    assert _reading(held).remaining_ms >= 23 * MIN


def _reading(held: Held) -> Reading:
    assert held.seance.clock is not None
    return reading(held.seance.clock, held.now)
