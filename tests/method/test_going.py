"""Somebody goes for good, whatever the stage and whatever they were doing: nothing blocks, and the facilitation has a
way on (METHOD §3, Any moment)."""

from collections.abc import Callable

import pytest

from sizain.method import commands as c
from sizain.method.contract import Answer
from sizain.method.rounds import RoundKind
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR
from tests.method.held import AWA, HELENE, INES, KARIM, THOMAS, Held, held_at
from tests.method.steps import writes

HELD_STAGES: list[Stage] = [stage for stage in STAGES if stage not in (Stage.LOBBY, Stage.CLOSED)]


def _named(held: Held) -> str:
    held.do(c.NameClient(HELENE, AWA))
    return AWA


def _client(held: Held) -> str:
    if held.seance.client is None:
        held.do(c.HearAcceptance(HELENE, KARIM))
    return KARIM


def _speaker(held: Held) -> str:
    held.do(c.GiveFloor(HELENE, THOMAS))
    return THOMAS


def _hand(held: Held) -> str:
    held.do(c.RaiseHand(AWA))
    return AWA


def _scribe(held: Held) -> str:
    held.do(c.NameScribe(HELENE, INES, True))
    return INES


def _next_in_the_round(held: Held) -> str:
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    return held.seance.to_come[0]


def _in_the_round(held: Held) -> str:
    held.do(c.OpenRound(HELENE, RoundKind.IDEAS))
    held.do(c.GiveFloor(HELENE, held.seance.to_come[0]))
    assert held.seance.floor
    return held.seance.floor


def _pair(held: Held) -> str:
    held.do(writes("step", text="step-text"))
    held.do(c.PairStep(KARIM, "step", THOMAS))
    held.do(c.AnswerStep(AWA, "step", False, True))
    return THOMAS


def _nuance(held: Held) -> str:
    held.do(c.ValidateContract(KARIM, "request", 10))
    held.do(c.HearAgreement(HELENE))
    held.do(c.HearAnswer(HELENE, THOMAS, Answer.NUANCE))
    return THOMAS


WHO: dict[str, tuple[Callable[[Held], str], list[Stage]]] = {
    "the client": (_client, [stage for stage in HELD_STAGES if STAGES.index(stage) >= STAGES.index(Stage.CHOICE)]),
    "who is named": (_named, [Stage.CHOICE]),
    "who speaks": (_speaker, HELD_STAGES),
    "who asks for the floor": (_hand, HELD_STAGES),
    "the scribe": (_scribe, [stage for stage in HELD_STAGES if stage is not Stage.CLOSING]),
    "who comes next": (_next_in_the_round, [Stage.EXPLORATION]),
    "whose turn it is": (_in_the_round, [Stage.EXPLORATION]),
    "the pair of a step": (_pair, [Stage.SYNTHESIS]),
    "who has a nuance": (_nuance, [Stage.CONTRACT]),
}
CASES = [(who, stage) for who, (_, stages) in WHO.items() for stage in stages]
WAYS: dict[str, Callable[[Held, str], object]] = {
    "leaves": lambda held, seat: held.do(c.Leave(seat)),
    "leaves for the door": lambda held, seat: (held.do(c.Leave(seat)), held.do(c.ComeBack(seat))),
    "is removed": lambda held, seat: held.do(c.Remove(HELENE, seat)),
}


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize(("who", "stage"), CASES, ids=[f"{who}-{stage}" for who, stage in CASES])
def test_whoever_goes_the_session_goes_on_to_its_end(who: str, stage: Stage, how: str) -> None:
    held = held_at(stage)
    seat = WHO[who][0](held)
    WAYS[how](held, seat)
    _holds_nobody_who_is_gone(held, seat)
    _goes_on_with_the_facilitation_alone(held)
    for viewer in (HELENE, KARIM, THOMAS, AWA, INES, PROJECTOR):
        assert viewer == seat or held.sees(viewer) is not None


def _holds_nobody_who_is_gone(held: Held, seat: str) -> None:
    seance = held.seance
    assert seat not in (seance.floor, seance.named, *seance.hands, *seance.ready, *seance.to_come)
    known = seance.seat(seat)
    if known is None or not known.in_circle:
        assert seat not in (seance.client, seance.scribe)
        for step in seance.synthesis.steps:
            assert seat not in (step.peer, *step.supports, *step.questions)


def _goes_on_with_the_facilitation_alone(held: Held) -> None:
    """Nobody else is asked for anything: who is left may have no device."""
    for _ in range(2 * len(STAGES)):
        seance, seen = held.seance, held.sees(HELENE)
        if seance.stage is Stage.CLOSED:
            return
        if seance.stage is Stage.CLOSING:
            held.do(c.Close(HELENE))
        elif seance.stage is Stage.CHOICE and seance.client is None:
            there = next(one.id for one in seance.peers if one.present)
            held.do(c.HearAcceptance(HELENE, there))
        elif seance.stage is Stage.META and not seance.meta.round_held:
            held.do(c.HearRound(HELENE))
        else:
            lifts = seen.lock.rule if seen.lock and seen.lock.soft else None
            held.do(c.Advance(HELENE, seance.stage, lifts=lifts))
    raise AssertionError(f"the session stands still in {held.seance.stage}")


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("stage", [stage for stage in HELD_STAGES if STAGES.index(stage) > STAGES.index(Stage.CHOICE)])
def test_without_its_client_the_circle_can_choose_again_from_every_step(stage: Stage, how: str) -> None:
    held = held_at(stage)
    WAYS[how](held, KARIM)
    assert Stage.CHOICE in held.sees(HELENE).earlier
    held.do(c.GoBack(HELENE, stage, Stage.CHOICE))
    held.do(c.HearAcceptance(HELENE, THOMAS))
    assert held.seance.client == THOMAS
    assert held.seance.contract.terms is None
    assert held.seance.traces == ()
    held.advances()
    assert held.seance.floor == THOMAS


@pytest.mark.parametrize("stage", HELD_STAGES)
def test_whoever_waits_at_the_door_sees_nobody_and_nothing(stage: Stage) -> None:
    held = held_at(stage)
    if stage is Stage.CHOICE:
        _client(held)
    held.enters("late")
    seen = held.sees("late")
    assert (seen.people, seen.door, seen.topics, seen.contract, seen.client) == ((), (), None, None, None)
    assert (seen.step, seen.clock, seen.lines, seen.synthesis, seen.facilitator) == (0, None, (), None, None)
