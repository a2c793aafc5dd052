"""The help channel (METHOD §7): a line to whoever facilitates, a line back, and nobody else reads either."""

import pytest

from sizain.method import commands as c
from sizain.method.asides import Aside
from sizain.method.refusals import Why
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR
from sizain.method.withdrawn import withdrawn
from sizain.method.words import Of, Standing, whose, words
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, THOMAS, Held, held_at

OPEN = [stage for stage in STAGES if stage is not Stage.CLOSED]
OTHERS = (KARIM, THOMAS, INES, PROJECTOR)


def written(stage: Stage = Stage.EXPLORATION) -> Held:
    """Awa cannot hear, and says so to Hélène alone."""
    held = held_at(stage)
    held.do(c.WriteAside(AWA, "no-sound", 20, HELENE))
    return held


@pytest.mark.parametrize("stage", OPEN)
def test_a_line_and_its_answer_are_read_by_two_people_and_no_other_screen_changes(stage: Stage) -> None:
    held = held_at(stage)
    held.enters(OMAR)
    before = {viewer: (held.sees(viewer), held.seance.own_at.get(viewer)) for viewer in (*OTHERS, OMAR)}
    held.do(c.WriteAside(AWA, "no-sound", 20, HELENE))
    assert held.sees(HELENE).own.asides == held.sees(AWA).own.asides == (Aside(AWA, HELENE, "no-sound"),)
    held.do(c.AnswerAside(HELENE, "no-sound", "leave-and-return", 20))
    assert held.sees(AWA).own.asides == (Aside(AWA, HELENE, "no-sound", "leave-and-return"),)
    assert held.sees(HELENE).own.asides == ()  # answered: nothing waits for her
    for viewer, seen in before.items():
        assert (held.sees(viewer), held.seance.own_at.get(viewer)) == seen
    assert words(held.seance) >= {"no-sound", "leave-and-return"}
    (closed,) = held.do(c.CloseAside(AWA, "no-sound"))
    assert not words(held.seance) & {"no-sound", "leave-and-return"}
    assert closed.kind == "aside-closed"


def test_it_closes_with_a_word_of_whoever_facilitates_or_of_whoever_wrote() -> None:
    held = written()
    held.do(c.SeeAside(HELENE, "no-sound"))
    assert held.sees(AWA).own.asides == (Aside(AWA, HELENE, "no-sound", seen=True),)
    assert held.sees(HELENE).own.asides == ()
    assert held.why(c.SeeAside(HELENE, "no-sound")) is Why.NO_SUCH_ASIDE
    assert held.why(c.AnswerAside(HELENE, "no-sound", "late", 4)) is Why.NO_SUCH_ASIDE
    assert held.why(c.CloseAside(KARIM, "no-sound")) is Why.NO_SUCH_ASIDE
    held.do(c.CloseAside(AWA, "no-sound"))
    assert held.seance.asides == ()
    assert held.why(c.CloseAside(AWA, "no-sound")) is Why.NO_SUCH_ASIDE


def test_a_line_is_short_and_takes_the_place_of_the_one_before() -> None:
    held = written()
    assert held.refusal(c.WriteAside(AWA, "text", 201)).limit == 200
    assert held.refusal(c.AnswerAside(HELENE, "no-sound", "text", 201)).limit == 200
    assert held.why(c.WriteAside(AWA, "text", 0)) is Why.EMPTY
    second = c.WriteAside(AWA, "still-nothing", 20)
    before = held.seance
    assert withdrawn(before, held.do(second), held.now) == {"no-sound"}
    assert held.why(c.AnswerAside(HELENE, "no-sound", "text", 10)) is Why.NO_SUCH_ASIDE
    held.do(c.WriteAside(KARIM, "a-break", 10))
    assert [one.text for one in held.sees(HELENE).own.asides] == ["still-nothing", "a-break"]


def test_it_is_open_during_a_safety_stop() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.Suspend(HELENE))
    held.do(c.WriteAside(AWA, "text", 10))
    held.do(c.AnswerAside(HELENE, "text", "answer", 10))


