"""From the lobby to the closing: stages, loops, the floor and the hands, the clock's acts."""

from unittest.mock import ANY

import pytest

from sizain.method import clock as clocks
from sizain.method import commands as c
from sizain.method.clock import Choice, extending
from sizain.method.decide.thread import announced
from sizain.method.refusals import Why
from sizain.method.seance import STAGES, Limits, Place, Stage, step_number
from sizain.method.thread import earlier_stages, next_stage
from tests.method.held import AWA, HELENE, INES, KARIM, NOON, THOMAS, Held, held_at


def _whole(**options: object) -> list[Stage]:
    held = held_at(Stage.LOBBY, **options)
    seen = [held.seance.stage]
    while held.seance.stage is not Stage.CLOSED:
        held.goes_on()
        seen.append(held.seance.stage)
    assert held.seance.closed_at == held.now
    return seen


def test_a_remote_session_with_a_retour_goes_through_every_stage() -> None:
    assert _whole(place=Place.REMOTE, minutes={"retour": 5}) == list(STAGES)


def test_stages_without_minutes_are_passed_over() -> None:
    assert _whole() == [one for one in STAGES if one not in (Stage.RETOUR, Stage.PAUSE)]
    assert Stage.OPENING in _whole(minutes={"opening": 0})


@pytest.mark.parametrize("opening", [0, 5])
def test_the_choice_is_never_passed_over_even_without_minutes(opening: int) -> None:
    held = held_at(Stage.LOBBY, minutes={"choice": 0, "opening": opening, "presentation": 9})
    held.goes_to(Stage.CHOICE)
    assert held.why(c.Advance(HELENE, Stage.CHOICE)) is Why.NO_CLIENT
    held.goes_to(Stage.EXPLORATION)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CHOICE))


def test_nobody_can_open_an_empty_circle() -> None:
    held = Held()
    held.enters(KARIM)
    assert held.why(c.Open(HELENE)) is Why.NOBODY_SEATED
    held.sits(THOMAS)
    held.do(c.NameObserver(HELENE, THOMAS, True))
    assert held.why(c.Open(HELENE)) is Why.NOBODY_SEATED
    held.do(c.Admit(HELENE, KARIM))
    held.do(c.Leave(KARIM))
    assert held.why(c.Open(HELENE)) is Why.NOBODY_SEATED
    held.do(c.NameObserver(HELENE, THOMAS, False))
    held.do(c.Open(HELENE))


def test_the_clock_starts_with_the_opening() -> None:
    held = held_at(Stage.LOBBY)
    assert not held.seance.clock
    held.passes(10)
    held.do(c.Open(HELENE))
    assert held.seance.clock is not None
    assert held.seance.clock.end_ms == held.now + 105 * 60_000


def test_a_format_is_chosen_again_before_the_opening() -> None:
    held = held_at(Stage.LOBBY)
    held.do(c.ChooseFormat(HELENE, 90, {}))
    assert held.seance.total_min == held.seance.plan.total_s // 60 == 90
    held.do(c.ChooseFormat(HELENE, 90, {"exploration": 30}))
    assert held.seance.total_min == held.seance.plan.total_s // 60
    assert held.seance.plan.to_json()["exploration"] == 30 * 60


@pytest.mark.parametrize(
    ("total", "minutes"),
    [(29, {}), (241, {}), (0, {}), (105, {"meta": 0}), (105, {"lunch": 5}), (105, {"meta": 200})],
)
def test_a_format_outside_the_method_is_refused(total: int, minutes: dict[str, int]) -> None:
    held = held_at(Stage.LOBBY)
    assert held.why(c.ChooseFormat(HELENE, total, minutes)) is Why.BAD_FORMAT


@pytest.mark.parametrize("stage", [one for one in STAGES if one is not Stage.CLOSED])
def test_a_tap_on_a_screen_that_is_late_does_not_skip_a_stage(stage: Stage) -> None:
    held = held_at(Stage.EXPLORATION)
    if stage is not Stage.EXPLORATION:
        assert held.why(c.Advance(HELENE, stage, agreed=True)) is Why.NOT_NOW
        assert held.why(c.GoBack(HELENE, stage, Stage.CHOICE)) is Why.NOT_NOW


def test_two_taps_on_the_same_screen_advance_once() -> None:
    held = held_at(Stage.PRESENTATION)
    held.advances()
    assert held.why(c.Advance(HELENE, Stage.PRESENTATION)) is Why.NOT_NOW


