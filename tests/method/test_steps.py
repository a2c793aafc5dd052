"""5 Plan d'action: none to three steps, which only the client validates (R12)."""

import pytest

from sizain.method import commands as c
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Limits, Stage
from sizain.method.synthesis import MOST_STEPS, NOTHING_YET, Texts
from tests.method.held import AWA, HELENE, INES, KARIM, STAN, THOMAS, held_at
from tests.method.steps import dictates, plan_of, synthesis, with_step, writes


def test_a_step_needs_one_sentence_and_nothing_else() -> None:
    held = synthesis()
    assert held.why(c.WriteStep(KARIM, None, "step", {}, {})) is Why.EMPTY
    assert held.why(writes("step", when="date")) is Why.EMPTY
    held.do(writes("step", text="sentence"))
    (step,) = plan_of(held).steps
    assert (step.texts, step.how, step.shared, step.peer) == (Texts("sentence"), How.DEVICE, True, None)


@pytest.mark.parametrize(
    ("length", "refusal"),
    [(0, Refusal(Why.EMPTY)), (600, None), (601, Refusal(Why.TOO_LONG, 600))],
)
def test_every_text_of_the_step_has_a_length(length: int, refusal: Refusal | None) -> None:
    texts = {"text": "sentence", "obstacle": "obstacle"}
    for act in (
        c.WriteUnderstanding(KARIM, "own", length),
        c.DictateUnderstanding(HELENE, "own", length),
        c.WriteStep(KARIM, None, "step", texts, {"text": 10, "obstacle": length}),
        c.DictateStep(HELENE, "draft", None, "step", texts, {"text": length, "obstacle": 10}),
    ):
        held = synthesis()
        if refusal:
            assert held.refusal(act) == refusal
        else:
            held.do(act)


def test_the_limit_is_the_seances_own() -> None:
    held = held_at(Stage.SYNTHESIS, limits=Limits(plan=40))
    assert held.refusal(c.WriteUnderstanding(KARIM, "own", 41)) == Refusal(Why.TOO_LONG, 40)


def test_a_plan_holds_three_steps_at_most() -> None:
    held = synthesis()
    for step in ("one", "two", "three"):
        held.do(writes(step, text=f"{step}-text"))
    assert held.refusal(writes("four", text="four-text")) == Refusal(Why.ENOUGH_STEPS, MOST_STEPS)
    assert held.why(dictates("four", "draft", text="four-text")) is Why.ENOUGH_STEPS
    held.do(dictates("two", "draft", change=True, text="two-changed"))
    held.do(c.HearStep(HELENE, "draft"))
    assert [step.id for step in plan_of(held).steps] == ["one", "two", "three"]
    held.do(c.WithdrawStep(KARIM, "one"))
    held.do(writes("four", text="four-text"))
    assert [step.id for step in plan_of(held).steps] == ["two", "three", "four"]


def test_a_step_that_is_the_clients_alone_counts_only_when_they_say_yes() -> None:
    """A refused dictation would tell the facilitator of a step that they do not see."""
    held = synthesis()
    for step in ("one", "two", "three"):
        held.do(writes(step, text=f"{step}-text", shared=step != "three"))
    held.do(dictates("four", "draft", text="four-text"))
    assert held.why(c.ValidateStep(KARIM, "draft")) is Why.ENOUGH_STEPS
    held.do(c.WithdrawStep(KARIM, "three"))
    held.do(c.ValidateStep(KARIM, "draft"))
    assert [step.id for step in plan_of(held).steps] == ["one", "two", "four"]


def test_what_is_dictated_has_no_effect_until_the_clients_yes() -> None:
    held = with_step()
    before = plan_of(held).steps
    held.do(dictates("step", "draft", change=True, text="changed", when="date"))
    assert plan_of(held).steps == before
    assert held.why(c.HearStep(HELENE, "another")) is Why.DICTATION_CHANGED
    held.do(c.ValidateStep(KARIM, "draft"))
    assert [step.texts for step in plan_of(held).steps] == [Texts("changed", "date")]
    assert plan_of(held).dictated is None
    assert held.why(c.ValidateStep(KARIM, "draft")) is Why.NOT_DICTATED


