"""When no later step can pay for the time that went by, the facilitation chooses who does, and the register says so
(METHOD §2)."""

import pytest

from sizain.method import commands as c
from sizain.method.clock import Choice
from sizain.method.refusals import Why
from sizain.method.seance import Stage
from tests.method.held import AWA, HELENE, KARIM, Held, held_at

LATE = 120


def late_at(stage: Stage, minutes: float = LATE) -> Held:
    held = held_at(stage)
    held.passes(minutes)
    return held


def end_of(held: Held) -> int:
    assert held.seance.clock is not None
    return held.seance.clock.end_ms


@pytest.mark.parametrize(("choice", "rule"), [(Choice.EXCEED, "§2"), (Choice.FLOOR, "R13")])
def test_going_on_when_no_later_step_can_pay_is_a_choice_that_the_register_keeps(choice: Choice, rule: str) -> None:
    held = late_at(Stage.CLARIFICATION)
    before = end_of(held)
    assert held.why(c.Advance(HELENE, Stage.CLARIFICATION)) is Why.CHOICE_NEEDED
    assert end_of(held) == before
    held.do(c.Advance(HELENE, Stage.CLARIFICATION, choice=choice))
    assert held.seance.stage is Stage.CONTRACT
    assert rule in [one.rule for one in held.seance.register]


@pytest.mark.parametrize("choice", [None, *Choice])
def test_time_that_later_steps_can_pay_asks_nothing_and_leaves_no_line(choice: Choice | None) -> None:
    held = late_at(Stage.CLARIFICATION, 30)
    before = end_of(held)
    held.do(c.Advance(HELENE, Stage.CLARIFICATION, choice=choice))
    assert end_of(held) == before
    assert held.seance.register == ()


def test_going_back_asks_the_same() -> None:
    held = late_at(Stage.CONTRACT)
    assert held.why(c.GoBack(HELENE, Stage.CONTRACT, Stage.CLARIFICATION)) is Why.CHOICE_NEEDED
    held.do(c.GoBack(HELENE, Stage.CONTRACT, Stage.CLARIFICATION, Choice.EXCEED))
    assert [one.rule for one in held.seance.register] == ["§2"]


def test_a_pause_that_none_can_pay_is_not_left_by_going_on() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.Pause(HELENE))
    held.passes(LATE)
    assert held.why(c.Resume(HELENE)) is Why.CHOICE_NEEDED
    assert held.why(c.Advance(HELENE, Stage.CLARIFICATION)) is Why.CHOICE_NEEDED
    held.do(c.Advance(HELENE, Stage.CLARIFICATION, choice=Choice.EXCEED))
    assert [one.rule for one in held.seance.register] == ["§2"]


def test_what_is_open_is_said_before_who_pays() -> None:
    held = late_at(Stage.CONTRACT)
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.CONTRACT_OPEN
    assert held.why(c.Advance(HELENE, Stage.CONTRACT, lifts="R3")) is Why.CHOICE_NEEDED
    held.do(c.Advance(HELENE, Stage.CONTRACT, lifts="R3", choice=Choice.EXCEED))
    assert {one.rule for one in held.seance.register} == {"R3", "§2"}


def test_the_last_step_is_left_without_a_choice_however_late() -> None:
    held = late_at(Stage.META)
    held.do(c.HearRound(HELENE))
    held.advances()
    assert held.seance.stage is Stage.CLOSING


def test_over_time_that_runs_asks_nothing_of_anybody() -> None:
    held = late_at(Stage.CLARIFICATION)
    held.do(c.GiveFloor(HELENE, AWA))
    assert held.seance.register == ()


def test_the_client_leaves_the_place_however_late_and_nobody_chose_that_end() -> None:
    held = late_at(Stage.CLARIFICATION)
    held.do(c.DeclinePlace(KARIM))
    assert held.seance.stage is Stage.CHOICE
    assert held.seance.register == ()