@pytest.mark.parametrize("stage", STAGES)
def test_a_loop_leads_back_to_the_stages_that_were_held_to_the_opening_and_from_step_1_to_the_choice(
    stage: Stage,
) -> None:
    held = held_at(stage)
    allowed = earlier_stages(held.seance)
    late = STAGES.index(stage) > STAGES.index(Stage.CHOICE) and stage is not Stage.CLOSED
    assert (Stage.CHOICE in allowed) is late
    early = stage in (Stage.RETOUR, Stage.CHOICE)
    assert (Stage.OPENING in allowed) is early
    assert not {Stage.PAUSE, Stage.LOBBY} & set(allowed)
    if stage in (Stage.LOBBY, Stage.CLOSED):
        return
    for there in STAGES:
        act = c.GoBack(HELENE, stage, there)
        if there in allowed:
            assert held_at(stage).do(act)
        else:
            assert held.why(act) is Why.NOT_NOW


SLIPS = [one for one in STAGES if one not in (Stage.LOBBY, Stage.CLOSING, Stage.CLOSED)]


@pytest.mark.parametrize("stage", SLIPS)
def test_after_a_slip_of_the_finger_one_is_back_where_one_was_with_its_time_and_its_end(stage: Stage) -> None:
    """Going on by mistake is a loop like any other: the facilitator comes back, and nobody has to explain."""
    place = Place.REMOTE if stage is Stage.CONTRACT else Place.ON_SITE
    held = held_at(stage, **({} if stage in (Stage.RETOUR, Stage.PAUSE) else {"place": place}))
    held.passes(1)
    clock = held.seance.clock
    assert clock is not None
    before = clocks.reading(clock, held.now)
    held.goes_on()
    slipped = held.seance.stage
    if stage is Stage.PAUSE:  # a break that is over leads back to what it stood after
        assert held.sees(HELENE).earlier[0] is Stage.CONTRACT
        return
    assert held.sees(HELENE).earlier[0] is stage
    held.do(c.GoBack(HELENE, slipped, stage))
    assert held.seance.stage is stage
    assert held.seance.floor == (KARIM if stage is Stage.PRESENTATION else None)
    assert held.seance.clock is not None
    after = clocks.reading(held.seance.clock, held.now)
    assert after.end_at_ms == before.end_at_ms
    assert after.remaining_ms == before.remaining_ms
    assert held.seance.contract.terms == (None if STAGES.index(stage) < STAGES.index(Stage.CONTRACT) else ANY)


def test_loops_are_counted_and_the_nearest_stage_comes_first() -> None:
    held = held_at(Stage.SYNTHESIS)
    assert earlier_stages(held.seance)[:2] == (Stage.EXPLORATION, Stage.CONTRACT)
    held.do(c.GoBack(HELENE, Stage.SYNTHESIS, Stage.EXPLORATION))
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))
    assert held.seance.loops == 2
    held.advances()
    assert held.seance.loops == 2


def test_from_the_closing_one_can_go_back_to_step_6() -> None:
    held = held_at(Stage.CLOSING)
    before = held.seance.clock
    held.do(c.GoBack(HELENE, Stage.CLOSING, Stage.META))
    assert held.seance.clock == before
    held.advances()
    assert held.seance.stage is Stage.CLOSING


def test_there_is_nothing_after_the_closing_but_to_close() -> None:
    held = held_at(Stage.CLOSING)
    assert held.following is Stage.CLOSED
    assert held.why(c.Advance(HELENE, Stage.CLOSING)) is Why.NOT_NOW
    held.goes_on()
    assert next_stage(held.seance) is None


def test_the_six_steps_have_a_number() -> None:
    numbers = {stage: step_number(stage) for stage in STAGES if step_number(stage)}
    assert list(numbers.values()) == [1, 2, 3, 4, 5, 6]
    assert held_at(Stage.EXPLORATION).seance.step == 4
    assert held_at(Stage.CHOICE).seance.step == 0


def test_hands_are_raised_in_order_and_lowered() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.do(c.RaiseHand(AWA))
    held.do(c.RaiseHand(INES))
    assert held.do(c.RaiseHand(AWA)) == ()
    assert list(held.seance.hands) == [AWA, INES]
    held.do(c.LowerHand(AWA))
    assert held.do(c.LowerHand(AWA)) == ()
    assert list(held.seance.hands) == [INES]


