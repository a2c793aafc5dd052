"""Step 6: the round (R14), the short lines, the forms."""

from dataclasses import replace

import pytest

from sizain.method import commands as c
from sizain.method.ending import FORMS_MS
from sizain.method.forms import ASKED, RATINGS, WORDS, Form, form_of, forms_open, read_answer
from sizain.method.meta import GROUPS, Line
from sizain.method.refusals import Refusal, Why
from sizain.method.register import Lock
from sizain.method.seance import STAGES, Limits, Role, Seat, Stage, Standing
from sizain.method.sight import PROJECTOR, sight
from sizain.method.sight.meta import ShownLine
from sizain.method.thread import to_hear, what_is_open
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, STAN, THOMAS, Held, held_at

PEERS = (KARIM, THOMAS, AWA, INES)


def _in_step_6() -> Held:
    """Step 6 with an observer whom Karim accepted."""
    held = held_at(Stage.CHOICE)
    held.sits(OMAR)
    held.do(c.NameObserver(HELENE, OMAR, True))
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.AcceptObserver(KARIM, OMAR))
    held.goes_to(Stage.META)
    return held


def test_the_round_is_open_until_every_present_peer_had_the_floor() -> None:
    held = _in_step_6()
    held.do(c.Leave(INES))
    for seat in (KARIM, THOMAS):
        held.do(c.GiveFloor(HELENE, seat))
        assert what_is_open(held.seance) == Lock(Why.ROUND_OPEN, "R14", soft=True)
        assert held.sees(HELENE).still_open is Why.ROUND_OPEN
    held.do(c.GiveFloor(HELENE, OMAR))
    assert held.why(c.Advance(HELENE, Stage.META)) is Why.ROUND_OPEN
    assert [event.kind for event in held.do(c.GiveFloor(HELENE, AWA))] == ["floor-given", "round-held"]
    held.advances()
    assert held.seance.stage is Stage.CLOSING


def test_the_round_said_aloud_fulfils_the_rule_in_one_tap() -> None:
    held = _in_step_6()
    assert held.why(c.HearRound(KARIM)) is Why.NOT_YOURS
    [event] = held.do(c.HearRound(HELENE))
    assert event.to_body() == {"aloud": True}
    assert held.do(c.HearRound(HELENE)) == ()
    assert what_is_open(held.seance) is None
    held.advances()


def test_a_round_that_was_held_stays_held_through_a_loop_and_for_a_latecomer() -> None:
    held = _in_step_6()
    for seat in PEERS:
        held.do(c.GiveFloor(HELENE, seat))
    held.do(c.GoBack(HELENE, Stage.META, Stage.SYNTHESIS))
    held.goes_to(Stage.META)
    held.sits("@late")
    assert to_hear(held.seance) == {*PEERS, "@late"}
    assert held.sees(THOMAS).round_held
    assert held.do(c.GiveFloor(HELENE, THOMAS))[0].kind == "floor-given"
    held.advances()


def test_who_leaves_without_a_word_does_not_keep_the_circle() -> None:
    held = _in_step_6()
    for seat in PEERS[:3]:
        held.do(c.GiveFloor(HELENE, seat))
    held.do(c.Leave(INES))
    held.advances()


@pytest.mark.parametrize("stage", [one for one in STAGES if one not in (Stage.META, Stage.CONTRACT, Stage.CHOICE)])
def test_the_round_keeps_no_other_stage_shut(stage: Stage) -> None:
    assert what_is_open(held_at(stage).seance) is None


def test_lines_are_noted_by_anyone_seated_and_by_the_facilitation_for_others() -> None:
    held = _in_step_6()
    for number, by in enumerate((KARIM, THOMAS, HELENE)):
        for line in GROUPS:
            held.do(c.NoteLine(by, line, f"{line}-{number}", 20))
    held.do(c.NoteLine(THOMAS, Line.STOP, "stop-again", 20))
    stops = [one.text for one in held.seance.meta.lines if one.line is Line.STOP]
    assert stops == ["stop-0", "stop-2", "stop-again"]
    held.do(c.WithdrawLine(KARIM, Line.STOP))
    assert held.do(c.WithdrawLine(KARIM, Line.STOP)) == ()
    assert held.seance.meta.of(KARIM, Line.STOP) is None


@pytest.mark.parametrize(
    ("by", "line", "why"),
    [
        (OMAR, Line.PROCESS, None),
        (HELENE, Line.PROCESS, None),
        (KARIM, Line.PROCESS, Why.NOT_YOURS),
        (THOMAS, Line.PROCESS, Why.NOT_YOURS),
        *((OMAR, line, Why.NOT_YOURS) for line in GROUPS),
        *((by, line, None) for by in (HELENE, KARIM, AWA) for line in GROUPS),
        (STAN, Line.STOP, Why.NOT_YOURS),
    ],
)
def test_the_observer_speaks_of_the_process_and_of_nothing_else(by: str, line: Line, why: Why | None) -> None:
    held = _in_step_6()
    for command in (c.NoteLine(by, line, "a-line", 5), c.WithdrawLine(by, line)):
        if why:
            assert held.why(command) is why
        else:
            held.do(command)


