"""The right over one's own words, at any moment (R21)."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.meta import Line
from sizain.method.refusals import Why
from sizain.method.seance import STAGES, Slice, Stage
from sizain.method.sight import PROJECTOR
from sizain.method.withdrawn import withdrawn
from sizain.method.words import Of, consultation_erased, whose, words
from tests.method.held import AWA, HELENE, INES, KARIM, STAN, THOMAS, Held
from tests.method.steps import dictates, writes

HERE = ("topic", "early", "request", "given", "step-text", "understood", "my-line")
"""What Karim may erase of a consultation that was held to the end."""


def consultation(until: Stage = Stage.CLOSED, *, interrupted: bool = False) -> Held:
    """A séance with words of everybody's, up to that stage."""
    held = Held()
    held.sits(KARIM, THOMAS, AWA, INES)
    for seat, text in ((KARIM, "topic"), (THOMAS, "his-topic")):
        held.do(c.DepositTopic(seat, seat, text, 10))
    reached = STAGES[: STAGES.index(until) + 1]
    for stage in reached:
        if stage not in (Stage.RETOUR, Stage.PAUSE):
            held.goes_to(stage)
            _writes_in(held, stage)
    if interrupted:
        held.do(c.Interrupt(HELENE))
    return held


def _writes_in(held: Held, stage: Stage) -> None:
    match stage:
        case Stage.CLARIFICATION:
            held.do(c.ParkIdea(AWA, AWA, "idea", "idea-text", 10))
        case Stage.CONTRACT:
            held.do(c.ValidateContract(KARIM, "early", 10))
            held.do(c.ValidateContract(KARIM, "request", 10))
        case Stage.EXPLORATION:
            held.do(c.LeaveTrace(AWA, AWA, "given", 10))
            held.do(c.LeaveTrace(THOMAS, THOMAS, "sealed", 10, outside=True))
        case Stage.SYNTHESIS:
            held.do(c.WriteUnderstanding(KARIM, "understood", 10))
            held.do(writes("step", text="step-text"))
            held.do(dictates("other", "draft", text="dictated-text"))
        case Stage.META:
            held.do(c.NoteLine(KARIM, Line.STOP, "my-line", 10))
            held.do(c.NoteLine(AWA, Line.START, "her-line", 10))
        case _:
            pass


def mine(held: Held, seat: str) -> set[str]:
    return {one.text for one in whose(held.seance, seat)}


STAGES_OF_THE_RIGHT = [stage for stage in STAGES if stage not in (Stage.RETOUR, Stage.PAUSE)]


def test_the_client_finds_everything_that_is_theirs_in_the_order_of_the_steps() -> None:
    held = consultation()
    listed = [(one.of, one.text) for one in whose(held.seance, KARIM)]
    assert [of for of, _ in listed] == sorted((of for of, _ in listed), key=tuple(Of).index)
    assert {text for _, text in listed} == {*HERE, "dictated-text"}


def test_authors_find_what_they_wrote_and_nothing_else() -> None:
    held = consultation()
    assert mine(held, THOMAS) == {"his-topic"}  # what stayed in the envelope is not here any more
    assert mine(held, AWA) == {"given", "her-line"}
    assert mine(held, HELENE) == mine(held, INES) == mine(held, STAN) == set()


@pytest.mark.parametrize("stage", STAGES_OF_THE_RIGHT)
def test_a_text_is_erased_by_whose_it_is_at_every_stage_and_by_nobody_else(stage: Stage) -> None:
    held = consultation(stage)
    for text in sorted(mine(held, KARIM)):
        before = words(held.seance)
        for other in (HELENE, THOMAS, AWA, INES):
            if text not in mine(held, other):
                assert held.why(c.EraseText(other, text)) is Why.NO_SUCH_TEXT
        held.do(c.EraseText(KARIM, text))
        assert words(held.seance) == before - {text}
        assert held.why(c.EraseText(KARIM, text)) is Why.NO_SUCH_TEXT


@pytest.mark.parametrize("stage", STAGES_OF_THE_RIGHT)
def test_the_whole_consultation_is_the_clients_to_erase_from_step_1_on(stage: Stage) -> None:
    held = consultation(stage)
    for other in (HELENE, THOMAS, AWA):
        assert held.why(c.EraseConsultation(other)) in (Why.NOT_YOURS, Why.NOT_NOW)
    if STAGES.index(stage) < STAGES.index(Stage.PRESENTATION):
        assert held.why(c.EraseConsultation(KARIM)) is Why.NOT_NOW
        return
    held.do(c.EraseConsultation(KARIM))
    assert words(held.seance) <= {"his-topic", "her-line"}
    assert held.seance.stage is stage
    again = held.do(c.EraseConsultation(KARIM))
    assert [event.kind for event in again] == ["consultation-erased"], "what stands beside the journal goes each time"
    for viewer in (HELENE, KARIM, AWA):
        assert held.sees(viewer).consultation_erased
    assert not held.sees(PROJECTOR).consultation_erased