def test_the_floor_goes_from_one_to_another_and_the_next_stage_starts_afresh() -> None:
    held = held_at(Stage.CLARIFICATION)
    assert held.do(c.FreeFloor(HELENE)) == ()
    held.do(c.RaiseHand(AWA))
    held.do(c.GiveFloor(HELENE, AWA))
    assert held.do(c.GiveFloor(HELENE, AWA)) == ()
    assert held.do(c.RaiseHand(AWA)) == ()  # who speaks need not ask
    assert (held.seance.floor, held.seance.hands, held.seance.spoken) == (AWA, (), (AWA,))
    held.do(c.GiveFloor(HELENE, THOMAS))
    held.do(c.GiveFloor(HELENE, AWA))
    assert list(held.seance.spoken) == [THOMAS, AWA]
    held.do(c.FreeFloor(HELENE))
    assert held.seance.floor is None
    held.do(c.GiveFloor(HELENE, AWA))
    held.do(c.RaiseHand(INES))
    held.advances()
    assert not held.seance.spoken
    assert not held.seance.floor
    assert not held.seance.hands


def test_two_minutes_more_are_what_was_announced() -> None:
    held = held_at(Stage.PRESENTATION)
    assert held.seance.clock is not None
    quote = extending(held.seance.clock, held.now)
    held.do(c.Extend(HELENE, 120, None, announced(quote)))
    assert held.seance.clock.budget == quote.budget


def test_what_was_announced_does_not_hold_once_things_have_changed() -> None:
    held = held_at(Stage.PRESENTATION)
    assert held.seance.clock is not None
    quote = announced(extending(held.seance.clock, held.now))
    assert held.why(c.Extend(HELENE, 180, None, quote)) is Why.QUOTE_CHANGED
    assert held.why(c.Extend(HELENE, 120, Choice.EXCEED, "")) is Why.QUOTE_CHANGED
    assert held.why(c.Extend(HELENE, 0, None, quote)) is Why.BAD_FORM


def test_when_no_later_step_can_pay_the_facilitator_chooses() -> None:
    held = held_at(Stage.META)
    held.passes(120)
    assert held.seance.clock is not None
    assert held.why(c.Extend(HELENE, 120, None, "")) is Why.CHOICE_NEEDED
    quote = extending(held.seance.clock, held.now, choice=Choice.EXCEED)
    held.do(c.Extend(HELENE, 120, Choice.EXCEED, announced(quote)))


def test_a_pause_stands_still_and_its_end_is_paid_for() -> None:
    held = held_at(Stage.CLARIFICATION)
    assert held.do(c.Resume(HELENE)) == ()
    held.do(c.Pause(HELENE))
    assert held.do(c.Pause(HELENE)) == ()
    held.passes(2)
    held.do(c.Resume(HELENE))
    assert held.seance.clock is not None
    assert held.seance.clock.ticking
    assert held.seance.clock.end_ms == NOON + 105 * 60_000


def test_a_pause_that_no_later_step_can_pay_ends_with_a_choice() -> None:
    held = held_at(Stage.META)
    held.do(c.Pause(HELENE))
    held.passes(120)
    assert held.why(c.Resume(HELENE)) is Why.CHOICE_NEEDED
    held.do(c.Resume(HELENE, Choice.EXCEED))
    assert held.seance.clock is not None
    assert held.seance.clock.ticking


def test_nothing_is_extended_while_the_clock_is_suspended() -> None:
    held = held_at(Stage.CLARIFICATION)
    assert held.seance.clock is not None
    frozen = clocks.suspend(held.seance.clock, clocks.suspending(held.seance.clock, held.now), held.now)
    held.put_clock(frozen)
    assert held.why(c.Extend(HELENE, 120, None, "")) is Why.SUSPENDED


def test_no_clock_act_passes_before_there_is_a_clock() -> None:
    held = held_at(Stage.CLARIFICATION)
    held.put_clock(None)
    for act in (c.Pause(HELENE), c.Resume(HELENE), c.Extend(HELENE, 120, None, "")):
        assert held.why(act) is Why.NOT_NOW


def test_places_are_counted_as_the_session_was_planned() -> None:
    assert Held(limits=Limits(seats=4)).seance.limits.seats == 4
