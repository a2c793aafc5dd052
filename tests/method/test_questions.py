"""The questions of step 2 where the session is written (METHOD §3, R4, R5)."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.questions import Tag
from sizain.method.refusals import Refusal, Why
from sizain.method.rules import IN_WRITING, RULES
from sizain.method.seance import STAGES, How, Limits, Stage, Way
from sizain.method.sight import PROJECTOR
from sizain.method.withdrawn import withdrawn
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, STAN, THOMAS, Held, held_at

SEATED = (HELENE, KARIM, THOMAS, AWA, INES)


@pytest.fixture
def held() -> Held:
    return held_at(Stage.CLARIFICATION, way=Way.WRITTEN)


def _posts(held: Held, seat: str, text: str, **options: object) -> None:
    held.do(c.PostQuestion(seat, text, 30, **options))  # type: ignore[arg-type]


def _queue(held: Held, viewer: str) -> tuple[str | None, list[str], list[tuple[str, bool]]]:
    seen = held.sees(viewer).questions
    assert seen is not None
    asked = seen.asked.text if seen.asked else None
    return asked, [one.text for one in seen.waiting], [(one.text, one.passed) for one in seen.answered]


def test_the_whole_circle_reads_them_in_the_order_in_which_they_came(held: Held) -> None:
    _posts(held, THOMAS, "first", tag=Tag.FACT)
    _posts(held, AWA, "second")
    for viewer in SEATED:
        assert _queue(held, viewer) == (None, ["first", "second"], [])
    seen = held.sees(KARIM).questions
    assert seen is not None
    assert [(one.seat, one.tag) for one in seen.waiting] == [(THOMAS, Tag.FACT), (AWA, None)]


def test_they_are_not_on_the_rooms_screen_nor_for_who_has_not_signed_or_is_not_there(held: Held) -> None:
    _posts(held, THOMAS, "first")
    held.enters(STAN)
    held.do(c.Leave(AWA))
    assert all(held.sees(viewer).questions is None for viewer in (PROJECTOR, STAN, AWA))
    held.do(c.Admit(HELENE, STAN))
    assert held.sees(STAN).questions is None
    held.do(c.Engage(STAN))
    assert _queue(held, STAN) == (None, ["first"], [])


@pytest.mark.parametrize("stage", [one for one in STAGES if one is not Stage.CLARIFICATION])
def test_they_are_on_no_screen_of_another_stage(stage: Stage) -> None:
    held = held_at(stage, way=Way.WRITTEN)
    assert all(held.sees(viewer).questions is None for viewer in SEATED)


def test_the_facilitator_picks_the_next_one_and_the_client_has_the_floor(held: Held) -> None:
    _posts(held, THOMAS, "first")
    _posts(held, AWA, "second")
    held.do(c.AskQuestion(HELENE, "second"))
    assert held.seance.floor == KARIM
    assert _queue(held, INES) == ("second", ["first"], [])
    assert held.do(c.AskQuestion(HELENE, "second")) == ()
    decided = held.do(c.AskQuestion(HELENE, "first"))
    assert decided == (e.QuestionAnswered("second", False, How.ALOUD), e.QuestionAsked("first"))
    assert _queue(held, INES) == ("first", [], [("second", False)])


@pytest.mark.parametrize(("by", "how"), [(KARIM, How.DEVICE), (HELENE, How.ALOUD)])
@pytest.mark.parametrize("passed", [True, False])
def test_it_is_answered_or_passed_on_the_clients_device_or_aloud(held: Held, by: str, how: How, passed: bool) -> None:
    _posts(held, THOMAS, "first")
    act = c.AnswerQuestion if by == KARIM else c.HearQuestion
    assert held.why(act(by, "first", passed)) is Why.NO_SUCH_QUESTION
    held.do(c.AskQuestion(HELENE, "first"))
    assert held.do(act(by, "first", passed)) == (e.QuestionAnswered("first", passed, how),)
    assert _queue(held, AWA) == (None, [], [("first", passed)])
    assert held.why(act(by, "first", passed)) is Why.NO_SUCH_QUESTION
    assert held.why(c.AskQuestion(HELENE, "first")) is Why.NO_SUCH_QUESTION


def test_the_client_may_answer_without_anybody_giving_them_the_floor(held: Held) -> None:
    _posts(held, THOMAS, "first")
    held.do(c.Leave(KARIM))
    assert held.do(c.AskQuestion(HELENE, "first")) == (e.QuestionAsked("first"),)


def test_its_author_takes_it_back_while_it_waits_and_nobody_else_does(held: Held) -> None:
    _posts(held, THOMAS, "first")
    assert held.why(c.TakeBackQuestion(AWA, "first")) is Why.NO_SUCH_QUESTION
    assert held.why(c.TakeBackQuestion(HELENE, "first")) is Why.NOT_YOURS
    assert held.why(c.TakeBackQuestion(THOMAS, "none")) is Why.NO_SUCH_QUESTION
    seen = {viewer: held.sees(viewer).questions for viewer in SEATED}
    assert [viewer for viewer, one in seen.items() if one and one.waiting[0].may_take_back] == [THOMAS]
    held.do(c.AskQuestion(HELENE, "first"))
    assert held.why(c.TakeBackQuestion(THOMAS, "first")) is Why.NO_SUCH_QUESTION
    _posts(held, THOMAS, "second")
    held.do(c.TakeBackQuestion(THOMAS, "second"))
    assert _queue(held, HELENE) == ("first", [], [])


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize("by", [HELENE, THOMAS])
def test_it_is_set_aside_with_its_words_as_an_idea_of_its_author(held: Held, by: str, asked: bool) -> None:
    _posts(held, THOMAS, "first")
    if asked:
        held.do(c.AskQuestion(HELENE, "first"))
    seen = held.sees(by).questions
    assert seen is not None
    assert all(one.may_park for one in (*seen.waiting, seen.asked) if one)
    held.do(c.ParkQuestion(by, "first", "idea"))
    assert held.seance.questions == ()
    assert [(one.text, one.may_change) for one in held.sees(THOMAS).own.ideas] == [("first", True)]
    assert [(one.text, one.may_change) for one in held.sees(HELENE).own.ideas] == [(None, False)]
    assert held.sees(AWA).own.ideas == ()
    assert held.why(c.ParkQuestion(by, "first", "another")) is Why.NO_SUCH_QUESTION


def test_somebody_elses_question_is_not_theirs_to_set_aside_nor_one_that_was_answered(held: Held) -> None:
    _posts(held, THOMAS, "first")
    assert held.why(c.ParkQuestion(AWA, "first", "idea")) is Why.NO_SUCH_QUESTION
    held.do(c.AskQuestion(HELENE, "first"))
    held.do(c.HearQuestion(HELENE, "first", False))
    assert held.why(c.ParkQuestion(HELENE, "first", "idea")) is Why.NO_SUCH_QUESTION


def test_words_that_are_taken_back_are_erased_and_those_set_aside_are_kept(held: Held) -> None:
    _posts(held, THOMAS, "first")
    assert withdrawn(held.seance, (e.QuestionGone("first"),), held.now) == {"first"}
    parked = (e.IdeaParked("idea", THOMAS, "first", 30, None), e.QuestionGone("first"))
    assert withdrawn(held.seance, parked, held.now) == frozenset()
    assert withdrawn(held.seance, (e.SeanceClosed(),), held.now) == {"first"}


def test_only_a_consultant_who_has_signed_writes_one(held: Held) -> None:
    for by in (KARIM, HELENE, STAN):
        assert held.why(c.PostQuestion(by, "text", 30)) is Why.NOT_YOURS
    held.sits(OMAR, charter=False)
    assert held.why(c.PostQuestion(OMAR, "text", 30)) is Why.CHARTER_FIRST


@pytest.mark.parametrize(("length", "why"), [(0, Why.EMPTY), (200, None), (201, Why.TOO_LONG)])
def test_a_question_is_of_200_characters_at_most(held: Held, length: int, why: Why | None) -> None:
    command = c.PostQuestion(THOMAS, "text", length)
    if why is None:
        held.do(command)
    else:
        assert held.refusal(command) == Refusal(why, Limits().question if length else None)


def test_what_looks_like_advice_is_said_to_its_author_who_sends_it_as_it_is(held: Held) -> None:
    assert held.why(c.PostQuestion(THOMAS, "text", 30, advice=True)) is Why.ADVICE
    assert held.why(c.PostQuestion(THOMAS, "text", 201, advice=True)) is Why.TOO_LONG
    _posts(held, THOMAS, "as-it-is")


def test_a_session_can_do_without_the_hint() -> None:
    held = held_at(Stage.CLARIFICATION, way=Way.WRITTEN, advice_hint=False)
    held.do(c.PostQuestion(THOMAS, "text", 30, advice=True))
    assert [one.id for one in held.seance.questions] == ["text"]


def test_a_spoken_session_has_none_of_it_and_says_why() -> None:
    held = held_at(Stage.CLARIFICATION)
    for viewer in SEATED:
        assert held.sees(viewer).questions is None
        assert not held.sees(viewer).acts & IN_WRITING
    for command in (
        c.PostQuestion(THOMAS, "text", 30), c.TakeBackQuestion(THOMAS, "text"),
        c.ParkQuestion(HELENE, "text", "idea"), c.AskQuestion(HELENE, "text"),
        c.AnswerQuestion(KARIM, "text", False), c.HearQuestion(HELENE, "text", False),
    ):  # fmt: skip
        assert held.why(command) is Why.SPOKEN


def test_a_written_session_shows_every_act_of_it_to_whose_it_is(held: Held) -> None:
    assert held.sees(THOMAS).acts & IN_WRITING == {"post-question", "take-back-question", "park-question"}
    assert held.sees(HELENE).acts & IN_WRITING == {"park-question", "ask-question", "hear-question"}
    assert held.sees(KARIM).acts & IN_WRITING == {"answer-question"}
    assert all(RULES[act].source == "R4" for act in IN_WRITING)


def test_a_loop_back_finds_them_again_and_another_consultation_begins_with_none(held: Held) -> None:
    _posts(held, THOMAS, "first")
    _posts(held, AWA, "second")
    held.do(c.AskQuestion(HELENE, "first"))
    held.goes_to(Stage.CONTRACT)
    held.do(c.GoBack(HELENE, Stage.CONTRACT, Stage.CLARIFICATION))
    assert _queue(held, KARIM) == ("first", ["second"], [])
    held.do(c.Remove(HELENE, THOMAS))
    assert _queue(held, KARIM) == (None, ["second"], [])
    held.do(c.GoBack(HELENE, Stage.CLARIFICATION, Stage.CHOICE))
    held.do(c.HearAcceptance(HELENE, INES))
    assert held.seance.questions == ()
