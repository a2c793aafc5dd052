"""What one press holds when all the phones stay in the pockets: one device, everything else said aloud (METHOD §7)."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.refusals import Refusal, Why
from sizain.method.rounds import RoundKind
from sizain.method.seance import How, Limits, Stage
from tests.method.held import AWA, HELENE, INES, KARIM, THOMAS, Held, held_at

NAMES = (KARIM, THOMAS, AWA, INES)
IMPRESSIONS, IDEAS = RoundKind.IMPRESSIONS, RoundKind.IDEAS


def _pocketed(stage: Stage) -> Held:
    """The cast without a device, the session led to that stage with what is said aloud."""
    held = Held()
    held.do(c.AddSeat(HELENE, KARIM, more=NAMES[1:]))
    held.do(c.Open(HELENE, charter=True))
    while held.seance.stage is not stage:
        if held.seance.stage is Stage.CHOICE:
            held.do(c.HearAcceptance(HELENE, KARIM))
        if held.seance.stage is Stage.CONTRACT:
            held.do(c.DictateContract(HELENE, "words", 10))
            held.do(c.HearContract(HELENE))
        if held.seance.stage is Stage.META:
            held.do(c.HearRound(HELENE))
        last = held.seance.stage is Stage.CLOSING
        held.do(c.Close(HELENE) if last else c.Advance(HELENE, held.seance.stage, agreed=True))
    return held


def test_several_places_are_made_in_the_order_of_their_names() -> None:
    held = Held()
    held.do(c.AddSeat(HELENE, KARIM, more=(THOMAS, AWA, INES)))
    assert [seat.id for seat in held.seance.peers] == [KARIM, THOMAS, AWA, INES]
    assert all(seat.present and not seat.own_device for seat in held.seance.peers)


def test_several_people_can_be_waited_for() -> None:
    held = Held()
    decided = held.do(c.AddSeat(HELENE, AWA, expected=True, more=(INES,)))
    assert decided == (e.SeatExpected(AWA), e.SeatExpected(INES))


def test_a_list_that_does_not_fit_adds_nobody() -> None:
    held = Held(limits=Limits(seats=3))
    assert held.refusal(c.AddSeat(HELENE, KARIM, more=(THOMAS, AWA))) == Refusal(Why.FULL, 3)
    held.do(c.AddSeat(HELENE, KARIM, more=(THOMAS,)))


def test_the_charter_may_be_said_with_the_opening() -> None:
    held = Held()
    held.sits(KARIM, charter=False)
    held.do(c.AddSeat(HELENE, AWA, more=(INES,)))
    held.do(c.Engage(KARIM))
    held.do(c.Open(HELENE, charter=True))
    how = {seat.id: seat.charter for seat in held.seance.peers}
    assert how == {KARIM: How.DEVICE, AWA: How.ALOUD, INES: How.ALOUD}
    assert held.seance.stage is Stage.OPENING


def test_opening_alone_signs_nothing_for_anybody() -> None:
    held = Held()
    held.do(c.AddSeat(HELENE, AWA))
    held.do(c.Open(HELENE))
    assert held.seance.peers[0].charter is None


def test_a_round_said_aloud_counts_each_turn_that_was_to_come_and_no_other() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, IMPRESSIONS))
    held.do(c.PassTurn(AWA, AWA))
    decided = held.do(c.EndRound(HELENE, heard=True))
    assert decided == (e.TurnHeard(INES), e.RoundEnded())
    assert INES in held.seance.spoken
    assert AWA not in held.seance.spoken
    assert held.seance.floor is None


def test_the_next_round_may_say_that_the_last_one_was_held_aloud() -> None:
    held = held_at(Stage.EXPLORATION)
    assert held.do(c.OpenRound(HELENE, IMPRESSIONS, heard=True))[0] == e.RoundOpened(IMPRESSIONS.value)
    decided = held.do(c.OpenRound(HELENE, IDEAS, heard=True))
    assert decided[:2] == (e.TurnHeard(AWA), e.TurnHeard(INES))
    assert held.seance.to_come == (AWA, INES)
    assert held.seance.floor == THOMAS


def test_a_turn_that_was_heard_puts_the_hand_down_and_says_it_to_all() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, IMPRESSIONS))
    held.do(c.RaiseHand(INES))
    held.do(c.EndRound(HELENE, heard=True))
    assert held.seance.hands == ()


def test_no_turn_is_made_up_when_no_round_is_open() -> None:
    held = held_at(Stage.EXPLORATION)
    assert held.do(c.EndRound(HELENE, heard=True)) == ()


def test_a_dictated_step_may_come_with_the_clients_yes_said_aloud() -> None:
    held = _pocketed(Stage.SYNTHESIS)
    held.do(c.DictateStep(HELENE, "draft", None, "step", {"text": "words"}, {"text": 10}, heard=True))
    assert [step.id for step in held.seance.synthesis.steps] == ["step"]
    assert held.seance.synthesis.dictated is None


def test_without_that_yes_it_stays_a_draft() -> None:
    held = _pocketed(Stage.SYNTHESIS)
    held.do(c.DictateStep(HELENE, "draft", None, "step", {"text": "words"}, {"text": 10}))
    assert held.seance.synthesis.steps == ()


def test_nobody_says_yes_for_a_client_who_is_not_there() -> None:
    held = held_at(Stage.SYNTHESIS)
    held.do(c.Leave(KARIM))
    step = c.DictateStep(HELENE, "draft", None, "step", {"text": "words"}, {"text": 10}, heard=True)
    assert held.why(step) is Why.NO_SUCH_SEAT


def test_the_client_takes_their_page_with_them_after_the_closing() -> None:
    held = _pocketed(Stage.CLOSED)
    held.do(c.HandSeat(KARIM))
    assert held.seance.seat(KARIM).own_device  # type: ignore[union-attr]
    assert held.why(c.HandSeat(KARIM)) is Why.CLOSED  # and what it holds changes hands no more


@pytest.mark.parametrize("seat", [THOMAS, AWA])
def test_no_other_place_is_handed_on_after_the_closing(seat: str) -> None:
    assert _pocketed(Stage.CLOSED).why(c.HandSeat(seat)) is Why.CLOSED
