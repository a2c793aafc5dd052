"""Who may see what, for each viewer and stage; it fails closed."""

import pytest

from sizain.method import commands as c
from sizain.method.contract import Answer, Help, Terms, Written
from sizain.method.forms import Form
from sizain.method.refusals import Why
from sizain.method.seance import STAGES, Place, Stage, Standing
from sizain.method.sight import PROJECTOR, Sight, Sights, View, sight
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, STAN, THOMAS, Held, held_at

AT_THE_DOOR, AWAY, UNSIGNED = "at-the-door", "away", "unsigned"
CIRCLE = (KARIM, THOMAS, OMAR, UNSIGNED)
ALL = (HELENE, *CIRCLE, AT_THE_DOOR, AWAY, PROJECTOR)
BEFORE_STEP_1 = STAGES[: STAGES.index(Stage.CHOICE) + 1]
FROM_STEP_3 = STAGES[STAGES.index(Stage.CONTRACT) :]


def _full(stage: Stage) -> Held:
    """Every kind of viewer, two topics, and a draft after the contract was validated."""
    held = Held(place=Place.REMOTE, minutes={"retour": 5})
    held.sits(KARIM, THOMAS, OMAR, AWAY)
    held.sits(UNSIGNED, charter=False)
    held.do(c.NameObserver(HELENE, OMAR, True))
    held.do(c.DepositTopic(KARIM, KARIM, "topic-karim", 10))
    held.do(c.DepositTopic(THOMAS, THOMAS, "topic-thomas", 10))
    held.do(c.Leave(AWAY))
    held.enters(AT_THE_DOOR)
    if stage not in BEFORE_STEP_1:
        held.goes_to(Stage.CHOICE)
        held.do(c.HearAcceptance(HELENE, KARIM))
        held.do(c.HearObserverAccepted(HELENE, OMAR))
    if stage in FROM_STEP_3:
        held.goes_to(Stage.CONTRACT)
        held.do(c.ValidateContract(KARIM, "the-contract", 30))
        held.do(c.DictateContract(HELENE, "the-draft", 30))
        if stage is not Stage.CONTRACT:
            held.do(c.Advance(HELENE, Stage.CONTRACT, agreed=True))
    held.goes_to(stage)
    return held


@pytest.fixture(scope="module", params=STAGES)
def held(request: pytest.FixtureRequest) -> Held:
    return _full(request.param)


def test_a_stranger_sees_nothing(held: Held) -> None:
    for viewer in (STAN, "", "None"):
        assert sight(held.seance, viewer) is None


@pytest.mark.parametrize("gone", [c.Remove, c.Refuse])
def test_who_is_refused_or_removed_sees_nothing_any_more(gone: type[c.Remove | c.Refuse]) -> None:
    held = _full(Stage.EXPLORATION)
    who = THOMAS if gone is c.Remove else AT_THE_DOOR
    held.do(gone(HELENE, who))
    assert sight(held.seance, who) is None


def test_who_waits_or_has_left_sees_no_topic_no_name_and_no_contract(held: Held) -> None:
    over = held.seance.stage is Stage.CLOSED
    for viewer, view in ((AT_THE_DOOR, View.WAITING), (AWAY, View.AWAY)):
        seen = held.sees(viewer)
        assert seen == Sight(
            view=view,
            seat=viewer,
            stage=held.seance.stage,
            step=0,
            place=held.seance.place,
            way=held.seance.way,
            acts=seen.acts,
            form=Form.CONSULTANT if over and viewer == AWAY else None,
            ended=seen.ended if over and viewer == AWAY else None,
        )


def test_the_circle_sees_who_has_a_place_in_it_and_not_who_is_at_the_door(held: Held) -> None:
    for viewer in (HELENE, *CIRCLE, PROJECTOR):
        seen = held.sees(viewer)
        assert [one.seat for one in seen.people] == [KARIM, THOMAS, OMAR, AWAY, UNSIGNED]
        assert seen.facilitator == HELENE
        assert seen.client == (None if held.seance.stage in BEFORE_STEP_1 else KARIM)
        assert bool(seen.door) is (viewer == HELENE)
    assert [one.seat for one in held.sees(HELENE).door] == [AT_THE_DOOR]


