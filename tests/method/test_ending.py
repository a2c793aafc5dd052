"""A séance that ends early, and one that goes on after that (METHOD §2, §3)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method.attendance import Presence
from sizain.method.clock import reading
from sizain.method.ending import DAY_MS
from sizain.method.forms import form_of
from sizain.method.refusals import Why
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, INES, KARIM, MIN, THOMAS, Held, held_at

HELD = STAGES[:-1]


@pytest.mark.parametrize("stage", HELD)
def test_from_any_step_the_facilitation_can_end_the_seance_early(stage: Stage) -> None:
    held = held_at(stage)
    [event] = held.do(c.Interrupt(HELENE))
    assert event.kind == "interrupted"
    assert held.seance.stage is Stage.CLOSED
    assert held.seance.closed_at == held.now
    assert held.why(c.Interrupt(HELENE)) is Why.CLOSED
    for viewer in (HELENE, KARIM):
        end = held.sees(viewer).ended
        assert end is not None
        assert (end.interrupted, end.silent) == (stage, False)
        assert end.take_up_until == (held.now + DAY_MS if viewer == HELENE else None)


@settings(max_examples=30)
@given(stage=st.sampled_from(HELD), minutes=st.integers(0, 24 * 60))
def test_it_goes_on_at_the_same_step_and_its_end_moves_by_the_interruption(stage: Stage, minutes: int) -> None:
    held = held_at(stage)
    held.passes(1)
    before = held.seance
    left = reading(before.clock, held.now).remaining_ms if before.clock else None
    held.do(c.Interrupt(HELENE))
    held.passes(minutes)
    assert "take-up" in held.sees(HELENE).acts
    held.do(c.TakeUp(HELENE))
    after = held.seance
    assert (after.stage, after.closed_at, after.interrupted) == (stage, None, None)
    assert (after.client, after.contract, after.seats, after.meta) == (
        before.client, before.contract, before.seats, before.meta,
    )  # fmt: skip
    if before.clock and after.clock:
        assert after.clock.end_ms == before.clock.end_ms + minutes * MIN
        assert reading(after.clock, held.now).remaining_ms == left
        assert after.clock.ticking


def test_after_a_day_an_interruption_is_an_end() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.Interrupt(HELENE))
    held.passes(24 * 60)
    held.now += 1
    assert held.why(c.TakeUp(HELENE)) is Why.TAKEN_UP_TOO_LATE
    assert held.why(c.TakeUp(KARIM)) is Why.NOT_YOURS


def test_a_seance_that_was_closed_is_not_taken_up_nor_one_that_is_held() -> None:
    held = held_at(Stage.CLOSED)
    assert held.why(c.TakeUp(HELENE)) is Why.CLOSED
    assert "take-up" not in held.sees(HELENE).acts
    assert held_at(Stage.META).why(c.TakeUp(HELENE)) is Why.NOT_NOW


def test_a_pause_that_was_running_goes_on_after_the_interruption() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.Pause(HELENE))
    held.passes(2)
    held.do(c.Interrupt(HELENE))
    held.passes(600)
    held.do(c.TakeUp(HELENE))
    assert held.seance.clock is not None
    assert held.seance.clock.pause is not None
    planned = held.seance.clock.end_ms
    held.passes(1)
    held.do(c.Resume(HELENE))
    assert held.journal[-1][0].to_body()["resumption"]["length_ms"] == 3 * MIN
    assert held.seance.clock.end_ms == planned


def test_a_clock_that_was_suspended_before_stays_so() -> None:
    held = held_at(Stage.EXPLORATION)
    held.replays = False
    clock = held.seance.clock
    assert clock is not None
    held.put_clock(clocks.suspend(clock, clocks.suspending(clock, held.now), held.now))
    held.do(c.Interrupt(HELENE))
    held.passes(10)
    held.do(c.TakeUp(HELENE))
    assert held.seance.clock is not None
    assert held.seance.clock.suspended_since_ms is not None


@pytest.mark.parametrize("stage", HELD)
def test_forms_stay_open_after_an_interruption_when_step_6_was_reached(stage: Stage) -> None:
    held = held_at(stage)
    held.do(c.Interrupt(HELENE, silent=True))
    assert (form_of(held.seance, THOMAS) is not None) is (stage in (Stage.META, Stage.CLOSING))
    end = held.sees(THOMAS).ended
    assert end is not None
    assert end.silent


def test_once_it_is_over_others_keep_the_contract_and_the_topic_is_the_clients_again() -> None:
    held = held_at(Stage.LOBBY)
    held.do(c.DepositTopic(KARIM, KARIM, "his-topic", 9))
    held.goes_to(Stage.CONTRACT)
    held.goes_to(Stage.EXPLORATION)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))
    held.do(c.DictateContract(HELENE, "a-draft", 9))
    assert held.sees(THOMAS).client_topic == "his-topic"
    held.do(c.Interrupt(HELENE))
    assert held.sees(KARIM).client_topic == "his-topic"
    for viewer in (HELENE, THOMAS, KARIM):
        contract = held.sees(viewer).contract
        assert contract is not None
        assert (contract.text, contract.dictated) == ("the-sentence", None)
        assert viewer == KARIM or held.sees(viewer).client_topic is None
    assert held.sees(PROJECTOR).contract is None


def test_the_attendance_says_who_is_there_late_gone_excused_or_absent() -> None:
    held = held_at(Stage.LOBBY)
    for seat in ("@juliette", "@nadia", "@solene"):
        held.do(c.AddSeat(HELENE, seat, expected=True))
    assert _presence(held, "@nadia") is Presence.EXPECTED
    held.do(c.Excuse(HELENE, "@nadia", True))
    assert held.do(c.Excuse(HELENE, "@nadia", True)) == ()
    held.goes_to(Stage.OPENING)
    held.do(c.Leave(INES))
    said = {one: _presence(held, one) for one in (AWA, INES, "@juliette", "@nadia")}
    assert said == {
        AWA: Presence.PRESENT,
        INES: Presence.LEFT,
        "@juliette": Presence.LATE,
        "@nadia": Presence.EXCUSED,
    }
    held.do(c.Excuse(HELENE, "@nadia", False))
    assert _presence(held, "@nadia") is Presence.LATE
    held.do(c.Excuse(HELENE, "@nadia", True))
    held.do(c.Admit(HELENE, "@nadia"))
    assert _presence(held, "@nadia") is Presence.PRESENT
    assert held.why(c.Excuse(HELENE, "@nadia", True)) is Why.NO_SUCH_SEAT
    assert held.why(c.Excuse(HELENE, THOMAS, True)) is Why.NO_SUCH_SEAT


def _presence(held: Held, seat: str) -> Presence:
    person = held.sees(HELENE).person(seat)
    assert person is not None
    return person.presence
