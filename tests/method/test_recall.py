"""Back to the contract: one tap of the facilitation, on every screen, about nobody (METHOD §9, R11)."""

from collections.abc import Callable

import pytest

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.refusals import Why
from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from sizain.method.signs import Sign
from tests.method.held import AWA, HELENE, INES, KARIM, THOMAS, Held, held_at

EVERYBODY = (HELENE, KARIM, THOMAS, AWA, INES, PROJECTOR)


@pytest.fixture
def held() -> Held:
    held = held_at(Stage.EXPLORATION)
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    return held


def test_the_contract_comes_forward_on_every_screen_at_once(held: Held) -> None:
    assert held.do(c.RecallContract(HELENE, True)) == (e.ContractRecalled(True),)
    assert held.do(c.RecallContract(HELENE, True)) == ()
    assert all(held.sees(viewer).recalled for viewer in EVERYBODY)
    held.do(c.RecallContract(HELENE, False))
    assert not any(held.sees(viewer).recalled for viewer in EVERYBODY)


@pytest.mark.parametrize(
    "act",
    [
        c.GiveFloor(HELENE, AWA),
        c.GiveFloor(HELENE, KARIM),
        c.FreeFloor(HELENE),
        c.PassTurn(THOMAS, THOMAS),
        c.PassTurn(HELENE, AWA),
        c.EndRound(HELENE),
        c.OpenRound(HELENE, RoundKind.LEADS),
        c.Advance(HELENE, Stage.EXPLORATION),
        c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT),
        c.Interrupt(HELENE),
    ],
)
def test_the_next_act_of_the_round_ends_it(held: Held, act: c.Command) -> None:
    held.do(c.RecallContract(HELENE, True))
    held.do(act)
    assert not held.seance.recalled


@pytest.mark.parametrize(
    "act", [lambda: c.RaiseHand(AWA), lambda: c.LeaveTrace(AWA, AWA, "text", 10), lambda: c.Leave(INES)]
)
def test_what_others_do_meanwhile_leaves_it_there(held: Held, act: Callable[[], c.Command]) -> None:
    held.do(c.RecallContract(HELENE, True))
    held.do(act())
    assert held.seance.recalled


def test_it_is_the_facilitations_in_step_4_and_of_a_contract_that_stands(held: Held) -> None:
    for seat in (KARIM, THOMAS):
        assert held.why(c.RecallContract(seat, True)) is Why.NOT_YOURS
    assert held_at(Stage.SYNTHESIS).why(c.RecallContract(HELENE, True)) is Why.NOT_NOW
    without = held_at(Stage.CONTRACT)
    without.do(c.Advance(HELENE, Stage.CONTRACT, lifts="R3"))
    assert without.why(c.RecallContract(HELENE, True)) is Why.CONTRACT_OPEN
    assert without.do(c.RecallContract(HELENE, False)) == ()


def test_a_client_who_made_that_sign_reads_that_it_was_seen_and_the_circle_does_not(held: Held) -> None:
    held.do(c.MakeSign(KARIM, Sign.CONTRACT, True))
    held.do(c.MakeSign(KARIM, Sign.ANGLE, True))
    held.do(c.RecallContract(HELENE, True))
    assert held.sees(KARIM).own.signs.heard == (Sign.CONTRACT,)
    assert held.sees(HELENE).own.signs.made == (Sign.ANGLE,)
    assert Sign.CONTRACT not in held.sees(THOMAS).own.signs.heard


def _apart(held: Held) -> list[tuple[str, bool]]:
    return [(one.seat, one.outside) for one in held.sees(HELENE).own.apart]


def test_the_facilitator_puts_what_somebody_left_outside_of_the_contract_without_reading_it(held: Held) -> None:
    assert held.why(c.MarkTrace(HELENE, None, True, THOMAS)) is Why.NO_SUCH_TRACE
    held.do(c.LeaveTrace(THOMAS, THOMAS, "by-thomas", 10))
    before = {viewer: held.sees(viewer) for viewer in (AWA, INES, PROJECTOR)}
    held.do(c.MarkTrace(HELENE, None, True, THOMAS))
    assert held.do(c.MarkTrace(HELENE, None, True, THOMAS)) == ()
    assert _apart(held) == [(THOMAS, True)]
    assert held.sees(THOMAS).own.traces[0].outside
    assert held.sees(KARIM).own.envelope
    assert {viewer: held.sees(viewer) for viewer in before} == before
    assert "by-thomas" not in repr(held.sees(HELENE))
    held.goes_to(Stage.SYNTHESIS)
    assert held.sees(KARIM).own.traces == ()
    held.do(c.OpenEnvelope(KARIM))
    assert [one.text for one in held.sees(KARIM).own.traces] == ["by-thomas"]


def test_a_slip_is_taken_back_by_the_facilitator_or_by_the_author(held: Held) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "by-thomas", 10))
    for who, trace, seat in ((HELENE, None, THOMAS), (THOMAS, "by-thomas", None)):
        held.do(c.MarkTrace(HELENE, None, True, THOMAS))
        held.do(c.MarkTrace(who, trace, False, seat))
        assert not held.sees(KARIM).own.envelope


def test_what_its_author_put_outside_is_the_authors_to_say_and_nobody_else_learns_of_it(held: Held) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "sealed-one", 10, outside=True))
    assert _apart(held) == []
    for outside in (True, False):
        assert held.why(c.MarkTrace(HELENE, None, outside, THOMAS)) is Why.NO_SUCH_TRACE
    held.do(c.MarkTrace(THOMAS, "sealed-one", False))
    assert _apart(held) == [(THOMAS, False)]


def test_nobody_else_marks_for_somebody_and_the_sorting_ends_it(held: Held) -> None:
    held.do(c.LeaveTrace(THOMAS, THOMAS, "by-thomas", 10))
    for seat in (THOMAS, AWA):
        assert held.why(c.MarkTrace(seat, None, True, THOMAS)) is Why.NOT_YOURS
    assert held.why(c.MarkTrace(HELENE, None, True, KARIM)) is Why.CONSULTANTS_ONLY
    held.goes_to(Stage.SYNTHESIS)
    held.do(c.GoBack(HELENE, Stage.SYNTHESIS, Stage.EXPLORATION))
    assert _apart(held) == []
    assert held.why(c.MarkTrace(HELENE, None, True, THOMAS)) is Why.NO_SUCH_TRACE


def test_the_facilitator_sees_that_a_seat_left_something_and_never_how_much(held: Held) -> None:
    held.do(c.EndRound(HELENE))
    held.do(c.LeaveTrace(THOMAS, THOMAS, "first", 10))
    seen = held.sees(HELENE)
    held.do(c.LeaveTrace(THOMAS, THOMAS, "second", 10))
    assert held.sees(HELENE) == seen
