"""What becomes of an act that goes on with words which somebody erased (R21)."""

import pytest

from sizain.method import commands as c
from sizain.method.choosing import candidates
from sizain.method.contract import Answer, Terms, Written
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Stage, Way
from sizain.method.synthesis import Texts
from sizain.method.words import Of, whose
from tests.method.held import AWA, HELENE, KARIM, THOMAS, Held
from tests.method.steps import dictates


def at(stage: Stage, way: Way = Way.SPOKEN) -> Held:
    held = Held(way=way)
    held.sits(KARIM, THOMAS, AWA)
    held.do(c.DepositTopic(KARIM, KARIM, "topic", 10))
    held.goes_to(stage)
    return held


def test_a_draft_under_dictation_goes_with_its_words_and_the_clients_own_stay() -> None:
    held = at(Stage.CONTRACT)
    held.do(c.ValidateContract(KARIM, "mine", 10))
    held.do(c.DictateContract(HELENE, "dictated", 10))
    held.do(c.EraseText(KARIM, "dictated"))
    assert held.why(c.HearContract(HELENE)) is Why.NOT_DICTATED
    assert held.why(c.ValidateDictated(KARIM)) is Why.NOT_DICTATED
    assert held.seance.contract.text == "mine"


def test_a_draft_stays_when_one_of_its_parts_is_erased_and_has_that_part_no_more() -> None:
    held = at(Stage.CONTRACT)
    held.do(c.DictateContract(HELENE, "dictated", 10, word=Written("word", 4), leave_with=Written("leave", 5)))
    held.do(c.EraseText(KARIM, "word"))
    held.do(c.ValidateDictated(KARIM))
    assert held.seance.contract.terms == Terms("dictated", leave_with="leave")
    held.goes_to(Stage.SYNTHESIS)
    held.do(dictates("step", "draft", text="words", when="soon"))
    held.do(c.EraseText(KARIM, "soon"))
    held.do(c.ValidateStep(KARIM))
    assert [step.texts for step in held.seance.synthesis.steps] == [Texts("words")]


def _stands(held: Held) -> tuple[bool, bool]:
    """What a consultant sees of the contract: whether it can be answered, whether the circle is in accord."""
    shown = held.sees(AWA).contract
    assert shown is not None
    return shown.asks, shown.agreed


def test_an_erased_question_is_no_contract_any_more_until_the_client_validates_another() -> None:
    held = at(Stage.CONTRACT)
    held.do(c.ValidateContract(KARIM, "asked", 10))
    held.do(c.HearAgreement(HELENE))
    assert _stands(held) == (True, True)
    held.do(c.EraseText(KARIM, "asked"))
    assert _stands(held) == (False, False)
    assert held.sees(HELENE).still_open is Why.CONTRACT_OPEN
    assert held.why(c.AnswerContract(AWA, Answer.ACCORD)) is Why.CONTRACT_OPEN
    assert held.why(c.HearAgreement(HELENE)) is Why.CONTRACT_OPEN
    held.do(c.ValidateContract(KARIM, "again", 10))
    held.do(c.HearAgreement(HELENE))
    assert held.sees(HELENE).still_open is None


def test_so_do_the_drafts_of_step_5() -> None:
    held = at(Stage.SYNTHESIS)
    held.do(c.WriteUnderstanding(KARIM, "mine", 10))
    held.do(c.DictateUnderstanding(HELENE, "dictated", 10))
    held.do(c.EraseText(KARIM, "dictated"))
    assert held.why(c.ValidateUnderstanding(KARIM)) is Why.NOT_DICTATED
    assert held.seance.synthesis.understanding.text == "mine"
    held.do(dictates("step", "draft", text="words"))
    held.do(c.EraseText(KARIM, "words"))
    assert held.why(c.ValidateStep(KARIM)) is Why.NOT_DICTATED


def test_a_question_that_waits_goes_and_one_that_was_asked_is_neither_asked_nor_set_aside_again() -> None:
    held = at(Stage.CLARIFICATION, Way.WRITTEN)
    for question in ("first", "second"):
        held.do(c.PostQuestion(AWA, question, 10))
    held.do(c.AskQuestion(HELENE, "first"))
    for question in ("first", "second"):
        held.do(c.EraseText(AWA, question))
    assert [one.id for one in held.seance.questions] == ["first"]
    shown = held.sees(AWA).questions
    assert shown
    assert shown.asked
    assert not shown.asked.may_park
    assert held.why(c.AskQuestion(HELENE, "second")) is Why.NO_SUCH_QUESTION
    assert held.why(c.ParkQuestion(AWA, "first", "idea")) is Why.NO_SUCH_QUESTION


def test_an_idea_that_waits_is_its_authors_to_erase_and_is_gone_then() -> None:
    held = at(Stage.CLARIFICATION)
    held.do(c.ParkIdea(AWA, AWA, "idea", "words", 10))
    held.goes_to(Stage.SYNTHESIS)
    assert [(one.of, one.text) for one in whose(held.seance, AWA)] == [(Of.IDEA, "words")]
    held.do(c.EraseText(AWA, "words"))
    assert held.seance.ideas == ()


def test_who_erased_their_topic_is_no_candidate() -> None:
    held = at(Stage.CHOICE)
    assert candidates(held.seance) == (KARIM,)
    held.do(c.EraseText(KARIM, "topic"))
    assert candidates(held.seance) == ()
    assert held.why(c.DrawLot(HELENE, 1)) is Why.NOBODY_TO_DRAW
    assert not held.sees(HELENE).choosing.lot


def test_no_envelope_is_sealed_around_an_erased_trace() -> None:
    held = at(Stage.EXPLORATION)
    held.do(c.LeaveTrace(AWA, AWA, "trace", 10))
    held.do(c.EraseText(AWA, "trace"))
    with pytest.raises(Refusal):
        held.do(c.MarkTrace(HELENE, None, True, AWA))


@pytest.mark.parametrize("command", [c.GoBack(HELENE, Stage.CHOICE, Stage.OPENING), c.Interrupt(HELENE)])
def test_an_open_vote_ends_with_the_stage_and_its_voices_with_it(command: c.Command) -> None:
    held = at(Stage.CHOICE)
    held.do(c.DepositTopic(AWA, AWA, "hers", 10))
    held.do(c.OpenVote(HELENE, "ballot"))
    assert "vote-closed" in [event.kind for event in held.do(command)]


def test_another_consultation_of_the_same_client_is_not_an_erased_one() -> None:
    held = at(Stage.PRESENTATION)
    held.do(c.DiscloseLink(AWA, KARIM))
    held.do(c.EraseConsultation(KARIM))
    assert held.seance.links == ()
    assert held.sees(AWA).consultation_erased
    held.do(c.DeclinePlace(KARIM))
    held.do(c.HearAcceptance(HELENE, KARIM))
    assert not held.sees(AWA).consultation_erased
