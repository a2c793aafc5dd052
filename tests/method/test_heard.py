"""After the closing, the client's own yes to what was noted as said aloud (METHOD §7; R2, R12)."""

import pytest

from sizain.method import commands as c
from sizain.method.refusals import Why
from sizain.method.seance import STAGES, How, Stage
from tests.method.held import AWA, HELENE, KARIM, THOMAS, Held
from tests.method.steps import dictates


def _aloud(until: Stage = Stage.CLOSED) -> Held:
    """A séance whose client said everything aloud, up to that stage."""
    held = Held()
    held.sits(KARIM, THOMAS, AWA)
    held.do(c.DepositTopic(KARIM, KARIM, "topic", 10))
    held.goes_to(Stage.CONTRACT)
    held.do(c.DictateContract(HELENE, "asked", 10))
    held.do(c.HearContract(HELENE))
    held.goes_to(Stage.SYNTHESIS)
    held.do(c.DictateUnderstanding(HELENE, "understood", 10))
    held.do(c.HearUnderstanding(HELENE))
    held.do(dictates("step", "draft", text="step-text"))
    held.do(c.HearStep(HELENE))
    held.do(c.HearPlan(HELENE))
    if until is not Stage.SYNTHESIS:
        held.goes_to(until)
    return held


def _waits(held: Held, viewer: str = KARIM) -> tuple[bool, bool]:
    """Whether the page of a seat asks for a yes to the question, and to the plan."""
    seen = held.sees(viewer)
    return bool(seen.contract and seen.contract.heard), bool(seen.synthesis and seen.synthesis.heard)


def test_the_client_says_a_yes_of_their_own_once_and_it_changes_no_word() -> None:
    held = _aloud()
    before = held.sees(AWA)
    assert _waits(held) == (True, True)
    held.do(c.ConfirmContract(KARIM, "asked"))
    assert _waits(held) == (False, True)
    held.do(c.ConfirmPlan(KARIM))
    assert _waits(held) == (False, False)
    kept = held.seance.synthesis
    assert kept.settled
    assert {held.seance.contract.how, kept.understanding.how, kept.steps[0].how, kept.settled.how} == {How.DEVICE}
    assert held.do(c.ConfirmContract(KARIM)) == held.do(c.ConfirmPlan(KARIM)) == ()
    assert (held.sees(AWA).contract, held.sees(AWA).synthesis) == (before.contract, before.synthesis)


@pytest.mark.parametrize("silent", [False, True])
def test_an_interruption_does_not_keep_the_client_from_saying_it(*, silent: bool) -> None:
    held = _aloud(Stage.SYNTHESIS)
    held.do(c.Interrupt(HELENE, silent=silent))
    assert {"confirm-contract", "confirm-plan"} <= held.sees(KARIM).acts
    held.do(c.ConfirmContract(KARIM, "asked"))
    held.do(c.ConfirmPlan(KARIM))
    assert _waits(held) == (False, False)


def test_nobody_else_is_asked_or_may_say_it() -> None:
    held = _aloud()
    for other in (HELENE, AWA, THOMAS):
        assert _waits(held, other) == (False, False)
        assert held.why(c.ConfirmContract(other)) is held.why(c.ConfirmPlan(other)) is Why.NOT_YOURS


@pytest.mark.parametrize("stage", STAGES[STAGES.index(Stage.SYNTHESIS) : -1])
def test_before_the_closing_there_are_other_gestures_for_it(stage: Stage) -> None:
    held = _aloud(stage)
    assert _waits(held) == (False, False)
    assert held.why(c.ConfirmContract(KARIM)) is held.why(c.ConfirmPlan(KARIM)) is Why.NOT_NOW


def test_what_was_said_on_a_device_asks_for_nothing_more() -> None:
    held = _aloud(Stage.SYNTHESIS)
    held.do(c.WriteUnderstanding(KARIM, "mine", 10))
    held.do(c.WithdrawStep(KARIM, "step"))
    held.do(c.SettlePlan(KARIM))
    held.goes_to(Stage.CLOSED)
    assert _waits(held) == (True, False)


def test_an_erased_question_is_not_asked_about() -> None:
    held = _aloud()
    held.do(c.EraseText(KARIM, "asked"))
    assert _waits(held) == (False, True)
    assert held.why(c.ConfirmContract(KARIM)) is Why.CONTRACT_OPEN