def test_who_is_expected_is_named_to_the_circle_until_the_choice_is_made() -> None:
    held = Held()
    held.sits(KARIM, THOMAS)
    held.do(c.AddSeat(HELENE, AWA, expected=True))
    for viewer in (HELENE, KARIM, PROJECTOR):
        person = held.sees(viewer).person(AWA)
        assert person is not None
        assert person.standing is Standing.EXPECTED
    held.goes_to(Stage.PRESENTATION)
    for viewer in (HELENE, KARIM, PROJECTOR):
        assert held.sees(viewer).person(AWA) is None


def test_topics_are_for_who_signed_the_charter_until_the_choice_is_made(held: Held) -> None:
    there = held.seance.stage in BEFORE_STEP_1
    shown = ["topic-karim", "topic-thomas"] if there else []
    for viewer in (HELENE, KARIM, THOMAS, OMAR):
        topics = held.sees(viewer).topics
        assert topics is not None
        assert [topic.text for topic in topics] == shown
        theirs = viewer == KARIM or held.seance.stage is not Stage.CLOSED
        assert held.sees(viewer).client_topic == ("topic-karim" if theirs and not there else None)
    assert held.sees(THOMAS).my_topic == "topic-thomas"
    for viewer in (UNSIGNED, PROJECTOR, AT_THE_DOOR, AWAY):
        seen = held.sees(viewer)
        assert seen.topics is None
        assert seen.my_topic is seen.client_topic is None


def test_the_contract_is_pinned_on_every_screen_and_its_draft_is_not(held: Held) -> None:
    for viewer in ALL:
        contract = held.sees(viewer).contract
        over = held.seance.stage is Stage.CLOSED
        inside = viewer not in (AT_THE_DOOR, AWAY) and not (over and viewer == PROJECTOR)
        if held.seance.stage in FROM_STEP_3 and inside:
            assert contract is not None
            assert contract.text == "the-contract"
            assert contract.dictated == (Terms("the-draft") if viewer in (HELENE, KARIM) and not over else None)
        else:
            assert contract is None


def test_the_clock_is_for_the_circle_and_the_rooms_screen(held: Held) -> None:
    for viewer in (HELENE, *CIRCLE, PROJECTOR):
        assert held.sees(viewer).clock == held.seance.clock
    for viewer in (AT_THE_DOOR, AWAY):
        assert held.sees(viewer).clock is None


def test_the_joining_code_is_on_the_rooms_screen_until_the_client_is_chosen(held: Held) -> None:
    assert held.sees(PROJECTOR).may_join is (held.seance.stage in BEFORE_STEP_1)
    assert held.sees(HELENE).may_join is (held.seance.stage is not Stage.CLOSED)
    for viewer in (*CIRCLE, AT_THE_DOOR, AWAY):
        assert not held.sees(viewer).may_join


def test_the_code_leaves_the_rooms_screen_as_soon_as_the_client_has_accepted() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.NameClient(HELENE, KARIM))
    assert held.sees(PROJECTOR).may_join
    assert held.sees(PROJECTOR).named is None
    held.do(c.AcceptPlace(KARIM))
    assert not held.sees(PROJECTOR).may_join


def test_the_rooms_screen_offers_no_act_and_only_the_facilitator_sees_the_way(held: Held) -> None:
    assert held.sees(PROJECTOR).acts == frozenset()
    for viewer in (*CIRCLE, AT_THE_DOOR, AWAY, PROJECTOR):
        seen = held.sees(viewer)
        assert (seen.following, seen.earlier, seen.still_open) == (None, (), None)


def test_the_facilitator_sees_what_is_open() -> None:
    held = held_at(Stage.CHOICE)
    assert held.sees(HELENE).still_open is Why.NO_CLIENT
    assert held.sees(HELENE).following is Stage.PRESENTATION
    held.goes_to(Stage.EXPLORATION)
    assert held.sees(HELENE).still_open is None
    assert held.sees(HELENE).earlier[0] is Stage.CONTRACT


def test_a_draft_alone_is_a_contract_for_two_people_only() -> None:
    held = held_at(Stage.CONTRACT)
    held.do(c.DictateContract(HELENE, "the-draft", 30))
    for viewer in (HELENE, KARIM):
        contract = held.sees(viewer).contract
        assert contract is not None
        assert (contract.text, contract.dictated, contract.agreed) == (None, Terms("the-draft"), False)
    assert held.sees(THOMAS).contract is held.sees(PROJECTOR).contract is None


