"""Traces, the envelope, the scribe and the signs of step 4 (METHOD §3, R7, R9, R11)."""

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.evolve import begin
from sizain.method.refusals import Refusal, Why
from sizain.method.rounds import RoundKind
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR
from sizain.method.signs import Sign
from tests.method.held import AWA, HELENE, INES, KARIM, THOMAS, Held, held_at

ALL = (HELENE, KARIM, THOMAS, AWA, INES, PROJECTOR)


@pytest.fixture
def held() -> Held:
    return held_at(Stage.EXPLORATION)


def _readers(held: Held, text: str) -> set[str]:
    """Who sees that text, by what their whole sight spells out."""
    return {viewer for viewer in ALL if text in repr(held.sees(viewer))}


def test_until_the_sorting_a_trace_is_for_who_wrote_it_and_then_for_the_client_too(held: Held) -> None:
    held.do(c.NameScribe(HELENE, INES, True))
    held.do(c.LeaveTrace(THOMAS, THOMAS, "by-thomas", 20))
    held.do(c.LeaveTrace(HELENE, THOMAS, "by-helene", 20))
    held.do(c.LeaveTrace(INES, THOMAS, "by-ines", 20))
    mine = {"by-thomas": {THOMAS}, "by-helene": {THOMAS, HELENE}, "by-ines": {THOMAS, INES}}
    for text, readers in mine.items():
        assert _readers(held, text) == readers
    held.goes_to(Stage.SYNTHESIS)
    for text, readers in mine.items():
        assert _readers(held, text) == readers | {KARIM}
    noted = {one.text: one.noted_by for one in held.sees(KARIM).own.traces}
    assert noted == {"by-thomas": None, "by-helene": HELENE, "by-ines": INES}
    held.do(c.GoBack(HELENE, Stage.SYNTHESIS, Stage.EXPLORATION))
    assert KARIM not in _readers(held, "by-thomas")


def test_a_session_may_let_the_client_read_traces_as_they_are_left() -> None:
    held = held_at(Stage.EXPLORATION, traces_live=True)
    held.do(c.LeaveTrace(THOMAS, THOMAS, "the-trace", 20))
    assert _readers(held, "the-trace") == {THOMAS, KARIM}
    held.do(c.MarkTrace(THOMAS, "the-trace", True))
    assert _readers(held, "the-trace") == {THOMAS}


def test_a_journal_from_before_the_option_reads_as_a_session_without_it(held: Held) -> None:
    body = held.journal[0][0].to_body()
    del body["traces_live"], body["limits"]["trace"]
    begun = begin(e.SeancePlanned.from_body(body), 0)
    assert not begun.traces_live
    assert begun.limits.trace == 600


def test_its_kind_is_that_of_the_open_round_and_none_outside(held: Held) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "alone", 20))
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    held.do(c.LeaveTrace(AWA, AWA, "in-a-round", 20))
    assert [one.kind for one in held.seance.traces] == [None, RoundKind.IDEAS]


@pytest.mark.parametrize(("length", "why"), [(0, Why.EMPTY), (601, Why.TOO_LONG)])
def test_a_trace_is_one_to_600_characters(held: Held, length: int, why: Why) -> None:
    assert held.why(c.LeaveTrace(THOMAS, THOMAS, "text", length)) is why
    held.do(c.LeaveTrace(THOMAS, THOMAS, "text", 600))


def test_the_client_posts_nothing_in_step_4_and_nobody_posts_elsewhere(held: Held) -> None:
    assert held.why(c.LeaveTrace(KARIM, KARIM, "text", 10)) is Why.CLIENT_LISTENS
    assert held.why(c.LeaveTrace(HELENE, KARIM, "text", 10)) is Why.CLIENT_LISTENS
    assert held.why(c.LeaveTrace(THOMAS, AWA, "text", 10)) is Why.NOT_YOURS
    locked = {Stage.PRESENTATION: Why.CLIENT_PRESENTS, Stage.CLARIFICATION: Why.QUESTIONS_ONLY}
    for stage in STAGES:
        if stage not in (Stage.EXPLORATION, Stage.CLOSED, Stage.RETOUR, Stage.PAUSE):
            why = locked.get(stage, Why.NOT_NOW)
            assert held_at(stage).why(c.LeaveTrace(THOMAS, THOMAS, "text", 10)) is why


