"""The relay (METHOD §1, §7): a deputy, a hand-over, a take-over, an absence and a return."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.clock import Reading, reading
from sizain.method.contract import Answer
from sizain.method.own import own
from sizain.method.refusals import Why
from sizain.method.relay import Deputy
from sizain.method.rules import BY_ITSELF, Posture, posture
from sizain.method.seance import STAGES, Role, Stage
from sizain.method.sight import PROJECTOR, View
from tests.method.held import AWA, HELENE, INES, KARIM, MIN, OMAR, THOMAS, Held, held_at

HELD = [stage for stage in STAGES if stage is not Stage.CLOSED]


def with_deputy(stage: Stage, seat: str = THOMAS) -> Held:
    """That seat agreed to facilitate if need be."""
    held = held_at(stage)
    held.do(c.NameDeputy(HELENE, seat, True))
    held.do(c.AnswerDeputy(seat, True))
    return held


def exactly_one_facilitates(held: Held) -> str:
    leads = [seat for seat in held.seance.seats if seat.role is Role.FACILITATOR]
    assert [seat.id for seat in leads] == [held.seance.facilitator]
    assert leads[0].present
    assert held.seance.facilitator != held.seance.client
    return held.seance.facilitator


def test_one_deputy_at_a_time_who_says_yes_on_a_device_or_aloud() -> None:
    held = held_at(Stage.OPENING)
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    assert held.do(c.NameDeputy(HELENE, THOMAS, True)) == ()
    assert held.seance.relay.deputy == Deputy(THOMAS)
    assert held.why(c.AnswerDeputy(AWA, True)) is Why.NOT_YOURS
    assert held.why(c.HearDeputy(HELENE, AWA)) is Why.NO_SUCH_SEAT
    assert held.why(c.HandOver(HELENE, THOMAS)) is Why.NO_DEPUTY
    held.do(c.AnswerDeputy(THOMAS, True))
    assert held.do(c.AnswerDeputy(THOMAS, True)) == held.do(c.HearDeputy(HELENE, THOMAS)) == ()
    held.do(c.NameDeputy(HELENE, AWA, True))  # in the place of the first
    held.do(c.HearDeputy(HELENE, AWA))
    assert held.seance.relay.deputy == Deputy(AWA, agreed=True)
    assert held.do(c.NameDeputy(HELENE, THOMAS, False)) == ()
    held.do(c.NameDeputy(HELENE, AWA, False))
    assert held.seance.relay.deputy is None


def test_a_deputy_may_say_no_at_any_moment() -> None:
    held = with_deputy(Stage.CLARIFICATION)
    held.do(c.AnswerDeputy(THOMAS, False))
    assert held.seance.relay.deputy is None
    assert "answer-deputy" not in held.sees(THOMAS).acts


def test_the_client_is_never_deputy_nor_who_observes_has_no_device_or_has_not_signed() -> None:
    held = held_at(Stage.PRESENTATION)
    held.do(c.AddSeat(HELENE, "solene"))
    held.sits("nadia", charter=False)
    assert held.why(c.NameDeputy(HELENE, KARIM, True)) is Why.FACILITATOR_NEVER_CLIENT
    assert held.why(c.NameDeputy(HELENE, HELENE, True)) is Why.NO_SUCH_SEAT
    assert held.why(c.NameDeputy(HELENE, "nobody", True)) is Why.NO_SUCH_SEAT
    assert held.why(c.NameDeputy(HELENE, "solene", True)) is Why.NO_DEVICE
    assert held.why(c.NameDeputy(HELENE, "nadia", True)) is Why.CHARTER_FIRST
    held = held_at(Stage.CHOICE)
    held.do(c.NameObserver(HELENE, INES, True))
    assert held.why(c.NameDeputy(HELENE, INES, True)) is Why.NO_SUCH_SEAT


@pytest.mark.parametrize("goes", ["leaves", "is removed", "observes", "becomes client"])
def test_whoever_goes_observes_or_becomes_client_is_deputy_no_more(goes: str) -> None:
    held = with_deputy(Stage.CHOICE)
    match goes:
        case "leaves":
            held.do(c.Leave(THOMAS))
        case "is removed":
            held.do(c.Remove(HELENE, THOMAS))
        case "observes":
            held.do(c.NameObserver(HELENE, THOMAS, True))
        case _:
            held.do(c.HearAcceptance(HELENE, THOMAS))
    assert held.seance.relay.deputy is None
    assert held.why(c.HandOver(HELENE, THOMAS)) is Why.NO_SUCH_SEAT


@pytest.mark.parametrize("stage", HELD)
def test_the_deputy_facilitates_after_a_hand_over_and_gives_it_back(stage: Stage) -> None:
    held = with_deputy(stage)
    held.do(c.HandOver(HELENE, THOMAS))
    assert exactly_one_facilitates(held) == THOMAS
    assert posture(held.seance, HELENE) is Posture.OBSERVER
    assert held.seance.relay.deputy == Deputy(HELENE, agreed=True)
    assert held.sees(THOMAS).view is View.FACILITATOR
    assert held.sees(HELENE).view is View.OBSERVER
    assert THOMAS not in [one.seat for one in held.sees(KARIM).people]
    assert held.sees(PROJECTOR).facilitator == THOMAS
    for act in (c.AddSeat(HELENE, "new"), c.HandOver(HELENE, HELENE), c.Remove(HELENE, AWA)):
        assert held.why(act) is Why.NOT_YOURS
    held.do(c.AddSeat(THOMAS, "new"))
    held.do(c.HandOver(THOMAS, HELENE))
    assert exactly_one_facilitates(held) == HELENE
    assert posture(held.seance, THOMAS) is Posture.CONSULTANT
    assert held.seance.relay.deputy == Deputy(THOMAS, agreed=True)


def test_whoever_opened_stands_beside_the_ring_and_waits_for_no_turn_and_no_accord() -> None:
    held = with_deputy(Stage.CONTRACT)
    held.do(c.HandOver(HELENE, THOMAS))
    assert [seat.id for seat in held.seance.peers] == [KARIM, AWA, INES]
    assert [seat.id for seat in held.seance.consultants] == [AWA, INES]
    held.do(c.ValidateContract(KARIM, "sentence", 20))
    assert held.sees(THOMAS).contract is not None
    for seat in (AWA, INES):
        held.do(c.HearAnswer(THOMAS, seat, Answer.ACCORD))
    held.do(c.Advance(THOMAS, Stage.CONTRACT))
    assert held.seance.stage is Stage.EXPLORATION
    assert held.why(c.GiveFloor(THOMAS, HELENE)) is Why.NOT_NOW
    assert held.why(c.NameObserver(THOMAS, HELENE, True)) is Why.NOT_NOW


def test_whoever_facilitates_leaves_floor_hand_readiness_and_scribe_behind_and_keeps_a_topic_for_later() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.DepositTopic(THOMAS, THOMAS, "topic", 10))
    held.do(c.SayReady(THOMAS, True))
    held.do(c.RaiseHand(THOMAS))
    held.do(c.NameScribe(HELENE, THOMAS, True))
    held.do(c.NameClient(HELENE, THOMAS))
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    held.do(c.AnswerDeputy(THOMAS, True))
    held.do(c.HandOver(HELENE, THOMAS))
    state = held.seance
    assert (state.hands, state.ready, state.named, state.scribe, state.floor) == ((), (), None, None, None)
    assert held.sees(AWA).topics == ()
    assert held.why(c.NameClient(THOMAS, THOMAS)) is Why.FACILITATOR_NEVER_CLIENT
    assert held.why(c.NameClient(THOMAS, HELENE)) is Why.NO_SUCH_SEAT
    held.do(c.HandOver(THOMAS, HELENE))
    assert [one.text for one in held.sees(AWA).topics or ()] == ["topic"]


def test_whoever_opened_said_the_charter_and_is_not_asked_for_it_beside_the_ring() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.DepositTopic(AWA, AWA, "topic", 10))
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    held.do(c.HearDeputy(HELENE, THOMAS))
    held.do(c.HandOver(HELENE, THOMAS))
    me = held.sees(HELENE).person(HELENE)
    assert me is not None
    assert me.charter
    assert [one.text for one in held.sees(HELENE).topics or ()] == ["topic"]


def test_what_was_noted_or_sealed_for_others_does_not_change_hands() -> None:
    held = with_deputy(Stage.EXPLORATION)
    held.do(c.LeaveTrace(HELENE, AWA, "noted", 10))
    held.do(c.LeaveTrace(INES, INES, "mine", 10))
    held.do(c.HandOver(HELENE, THOMAS))
    assert [one.text for one in own(held.seance, THOMAS).traces] == []
    assert [one.text for one in own(held.seance, HELENE).traces] == ["noted"]


def test_a_link_that_was_told_to_one_person_is_not_told_to_who_facilitates_next() -> None:
    held = with_deputy(Stage.CHOICE)
    held.do(c.DiscloseLink(AWA, INES))
    held.do(c.HandOver(HELENE, THOMAS))
    assert own(held.seance, THOMAS).links == own(held.seance, HELENE).links == ()
    assert [one.to for one in own(held.seance, AWA).links] == [HELENE]
    held.do(c.HandOver(THOMAS, HELENE))
    assert [one.seat for one in own(held.seance, HELENE).links] == [AWA]


def test_a_second_relay_leaves_whoever_opened_beside_and_the_others_in_the_circle() -> None:
    held = with_deputy(Stage.CLARIFICATION)
    held.do(c.HandOver(HELENE, THOMAS))
    held.do(c.NameDeputy(THOMAS, AWA, True))
    held.do(c.AnswerDeputy(AWA, True))
    held.do(c.HandOver(THOMAS, AWA))
    assert exactly_one_facilitates(held) == AWA
    roles = {seat.id: seat.role for seat in held.seance.seats}
    assert (roles[HELENE], roles[THOMAS]) == (Role.CO_FACILITATOR, Role.PEER)
    held.do(c.Leave(HELENE))
    held.do(c.ComeBack(HELENE))
    held.do(c.Admit(AWA, HELENE))
    held.do(c.NameDeputy(AWA, HELENE, True))
    held.do(c.AnswerDeputy(HELENE, True))
    held.do(c.HandOver(AWA, HELENE))
    assert exactly_one_facilitates(held) == HELENE


@pytest.mark.parametrize("stage", HELD)
def test_a_deputy_takes_over_only_while_the_facilitator_is_away(stage: Stage) -> None:
    held = with_deputy(stage)
    assert held.why(c.TakeOver(THOMAS)) is Why.STILL_THERE
    assert "take-over" not in held.sees(THOMAS).acts
    held.do(c.NoteAbsence(HELENE))
    assert held.do(c.NoteAbsence(HELENE)) == ()  # once for each absence
    assert "take-over" in held.sees(THOMAS).acts
    assert "take-over" not in held.sees(AWA).acts
    assert held.why(c.TakeOver(AWA)) is Why.NOT_YOURS
    held.do(c.TakeOver(THOMAS))
    assert exactly_one_facilitates(held) == THOMAS
    assert held.sees(THOMAS).gone == (HELENE,)
    held.do(c.NoteReturn(THOMAS, HELENE))
    assert held.do(c.NoteReturn(THOMAS, HELENE)) == ()
    held.do(c.HandOver(THOMAS, HELENE))
    assert exactly_one_facilitates(held) == HELENE


def test_a_deputy_who_had_not_answered_yet_may_take_over_and_who_came_back_leads_on() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    held.do(c.NoteAbsence(HELENE))
    assert "take-over" in held.sees(THOMAS).acts
    held.do(c.NoteReturn(HELENE, HELENE))
    assert held.why(c.TakeOver(THOMAS)) is Why.STILL_THERE
    held.do(c.NoteAbsence(HELENE))
    held.do(c.TakeOver(THOMAS))
    assert exactly_one_facilitates(held) == THOMAS


def test_the_clock_holds_at_the_end_of_the_step_until_somebody_conducts() -> None:
    held = with_deputy(Stage.CONTRACT)
    held.passes(2)
    held.do(c.NoteAbsence(HELENE))
    held.passes(30)
    now = held_reading(held)
    assert (now.held, now.remaining_ms, now.over_ms) == (True, 0, 0)
    held.do(c.TakeOver(THOMAS))
    now = held_reading(held)
    assert (now.held, now.over_ms) == (False, 0)
    assert held.seance.clock is not None
    assert held.seance.clock.budget.owed_ms == 24 * MIN  # step 3 has 8 minutes: paid with the next bill
    held.passes(1)
    assert held_reading(held).over_ms == MIN
    held.do(c.NoteReturn(THOMAS, HELENE))  # of a seat that does not conduct: the clock runs as before
    assert held_reading(held).over_ms == MIN


def test_a_return_in_time_costs_nothing() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.passes(2)
    before = held_reading(held).ends_at_ms
    held.do(c.NoteAbsence(HELENE))
    held.passes(1)
    (event,) = held.do(c.NoteReturn(HELENE, HELENE))
    assert isinstance(event, e.FacilitatorBack)
    assert held_reading(held).ends_at_ms == before


def test_a_safety_stop_does_not_keep_the_deputy_from_taking_over() -> None:
    held = with_deputy(Stage.EXPLORATION)
    held.do(c.Suspend(HELENE))
    held.do(c.NoteAbsence(HELENE))
    held.passes(5)
    held.do(c.TakeOver(THOMAS))
    held.do(c.EndSuspension(THOMAS))
    assert not held.sees(AWA).suspended


def test_everybody_in_the_circle_knows_the_deputy_and_an_absence_and_the_screen_of_the_room_does_not() -> None:
    held = with_deputy(Stage.EXPLORATION)
    held.enters(OMAR)
    held.do(c.NoteAbsence(HELENE))
    for viewer in (HELENE, KARIM, THOMAS, AWA):
        assert held.sees(viewer).deputy == Deputy(THOMAS, agreed=True)
        assert held.sees(viewer).gone == (HELENE,)
        assert not held.sees(viewer).acts & BY_ITSELF
    for viewer in (PROJECTOR, OMAR):
        assert (held.sees(viewer).deputy, held.sees(viewer).gone) == (None, ())


def test_a_seat_that_goes_to_another_device_has_led_nothing() -> None:
    held = with_deputy(Stage.CLARIFICATION)
    assert held.seance.relay.led == {HELENE}
    held.do(c.HandOver(HELENE, THOMAS))
    assert held.seance.relay.led == {HELENE, THOMAS}
    held.do(c.HandSeat(HELENE))
    assert held.seance.relay.led == {THOMAS}


def test_nothing_of_it_happens_once_the_session_is_closed() -> None:
    held = with_deputy(Stage.CLOSING)
    held.do(c.Close(HELENE))
    for act in (c.HandOver(HELENE, THOMAS), c.TakeOver(THOMAS), c.NoteAbsence(HELENE), c.NoteReturn(HELENE, HELENE)):
        assert held.why(act) is Why.CLOSED


def held_reading(held: Held) -> Reading:
    assert held.seance.clock is not None
    return reading(held.seance.clock, held.now)