@pytest.mark.parametrize("aloud", [True, False])
def test_nobody_validates_a_step_that_changed_under_their_finger(aloud: bool) -> None:
    held = synthesis()
    held.do(dictates("step", "draft-1", text="dictated"))
    held.do(dictates("step", "draft-2", text="changed"))

    def yes(shown: str) -> c.Command:
        return c.HearStep(HELENE, shown) if aloud else c.ValidateStep(KARIM, shown)

    assert held.why(yes("draft-1")) is Why.DICTATION_CHANGED
    held.do(yes("draft-2"))
    (step,) = plan_of(held).steps
    assert (step.texts.text, step.how) == ("changed", How.ALOUD if aloud else How.DEVICE)


@pytest.mark.parametrize("by", [HELENE, KARIM])
def test_a_draft_that_is_not_it_goes_and_leaves_the_plan_alone(by: str) -> None:
    held = with_step()
    assert held.do(c.DiscardStep(by)) == ()
    held.do(dictates("step", "draft", change=True, text="changed"))
    before = plan_of(held).steps
    held.do(c.DiscardStep(by))
    assert plan_of(held).dictated is None
    assert plan_of(held).steps == before


def test_what_is_not_said_again_stays_as_it_was() -> None:
    held = synthesis()
    held.do(writes("step", text="sentence", when="date", sign="sign"))
    assert held.why(c.WriteStep(KARIM, "step", "new", {}, {})) is Why.EMPTY
    held.do(writes("step", change=True, when="later", obstacle="obstacle"))
    assert plan_of(held).steps[0].texts == Texts("sentence", "later", "obstacle", "sign")


@pytest.mark.parametrize("by", [HELENE, THOMAS])
def test_nobody_else_makes_or_changes_the_plan(by: str) -> None:
    held = with_step()
    held.do(dictates("step", "draft", change=True, text="changed"))
    for act in (
        c.WriteStep(by, None, "other", {"text": "theirs"}, {"text": 6}),
        c.ValidateStep(by, "draft"),
        c.WithdrawStep(by, "step"),
        c.ShowStep(by, "step", False),
        c.PairStep(by, "step", AWA),
        c.SettlePlan(by),
        c.WriteUnderstanding(by, "theirs", 6),
        c.ValidateUnderstanding(by),
    ):
        assert held.why(act) is Why.NOT_YOURS, act


def test_what_nobody_can_say_any_more_is_not_heard() -> None:
    """The client has left, or has no place any more: nobody says yes for them (R12)."""
    for gone, why in ((c.Leave(KARIM), Why.NO_SUCH_SEAT), (c.Remove(HELENE, KARIM), Why.NO_CLIENT)):
        held = with_step()
        held.do(dictates("step", "draft", change=True, text="changed"))
        held.do(c.DictateUnderstanding(HELENE, "understood", 10))
        held.do(gone)
        for act in (
            c.HearStep(HELENE, "draft"),
            c.HearUnderstanding(HELENE, "understood"),
            c.HearStepWithdrawn(HELENE, "step"),
            c.HearPair(HELENE, "step", AWA),
            c.HearPlan(HELENE),
        ):
            assert held.why(act) is why, act


def test_a_step_leaves_the_plan_with_what_was_being_dictated_of_it() -> None:
    for withdraw in (c.WithdrawStep(KARIM, "step"), c.HearStepWithdrawn(HELENE, "step")):
        held = with_step()
        held.do(dictates("step", "draft", change=True, when="date"))
        held.do(withdraw)
        assert plan_of(held) == NOTHING_YET
        assert held.why(withdraw) is Why.NO_SUCH_STEP
        assert held.why(writes("step", change=True, text="again")) is Why.NO_SUCH_STEP