def test_a_loop_back_before_the_contract_takes_it_off_every_screen() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CLARIFICATION))
    for viewer in (HELENE, KARIM, THOMAS, PROJECTOR):
        assert held.sees(viewer).contract is None


def test_who_has_not_spoken_yet_is_for_the_facilitator_alone() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.GiveFloor(HELENE, AWA))
    held.do(c.RaiseHand(INES))
    assert [one.seat for one in held.sees(HELENE).people if one.has_spoken] == [AWA]
    for viewer in (KARIM, THOMAS, AWA, PROJECTOR):
        seen = held.sees(viewer)
        assert not any(one.has_spoken for one in seen.people)
        assert seen.floor == AWA
        assert [one.hand for one in seen.peers] == [0, 0, 0, 1]
    assert held.sees(KARIM).hands == (INES,)


def test_who_is_back_at_the_door_is_away_for_the_circle() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.Leave(AWA))
    held.do(c.ComeBack(AWA))
    for viewer in (HELENE, KARIM, PROJECTOR):
        person = held.sees(viewer).person(AWA)
        assert person is not None
        assert person.standing is Standing.LEFT
    assert [one.standing for one in held.sees(HELENE).door] == [Standing.WAITING]


def test_whoever_a_sight_names_is_in_it(held: Held) -> None:
    for viewer in (HELENE, *CIRCLE):
        seen = held.sees(viewer)
        named = {seen.client, seen.named, seen.floor, *seen.hands}
        named |= {topic.seat for topic in seen.topics or ()}
        assert all(seen.person(seat) for seat in named if seat)
        assert seen.person(None) is None
        assert OMAR not in {one.seat for one in seen.peers}


def test_a_sight_is_worked_out_once_for_a_state() -> None:
    sights = Sights(held_at(Stage.CHOICE).seance)
    assert sights.of(KARIM) is sights.of(KARIM)
    assert sights.of(STAN) is sights.of(STAN) is None


def _answered() -> Held:
    held = held_at(Stage.CONTRACT)
    held.do(c.ValidateContract(KARIM, "first", 30, (Help.DECIDE,), leave_with=Written("leave", 10)))
    held.do(c.ValidateContract(KARIM, "second", 30))
    held.do(c.AnswerContract(AWA, Answer.NUANCE, "second"))
    held.do(c.HearAnswer(HELENE, THOMAS, Answer.ACCORD, "second"))
    return held


def test_earlier_wordings_are_for_the_client_alone() -> None:
    held = _answered()
    for viewer in (HELENE, KARIM, THOMAS, PROJECTOR):
        contract = held.sees(viewer).contract
        assert contract is not None
        earlier = (Terms("first", (Help.DECIDE,), leave_with="leave"),)
        assert contract.earlier == (earlier if viewer == KARIM else ())
        assert contract.texts == ({"second", "first", "leave"} if viewer == KARIM else {"second"})


def test_an_answer_is_given_to_the_client_and_the_facilitator_and_who_is_to_be_heard_to_the_facilitator() -> None:
    held = _answered()
    given = [(THOMAS, Answer.ACCORD), (AWA, Answer.NUANCE)]
    for viewer in (HELENE, KARIM, THOMAS, AWA, INES, PROJECTOR):
        contract = held.sees(viewer).contract
        assert contract is not None
        answers = [(one.seat, one.answer) for one in contract.answers]
        assert answers == (given if viewer in (HELENE, KARIM) else [])
        assert contract.to_hear == ((INES,) if viewer == HELENE else ())
        assert contract.mine == {THOMAS: Answer.ACCORD, AWA: Answer.NUANCE}.get(viewer)
        assert not contract.agreed


def test_the_answer_of_who_has_left_or_observes_is_on_no_screen() -> None:
    held = _answered()
    held.do(c.Leave(AWA))
    held.do(c.Remove(HELENE, THOMAS))
    for viewer in (HELENE, KARIM):
        contract = held.sees(viewer).contract
        assert contract is not None
        assert contract.answers == ()
