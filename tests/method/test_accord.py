"""3 Contractualisation: what the circle answers, and when step 4 opens (R3)."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sizain.method import commands as c
from sizain.method.contract import Answer, Answered, accepted, to_hear
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Stage
from tests.method.held import AWA, HELENE, INES, KARIM, THOMAS, Held, held_at

CONSULTANTS = (THOMAS, AWA, INES)


def _validated() -> Held:
    held = held_at(Stage.CONTRACT)
    held.do(c.ValidateContract(KARIM, "own", 30))
    return held


def _agreed() -> Held:
    held = _validated()
    for seat in CONSULTANTS:
        held.do(c.AnswerContract(seat, Answer.ACCORD, "own"))
    return held


def test_step_4_opens_once_the_client_has_validated_and_each_consultant_has_accepted() -> None:
    held = held_at(Stage.CONTRACT)
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.CONTRACT_OPEN
    held.do(c.ValidateContract(KARIM, "own", 30))
    held.do(c.AnswerContract(THOMAS, Answer.ACCORD, "own"))
    held.do(c.HearAnswer(HELENE, AWA, Answer.ACCORD, "own"))
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.AGREEMENT_OPEN
    held.do(c.AnswerContract(INES, Answer.ACCORD, "own"))
    assert [(one.seat, one.how) for one in held.seance.contract.answers] == [
        (THOMAS, How.DEVICE),
        (AWA, How.ALOUD),
        (INES, How.DEVICE),
    ]
    held.advances()
    assert held.seance.stage is Stage.EXPLORATION


@pytest.mark.parametrize("answer", [Answer.NUANCE, Answer.CANNOT])
def test_a_nuance_and_i_cannot_help_leave_it_open(answer: Answer) -> None:
    held = _agreed()
    held.do(c.AnswerContract(AWA, answer, "own"))
    assert to_hear(held.seance) == (AWA,)
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.AGREEMENT_OPEN
    held.do(c.HearAnswer(HELENE, AWA, Answer.ACCORD, "own"))
    held.advances()


def test_everybodys_accord_said_aloud_is_one_tap_with_or_without_moving_on() -> None:
    staying, going = _validated(), _validated()
    for held in (staying, going):
        held.do(c.AnswerContract(THOMAS, Answer.ACCORD, "own"))
        held.do(c.AnswerContract(AWA, Answer.NUANCE, "own"))
    staying.do(c.HearAgreement(HELENE, "own"))
    assert staying.seance.stage is Stage.CONTRACT
    assert staying.do(c.HearAgreement(HELENE, "own")) == ()
    staying.advances()
    going.do(c.Advance(HELENE, Stage.CONTRACT, agreed=True, shown="own"))
    for held in (staying, going):
        assert held.seance.stage is Stage.EXPLORATION
        assert set(held.seance.contract.answers) == {
            Answered(THOMAS, Answer.ACCORD, How.DEVICE),
            Answered(AWA, Answer.ACCORD, How.ALOUD),
            Answered(INES, Answer.ACCORD, How.ALOUD),
        }


def test_an_answer_given_twice_changes_nothing() -> None:
    held = _agreed()
    assert held.do(c.AnswerContract(THOMAS, Answer.ACCORD, "own")) == ()
    assert held.do(c.HearAnswer(HELENE, THOMAS, Answer.ACCORD, "own")) == ()


def test_nobody_answers_before_the_client_has_validated() -> None:
    held = held_at(Stage.CONTRACT)
    held.do(c.DictateContract(HELENE, "draft", 30))
    for act in (
        c.AnswerContract(THOMAS, Answer.ACCORD, "draft"),
        c.HearAnswer(HELENE, THOMAS, Answer.ACCORD),
        c.HearAgreement(HELENE),
        c.Advance(HELENE, Stage.CONTRACT, agreed=True, shown="draft"),
    ):
        assert held.why(act) is Why.CONTRACT_OPEN


def test_nobody_accepts_words_that_changed_under_their_finger() -> None:
    held = _validated()
    held.do(c.ValidateContract(KARIM, "changed", 30))
    for act in (
        c.AnswerContract(THOMAS, Answer.ACCORD, "own"),
        c.HearAnswer(HELENE, THOMAS, Answer.ACCORD, "own"),
        c.HearAgreement(HELENE, "own"),
        c.Advance(HELENE, Stage.CONTRACT, agreed=True, shown="own"),
    ):
        assert held.why(act) is Why.CONTRACT_CHANGED
    held.do(c.HearAgreement(HELENE, "changed"))


@pytest.mark.parametrize("seat", [KARIM, HELENE, "@nobody"])
def test_the_answer_of_somebody_who_is_no_consultant_is_not_heard(seat: str) -> None:
    held = _validated()
    assert held.why(c.HearAnswer(HELENE, seat, Answer.ACCORD, "own")) is Why.NO_SUCH_SEAT


def test_a_change_after_the_accord_voids_it() -> None:
    held = _agreed()
    held.advances()
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))
    held.do(c.DictateContract(HELENE, "changed", 30))
    assert accepted(held.seance)
    held.do(c.HearContract(HELENE, "changed"))
    assert held.seance.contract.answers == ()
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.AGREEMENT_OPEN


def test_an_accord_holds_through_a_loop_that_changes_nothing() -> None:
    held = _agreed()
    held.advances()
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))
    held.advances()
    assert held.seance.stage is Stage.EXPLORATION


def test_who_is_not_there_is_not_waited_for_and_who_comes_in_late_is_asked() -> None:
    held = _agreed()
    held.do(c.AnswerContract(AWA, Answer.NUANCE, "own"))
    held.do(c.Leave(AWA))
    assert accepted(held.seance)
    assert held.why(c.HearAnswer(HELENE, AWA, Answer.ACCORD, "own")) is Why.NO_SUCH_SEAT
    held.sits("@late")
    assert to_hear(held.seance) == ("@late",)
    held.do(c.ComeBack(AWA))
    held.do(c.Admit(HELENE, AWA))
    assert to_hear(held.seance) == (AWA, "@late")


def test_a_client_alone_waits_for_nobody() -> None:
    held = Held()
    held.sits(KARIM)
    held.goes_to(Stage.CONTRACT)
    held.do(c.ValidateContract(KARIM, "own", 30))
    held.advances()
    assert held.seance.stage is Stage.EXPLORATION


class ContractsLife(RuleBasedStateMachine):
    """Whoever taps what in step 3, on screens that may be late: what was said of a wording is said of that one."""

    @initialize()
    def begins(self) -> None:
        self.held = held_at(Stage.CONTRACT)
        self.clients: set[str] = set()
        """Wordings that the client wrote, or said yes to."""
        self.said: dict[str, Answer] = {}
        self.screens: list[str | None] = [None]

    def tries(self, command: c.Command) -> bool:
        try:
            decided = self.held.do(command)
        except Refusal:
            return False
        if self.held.seance.contract.text not in self.screens:
            self.screens.append(self.held.seance.contract.text)
        return bool(decided)

    def _fresh(self) -> str:
        return f"wording-{self.held.seance.seq}"

    @rule()
    def the_facilitator_writes(self) -> None:
        self.tries(c.DictateContract(HELENE, self._fresh(), 10))

    @rule()
    def the_client_writes(self) -> None:
        new = self._fresh()
        if self.tries(c.ValidateContract(KARIM, new, 10)):
            self.clients.add(new)
            self.said = {}

    @rule(by=st.sampled_from([KARIM, HELENE, THOMAS]), aloud=st.booleans())
    def somebody_says_yes_to_the_draft(self, by: str, aloud: bool) -> None:
        draft = self.held.seance.contract.dictated
        act = c.HearContract(by) if aloud else c.ValidateDictated(by)
        if self.tries(act):
            assert draft is not None
            assert by == (HELENE if aloud else KARIM)
            self.clients.add(draft.question)
            self.said = {}

    @rule(by=st.sampled_from([KARIM, HELENE, THOMAS]))
    def somebody_sets_the_draft_aside(self, by: str) -> None:
        assert not self.tries(c.SetDictatedAside(by)) or by in (KARIM, HELENE)

    @rule(seat=st.sampled_from((*CONSULTANTS, KARIM)), answer=st.sampled_from(Answer), data=st.data())
    def somebody_answers(self, seat: str, answer: Answer, data: st.DataObject) -> None:
        shown = data.draw(st.sampled_from(self.screens))
        aloud = data.draw(st.booleans())
        act = c.HearAnswer(HELENE, seat, answer, shown) if aloud else c.AnswerContract(seat, answer, shown)
        if self.tries(act):
            assert shown in (None, self.held.seance.contract.text)
            assert seat != KARIM
            self.said[seat] = answer

    @rule(data=st.data())
    def all_agree_aloud(self, data: st.DataObject) -> None:
        shown = data.draw(st.sampled_from(self.screens))
        if self.tries(c.HearAgreement(HELENE, shown)):
            assert shown in (None, self.held.seance.contract.text)
            self.said |= dict.fromkeys((one for one in CONSULTANTS if self._is_there(one)), Answer.ACCORD)

    @rule(seat=st.sampled_from(CONSULTANTS))
    def somebody_leaves_or_comes_back(self, seat: str) -> None:
        if not self.tries(c.Leave(seat)):
            self.tries(c.ComeBack(seat))
            self.tries(c.Admit(HELENE, seat))

    def _is_there(self, seat: str) -> bool:
        found = self.held.seance.seat(seat)
        return found is not None and found.present

    @rule(agreed=st.booleans(), data=st.data())
    def on_and_back_again(self, agreed: bool, data: st.DataObject) -> None:
        shown = data.draw(st.sampled_from(self.screens))
        if self.tries(c.Advance(HELENE, Stage.CONTRACT, agreed=agreed, shown=shown)):
            assert accepted(self.held.seance)
            there = [one for one in CONSULTANTS if self._is_there(one)]
            if not agreed:
                assert {self.said.get(one) for one in there} <= {Answer.ACCORD}
            self.said |= dict.fromkeys(there, Answer.ACCORD)
            self.held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))

    @invariant()
    def what_stands_is_what_the_client_validated(self) -> None:
        contract = self.held.seance.contract
        shown = (contract.terms, *contract.earlier)
        assert {terms.question for terms in shown if terms} <= self.clients

    @invariant()
    def no_answer_is_other_than_what_was_said_of_these_words(self) -> None:
        answers = {one.seat: one.answer for one in self.held.seance.contract.answers}
        assert answers == self.said

    @invariant()
    def the_circle_has_accepted_when_all_who_are_there_have(self) -> None:
        there = [one for one in CONSULTANTS if self._is_there(one)]
        everybody = all(self.said.get(one) is Answer.ACCORD for one in there)
        assert accepted(self.held.seance) == (everybody and self.held.seance.contract.text is not None)


TestContractsLife = ContractsLife.TestCase
TestContractsLife.settings = settings(stateful_step_count=30)
