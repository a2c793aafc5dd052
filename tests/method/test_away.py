"""A facilitator who is away (METHOD §7): nobody hands it to them, and the clock holds in every such state."""

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.refusals import Why
from sizain.method.seance import Stage
from tests.method.held import HELENE, THOMAS, held_at
from tests.method.test_relay import held_reading, with_deputy


def test_nobody_who_is_away_is_handed_the_facilitation() -> None:
    held = with_deputy(Stage.CLARIFICATION)
    held.do(c.HandOver(HELENE, THOMAS))
    held.do(c.HandOver(THOMAS, HELENE))
    held.do(c.NoteAbsence(HELENE))
    held.do(c.TakeOver(THOMAS))
    assert held.why(c.HandOver(THOMAS, HELENE)) is Why.DEPUTY_AWAY
    held.do(c.NoteReturn(THOMAS, HELENE))
    held.do(c.HandOver(THOMAS, HELENE))


def test_whoever_takes_back_by_their_own_hand_is_there() -> None:
    held = with_deputy(Stage.CLARIFICATION)
    held.do(c.NoteAbsence(HELENE))
    held.do(c.TakeOver(THOMAS))
    held.do(c.NoteAbsence(THOMAS))
    assert held.do(c.TakeOver(HELENE))[0] == e.FacilitatorBack(HELENE, None)
    assert held.seance.relay.gone == (THOMAS,)
    assert not held_reading(held).held


def test_the_clock_of_a_session_that_opens_without_its_facilitator_holds() -> None:
    held = held_at(Stage.LOBBY)
    held.do(c.NoteAbsence(HELENE))
    held.do(c.Open(HELENE))
    held.passes(30)
    assert held_reading(held).held
    held.do(c.NoteReturn(HELENE, HELENE))
    assert not held_reading(held).held


def test_a_journal_that_hands_it_to_somebody_away_holds_the_clock() -> None:
    held = with_deputy(Stage.CLARIFICATION)
    held.happen(e.FacilitatorGone(THOMAS))
    held.happen(e.FacilitationHanded(THOMAS, taken=False, back=None))
    assert held_reading(held).held
