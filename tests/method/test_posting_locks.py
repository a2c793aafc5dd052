"""The soft locks of posting: shut by the method, lifted by the facilitator for one step, never about a person
(METHOD §4: R4, R6, R7, R8, R26)."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.refusals import Why
from sizain.method.register import Lift
from sizain.method.rounds import RoundKind
from sizain.method.rules import LOCKS, locks_at
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, THOMAS, Held, held_at


def _texts(held: Held, viewer: str) -> list[str]:
    return [one.text for one in held.sees(viewer).own.traces]


@pytest.mark.parametrize(
    ("stage", "rule", "why"),
    [
        (Stage.PRESENTATION, "R6", Why.CLIENT_PRESENTS),
        (Stage.CLARIFICATION, "R4", Why.QUESTIONS_ONLY),
    ],
)
def test_a_word_that_comes_early_is_left_once_the_lock_is_lifted_and_waits_for_the_sorting(
    stage: Stage, rule: str, why: Why
) -> None:
    held = held_at(stage)
    early = c.LeaveTrace(THOMAS, THOMAS, "early", 20)
    assert held.why(early) is why
    assert "leave-trace" not in held.sees(THOMAS).acts
    held.do(c.LiftLock(HELENE, rule))
    assert "leave-trace" in held.sees(THOMAS).acts
    held.do(early)
    held.do(c.LeaveTrace(HELENE, AWA, "said aloud", 20))
    assert _texts(held, THOMAS) == ["early"]
    assert _texts(held, KARIM) == []
    held.goes_to(Stage.EXPLORATION)
    assert held.sees(THOMAS).own.traces[0].may_change
    held.goes_to(Stage.SYNTHESIS)
    assert _texts(held, KARIM) == ["early", "said aloud"]


def test_what_was_left_early_can_be_taken_back_there_and_then() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.LiftLock(HELENE, "R4"))
    held.do(c.LeaveTrace(THOMAS, THOMAS, "early", 20))
    assert held.sees(THOMAS).own.traces[0].may_change
    assert not held.sees(THOMAS).own.traces[0].may_mark  # there is no contract yet
    held.do(c.TakeBackTrace(THOMAS, "early"))
    assert _texts(held, THOMAS) == []


def test_the_client_leaves_a_trace_of_their_own_once_that_lock_is_lifted() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.LiftLock(HELENE, "R7"))
    held.do(c.LeaveTrace(KARIM, KARIM, "mine", 20))
    held.do(c.LeaveTrace(HELENE, KARIM, "said aloud", 20))
    assert _texts(held, KARIM) == ["mine", "said aloud"]
    assert _texts(held, THOMAS) == []
    assert held.why(c.LeaveTrace(KARIM, THOMAS, "text", 20)) is Why.NOT_YOURS
    assert held.why(c.LeaveTrace(KARIM, KARIM, "text", 20, outside=True)) is Why.CONSULTANTS_ONLY
    assert held.why(c.MarkTrace(HELENE, "said aloud", True)) is Why.CONSULTANTS_ONLY
    assert not any(one.may_mark for one in held.sees(HELENE).own.traces)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))
    held.do(c.TakeBackTrace(KARIM, "mine"))  # one's own words are behind no lock
    held.goes_to(Stage.SYNTHESIS)
    assert _texts(held, KARIM) == ["said aloud"]


def test_a_second_turn_in_the_round_waits_for_the_facilitation_to_want_it() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    held.do(c.GiveFloor(HELENE, AWA))
    assert held.why(c.GiveFloor(HELENE, THOMAS)) is Why.TURN_TAKEN
    held.do(c.LiftLock(HELENE, "R8"))
    held.do(c.GiveFloor(HELENE, THOMAS))
    assert held.seance.floor == THOMAS
    assert held.seance.to_come == (INES,)


def test_a_turn_leaves_one_trace_and_taking_it_back_makes_room() -> None:
    held = held_at(Stage.EXPLORATION)
    second = c.LeaveTrace(THOMAS, THOMAS, "second", 20)
    held.do(c.LeaveTrace(THOMAS, THOMAS, "before any round", 20))
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    assert not held.sees(THOMAS).own.left_one
    held.do(c.LeaveTrace(THOMAS, THOMAS, "first", 20))
    assert held.sees(THOMAS).own.left_one
    assert not held.sees(AWA).own.left_one
    assert held.why(second) is Why.TRACE_LEFT
    assert held.why(c.LeaveTrace(HELENE, THOMAS, "second", 20)) is Why.TRACE_LEFT
    held.do(c.LeaveTrace(AWA, AWA, "by-awa", 20))
    held.do(c.TakeBackTrace(THOMAS, "first"))
    held.do(second)
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    assert not held.sees(THOMAS).own.left_one
    held.do(c.LeaveTrace(THOMAS, THOMAS, "next round", 20))
    held.do(c.LiftLock(HELENE, "R8"))
    held.do(c.LeaveTrace(THOMAS, THOMAS, "more", 20))
    held.do(c.EndRound(HELENE))
    assert not held.sees(THOMAS).own.left_one


def test_an_idea_that_comes_back_is_the_trace_of_its_turn() -> None:
    held = held_at(Stage.CLARIFICATION)
    for idea in ("idea-1", "idea-2"):
        held.do(c.ParkIdea(THOMAS, THOMAS, idea, f"text-{idea}", 20))
    held.goes_to(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    held.do(c.TraceIdea(THOMAS, "idea-1"))
    assert held.why(c.TraceIdea(THOMAS, "idea-2")) is Why.TRACE_LEFT
    held.do(c.LiftLock(HELENE, "R8"))
    held.do(c.TraceIdea(THOMAS, "idea-2"))


def test_lifting_twice_writes_once() -> None:
    held = held_at(Stage.CLARIFICATION)
    assert held.do(c.LiftLock(HELENE, "R4")) == (e.LockLifted("R4"),)
    assert held.do(c.LiftLock(HELENE, "R4")) == ()
    assert held.seance.register == (Lift("R4", Stage.CLARIFICATION, held.now),)


def test_a_lock_is_lifted_in_its_step_by_the_facilitation_and_under_its_own_name() -> None:
    held = held_at(Stage.CLARIFICATION)
    for seat in (KARIM, THOMAS):
        assert held.why(c.LiftLock(seat, "R4")) is Why.NOT_YOURS
    for rule in ("R6", "R7", "R8"):
        assert held.why(c.LiftLock(HELENE, rule)) is Why.NOT_NOW
    for rule in ("R1", "R2", "R3", "R14", "r4", "§2", ""):
        assert held.why(c.LiftLock(HELENE, rule)) is Why.BAD_FORM
    assert held_at(Stage.CONTRACT).why(c.LiftLock(HELENE, "R4")) is Why.NOT_NOW


def test_everybody_in_the_circle_sees_what_is_lifted_and_nobody_else() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.sits(OMAR)
    held.enters("late")
    held.do(c.LiftLock(HELENE, "R4"))
    for viewer in (HELENE, KARIM, AWA, OMAR):
        assert held.sees(viewer).lifted == {"R4"}
    for viewer in ("late", PROJECTOR):
        assert held.sees(viewer).lifted == frozenset()


def test_a_loop_back_finds_the_lock_shut_again_and_so_does_a_session_taken_up() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.LiftLock(HELENE, "R4"))
    held.goes_to(Stage.CONTRACT)
    held.do(c.GoBack(HELENE, Stage.CONTRACT, Stage.CLARIFICATION))
    assert held.why(c.LeaveTrace(THOMAS, THOMAS, "text", 20)) is Why.QUESTIONS_ONLY
    held.do(c.LiftLock(HELENE, "R4"))
    assert [one.rule for one in held.seance.register] == ["R4", "R4"]
    held.do(c.Interrupt(HELENE))
    assert held.seance.lifted == frozenset()
    held.do(c.TakeUp(HELENE))
    assert held.why(c.LeaveTrace(THOMAS, THOMAS, "text", 20)) is Why.QUESTIONS_ONLY


GESTURES = st.lists(
    st.one_of(
        st.tuples(st.just("lift"), st.sampled_from([*LOCKS])),
        st.tuples(st.just("go"), st.sampled_from(["on", "back", "again"])),
        st.tuples(st.just("post"), st.sampled_from([KARIM, THOMAS, AWA])),
    ),
    max_size=20,
)


@settings(max_examples=80)
@given(start=st.sampled_from(STAGES[:-2]), gestures=GESTURES)
def test_a_lifting_names_nobody_and_never_survives_its_step(start: Stage, gestures: list[tuple[str, str]]) -> None:
    held = held_at(start)
    for what, which in gestures:
        stage, before = held.seance.stage, held.seance
        match what:
            case "lift" if which in locks_at(stage):
                held.do(c.LiftLock(HELENE, which))
            case "go" if which == "on" and stage is not Stage.CLOSING:
                held.goes_on()
            case "go" if which == "back" and held.sees(HELENE).earlier:
                held.do(c.GoBack(HELENE, stage, held.sees(HELENE).earlier[0]))
            case "go" if which == "again" and stage is not Stage.LOBBY:
                held.do(c.Interrupt(HELENE))
                held.do(c.TakeUp(HELENE))
            case "post" if "leave-trace" in held.sees(which).acts and not held.sees(which).own.left_one:
                held.do(c.LeaveTrace(which, which, f"text-{held.seance.seq}", 10))
            case _:
                continue
        if what == "go":
            assert held.seance.lifted == frozenset()
        else:
            assert held.seance.lifted >= before.lifted
        assert held.seance.lifted <= set(locks_at(held.seance.stage))
    people = {seat.id for seat in held.seance.seats}
    for event, _ in held.journal:
        if isinstance(event, e.LockLifted):
            assert event.to_body() == {"rule": event.rule}
    assert not any(seat in json.dumps([str(one) for one in held.seance.register]) for seat in people)
