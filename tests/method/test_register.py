"""The register: a soft lock is lifted by a choice of the facilitation, and that choice alone is kept (R26)."""

from sizain.method import commands as c
from sizain.method import events as e
from sizain.method.clock import Choice, extending
from sizain.method.decide.thread import announced
from sizain.method.refusals import Why
from sizain.method.register import Lift
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, KARIM, OMAR, held_at


def test_the_circle_may_explore_without_a_contract_when_the_facilitation_chooses_to() -> None:
    held = held_at(Stage.CONTRACT)
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.CONTRACT_OPEN
    decided = held.do(c.Advance(HELENE, Stage.CONTRACT, lifts="R3"))
    assert e.LockLifted("R3") in decided
    assert held.seance.stage is Stage.EXPLORATION
    assert held.seance.register == (Lift("R3", Stage.CONTRACT, held.now),)


def test_what_is_said_aloud_fulfils_the_rule_and_lifts_nothing() -> None:
    held = held_at(Stage.CONTRACT)
    held.do(c.DictateContract(HELENE, "the-sentence", 30))
    held.do(c.HearContract(HELENE))
    held.do(c.Advance(HELENE, Stage.CONTRACT, agreed=True, lifts="R3"))
    pinned = held.sees(KARIM).contract
    assert pinned is not None
    assert pinned.agreed
    assert held.seance.register == ()


def test_a_hard_lock_is_nobody_s_to_lift_nor_is_a_soft_one_under_another_name() -> None:
    held = held_at(Stage.CHOICE)
    held.do(c.UnnameClient(HELENE))
    for lifts in ("R1", "R3", "R22", "", None):
        assert held.why(c.Advance(HELENE, Stage.CHOICE, lifts=lifts)) is Why.NO_CLIENT
    held = held_at(Stage.CONTRACT)
    for lifts in ("R1", "R14", "r3", ""):
        assert held.why(c.Advance(HELENE, Stage.CONTRACT, lifts=lifts)) is Why.CONTRACT_OPEN


def test_a_lift_that_is_not_needed_is_not_written() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.Advance(HELENE, Stage.CLARIFICATION, lifts="R3"))
    assert held.seance.register == ()


def test_cutting_into_a_floor_and_passing_the_end_stand_in_the_register_when_they_were_chosen() -> None:
    for choice, rule in ((Choice.FLOOR, "R13"), (Choice.EXCEED, "§2")):
        held = held_at(Stage.META)
        held.passes(110)
        clock = held.seance.clock
        assert clock is not None
        quote = extending(clock, held.now, 120, choice)
        held.do(c.Extend(HELENE, 120, choice, announced(quote)))
        kept = {one.rule for one in held.seance.register}
        expected = {"R13"} if quote.bill.floors else set()
        expected |= {"§2"} if quote.bill.exceeded_ms else set()
        assert kept == expected
        assert kept, rule


def test_everybody_in_the_circle_reads_the_register_and_nobody_else() -> None:
    held = held_at(Stage.CONTRACT)
    held.sits(OMAR)
    held.do(c.Advance(HELENE, Stage.CONTRACT, lifts="R3"))
    held.enters("late")
    for viewer in (HELENE, KARIM, AWA, OMAR):
        assert [one.rule for one in held.sees(viewer).register] == ["R3"]
    for viewer in ("late", PROJECTOR):
        assert held.sees(viewer).register == ()


def test_an_entry_of_the_register_names_nobody() -> None:
    held = held_at(Stage.CONTRACT)
    decided = held.do(c.Advance(HELENE, Stage.CONTRACT, lifts="R3"))
    lifted = next(one for one in decided if isinstance(one, e.LockLifted))
    assert lifted.to_body() == {"rule": "R3"}
