"""The rounds of step 4: who speaks, who comes next, one turn each (METHOD §3, R8)."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.contract import Help
from sizain.method.refusals import Why
from sizain.method.rounds import ORDERS, UNDERSTANDING, RoundKind, order_for
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, THOMAS, Held, held_at

IMPRESSIONS, IDEAS = RoundKind.IMPRESSIONS, RoundKind.IDEAS
CONSULTANTS = (THOMAS, AWA, INES)


@pytest.fixture
def held() -> Held:
    return held_at(Stage.EXPLORATION)


def _next(held: Held) -> None:
    held.do(c.GiveFloor(HELENE, held.seance.to_come[0]))


def test_a_round_gives_the_floor_to_each_consultant_in_seat_order_and_never_to_the_client(held: Held) -> None:
    held.do(c.OpenRound(HELENE, IMPRESSIONS))
    spoke = []
    while held.seance.to_come:
        spoke.append(held.seance.floor)
        _next(held)
    assert [*spoke, held.seance.floor] == [THOMAS, AWA, INES]


def test_everybody_sees_which_round_it_is_who_speaks_and_who_comes_next(held: Held) -> None:
    held.do(c.OpenRound(HELENE, RoundKind.UNDERSTANDINGS))
    held.do(c.OpenRound(HELENE, IMPRESSIONS))
    for viewer in (HELENE, KARIM, THOMAS, PROJECTOR):
        seen = held.sees(viewer)
        assert seen.round is not None
        assert (seen.round.number, seen.round.kind, seen.round.to_come) == (2, IMPRESSIONS, (AWA, INES))
        assert seen.floor == THOMAS


def test_who_passed_is_the_facilitations_to_know(held: Held) -> None:
    held.do(c.OpenRound(HELENE, IMPRESSIONS))
    held.do(c.PassTurn(AWA, AWA))
    for viewer in (HELENE, KARIM, THOMAS, AWA, PROJECTOR):
        shown = held.sees(viewer).round
        assert shown is not None
        assert shown.passed == ((AWA,) if viewer == HELENE else ())
        assert shown.to_come == (INES,)


def test_who_is_away_is_passed_over_and_who_comes_late_is_last(held: Held) -> None:
    def order() -> list[str]:
        return list(held.seance.to_come)

    held.do(c.Leave(AWA))
    held.do(c.OpenRound(HELENE, IMPRESSIONS))
    assert order() == [INES]
    held.sits(OMAR)
    assert order() == [INES, OMAR]
    held.do(c.ComeBack(AWA))
    held.do(c.Admit(HELENE, AWA))
    assert order() == [AWA, INES, OMAR]


def test_passing_with_the_floor_lights_the_next_seat(held: Held) -> None:
    held.do(c.OpenRound(HELENE, IDEAS))
    assert held.do(c.PassTurn(THOMAS, THOMAS)) == (e.TurnPassed(THOMAS), e.FloorGiven(AWA))
    held.do(c.PassTurn(HELENE, AWA))
    assert held.do(c.PassTurn(HELENE, INES)) == (e.TurnPassed(INES), e.FloorFreed())
    assert held.seance.floor is None
    assert held.seance.to_come == ()


def test_who_passed_may_still_take_the_turn_and_passes_for_nobody_else(held: Held) -> None:
    held.do(c.OpenRound(HELENE, IDEAS))
    assert held.do(c.PassTurn(INES, INES)) == (e.TurnPassed(INES),)
    assert held.do(c.PassTurn(INES, INES)) == ()
    held.do(c.GiveFloor(HELENE, INES))
    assert held.seance.rounds.turns == (THOMAS, INES)
    assert held.do(c.PassTurn(THOMAS, THOMAS)) == ()
    assert held.why(c.PassTurn(THOMAS, AWA)) is Why.NOT_YOURS
    assert held.why(c.PassTurn(HELENE, KARIM)) is Why.CONSULTANTS_ONLY


def test_nobody_has_two_turns_in_a_round(held: Held) -> None:
    held.do(c.OpenRound(HELENE, IDEAS))
    held.do(c.GiveFloor(HELENE, INES))
    assert held.why(c.GiveFloor(HELENE, THOMAS)) is Why.TURN_TAKEN
    held.do(c.FreeFloor(HELENE))
    assert held.why(c.GiveFloor(HELENE, INES)) is Why.TURN_TAKEN
    held.do(c.EndRound(HELENE))
    held.do(c.GiveFloor(HELENE, INES))


def test_the_client_can_always_speak_and_it_is_no_turn(held: Held) -> None:
    held.do(c.OpenRound(HELENE, IDEAS))
    for _ in range(2):
        held.do(c.RaiseHand(KARIM))
        held.do(c.GiveFloor(HELENE, KARIM))
        held.do(c.FreeFloor(HELENE))
    assert held.seance.rounds.turns == (THOMAS,)


def test_outside_rounds_hands_and_floor_are_as_before(held: Held) -> None:
    held.do(c.RaiseHand(AWA))
    held.do(c.GiveFloor(HELENE, AWA))
    held.do(c.GiveFloor(HELENE, THOMAS))
    held.do(c.GiveFloor(HELENE, AWA))
    assert held.why(c.PassTurn(AWA, AWA)) is Why.NO_ROUND
    assert held.do(c.EndRound(HELENE)) == ()


def test_rounds_are_proposed_in_the_order_of_understanding_before_solving(held: Held) -> None:
    seen = []
    while (shown := held.sees(HELENE).round) and shown.suggested:
        seen.append(shown.suggested)
        held.do(c.OpenRound(HELENE, shown.suggested))
    assert seen == list(RoundKind)
    other = held.sees(THOMAS).round
    assert other is not None
    assert other.suggested is None


@pytest.mark.parametrize("helps", [(), *((one,) for one in Help), *combinations(Help, 2)])
def test_the_help_asked_for_orders_the_rounds_and_understanding_always_comes_first(helps: tuple[Help, ...]) -> None:
    held = held_at(Stage.CONTRACT)
    held.do(c.ValidateContract(KARIM, "asked", 10, helps))
    held.goes_to(Stage.EXPLORATION)
    shown = held.sees(HELENE).round
    assert shown is not None
    assert set(shown.order) == set(RoundKind)
    assert set(shown.order[:2]) == {RoundKind.UNDERSTANDINGS, IMPRESSIONS}
    assert shown.suggested is shown.order[0]
    if len(helps) == 1:
        assert shown.order == ORDERS[helps[0]]
    other = held.sees(THOMAS).round
    assert other is not None
    assert other.order == ()  # what the help proposes is the facilitator's to follow, or not


def test_what_the_help_proposes_is_what_it_asks_for() -> None:
    assert order_for(()) == tuple(RoundKind)
    assert set(ORDERS) == set(Help)
    first = {help_: next(one for one in order if one not in UNDERSTANDING) for help_, order in ORDERS.items()}
    assert first[Help.OPTIONS] is IDEAS
    assert first[Help.PREPARE] is first[Help.DECIDE] is RoundKind.LEADS
    assert first[Help.EXPERIENCES] is first[Help.SUPPORT] is RoundKind.EXPERIENCES


@pytest.mark.parametrize("to", [Stage.CONTRACT, Stage.SYNTHESIS])
def test_a_loop_and_a_new_stage_end_the_round(held: Held, to: Stage) -> None:
    held.do(c.OpenRound(HELENE, IDEAS))
    if to is Stage.CONTRACT:
        held.do(c.GoBack(HELENE, Stage.EXPLORATION, to))
    else:
        held.advances()
    assert not held.seance.rounds.running
    assert held.seance.to_come == ()
    assert held.sees(HELENE).round is None
    held.do(c.GoBack(HELENE, to, Stage.EXPLORATION)) if to is Stage.SYNTHESIS else held.goes_to(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, IDEAS))
    assert held.seance.rounds.number == 2


def test_a_round_needs_somebody(held: Held) -> None:
    for seat in CONSULTANTS:
        held.do(c.Leave(seat))
    assert held.why(c.OpenRound(HELENE, IDEAS)) is Why.NOBODY_SEATED


def test_the_rounds_belong_to_the_consultation() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, IDEAS))
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CHOICE))
    held.do(c.HearAcceptance(HELENE, AWA))
    assert held.seance.rounds.number == 0


GESTURES = st.lists(st.tuples(st.sampled_from(["next", "tap", "pass", "leave", "back"]), st.sampled_from(CONSULTANTS)))


@settings(max_examples=60)
@given(gestures=GESTURES)
def test_whatever_happens_in_a_round_each_consultant_speaks_once_at_most(gestures: list[tuple[str, str]]) -> None:
    held = held_at(Stage.EXPLORATION)
    held.replays = False
    spoke: list[str] = []
    decided = held.do(c.OpenRound(HELENE, IMPRESSIONS))
    for what, seat in gestures:
        spoke += [event.seat for event in decided if isinstance(event, e.FloorGiven)]
        gone = [event.seat for event in decided if isinstance(event, e.TurnPassed)]
        spoke = [one for one in spoke if one not in gone]
        present = held.seance.seat(seat)
        decided = ()
        match what:
            case "next" if held.seance.to_come:
                decided = held.do(c.GiveFloor(HELENE, held.seance.to_come[0]))
            case "tap" if present and present.present and seat not in held.seance.rounds.turns:
                decided = held.do(c.GiveFloor(HELENE, seat))
            case "pass" if present and present.present:
                decided = held.do(c.PassTurn(seat, seat))
            case "leave" if present and present.present:
                decided = held.do(c.Leave(seat))
            case "back" if present and not present.present:
                held.do(c.ComeBack(seat))
                held.do(c.Admit(HELENE, seat))
            case _:
                pass
        assert len(spoke) == len(set(spoke))