@pytest.mark.parametrize(("length", "why"), [(0, Why.EMPTY), (201, Why.TOO_LONG), (200, None)])
def test_a_line_is_short(length: int, why: Why | None) -> None:
    held = _in_step_6()
    command = c.NoteLine(THOMAS, Line.START, "a-line", length)
    assert (held.refusal(command) == Refusal(why, Limits().line if length else None)) if why else held.do(command)


def test_lines_are_seen_by_all_who_are_seated_and_say_whose_they_are_to_nobody() -> None:
    held = _in_step_6()
    held.do(c.NoteLine(THOMAS, Line.STOP, "a-line", 5))
    held.do(c.NoteLine(OMAR, Line.PROCESS, "process", 5))
    held.do(c.Leave(INES))
    for stage in (Stage.META, Stage.CLOSING, Stage.CLOSED):
        held.goes_to(stage)
        for viewer in (HELENE, KARIM, THOMAS, AWA, OMAR):
            seen = held.sees(viewer).lines
            expected = (
                ShownLine(Line.STOP, "a-line", mine=viewer == THOMAS),
                ShownLine(Line.PROCESS, "process", mine=viewer == OMAR),
            )
            assert seen == (() if stage is Stage.CLOSED else expected)
        assert held.sees(INES).lines == held.sees(PROJECTOR).lines == ()
        assert sight(held.seance, STAN) is None


def test_a_removed_seat_leaves_no_line_behind() -> None:
    held = _in_step_6()
    held.do(c.NoteLine(THOMAS, Line.STOP, "a-line", 5))
    held.do(c.Remove(HELENE, THOMAS))
    assert held.seance.meta.lines == ()


@pytest.mark.parametrize("stage", STAGES)
def test_each_peer_has_one_form_from_step_6_on_and_nobody_else_has(stage: Stage) -> None:
    held = held_at(stage)
    observer = Seat(OMAR, Role.OBSERVER, Standing.SEATED, own_device=True, came_in=True)
    held.seance = replace(held.seance, seats=(*held.seance.seats, observer))
    reached = stage in (Stage.META, Stage.CLOSING, Stage.CLOSED)
    assert form_of(held.seance, KARIM) is (Form.CLIENT if reached else None)
    assert form_of(held.seance, THOMAS) is (Form.CONSULTANT if reached else None)
    for seat in (HELENE, OMAR, STAN):
        assert form_of(held.seance, seat) is None
    assert held.sees(HELENE).reads_forms is (stage is Stage.CLOSED)
    assert not any(held.sees(seat).reads_forms for seat in (KARIM, THOMAS, OMAR))


def test_who_left_keeps_their_form_and_sees_it_once_all_is_over() -> None:
    held = _in_step_6()
    held.do(c.Leave(THOMAS))
    assert form_of(held.seance, THOMAS) is Form.CONSULTANT
    assert held.sees(THOMAS).form is None
    held.goes_to(Stage.CLOSED)
    assert held.sees(THOMAS).form is Form.CONSULTANT


@pytest.mark.parametrize("minutes", [0, 1, 24 * 60, 24 * 60 + 1, 3000])
def test_forms_can_be_sent_until_a_day_after_the_closing(minutes: int) -> None:
    held = _in_step_6()
    assert forms_open(held.seance, held.now + 500 * FORMS_MS)
    held.goes_to(Stage.CLOSED)
    assert forms_open(held.seance, held.now + minutes * 60_000) is (minutes <= 24 * 60)
    assert held.sees(THOMAS).ended is not None


@pytest.mark.parametrize("form", Form)
def test_an_answer_is_ratings_from_1_to_6_and_one_sentence_each_of_which_may_be_left_out(form: Form) -> None:
    whole = {name: str(RATINGS[-1]) for name in ASKED[form]}
    assert read_answer(form, whole, "") == dict.fromkeys(ASKED[form], 6)
    assert read_answer(form, {}, "Une phrase") == {}
    first = ASKED[form][0]
    assert read_answer(form, {first: "1", "elsewhere": "9"}, "x" * WORDS) == {first: 1}


@pytest.mark.parametrize(
    ("typed", "words", "why"),
    [
        ({}, "", Why.EMPTY),
        ({"safe": ""}, "", Why.EMPTY),
        ({"safe": "0"}, "", Why.BAD_FORM),
        ({"safe": "7"}, "", Why.BAD_FORM),
        ({"safe": "٣"}, "", Why.BAD_FORM),
        ({"safe": "3.0"}, "a", Why.BAD_FORM),
        ({"safe": "3"}, "x" * (WORDS + 1), Why.TOO_LONG),
    ],
)
def test_an_answer_that_is_none_is_refused(typed: dict[str, str], words: str, why: Why) -> None:
    with pytest.raises(Refusal) as refused:
        read_answer(Form.CONSULTANT, typed, words)
    assert refused.value.why is why
