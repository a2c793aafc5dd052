"""A client who left before the end keeps what is theirs (METHOD §3, After; §10; R21)."""

import pytest

from sizain.method import commands as c
from sizain.method.seance import How, Stage
from sizain.method.sight import View
from tests.method.held import AWA, HELENE, INES, KARIM, THOMAS, Held
from tests.method.test_erasing import consultation, mine


def left(away: str, *, interrupted: bool = False) -> Held:
    held = consultation(Stage.META)
    held.do(c.Leave(KARIM))
    if away == "at the door":
        held.do(c.ComeBack(KARIM))
    assert held.sees(KARIM).contract is None
    if interrupted:
        held.do(c.Interrupt(HELENE))
    else:
        held.goes_to(Stage.CLOSED)
    return held


@pytest.mark.parametrize("away", ["left", "at the door"])
@pytest.mark.parametrize("interrupted", [False, True])
def test_the_whole_carnet_is_there_once_the_session_is_closed(away: str, *, interrupted: bool) -> None:
    seen = left(away, interrupted=interrupted).sees(KARIM)
    assert seen.view is View.CLIENT
    assert seen.client_topic == "topic"
    assert seen.contract is not None
    assert seen.contract.text == "request"
    assert [trace.text for trace in seen.own.traces] == ["given"]
    assert seen.synthesis is not None
    assert seen.synthesis.understanding == "understood"
    assert [step.texts.text for step in seen.synthesis.steps] == ["step-text"]
    assert {"erase-text", "erase-consultation", "confirm-contract", "confirm-plan"} <= seen.acts


def test_no_name_of_the_circle_is_there_but_that_of_who_helps_with_the_plan() -> None:
    held = consultation(Stage.SYNTHESIS)
    held.do(c.PairStep(KARIM, "step", THOMAS))
    held.do(c.AnswerStep(AWA, "step", said=True, questions=False))
    held.do(c.Leave(KARIM))
    held.goes_to(Stage.CLOSED)
    seen = held.sees(KARIM)
    assert {one.seat for one in seen.people} == {KARIM, THOMAS}
    assert (seen.gone, seen.deputy, seen.scribe) == ((), None, None)
    assert {one.seat for one in held.sees(AWA).people} == {KARIM, THOMAS, AWA, INES}


def test_the_client_says_their_own_yes_and_erases_as_if_they_had_stayed() -> None:
    held = Held()
    held.sits(KARIM, THOMAS)
    held.goes_to(Stage.META)
    held.do(c.Leave(KARIM))
    held.goes_to(Stage.CLOSED)
    held.do(c.ConfirmContract(KARIM, "the-sentence"))
    assert held.seance.contract.how is How.DEVICE
    assert mine(held, KARIM) == {"the-sentence"}
    held.do(c.EraseConsultation(KARIM))
    assert held.sees(KARIM).consultation_erased


def test_a_session_that_is_taken_up_again_goes_on_without_them() -> None:
    held = left("left", interrupted=True)
    held.do(c.TakeUp(HELENE))
    assert held.sees(KARIM).view is View.AWAY
    assert held.sees(KARIM).contract is None


def test_a_client_who_was_removed_keeps_nothing() -> None:
    held = consultation(Stage.META)
    held.do(c.Leave(KARIM))
    held.do(c.Remove(HELENE, KARIM))
    held.goes_to(Stage.CLOSED)
    assert held.seance.client is None