def test_its_author_takes_it_back_before_the_sorting_and_not_after(held: Held) -> None:
    for text in ("first", "second"):
        held.do(c.LeaveTrace(HELENE, THOMAS, text, 10))
    assert held.why(c.TakeBackTrace(AWA, "first")) is Why.NO_SUCH_TRACE
    assert held.why(c.TakeBackTrace(AWA, "none")) is Why.NO_SUCH_TRACE
    held.do(c.TakeBackTrace(THOMAS, "first"))
    assert [one.id for one in held.seance.traces] == ["second"]
    assert held.sees(THOMAS).own.traces[0].may_change
    held.goes_to(Stage.SYNTHESIS)
    held.do(c.GoBack(HELENE, Stage.SYNTHESIS, Stage.EXPLORATION))
    assert not held.sees(THOMAS).own.traces[0].may_change
    assert held.why(c.TakeBackTrace(HELENE, "second")) is Why.TRACE_SORTED


def test_the_envelope_says_that_it_is_there_and_not_whose_nor_how_many(held: Held) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "sealed-one", 10, outside=True))
    one = held.sees(KARIM)
    assert one.own.envelope
    assert held.sees(HELENE).own.envelope
    assert not any(held.sees(viewer).own.envelope for viewer in (THOMAS, AWA, INES, PROJECTOR))
    drawn = held.seance.own_at[KARIM]
    held.do(c.LeaveTrace(HELENE, AWA, "another", 10, outside=True))
    held.do(c.LeaveTrace(INES, INES, "inside", 10))
    assert held.sees(KARIM) == one
    assert held.seance.own_at[KARIM] == drawn


@pytest.mark.parametrize("aloud", [True, False])
@pytest.mark.parametrize("stage", [Stage.EXPLORATION, Stage.SYNTHESIS])
def test_one_yes_opens_the_envelope_in_step_4_or_5(held: Held, stage: Stage, aloud: bool) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "sealed-one", 10, outside=True))
    held.do(c.LeaveTrace(AWA, AWA, "inside", 10))
    held.goes_to(stage)
    assert held.why(c.OpenEnvelope(HELENE)) is Why.NOT_YOURS
    assert held.why(c.HearEnvelope(THOMAS)) is Why.NOT_YOURS
    assert KARIM not in _readers(held, "sealed-one")
    before = {viewer: held.sees(viewer) for viewer in (THOMAS, AWA, INES)}
    yes = c.HearEnvelope(HELENE) if aloud else c.OpenEnvelope(KARIM)
    assert held.do(yes) == (e.EnvelopeOpened("aloud" if aloud else "device"),)
    assert held.do(yes) == ()
    assert not held.sees(KARIM).own.envelope
    assert {viewer: held.sees(viewer) for viewer in before} == before
    held.goes_to(Stage.SYNTHESIS)
    assert [one.text for one in held.sees(KARIM).own.traces] == ["sealed-one", "inside"]


def test_a_yes_is_for_what_the_envelope_held_and_not_for_what_comes_after(held: Held) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "first", 10, outside=True))
    held.do(c.OpenEnvelope(KARIM))
    held.do(c.LeaveTrace(AWA, AWA, "second", 10, outside=True))
    held.goes_to(Stage.SYNTHESIS)
    assert [one.text for one in held.sees(KARIM).own.traces] == ["first"]
    assert held.sees(KARIM).own.envelope


def test_what_stays_in_the_envelope_is_withdrawn_at_the_closing(held: Held) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "sealed-one", 10, outside=True))
    held.do(c.LeaveTrace(THOMAS, THOMAS, "inside", 10))
    held.goes_to(Stage.META)
    assert held.why(c.OpenEnvelope(KARIM)) is Why.NOT_NOW
    assert not held.sees(KARIM).own.envelope
    held.goes_to(Stage.CLOSED)
    assert [one.id for one in held.seance.traces] == ["inside"]
    assert _readers(held, "sealed-one") == set()


def test_author_and_facilitator_say_what_leaves_the_contract_and_the_scribe_does_not(held: Held) -> None:
    held.do(c.NameScribe(HELENE, INES, True))
    assert held.why(c.LeaveTrace(INES, THOMAS, "text", 10, outside=True)) is Why.NOT_YOURS
    held.do(c.LeaveTrace(INES, THOMAS, "text", 10))
    assert held.why(c.MarkTrace(INES, "text", True)) is Why.NOT_YOURS
    assert held.why(c.MarkTrace(HELENE, "text", True)) is Why.NO_SUCH_TRACE
    held.do(c.MarkTrace(THOMAS, "text", True))
    assert held.do(c.MarkTrace(THOMAS, "text", True)) == ()
    held.do(c.MarkTrace(THOMAS, "text", False))
    assert not held.sees(KARIM).own.envelope