@pytest.mark.parametrize("stage", [Stage.PRESENTATION, Stage.EXPLORATION, Stage.META])
def test_a_suspension_and_an_interruption_do_not_withhold_it(stage: Stage) -> None:
    suspended = consultation(stage)
    suspended.do(c.Suspend(HELENE))
    interrupted = consultation(stage, interrupted=True)
    for held in (suspended, interrupted):
        assert {"erase-text", "erase-consultation"} <= held.sees(KARIM).acts
        held.do(c.EraseText(KARIM, "topic"))
        held.do(c.EraseConsultation(KARIM))
        assert consultation_erased(held.seance)


@pytest.mark.parametrize("away", ["left", "at the door"])
def test_a_client_who_left_keeps_the_right_and_learns_nothing_by_it(away: str) -> None:
    held = consultation(Stage.META)
    held.do(c.Leave(KARIM))
    if away == "at the door":
        held.do(c.ComeBack(KARIM))
    assert held.sees(KARIM).may_erase
    held.do(c.EraseText(KARIM, "given"))
    held.do(c.EraseConsultation(KARIM))
    assert not held.sees(KARIM).may_erase
    assert words(held.seance) == {"his-topic", "her-line"}


def test_traces_that_the_client_does_not_see_yet_are_not_listed_and_go_with_the_whole() -> None:
    held = consultation(Stage.EXPLORATION)
    assert not {"given", "sealed"} & mine(held, KARIM)
    assert held.why(c.EraseText(KARIM, "given")) is Why.NO_SUCH_TEXT
    held.do(c.EraseConsultation(KARIM))
    assert words(held.seance) == {"his-topic"}


def test_an_author_erases_their_trace_after_the_sorting_and_the_client_sees_that_it_is_gone() -> None:
    held = consultation(Stage.SYNTHESIS)
    before = held.seance
    assert held.do(c.EraseText(AWA, "given")) == (e.TraceErased("given"),)
    assert [one.erased for one in held.sees(KARIM).own.traces] == [True]
    assert held.seance.own_at[KARIM] == held.seance.seq
    for other in (INES, HELENE):
        assert held.seance.own_at.get(other, 0) == before.own_at.get(other, 0)
    assert mine(held, KARIM) & {"given"} == set()


def test_what_stood_around_an_erased_text_stays_where_it_was() -> None:
    held = consultation(Stage.SYNTHESIS)
    before = held.sees(AWA)
    held.do(c.EraseText(KARIM, "request"))
    held.do(c.EraseText(KARIM, "step-text"))
    after = held.sees(AWA)
    assert after.contract
    assert before.contract
    assert (after.contract.terms, after.synthesis) == (before.contract.terms, before.synthesis)
    for one in (Slice.CONTRACT, Slice.PLAN):
        assert held.seance.versions[one] == held.seance.seq


def test_a_client_who_begins_again_has_a_consultation_again() -> None:
    held = consultation(Stage.CONTRACT)
    held.do(c.EraseConsultation(KARIM))
    held.do(c.ValidateContract(KARIM, "again", 10))
    assert not held.sees(AWA).consultation_erased
    assert mine(held, KARIM) == {"again"}
    held.do(c.EraseConsultation(KARIM))
    assert held.sees(AWA).consultation_erased


@pytest.mark.parametrize("stage", [Stage.PRESENTATION, Stage.CONTRACT, Stage.SYNTHESIS, Stage.META])
def test_a_client_who_is_removed_leaves_nothing_that_nobody_could_erase(stage: Stage) -> None:
    held = consultation(stage)
    held.do(c.Remove(HELENE, KARIM))
    assert words(held.seance) <= {"his-topic", "her-line"}


@pytest.mark.parametrize("command", [c.DeclinePlace(KARIM), c.UnnameClient(HELENE)])
def test_a_client_who_leaves_the_place_takes_their_request_along(command: c.Command) -> None:
    held = consultation(Stage.CONTRACT)
    held.do(command)
    assert words(held.seance) == {"topic", "his-topic"}


def test_words_that_nothing_points_to_any_more_are_taken_away_with_the_act() -> None:
    held = consultation(Stage.SYNTHESIS)
    replaced = (e.UnderstandingValidated("better", "device"),)
    assert withdrawn(held.seance, replaced, held.now) == {"understood"}
    assert withdrawn(held.seance, (e.StepWithdrawn("step", "device"),), held.now) == {"step-text"}
    assert withdrawn(held.seance, (e.TextErased("request"),), held.now) == {"request"}
    assert withdrawn(held.seance, (e.TraceErased("given"),), held.now) == {"given"}
    assert withdrawn(held.seance, (e.HandRaised(AWA),), held.now) == frozenset()
    everything = withdrawn(held.seance, (e.ConsultationErased(KARIM),), held.now)
    assert everything == words(held.seance) - {"his-topic"}


def test_words_are_counted_wherever_a_state_points_to_some() -> None:
    """Every text that was ever written is still here, or was taken away by an act."""
    for stage in STAGES_OF_THE_RIGHT:
        held, ever, gone = consultation(stage), set[str](), set[str]()
        replayed = Held()
        for event, at in held.journal[1:]:
            gone |= withdrawn(replayed.seance, (event,), at)
            replayed.now = at
            replayed.happen(event)
            ever |= words(replayed.seance)
        assert words(held.seance) == ever - gone
