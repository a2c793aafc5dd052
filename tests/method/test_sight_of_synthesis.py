"""Who sees what of step 5, seat by seat."""

from dataclasses import replace

import pytest

from sizain.method import commands as c
from sizain.method.rules import Posture
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR, Sight
from sizain.method.sight.synthesis import ShownSynthesis, shown_synthesis
from sizain.method.synthesis import Texts
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, THOMAS, Held, held_at

UNSIGNED = "unsigned"


def _held() -> Held:
    """A shared step with all that goes with it, one that the client keeps, and drafts."""
    held = Held()
    held.sits(KARIM, THOMAS, AWA, INES, OMAR)
    held.sits(UNSIGNED, charter=False)
    held.do(c.NameObserver(HELENE, OMAR, True))
    held.goes_to(Stage.CHOICE)
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.HearObserverAccepted(HELENE, OMAR))
    held.goes_to(Stage.SYNTHESIS)
    texts = {"text": "sentence", "when": "date", "obstacle": "obstacle", "confidence": "seven"}
    held.do(c.WriteStep(KARIM, None, "shared", texts, dict.fromkeys(texts, 5)))
    held.do(c.WriteStep(KARIM, None, "kept", {"text": "for-me"}, {"text": 5}, shared=False))
    held.do(c.PairStep(KARIM, "shared", AWA))
    held.do(c.AnswerStep(INES, "shared", False, True))
    held.do(c.AnswerStep(THOMAS, "shared", False, True))
    held.do(c.AnswerStep(AWA, "shared", True, True))
    held.do(c.WriteUnderstanding(KARIM, "understood", 10))
    held.do(c.DictateUnderstanding(HELENE, "understood-draft", 10))
    held.do(c.DictateStep(HELENE, "draft", "shared", "new", {"text": "draft-text"}, {"text": 5}))
    return held


def _seen(held: Held, viewer: str) -> ShownSynthesis:
    seen = held.sees(viewer).synthesis
    assert seen is not None, viewer
    return seen


def test_the_client_sees_all_of_it() -> None:
    seen = _seen(_held(), KARIM)
    assert [step.id for step in seen.steps] == ["shared", "kept"]
    assert (seen.understanding, seen.understanding_dictated) == ("understood", "understood-draft")
    assert seen.dictated is not None
    assert seen.texts() == {
        "sentence", "date", "obstacle", "seven", "for-me", "understood", "understood-draft", "draft-text",
    }  # fmt: skip


def test_the_facilitator_sees_all_but_what_the_client_keeps() -> None:
    held = _held()
    seen, clients = _seen(held, HELENE), _seen(held, KARIM)
    assert seen == replace(clients, steps=clients.steps[:1])


@pytest.mark.parametrize("viewer", [THOMAS, AWA, INES, OMAR])
def test_the_circle_sees_a_sentence_its_date_and_who_helps(viewer: str) -> None:
    seen = _seen(_held(), viewer)
    (step,) = seen.steps
    assert (step.texts, step.peer, step.supports, step.questions) == (Texts("sentence", "date"), AWA, (), ())
    assert (step.i_support, step.i_question) == (viewer in (THOMAS, INES), viewer == AWA)
    assert seen.texts() == {"sentence", "date"}


def test_who_supports_and_who_asks_stand_in_the_order_of_the_seats() -> None:
    """Not in the order of the taps: no order says anything (R9)."""
    for viewer in (KARIM, HELENE):
        step = _seen(_held(), viewer).steps[0]
        assert (step.supports, step.questions) == ((THOMAS, INES), (AWA,))


def test_a_step_kept_to_oneself_changes_nothing_for_anybody_else() -> None:
    with_it, without = _held(), _held()
    without.do(c.WithdrawStep(KARIM, "kept"))
    for viewer in (HELENE, THOMAS, OMAR, UNSIGNED, PROJECTOR):
        assert with_it.sees(viewer) == without.sees(viewer), viewer


def test_there_is_no_plan_on_the_rooms_screen_nor_before_the_charter() -> None:
    held = _held()
    for viewer in (UNSIGNED, PROJECTOR):
        assert held.sees(viewer).synthesis is None
    assert shown_synthesis(held.seance, "anybody", Posture.WAITING) is None


@pytest.mark.parametrize("stage", STAGES[STAGES.index(Stage.CHOICE) : STAGES.index(Stage.SYNTHESIS)])
def test_a_loop_before_step_5_takes_the_plan_off_every_screen(stage: Stage) -> None:
    held = _held()
    if stage in held.sees(HELENE).earlier:
        held.do(c.GoBack(HELENE, Stage.SYNTHESIS, stage))
        for viewer in (HELENE, KARIM, THOMAS):
            assert held.sees(viewer).synthesis is None


def test_after_step_5_the_plan_stays_and_what_was_only_dictated_does_not() -> None:
    held = _held()
    for stage in (Stage.META, Stage.CLOSING, Stage.CLOSED):
        held.goes_to(stage)
        for viewer in (KARIM, HELENE):
            seen = _seen(held, viewer)
            assert (seen.understanding, seen.understanding_dictated, seen.dictated) == ("understood", None, None)
        assert len(_seen(held, THOMAS).steps) == 1


def test_everybody_sees_the_silence_and_how_the_client_ends() -> None:
    held = held_at(Stage.SYNTHESIS)
    assert held.sees(THOMAS).silence is None
    held.do(c.BeginSilence(HELENE))
    inside: list[Sight] = [held.sees(viewer) for viewer in (HELENE, KARIM, THOMAS, PROJECTOR)]
    assert {one.silence for one in inside} == {held.seance.silence}
    held.do(c.SettlePlan(KARIM, decants=True))
    for viewer in (HELENE, KARIM, THOMAS):
        seen = _seen(held, viewer)
        assert (seen.settled, seen.decants) == (True, True)
