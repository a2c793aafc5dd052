"""Who comes in, sits, leaves and comes back; the charter; who may observe (R17, R22)."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.refusals import Refusal, Why
from sizain.method.rules import Posture, posture
from sizain.method.seance import How, Limits, Role, Seat, Slice, Stage, Standing
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, STAN, THOMAS, Held, held_at


def _seat(held: Held, name: str) -> Seat:
    seat = held.seance.seat(name)
    assert seat is not None
    return seat


def test_who_enters_waits_until_the_facilitator_admits_or_refuses() -> None:
    held = Held()
    held.enters(KARIM, STAN)
    assert _seat(held, KARIM).standing is Standing.WAITING
    assert not held.seance.peers
    held.do(c.Admit(HELENE, KARIM))
    held.do(c.Refuse(HELENE, STAN))
    assert posture(held.seance, KARIM) is Posture.CONSULTANT
    assert posture(held.seance, STAN) is None
    assert [one.id for one in held.seance.peers] == [KARIM]


@pytest.mark.parametrize("stage", [Stage.LOBBY, Stage.CLARIFICATION, Stage.META, Stage.CLOSING])
def test_latecomers_are_admitted_at_every_stage(stage: Stage) -> None:
    held = held_at(stage)
    held.sits("late", charter=False)
    assert posture(held.seance, "late") is Posture.CONSULTANT


def test_a_seat_by_first_name_is_in_the_circle_without_a_device() -> None:
    held = Held()
    held.do(c.AddSeat(HELENE, AWA))
    assert _seat(held, AWA).present
    assert not _seat(held, AWA).own_device
    held.do(c.HandSeat(AWA))
    assert _seat(held, AWA).own_device


def test_the_place_after_the_last_one_is_refused_until_one_is_free() -> None:
    held = Held(limits=Limits(seats=20))
    people = [f"peer-{place}" for place in range(1, 20)]
    held.sits(*people, charter=False)
    assert held.refusal(c.AskToEnter("late")) == Refusal(Why.FULL, 20)
    assert held.refusal(c.AddSeat(HELENE, "late")) == Refusal(Why.FULL, 20)
    held.do(c.Leave(people[0]))
    assert held.why(c.AskToEnter("late")) is Why.FULL  # the place of who left is kept for them
    held.do(c.Remove(HELENE, people[1]))
    held.enters("late")
    held.do(c.ComeBack(people[0]))


def test_who_waits_counts_among_the_places() -> None:
    held = Held(limits=Limits(seats=2))
    held.enters(KARIM)
    assert held.why(c.AskToEnter(THOMAS)) is Why.FULL
    held.do(c.Refuse(HELENE, KARIM))
    held.enters(THOMAS)


def test_another_code_is_for_the_door_alone() -> None:
    held = Held()
    before = held.seance
    assert held.do(c.RenewCode(HELENE)) == (e.CodeRenewed(),)
    assert held.seance.changed_at(frozenset({Slice.DOOR})) == held.seance.seq == before.seq + 1


NOT_AT_THE_DOOR = [STAN, KARIM, HELENE, "left", "refused", "removed"]


def _everybody() -> Held:
    held = Held()
    held.sits(KARIM, THOMAS, "left", "removed")
    held.enters("waiting", "refused")
    held.do(c.Leave("left"))
    held.do(c.Remove(HELENE, "removed"))
    held.do(c.Refuse(HELENE, "refused"))
    return held


@pytest.mark.parametrize("name", NOT_AT_THE_DOOR)
def test_only_who_is_at_the_door_can_be_admitted_or_refused(name: str) -> None:
    held = _everybody()
    assert held.why(c.Admit(HELENE, name)) is Why.NO_SUCH_SEAT
    assert held.why(c.Refuse(HELENE, name)) is Why.NO_SUCH_SEAT


@pytest.mark.parametrize("name", [STAN, HELENE, "waiting", "refused", "removed"])
def test_only_who_sat_in_the_circle_can_be_removed(name: str) -> None:
    assert _everybody().why(c.Remove(HELENE, name)) is Why.NO_SUCH_SEAT


@pytest.mark.parametrize("name", [STAN, HELENE, "waiting", "left", "refused", "removed"])
def test_only_who_is_there_can_be_given_the_floor(name: str) -> None:
    held = _everybody()
    held.goes_to(Stage.OPENING)
    assert held.why(c.GiveFloor(HELENE, name)) is Why.NO_SUCH_SEAT


@pytest.mark.parametrize("name", [STAN, HELENE, "left", "refused", "removed"])
def test_only_who_is_there_or_at_the_door_can_be_named_observer(name: str) -> None:
    assert _everybody().why(c.NameObserver(HELENE, name, True)) is Why.NO_SUCH_SEAT


def test_who_leaves_keeps_their_place_and_comes_back_through_the_door() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.RaiseHand(AWA))
    held.do(c.GiveFloor(HELENE, THOMAS))
    held.do(c.Leave(AWA))
    held.do(c.Leave(THOMAS))
    assert held.seance.hands == ()
    assert held.seance.floor is None
    assert [seat.id for seat in held.seance.peers] == [KARIM, THOMAS, AWA, INES]
    held.do(c.ComeBack(THOMAS))
    assert posture(held.seance, THOMAS) is Posture.WAITING
    assert [seat.id for seat in held.seance.peers] == [KARIM, THOMAS, AWA, INES]
    held.do(c.Admit(HELENE, THOMAS))
    assert posture(held.seance, THOMAS) is Posture.CONSULTANT
    assert _seat(held, THOMAS).charter is How.DEVICE


def test_who_comes_late_is_told_to_wait_and_can_still_come_in_or_go() -> None:
    held = held_at(Stage.EXPLORATION)
    held.enters(STAN)
    assert held.sees(STAN).kept_waiting == held.sees(HELENE).kept_waiting == ()
    before = held.seance
    assert held.do(c.KeepWaiting(HELENE, STAN)) == (e.SeatKeptWaiting(STAN),)
    assert held.do(c.KeepWaiting(HELENE, STAN)) == ()
    assert held.seance.changed_at(frozenset(Slice) - {Slice.DOOR}) == before.changed_at(frozenset(Slice) - {Slice.DOOR})
    assert held.sees(STAN).kept_waiting == held.sees(HELENE).kept_waiting == (STAN,)
    assert held.sees(AWA).kept_waiting == ()
    held.do(c.Leave(STAN))
    held.do(c.ComeBack(STAN))
    assert held.sees(HELENE).kept_waiting == ()
    held.do(c.KeepWaiting(HELENE, STAN))
    held.do(c.Admit(HELENE, STAN))
    assert held.sees(HELENE).kept_waiting == held.sees(STAN).kept_waiting == ()


@pytest.mark.parametrize("name", ["left", KARIM, STAN, HELENE])
def test_only_who_is_at_the_door_can_be_kept_waiting(name: str) -> None:
    assert _everybody().why(c.KeepWaiting(HELENE, name)) is Why.NO_SUCH_SEAT


def test_who_leaves_the_door_was_never_in_the_circle() -> None:
    held = Held()
    held.enters(STAN)
    held.do(c.Leave(STAN))
    assert not held.seance.peers
    assert held.sees(HELENE).people == ()
    held.do(c.ComeBack(STAN))
    assert [one.seat for one in held.sees(HELENE).door] == [STAN]


def test_the_client_who_leaves_in_a_step_stays_the_client() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.Leave(KARIM))
    assert held.seance.client == KARIM
    held.do(c.ComeBack(KARIM))
    held.do(c.Admit(HELENE, KARIM))
    assert posture(held.seance, KARIM) is Posture.CLIENT


@pytest.mark.parametrize("stage", [Stage.CHOICE, Stage.CLARIFICATION])
def test_a_client_who_opens_nothing_any_more_is_not_the_client(stage: Stage) -> None:
    removed = held_at(stage)
    if stage is Stage.CHOICE:
        removed.do(c.HearAcceptance(HELENE, KARIM))
    removed.do(c.Remove(HELENE, KARIM))
    assert removed.seance.client is removed.seance.client_how is None

    refused = held_at(stage)
    if stage is Stage.CHOICE:
        refused.do(c.HearAcceptance(HELENE, KARIM))
    refused.do(c.Leave(KARIM))
    refused.do(c.ComeBack(KARIM))
    refused.do(c.Refuse(HELENE, KARIM))
    assert refused.seance.client is refused.seance.client_how is None


def test_the_charter_is_signed_once_on_a_device_or_aloud_for_all_who_are_there() -> None:
    held = Held()
    held.sits(KARIM)
    held.sits(THOMAS, AWA, charter=False)
    held.do(c.Leave(AWA))
    held.enters("waiting")
    assert held.do(c.Engage(KARIM)) == ()
    assert held.do(c.HearCharter(HELENE)) == (e.CharterSigned(THOMAS, How.ALOUD),)
    assert _seat(held, KARIM).charter is How.DEVICE
    assert _seat(held, THOMAS).charter is How.ALOUD
    assert _seat(held, AWA).charter is _seat(held, "waiting").charter is None
    assert _seat(held, HELENE).charter is None
    assert held.do(c.HearCharter(HELENE)) == ()


def test_no_topic_before_the_charter() -> None:
    held = Held()
    held.sits(KARIM, charter=False)
    for act in (
        c.DepositTopic(KARIM, KARIM, "a-topic", 10),
        c.DepositTopic(HELENE, KARIM, "a-topic", 10),
    ):
        assert held.why(act) is Why.CHARTER_FIRST
    held.do(c.Engage(KARIM))
    held.do(c.DepositTopic(KARIM, KARIM, "a-topic", 10))


def test_an_observer_has_no_topic_no_hand_and_no_floor_before_step_6() -> None:
    held = Held()
    held.sits(KARIM, OMAR)
    held.goes_on()
    held.do(c.DepositTopic(OMAR, OMAR, "a-topic", 10))
    held.do(c.RaiseHand(OMAR))
    held.do(c.NameObserver(HELENE, OMAR, True))
    assert _seat(held, OMAR).role is Role.OBSERVER
    assert not held.seance.topics + held.seance.hands
    assert held.why(c.GiveFloor(HELENE, OMAR)) is Why.NOT_NOW
    held.goes_to(Stage.CHOICE)
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.HearObserverAccepted(HELENE, OMAR))
    held.goes_to(Stage.META)
    held.do(c.GiveFloor(HELENE, OMAR))
    assert held.seance.floor == OMAR


def test_who_speaks_and_becomes_an_observer_gives_the_floor_back() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.SayReady(AWA, True))
    held.do(c.NameClient(HELENE, AWA))
    held.do(c.GiveFloor(HELENE, AWA))
    held.do(c.NameObserver(HELENE, AWA, True))
    assert held.seance.floor is held.seance.named is None
    assert held.seance.ready == ()


def test_naming_somebody_what_they_are_already_changes_nothing() -> None:
    held = Held()
    held.sits(KARIM)
    assert held.do(c.NameObserver(HELENE, KARIM, False)) == ()
    held.do(c.NameObserver(HELENE, KARIM, True))
    assert held.do(c.NameObserver(HELENE, KARIM, True)) == ()


def test_the_client_cannot_be_named_observer() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.HearAcceptance(HELENE, KARIM))
    assert held.why(c.NameObserver(HELENE, KARIM, True)) is Why.ONE_CLIENT