def test_the_client_says_who_sees_a_step() -> None:
    held = with_step(shared=False)
    assert held.do(c.ShowStep(KARIM, "step", False)) == ()
    held.do(c.ShowStep(KARIM, "step", True))
    held.do(c.AnswerStep(THOMAS, "step", False, True))
    held.do(dictates("step", "draft", change=True, text="changed"))
    held.do(c.ShowStep(KARIM, "step", False))
    (step,) = plan_of(held).steps
    assert (step.shared, step.supports, plan_of(held).dictated) == (False, (), None)


def test_a_step_of_the_clients_alone_is_not_there_for_anybody_else() -> None:
    held = with_step(shared=False)
    for act in (
        c.AnswerStep(THOMAS, "step", False, True),
        c.HearStepAnswer(HELENE, "step", THOMAS, False, True),
        c.HearStepWithdrawn(HELENE, "step"),
        c.HearPair(HELENE, "step", THOMAS),
        dictates("step", "draft", change=True, text="changed"),
    ):
        assert held.why(act) is Why.NO_SUCH_STEP, act


def test_the_pair_dappui_is_a_consultant_who_is_there() -> None:
    held = with_step()
    for seat in (KARIM, HELENE, STAN):
        assert held.why(c.PairStep(KARIM, "step", seat)) is Why.NO_SUCH_SEAT
    held.do(c.PairStep(KARIM, "step", THOMAS))
    assert held.do(c.HearPair(HELENE, "step", THOMAS)) == ()
    held.do(c.HearPair(HELENE, "step", AWA))
    assert plan_of(held).steps[0].peer == AWA
    held.do(c.PairStep(KARIM, "step", None))
    assert plan_of(held).steps[0].peer is None
    held.do(c.Leave(INES))
    assert held.why(c.PairStep(KARIM, "step", INES)) is Why.NO_SUCH_SEAT


def test_consultants_support_and_question_and_may_take_it_back() -> None:
    held = with_step()
    held.do(c.AnswerStep(THOMAS, "step", False, True))
    assert held.do(c.AnswerStep(THOMAS, "step", False, True)) == ()
    held.do(c.AnswerStep(THOMAS, "step", True, True))
    held.do(c.HearStepAnswer(HELENE, "step", AWA, True, True))
    (step,) = plan_of(held).steps
    assert (step.supports, step.questions) == ((THOMAS,), (THOMAS, AWA))
    held.do(c.AnswerStep(THOMAS, "step", True, False))
    held.do(c.HearStepAnswer(HELENE, "step", THOMAS, False, False))
    (step,) = plan_of(held).steps
    assert (step.supports, step.questions) == ((), (AWA,))


def test_the_client_and_the_facilitator_neither_support_nor_question() -> None:
    held = with_step()
    for seat in (KARIM, HELENE, STAN):
        assert held.why(c.HearStepAnswer(HELENE, "step", seat, False, True)) is Why.NO_SUCH_SEAT
    for by in (KARIM, HELENE):
        assert held.why(c.AnswerStep(by, "step", False, True)) is Why.NOT_YOURS


def test_what_was_said_of_one_sentence_is_not_said_of_another() -> None:
    held = with_step()
    held.do(c.AnswerStep(THOMAS, "step", False, True))
    held.do(writes("step", change=True, when="date"))
    assert plan_of(held).steps[0].supports == (THOMAS,)
    held.do(writes("step", change=True, text="another"))
    assert plan_of(held).steps[0].supports == ()


def test_who_is_removed_helps_with_nothing_any_more() -> None:
    held = with_step()
    held.do(c.PairStep(KARIM, "step", THOMAS))
    held.do(c.AnswerStep(THOMAS, "step", False, True))
    held.do(c.AnswerStep(THOMAS, "step", True, True))
    held.do(c.AnswerStep(AWA, "step", True, True))
    held.do(c.Remove(HELENE, THOMAS))
    (step,) = plan_of(held).steps
    assert (step.peer, step.supports, step.questions) == (None, (), (AWA,))