def test_there_is_one_scribe_at_most_who_is_a_consultant(held: Held) -> None:
    held.do(c.NameScribe(HELENE, THOMAS, True))
    assert held.do(c.NameScribe(HELENE, THOMAS, True)) == ()
    held.do(c.NameScribe(HELENE, AWA, True))
    assert held.sees(THOMAS).scribe == AWA
    assert held.why(c.LeaveTrace(THOMAS, INES, "text", 10)) is Why.NOT_YOURS
    assert held.do(c.NameScribe(HELENE, THOMAS, False)) == ()
    assert held.why(c.NameScribe(HELENE, KARIM, True)) is Why.CONSULTANTS_ONLY
    held.do(c.Remove(HELENE, AWA))
    assert held.seance.scribe is None
    assert held.why(c.NameScribe(HELENE, AWA, True)) is Why.NO_SUCH_SEAT


def test_who_becomes_client_or_observer_is_scribe_no_more() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.NameScribe(HELENE, THOMAS, True))
    held.do(c.HearAcceptance(HELENE, THOMAS))
    assert held.seance.scribe is None
    held.do(c.NameScribe(HELENE, AWA, True))
    held.do(c.NameObserver(HELENE, AWA, True))
    assert held.seance.scribe is None


def test_traces_are_of_this_consultation_and_go_with_who_is_removed(held: Held) -> None:
    held.do(c.NameScribe(HELENE, INES, True))
    held.do(c.LeaveTrace(THOMAS, THOMAS, "by-thomas", 10))
    held.do(c.LeaveTrace(INES, AWA, "by-ines", 10))
    held.do(c.Remove(HELENE, THOMAS))
    held.do(c.Remove(HELENE, INES))
    assert [(one.text, one.noted_by) for one in held.sees(AWA).own.traces] == [("by-ines", None)]
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CHOICE))
    held.do(c.HearAcceptance(HELENE, AWA))
    assert held.seance.traces == ()


def test_an_unsigned_consultant_hears_the_charter_first(held: Held) -> None:
    held.sits("@late", charter=False)
    assert held.why(c.LeaveTrace(HELENE, "@late", "text", 10)) is Why.CHARTER_FIRST


def test_the_clients_sign_is_for_the_facilitator_alone(held: Held) -> None:
    before = {viewer: held.sees(viewer) for viewer in (THOMAS, AWA, PROJECTOR)}
    held.do(c.MakeSign(KARIM, Sign.ANGLE, True))
    held.do(c.MakeSign(KARIM, Sign.PAUSE, True))
    assert held.do(c.MakeSign(KARIM, Sign.PAUSE, True)) == ()
    assert held.sees(HELENE).own.signs.made == (Sign.ANGLE, Sign.PAUSE)
    assert {viewer: held.sees(viewer) for viewer in before} == before
    assert set(held.seance.own_at) == {HELENE, KARIM}
    held.do(c.MakeSign(KARIM, Sign.PAUSE, False))
    held.do(c.HearSign(HELENE, Sign.ANGLE))
    assert held.do(c.HearSign(HELENE, Sign.ANGLE)) == ()
    for viewer in (HELENE, KARIM):
        signs = held.sees(viewer).own.signs
        assert (signs.made, signs.heard) == ((), (Sign.ANGLE,))
    held.do(c.MakeSign(KARIM, Sign.ANGLE, True))
    assert held.sees(KARIM).own.signs.heard == ()


def test_a_sign_is_over_with_the_stage(held: Held) -> None:
    held.do(c.MakeSign(KARIM, Sign.CONTRACT, True))
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))
    assert held.sees(HELENE).own.signs.made == ()
    assert held.why(c.MakeSign(KARIM, Sign.ANGLE, True)) is Why.NOT_NOW


def test_the_yes_said_aloud_is_that_of_a_client_who_is_there(held: Held) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "sealed-one", 10, outside=True))
    held.do(c.Leave(KARIM))
    assert held.refusal(c.HearEnvelope(HELENE)) == Refusal(Why.NO_CLIENT)
