"""A seat that goes to another device: what was said in confidence goes, what is the person's stays, the circle reads
that it happened."""

from sizain.method import commands as c
from sizain.method.decide import decide
from sizain.method.mirror import mirror
from sizain.method.register import HANDED_RULE, Lift
from sizain.method.relay import Deputy
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from sizain.method.withdrawn import withdrawn
from tests.method.held import AWA, HELENE, KARIM, THOMAS, held_at


def test_what_was_between_two_people_goes_and_the_words_of_others_stay() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.WriteAside(THOMAS, "confidence", 10, HELENE))
    held.do(c.AnswerAside(HELENE, "confidence", "answer", 10))
    held.do(c.WriteAside(AWA, "awas", 10, HELENE))
    held.do(c.SayNotWell(THOMAS))
    held.do(c.SayNotWell(AWA))
    decided = decide(held.seance, c.HandSeat(THOMAS), held.now)
    assert withdrawn(held.seance, decided, held.now) == {"confidence", "answer"}
    held.do(c.HandSeat(THOMAS))
    assert held.sees(THOMAS).own.asides == ()
    assert held.sees(THOMAS).not_well == ()
    assert [one.text for one in held.sees(HELENE).own.asides] == ["awas"]
    assert [one.seat for one in held.sees(HELENE).not_well] == [AWA]
    held.do(c.SayNotWell(THOMAS))  # whoever holds the seat says it again
    assert [one.seat for one in held.sees(HELENE).not_well] == [AWA, THOMAS]


def test_what_others_wrote_to_a_seat_that_led_goes_with_it_too() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.WriteAside(AWA, "awas", 10, HELENE))
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    held.do(c.AnswerDeputy(THOMAS, True))
    held.do(c.HandOver(HELENE, THOMAS))
    held.do(c.HandSeat(HELENE))
    held.do(c.AnswerDeputy(HELENE, True))
    held.do(c.HandOver(THOMAS, HELENE))
    assert held.sees(HELENE).own.asides == ()


def test_the_ideas_and_the_steps_stay_for_whoever_changes_phones() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.ParkIdea(THOMAS, THOMAS, "idea", "idea-text", 10))
    held.do(c.HandSeat(THOMAS))
    assert [one.text for one in held.sees(THOMAS).own.ideas] == ["idea-text"]
    held = held_at(Stage.SYNTHESIS)
    held.do(c.WriteStep(KARIM, None, "step", {"text": "words"}, {"text": 10}, shared=False))
    held.do(c.HandSeat(KARIM))
    plan = held.sees(KARIM).synthesis
    assert plan is not None
    assert [step.id for step in plan.steps] == ["step"]


def test_the_register_says_that_a_seat_changed_devices_and_the_mirror_counts_no_lock() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.HandSeat(THOMAS))
    assert held.seance.register == (Lift(HANDED_RULE, Stage.CLARIFICATION, held.now),)
    for viewer in (HELENE, KARIM, THOMAS, AWA):
        assert held.sees(viewer).register == held.seance.register
    assert held.sees(PROJECTOR).register == ()
    assert mirror(held.journal).lifts == ()


def test_a_first_device_takes_nothing_from_anybody_and_stands_in_no_register() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.AddSeat(HELENE, "solene"))
    held.do(c.HandSeat("solene"))
    assert held.seance.register == ()


def test_the_yes_of_a_deputy_goes_with_their_device() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.NameDeputy(HELENE, THOMAS, True))
    held.do(c.AnswerDeputy(THOMAS, True))
    held.do(c.HandSeat(AWA))
    assert held.seance.relay.deputy == Deputy(THOMAS, agreed=True)
    held.do(c.HandSeat(THOMAS))
    assert held.seance.relay.deputy == Deputy(THOMAS)
    held.do(c.AnswerDeputy(THOMAS, True))
    held.do(c.HandOver(HELENE, THOMAS))
