"""5 Synthèse et plan d'action: the silence, what the client understands now, how it ends."""

import pytest

from sizain.method import commands as c
from sizain.method.refusals import Why
from sizain.method.seance import How, Stage
from sizain.method.synthesis import NOTHING_YET, SILENCE_MS, Silence, Understanding
from tests.method.held import HELENE, KARIM, THOMAS
from tests.method.steps import plan_of, synthesis, with_step, writes


def test_two_minutes_of_silence_begin_and_end_by_a_gesture() -> None:
    held = synthesis()
    held.do(c.GiveFloor(HELENE, KARIM))
    held.do(c.BeginSilence(HELENE))
    began = Silence(held.now)
    assert held.seance.silence == began
    assert held.seance.floor is None
    assert began.ends_at == held.now + SILENCE_MS
    assert held.do(c.BeginSilence(HELENE)) == ()
    held.passes(30)
    assert held.seance.silence == began
    held.do(c.EndSilence(HELENE))
    assert held.seance.silence == Silence(began.began_at, over=True)
    assert held.do(c.EndSilence(HELENE)) == ()
    held.do(c.BeginSilence(HELENE))
    assert held.seance.silence == Silence(held.now)


def test_a_silence_does_not_outlive_its_stage() -> None:
    for leave in (
        c.Advance(HELENE, Stage.SYNTHESIS),
        c.GoBack(HELENE, Stage.SYNTHESIS, Stage.EXPLORATION),
    ):
        held = synthesis()
        assert held.do(c.EndSilence(HELENE)) == ()
        held.do(c.BeginSilence(HELENE))
        held.do(leave)
        assert held.seance.silence is None


def test_what_is_understood_is_the_clients_to_say() -> None:
    held = synthesis()
    assert held.why(c.HearUnderstanding(HELENE)) is Why.NOT_DICTATED
    held.do(c.DictateUnderstanding(HELENE, "draft", 30))
    assert plan_of(held).understanding == Understanding(dictated="draft")
    held.do(c.DictateUnderstanding(HELENE, "again", 30))
    assert held.why(c.ValidateUnderstanding(KARIM, "draft")) is Why.DICTATION_CHANGED
    held.do(c.HearUnderstanding(HELENE, "again"))
    assert plan_of(held).understanding == Understanding("again", How.ALOUD)
    held.do(c.WriteUnderstanding(KARIM, "own", 30))
    assert plan_of(held).understanding == Understanding("own", How.DEVICE)


def test_own_words_leave_the_draft_where_it_is_until_it_is_validated() -> None:
    held = synthesis()
    held.do(c.DictateUnderstanding(HELENE, "draft", 30))
    held.do(c.WriteUnderstanding(KARIM, "own", 30))
    assert plan_of(held).understanding == Understanding("own", How.DEVICE, "draft")
    held.do(c.ValidateUnderstanding(KARIM, "draft"))
    assert plan_of(held).understanding == Understanding("draft", How.DEVICE)


@pytest.mark.parametrize("decants", [True, False])
def test_no_step_at_all_is_a_valid_end(decants: bool) -> None:
    for settle, how in ((c.SettlePlan(KARIM, decants), How.DEVICE), (c.HearPlan(HELENE, decants), How.ALOUD)):
        held = synthesis()
        held.do(settle)
        settled = plan_of(held).settled
        assert settled is not None
        assert (settled.how, settled.decants) == (how, decants)
        assert held.do(settle) == ()
        held.advances()
        assert held.seance.stage is Stage.META


def test_the_thread_goes_on_without_a_plan() -> None:
    held = synthesis()
    held.advances()
    assert held.seance.stage is Stage.META


def test_a_plan_that_changes_is_not_the_one_that_was_settled() -> None:
    for change in (
        writes("other", text="another"),
        writes("step", change=True, text="changed"),
        c.WithdrawStep(KARIM, "step"),
        c.PairStep(KARIM, "step", THOMAS),
        c.ShowStep(KARIM, "step", False),
    ):
        held = with_step()
        held.do(c.SettlePlan(KARIM))
        held.do(c.AnswerStep(THOMAS, "step", False, True))
        assert plan_of(held).settled
        held.do(change)
        assert plan_of(held).settled is None, change


def test_another_client_starts_with_no_plan() -> None:
    held = with_step()
    held.do(c.GoBack(HELENE, Stage.SYNTHESIS, Stage.CHOICE))
    held.do(c.HearAcceptance(HELENE, THOMAS))
    assert plan_of(held) == NOTHING_YET


def test_a_plan_holds_through_a_loop() -> None:
    held = with_step()
    before = plan_of(held)
    held.do(c.GoBack(HELENE, Stage.SYNTHESIS, Stage.EXPLORATION))
    held.advances()
    assert plan_of(held) == before
