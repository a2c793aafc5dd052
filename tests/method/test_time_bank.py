"""The time bank as the facilitation uses it: a new share said first, and silence without figures."""

import pytest

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method.clock import rebalancing
from sizain.method.decide.thread import announced_shares
from sizain.method.refusals import Why
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, KARIM, Held, held_at


def quote(held: Held) -> str:
    clock = held.seance.clock
    assert clock is not None
    return announced_shares(rebalancing(clock, held.now))


def silent(held: Held) -> set[bool]:
    """What each kind of viewer is told, the room's screen too."""
    seen = [held.sees(viewer).clock for viewer in (HELENE, KARIM, AWA, PROJECTOR)]
    return {clock.silent for clock in seen if clock}


def test_a_share_is_said_confirmed_and_kept_in_the_journal() -> None:
    held = held_at(Stage.PRESENTATION)
    held.passes(2)
    held.goes_on()
    end = held.seance.clock and held.seance.clock.end_ms
    (event,) = held.do(c.Rebalance(HELENE, quote(held)))
    assert event.kind == "clock-rebalanced"
    assert held.seance.clock is not None
    assert (held.seance.clock.budget.slack_ms, held.seance.clock.end_ms) == (0, end)
    assert held.do(c.Rebalance(HELENE, quote(held))) == ()
    assert held.seance.register == ()


def test_a_share_that_no_longer_holds_is_said_again_first() -> None:
    held = held_at(Stage.PRESENTATION)
    said = quote(held)
    held.passes(20)
    assert held.why(c.Rebalance(HELENE, said)) is Why.QUOTE_CHANGED


def test_a_minute_that_went_by_while_one_read_it_changes_nothing() -> None:
    held = held_at(Stage.PRESENTATION)
    held.passes(60)
    said = quote(held)
    held.passes(1)
    assert [event.kind for event in held.do(c.Rebalance(HELENE, said))] == ["clock-rebalanced"]


def test_what_does_not_hold_the_floors_is_not_shared() -> None:
    held = held_at(Stage.EXPLORATION)
    held.passes(120)
    assert held.why(c.Rebalance(HELENE, "said")) is Why.FLOORS_SHORT
    held.do(c.Pause(HELENE))
    assert held.why(c.Rebalance(HELENE, "said")) is Why.STOPPED


def test_the_last_step_has_nothing_to_share() -> None:
    assert held_at(Stage.META).why(c.Rebalance(HELENE, "said")) is Why.NOT_NOW


def test_silence_hides_the_figures_for_everybody_and_moves_nothing() -> None:
    held = held_at(Stage.EXPLORATION)
    budget = held.seance.clock and held.seance.clock.budget
    held.do(c.HideFigures(HELENE))
    assert silent(held) == {True}
    assert held.seance.clock is not None
    assert held.seance.clock.budget == budget
    assert held.seance.clock.ticking
    assert held.do(c.HideFigures(HELENE)) == ()
    held.do(c.ShowFigures(HELENE))
    assert silent(held) == {False}
    assert held.do(c.ShowFigures(HELENE)) == ()


@pytest.mark.parametrize(
    "next_act", ["advance", "go-back", "extend", "rebalance", "pause", "suspend", "resume", "closing"]
)
def test_silence_ends_with_the_next_act_of_the_thread(next_act: str) -> None:
    held = held_at(Stage.META if next_act == "closing" else Stage.CLARIFICATION)
    if next_act == "rebalance":
        held.passes(30)
    if next_act == "resume":
        held.do(c.StopQuietly(HELENE))
    held.do(c.HideFigures(HELENE))
    match next_act:
        case "advance" | "closing":
            held.goes_on()
        case "go-back":
            held.do(c.GoBack(HELENE, Stage.CLARIFICATION, Stage.PRESENTATION))
        case "extend":
            assert held.seance.clock is not None
            extension = clocks.extending(held.seance.clock, held.now)
            payers = ",".join(payment.block for payment in extension.bill.payments)
            held.do(c.Extend(HELENE, 120, None, f"120:{payers}:{extension.budget.end_ms // 60_000}"))
        case "rebalance":
            held.do(c.Rebalance(HELENE, quote(held)))
        case "pause":
            held.do(c.Pause(HELENE))
        case "suspend":
            held.do(c.Suspend(HELENE))
        case _:
            held.do(c.Resume(HELENE))
    assert silent(held) == {False}


def test_the_floor_and_the_quiet_stop_leave_the_silence_as_it_is() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.HideFigures(HELENE))
    held.do(c.GiveFloor(HELENE, AWA))
    held.do(c.StopQuietly(HELENE))
    assert silent(held) == {True}
