"""0 Choix du sujet: topics in a line, who is ready, and the client's place (R1)."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.refusals import Refusal, Why
from sizain.method.rules import Posture, posture
from sizain.method.seance import How, Stage, Topic
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, STAN, THOMAS, Held, held_at


def _choice() -> Held:
    return held_at(Stage.CHOICE)


def test_a_topic_is_deposited_replaced_in_place_and_withdrawn() -> None:
    held = _choice()
    held.do(c.DepositTopic(KARIM, KARIM, "first", 10))
    held.do(c.DepositTopic(HELENE, THOMAS, "noted", 10))
    held.do(c.DepositTopic(KARIM, KARIM, "second", 10))
    assert list(held.seance.topics) == [Topic("second", KARIM), Topic("noted", THOMAS)]
    held.do(c.WithdrawTopic(KARIM))
    assert list(held.seance.topics) == [Topic("noted", THOMAS)]
    assert held.do(c.WithdrawTopic(KARIM)) == ()


def test_a_topic_is_deposited_for_oneself_or_by_the_facilitator_for_a_peer_who_is_there() -> None:
    held = _choice()
    held.sits(OMAR)
    held.do(c.NameObserver(HELENE, OMAR, True))
    held.do(c.Leave(INES))
    assert held.why(c.DepositTopic(THOMAS, KARIM, "a-topic", 10)) is Why.NOT_YOURS
    assert held.why(c.DepositTopic(HELENE, HELENE, "a-topic", 10)) is Why.FACILITATOR_NEVER_CLIENT
    for name in (STAN, INES, OMAR):
        assert held.why(c.DepositTopic(HELENE, name, "a-topic", 10)) is Why.NO_SUCH_SEAT


@pytest.mark.parametrize(
    ("length", "refusal"),
    [(0, Refusal(Why.EMPTY)), (1, None), (120, None), (121, Refusal(Why.TOO_LONG, 120))],
)
def test_a_topic_is_one_line_of_120_characters(length: int, refusal: Refusal | None) -> None:
    held, act = _choice(), c.DepositTopic(KARIM, KARIM, "a-topic", length)
    if refusal:
        assert held.refusal(act) == refusal
    else:
        held.do(act)


def test_who_is_removed_takes_their_topic_away() -> None:
    held = _choice()
    held.do(c.DepositTopic(AWA, AWA, "hers", 10))
    held.do(c.DepositTopic(INES, INES, "other", 10))
    held.do(c.Remove(HELENE, AWA))
    held.do(c.Leave(INES))
    held.do(c.ComeBack(INES))
    assert list(held.seance.topics) == [Topic("other", INES)]
    held.do(c.Refuse(HELENE, INES))
    assert not held.seance.topics


def test_who_is_ready_says_so_and_can_take_it_back() -> None:
    held = _choice()
    held.sits("late", charter=False)
    assert held.why(c.SayReady("late", True)) is Why.CHARTER_FIRST
    assert held.do(c.SayReady(KARIM, False)) == ()
    held.do(c.SayReady(KARIM, True))
    held.do(c.SayReady(AWA, True))
    assert held.do(c.SayReady(KARIM, True)) == ()
    assert list(held.seance.ready) == [KARIM, AWA]
    held.do(c.SayReady(KARIM, False))
    assert list(held.seance.ready) == [AWA]


def test_the_named_person_accepts_on_their_device() -> None:
    held = _choice()
    assert held.why(c.AcceptPlace(KARIM)) is Why.NOT_YOURS
    held.do(c.NameClient(HELENE, KARIM))
    assert held.do(c.NameClient(HELENE, KARIM)) == ()
    assert held.why(c.AcceptPlace(THOMAS)) is Why.NOT_YOURS
    assert not held.seance.client
    held.do(c.AcceptPlace(KARIM))
    assert held.seance.client == KARIM
    assert held.seance.client_how is How.DEVICE
    assert held.seance.named is None
    assert posture(held.seance, KARIM) is Posture.CLIENT
    assert held.do(c.NameClient(HELENE, KARIM)) == ()


def test_the_named_person_says_yes_aloud_even_when_named_in_the_same_breath() -> None:
    held = _choice()
    assert held.do(c.HearAcceptance(HELENE, KARIM)) == (
        e.ClientNamed(KARIM),
        e.ClientAccepted(KARIM, How.ALOUD),
    )
    assert held.do(c.HearAcceptance(HELENE, KARIM)) == ()
    held.do(c.NameClient(HELENE, THOMAS))
    assert held.do(c.HearAcceptance(HELENE, THOMAS)) == (e.ClientAccepted(THOMAS, How.ALOUD),)
    assert held.seance.client == THOMAS


def test_the_named_person_can_decline_and_the_client_can_withdraw() -> None:
    held = _choice()
    held.do(c.NameClient(HELENE, KARIM))
    assert held.why(c.DeclinePlace(THOMAS)) is Why.NOT_YOURS
    held.do(c.DeclinePlace(KARIM))
    assert held.seance.named is None
    assert held.why(c.DeclinePlace(KARIM)) is Why.NOT_YOURS
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.DeclinePlace(KARIM))
    assert held.seance.client is held.seance.client_how is None


def test_the_facilitator_takes_a_name_back_and_names_somebody_else() -> None:
    held = _choice()
    assert held.do(c.UnnameClient(HELENE)) == ()
    held.do(c.NameClient(HELENE, KARIM))
    held.do(c.UnnameClient(HELENE))
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.NameClient(HELENE, AWA))
    assert (held.seance.client, held.seance.named) == (None, AWA)
    held.do(c.AcceptPlace(AWA))
    held.do(c.UnnameClient(HELENE))
    assert (held.seance.client, held.seance.named) == (None, None)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (HELENE, Why.FACILITATOR_NEVER_CLIENT),
        (STAN, Why.NO_SUCH_SEAT),
        (OMAR, Why.NO_SUCH_SEAT),
        ("left", Why.NO_SUCH_SEAT),
        ("waiting", Why.NO_SUCH_SEAT),
        ("unsigned", Why.CHARTER_FIRST),
    ],
)
def test_only_a_peer_who_is_there_and_engaged_can_be_client(name: str, why: Why) -> None:
    held = _choice()
    held.sits(OMAR, "left")
    held.sits("unsigned", charter=False)
    held.enters("waiting")
    held.do(c.NameObserver(HELENE, OMAR, True))
    held.do(c.Leave("left"))
    assert held.why(c.NameClient(HELENE, name)) is why
    assert held.why(c.HearAcceptance(HELENE, name)) is why


def test_who_is_named_and_leaves_is_not_named_any_more() -> None:
    held = _choice()
    held.do(c.SayReady(KARIM, True))
    held.do(c.NameClient(HELENE, KARIM))
    held.do(c.Leave(KARIM))
    assert held.seance.named is None
    assert held.seance.ready == ()


def test_step_1_waits_for_a_client_and_gives_them_the_floor() -> None:
    held = _choice()
    assert held.why(c.Advance(HELENE, Stage.CHOICE)) is Why.NO_CLIENT
    held.do(c.NameClient(HELENE, KARIM))
    assert held.why(c.Advance(HELENE, Stage.CHOICE)) is Why.NO_CLIENT
    held.do(c.AcceptPlace(KARIM))
    held.advances()
    assert held.seance.stage is Stage.PRESENTATION
    assert held.seance.floor == KARIM


def test_an_absent_client_is_not_given_the_floor() -> None:
    held = _choice()
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.Leave(KARIM))
    held.advances()
    assert held.seance.floor is None


@pytest.mark.parametrize("stage", [Stage.PRESENTATION, Stage.CLARIFICATION, Stage.CONTRACT])
def test_the_client_may_leave_the_place_up_to_step_3_and_the_circle_chooses_again(stage: Stage) -> None:
    for command in (c.DeclinePlace(KARIM), c.UnnameClient(HELENE)):
        held = held_at(stage)
        held.do(command)
        assert (held.seance.stage, held.seance.client, held.seance.loops) == (Stage.CHOICE, None, 1)
        assert held.why(c.Advance(HELENE, Stage.CHOICE)) is Why.NO_CLIENT
        held.do(c.HearAcceptance(HELENE, AWA))
        held.advances()
        assert (held.seance.stage, held.seance.floor) == (Stage.PRESENTATION, AWA)
        assert held.why(c.DeclinePlace(THOMAS)) is Why.NOT_YOURS


def test_from_step_4_on_the_client_does_not_leave_the_place_so() -> None:
    held = held_at(Stage.EXPLORATION)
    assert held.why(c.DeclinePlace(KARIM)) is Why.NOT_NOW
    assert held.why(c.UnnameClient(HELENE)) is Why.NOT_NOW


def test_another_topic_of_the_client_voids_what_was_agreed_and_begins_step_1_again() -> None:
    held = held_at(Stage.CONTRACT)
    held.do(c.ValidateContract(KARIM, "the-sentence", 30))
    assert held.refusal(c.ChangeTopic(KARIM, "new", 0)).why is Why.EMPTY
    assert held.refusal(c.ChangeTopic(KARIM, "new", 121)).why is Why.TOO_LONG
    assert held.why(c.ChangeTopic(AWA, "new", 20)) is Why.NOT_YOURS
    held.do(c.ChangeTopic(KARIM, "new", 20))
    assert held.seance.stage is Stage.PRESENTATION
    assert held.seance.floor == KARIM
    assert held.sees(AWA).client_topic == "new"
    held.advances()
    held.advances()
    assert held.seance.contract.text is None
    held.do(c.ChangeTopic(HELENE, "said-aloud", 20))
    assert held.sees(AWA).client_topic == "said-aloud"
