"""Who may observe: named by the facilitator, accepted by the client before step 1 (R22)."""

import pytest

from sizain.method import commands as c
from sizain.method.refusals import Why
from sizain.method.rules import Posture, posture
from sizain.method.seance import How, Seat, Stage
from tests.method.held import HELENE, KARIM, OMAR, STAN, THOMAS, Held


def _seat(held: Held, name: str) -> Seat:
    seat = held.seance.seat(name)
    assert seat is not None
    return seat


def _with_observer() -> Held:
    held = Held()
    held.sits(KARIM, THOMAS, OMAR)
    held.do(c.NameObserver(HELENE, OMAR, True))
    held.goes_to(Stage.CHOICE)
    return held


@pytest.mark.parametrize("aloud", [True, False])
def test_step_1_opens_when_the_client_has_accepted_the_observer(aloud: bool) -> None:
    held = _with_observer()
    assert held.why(c.HearObserverAccepted(HELENE, OMAR)) is Why.NO_CLIENT
    held.do(c.HearAcceptance(HELENE, KARIM))
    assert held.why(c.Advance(HELENE, Stage.CHOICE)) is Why.OBSERVER_OPEN
    yes = c.HearObserverAccepted(HELENE, OMAR) if aloud else c.AcceptObserver(KARIM, OMAR)
    held.do(yes)
    assert _seat(held, OMAR).accepted is (How.ALOUD if aloud else How.DEVICE)
    assert held.do(yes) == ()
    held.advances()


def test_step_1_opens_when_the_observer_has_left_and_they_do_not_come_back_unaccepted() -> None:
    held = _with_observer()
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.Leave(OMAR))
    assert held.why(c.AcceptObserver(KARIM, OMAR)) is Why.NO_SUCH_SEAT
    held.advances()
    held.do(c.ComeBack(OMAR))
    assert held.why(c.Admit(HELENE, OMAR)) is Why.OBSERVER_OPEN
    held.do(c.GoBack(HELENE, Stage.PRESENTATION, Stage.CHOICE))
    held.do(c.Admit(HELENE, OMAR))
    held.do(c.AcceptObserver(KARIM, OMAR))
    held.advances()


def test_an_observer_whom_the_client_accepted_comes_back_in_any_step() -> None:
    held = _with_observer()
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.AcceptObserver(KARIM, OMAR))
    held.advances()
    held.do(c.Leave(OMAR))
    held.do(c.ComeBack(OMAR))
    held.do(c.Admit(HELENE, OMAR))
    assert posture(held.seance, OMAR) is Posture.OBSERVER


def test_an_observer_at_the_door_is_accepted_by_nobody_once_the_client_is_another() -> None:
    held = _with_observer()
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.AcceptObserver(KARIM, OMAR))
    held.do(c.Leave(OMAR))
    held.do(c.ComeBack(OMAR))
    held.do(c.UnnameClient(HELENE))
    held.do(c.HearAcceptance(HELENE, THOMAS))
    held.advances()
    assert held.why(c.Admit(HELENE, OMAR)) is Why.OBSERVER_OPEN


def test_what_one_client_accepted_does_not_hold_for_the_next() -> None:
    held = _with_observer()
    held.do(c.HearAcceptance(HELENE, KARIM))
    held.do(c.AcceptObserver(KARIM, OMAR))
    held.do(c.HearAcceptance(HELENE, THOMAS))
    assert held.why(c.Advance(HELENE, Stage.CHOICE)) is Why.OBSERVER_OPEN
    held.do(c.AcceptObserver(THOMAS, OMAR))
    held.do(c.Remove(HELENE, THOMAS))
    assert _seat(held, OMAR).accepted is None


@pytest.mark.parametrize("name", [STAN, THOMAS, HELENE, KARIM])
def test_only_an_observer_is_accepted_as_one(name: str) -> None:
    held = _with_observer()
    held.do(c.HearAcceptance(HELENE, KARIM))
    assert held.why(c.AcceptObserver(KARIM, name)) is Why.NO_SUCH_SEAT
    assert held.why(c.HearObserverAccepted(HELENE, name)) is Why.NO_SUCH_SEAT
