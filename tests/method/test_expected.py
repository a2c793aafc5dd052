"""Somebody who is expected: a place kept under a name, which opens nothing until they come."""

from sizain.method import commands as c
from sizain.method.refusals import Why
from sizain.method.rules import Posture, posture
from sizain.method.seance import Limits, Seat, Standing
from sizain.method.sight import sight
from tests.method.held import AWA, HELENE, INES, STAN, Held


def seat_of(held: Held, name: str) -> Seat:
    seat = held.seance.seat(name)
    assert seat is not None
    return seat


def test_somebody_expected_is_shown_until_the_choice_and_opens_nothing() -> None:
    held = Held()
    held.do(c.AddSeat(HELENE, AWA, expected=True))
    assert posture(held.seance, AWA) is None
    shown = sight(held.seance, HELENE)
    assert shown is not None
    assert [(one.seat, one.standing) for one in shown.people] == [(AWA, Standing.EXPECTED)]
    assert held.why(c.Open(HELENE)) is Why.NOBODY_SEATED


def test_somebody_expected_takes_the_kept_place_even_when_every_other_is_taken() -> None:
    held = Held(limits=Limits(seats=2))
    held.do(c.AddSeat(HELENE, AWA, expected=True))
    assert held.why(c.AskToEnter(STAN)) is Why.FULL
    held.enters(AWA)
    assert seat_of(held, AWA).standing is Standing.WAITING
    held.do(c.Admit(HELENE, AWA))
    assert seat_of(held, AWA).own_device
    assert held.why(c.AskToEnter(AWA)) is Why.NO_SUCH_SEAT


def test_somebody_expected_without_a_device_is_let_in_or_given_up() -> None:
    held = Held()
    held.do(c.AddSeat(HELENE, AWA, expected=True))
    held.do(c.AddSeat(HELENE, INES, expected=True))
    held.do(c.Admit(HELENE, AWA))
    held.do(c.Remove(HELENE, INES))
    assert seat_of(held, AWA).present
    assert not seat_of(held, AWA).own_device
    assert seat_of(held, INES).standing is Standing.REMOVED


def test_who_is_expected_has_a_place_that_waits_for_them() -> None:
    held = Held(limits=Limits(seats=2))
    held.do(c.AddSeat(HELENE, AWA, expected=True))
    assert held.why(c.AskToEnter(STAN)) is Why.FULL
    assert posture(held.seance, AWA) is None
    assert not held.seance.peers
    held.do(c.AskToEnter(AWA))
    assert posture(held.seance, AWA) is Posture.WAITING
    assert held.why(c.AskToEnter(AWA)) is Why.NO_SUCH_SEAT
    held.do(c.Admit(HELENE, AWA))
    assert seat_of(held, AWA).own_device


def test_who_is_expected_and_has_no_device_is_let_in_or_taken_off_the_list() -> None:
    held = Held()
    for name in (AWA, INES):
        held.do(c.AddSeat(HELENE, name, expected=True))
    assert held.why(c.Refuse(HELENE, AWA)) is Why.NO_SUCH_SEAT
    held.do(c.Admit(HELENE, AWA))
    held.do(c.Remove(HELENE, INES))
    assert not seat_of(held, AWA).own_device
    assert [one.id for one in held.seance.peers] == [AWA]