def test_what_was_written_to_one_person_is_not_read_by_who_takes_over() -> None:
    held = written(Stage.CLARIFICATION)
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    held.do(c.NoteAbsence(HELENE))
    held.do(c.TakeOver(THOMAS))
    assert held.sees(THOMAS).own.asides == held.sees(HELENE).own.asides == ()
    assert held.why(c.SeeAside(THOMAS, "no-sound")) is Why.NO_SUCH_ASIDE
    assert held.why(c.AnswerAside(THOMAS, "no-sound", "text", 10)) is Why.NO_SUCH_ASIDE
    assert held.sees(AWA).own.asides == (Aside(AWA, HELENE, "no-sound"),)
    assert held.why(c.WriteAside(AWA, "again", 10, HELENE)) is Why.FACILITATION_MOVED
    held.do(c.NoteReturn(THOMAS, HELENE))
    held.do(c.HandOver(THOMAS, HELENE))
    assert held.sees(HELENE).own.asides == (Aside(AWA, HELENE, "no-sound"),)


def test_nor_does_who_takes_over_read_who_was_not_well() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.SayNotWell(AWA))
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    held.do(c.NoteAbsence(HELENE))
    held.do(c.TakeOver(THOMAS))
    assert held.sees(THOMAS).not_well == ()
    assert held.why(c.HearNotWell(THOMAS, AWA)) is Why.NO_SUCH_SEAT
    held.do(c.SayNotWell(AWA))  # to whoever facilitates now
    assert [one.seat for one in held.sees(THOMAS).not_well] == [AWA]
    held.do(c.HearNotWell(THOMAS, AWA))


def test_its_words_are_erased_by_who_wrote_them_and_go_with_the_closing_and_with_who_is_removed() -> None:
    held = written(Stage.META)
    held.do(c.AnswerAside(HELENE, "no-sound", "answer", 10))
    assert Standing(Of.ASIDE, "no-sound") in whose(held.seance, AWA)
    assert Standing(Of.ASIDE, "answer") in whose(held.seance, HELENE)
    assert held.why(c.EraseText(KARIM, "no-sound")) is Why.NO_SUCH_TEXT
    held.do(c.EraseText(AWA, "no-sound"))
    assert "no-sound" not in words(held.seance)
    held.do(c.WriteAside(AWA, "again", 10))
    held.do(c.WriteAside(INES, "another", 10))
    held.do(c.Remove(HELENE, INES))
    assert [one.seat for one in held.seance.asides] == [AWA]
    held.goes_to(Stage.CLOSED)
    assert held.seance.asides == ()
    assert held.sees(AWA).own.asides == ()


def test_nothing_of_it_is_read_while_a_session_is_interrupted() -> None:
    held = written()
    held.do(c.Interrupt(HELENE))
    assert held.sees(HELENE).own.asides == held.sees(AWA).own.asides == ()
    held.do(c.TakeUp(HELENE))
    assert held.sees(HELENE).own.asides == (Aside(AWA, HELENE, "no-sound"),)


def test_a_line_that_its_author_erases_calls_nobody_any_more() -> None:
    held = written()
    held.do(c.EraseText(AWA, "no-sound"))
    assert held.sees(HELENE).own.asides == held.sees(AWA).own.asides == ()
    assert held.why(c.AnswerAside(HELENE, "no-sound", "late", 4)) is Why.NO_SUCH_ASIDE


def test_with_an_erased_line_its_answer_goes_and_an_erased_answer_leaves_the_line_read() -> None:
    held = written()
    held.do(c.AnswerAside(HELENE, "no-sound", "answer", 10))
    before = words(held.seance)
    held.do(c.EraseText(AWA, "no-sound"))
    assert before - words(held.seance) == {"no-sound", "answer"}
    held = written()
    held.do(c.AnswerAside(HELENE, "no-sound", "answer", 10))
    held.do(c.EraseText(HELENE, "answer"))
    assert held.sees(HELENE).own.asides == ()
    assert [one.text for one in held.sees(AWA).own.asides] == ["no-sound"]
