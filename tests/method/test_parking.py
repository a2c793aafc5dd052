"""Ideas that come too early: set aside in step 2, back to their author in step 4 (METHOD §3, R4)."""

import pytest

from sizain.method import commands as c
from sizain.method.refusals import Why
from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, INES, KARIM, THOMAS, Held, held_at

ALL = (HELENE, KARIM, THOMAS, AWA, INES, PROJECTOR)


@pytest.fixture
def held() -> Held:
    return held_at(Stage.CLARIFICATION)


def _seen(held: Held, viewer: str) -> list[tuple[str, str | None, bool]]:
    return [(one.seat, one.text, one.may_change) for one in held.sees(viewer).own.ideas]


def test_an_idea_is_its_authors_and_the_facilitator_keeps_only_that_there_is_one(held: Held) -> None:
    held.do(c.ParkIdea(THOMAS, THOMAS, "idea", "the-words", 30))
    assert _seen(held, THOMAS) == [(THOMAS, "the-words", True)]
    assert _seen(held, HELENE) == [(THOMAS, None, False)]
    assert all(_seen(held, viewer) == [] for viewer in (KARIM, AWA, INES, PROJECTOR))


def test_the_facilitator_sets_one_aside_for_somebody_with_words_or_with_none(held: Held) -> None:
    held.do(c.ParkIdea(HELENE, THOMAS, "noted", "the-words", 30))
    held.do(c.ParkIdea(HELENE, AWA, "unwritten"))
    assert _seen(held, HELENE) == [(THOMAS, "the-words", True), (AWA, None, True)]
    assert _seen(held, THOMAS) == [(THOMAS, "the-words", True)]
    assert _seen(held, AWA) == [(AWA, None, True)]


def test_nobody_sets_aside_for_another_and_the_client_has_nothing_to_set_aside(held: Held) -> None:
    assert held.why(c.ParkIdea(THOMAS, AWA, "idea")) is Why.NOT_YOURS
    assert held.why(c.ParkIdea(KARIM, KARIM, "idea")) is Why.NOT_YOURS
    assert held.why(c.ParkIdea(HELENE, KARIM, "idea")) is Why.CONSULTANTS_ONLY
    assert held.why(c.ParkIdea(HELENE, "@stan", "idea")) is Why.NO_SUCH_SEAT
    assert held.why(c.ParkIdea(THOMAS, THOMAS, "idea", "words", 601)) is Why.TOO_LONG
    assert held.why(c.ParkIdea(THOMAS, THOMAS, "idea", "words", 0)) is Why.EMPTY


def test_it_comes_back_in_step_4_and_becomes_a_trace_in_one_gesture(held: Held) -> None:
    held.do(c.ParkIdea(THOMAS, THOMAS, "mine", "my-words", 30))
    held.do(c.ParkIdea(HELENE, AWA, "noted", "her-words", 30))
    assert held.why(c.TraceIdea(THOMAS, "mine")) is Why.NOT_NOW
    held.goes_to(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    held.do(c.TraceIdea(THOMAS, "mine"))
    held.do(c.TraceIdea(HELENE, "noted"))
    assert held.seance.ideas == ()
    left = [(one.id, one.seat, one.kind, one.noted_by) for one in held.seance.traces]
    assert left == [("my-words", THOMAS, RoundKind.IDEAS, None), ("her-words", AWA, RoundKind.IDEAS, HELENE)]


def test_one_lets_go_of_ones_own_and_of_what_one_wrote_down_alone(held: Held) -> None:
    held.do(c.ParkIdea(THOMAS, THOMAS, "mine", "my-words", 30))
    held.do(c.ParkIdea(HELENE, THOMAS, "unwritten"))
    assert held.why(c.LetIdeaGo(AWA, "mine")) is Why.NO_SUCH_IDEA
    assert held.why(c.LetIdeaGo(HELENE, "mine")) is Why.NO_SUCH_IDEA
    assert held.why(c.LetIdeaGo(HELENE, "none")) is Why.NO_SUCH_IDEA
    held.goes_to(Stage.EXPLORATION)
    assert held.why(c.TraceIdea(THOMAS, "unwritten")) is Why.EMPTY
    held.do(c.LetIdeaGo(THOMAS, "unwritten"))
    held.do(c.LetIdeaGo(THOMAS, "mine"))
    assert held.seance.ideas == ()


def test_after_step_4_ideas_are_on_no_screen_and_after_the_closing_they_are_gone(held: Held) -> None:
    held.do(c.ParkIdea(THOMAS, THOMAS, "mine", "my-words", 30))
    held.goes_to(Stage.SYNTHESIS)
    assert all(_seen(held, viewer) == [] for viewer in ALL)
    held.goes_to(Stage.CLOSED)
    assert held.seance.ideas == ()


def test_ideas_are_of_one_consultation_and_go_with_who_is_removed(held: Held) -> None:
    held.do(c.ParkIdea(THOMAS, THOMAS, "mine", "my-words", 30))
    held.do(c.ParkIdea(AWA, AWA, "hers", "her-words", 30))
    held.do(c.Remove(HELENE, THOMAS))
    assert [idea.seat for idea in held.seance.ideas] == [AWA]
    held.do(c.GoBack(HELENE, Stage.CLARIFICATION, Stage.CHOICE))
    held.do(c.HearAcceptance(HELENE, INES))
    assert held.seance.ideas == ()
