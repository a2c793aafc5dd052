"""The one table that refuses: role × stage × act, swept whole."""

from dataclasses import replace

import pytest

from sizain.method import commands as c
from sizain.method.clock import Choice
from sizain.method.contract import Answer
from sizain.method.decide import DECIDERS, decide
from sizain.method.meta import Line
from sizain.method.refusals import Refusal, Why
from sizain.method.rounds import RoundKind
from sizain.method.rules import (
    BY_ITSELF,
    LOCKS,
    RULES,
    Posture,
    Strictness,
    acts_of,
    lock_on,
    locks_at,
    posture,
    why_not,
)
from sizain.method.seance import STAGES, Role, Seance, Seat, Stage, Standing
from sizain.method.signs import Sign
from sizain.seances.asked import READERS
from tests.method.held import HELENE, INES, KARIM, OMAR, THOMAS, held_at

W, F, C, K, O, A = Posture  # noqa: E741

EVERY_ACT: dict[str, c.Command] = {
    one.act: one
    for one in (
        c.AskToEnter("new"),
        c.Engage("me"),
        c.Leave("me"),
        c.ComeBack("me"),
        c.RaiseHand("me"),
        c.LowerHand("me"),
        c.DepositTopic("me", "me", "text", 10),
        c.WithdrawTopic("me"),
        c.SayReady("me", True),
        c.AcceptPlace("me"),
        c.DeclinePlace("me"),
        c.ChangeTopic("me", "text", 10),
        c.AcceptObserver("me", OMAR),
        c.ValidateContract("me", "text", 10),
        c.ValidateDictated("me"),
        c.SetDictatedAside("me"),
        c.AnswerContract("me", Answer.NUANCE),
        c.ChooseFormat("me", 90, {}),
        c.Admit("me", "waiting"),
        c.KeepWaiting("me", "waiting"),
        c.Refuse("me", "waiting"),
        c.Remove("me", THOMAS),
        c.AddSeat("me", "new"),
        c.HandSeat("me"),
        c.RenewCode("me"),
        c.NameObserver("me", THOMAS, True),
        c.HearObserverAccepted("me", OMAR),
        c.NameDeputy("me", THOMAS, True),
        c.AnswerDeputy("me", True),
        c.HearDeputy("me", THOMAS),
        c.HandOver("me", THOMAS),
        c.TakeOver("me"),
        c.NoteAbsence("me"),
        c.NoteReturn("me", HELENE),
        c.HearCharter("me"),
        c.Open("me"),
        c.Advance("me", Stage.LOBBY, choice=Choice.EXCEED),
        c.GoBack("me", Stage.LOBBY, Stage.CHOICE),
        c.NameClient("me", THOMAS),
        c.UnnameClient("me"),
        c.HearAcceptance("me", THOMAS),
        c.OpenVote("me", "ballot"),
        c.CloseVote("me", {}, 0),
        c.DrawLot("me", 0),
        c.NobodyReady("me"),
        c.DiscloseLink("me", KARIM),
        c.HearLink("me", THOMAS, KARIM),
        c.AnswerLink("me", THOMAS, True),
        c.HearLinkAnswer("me", THOMAS, True),
        c.GiveFloor("me", THOMAS),
        c.FreeFloor("me"),
        c.DictateContract("me", "text", 10),
        c.HearContract("me"),
        c.HearAnswer("me", THOMAS, Answer.CANNOT),
        c.HearAgreement("me"),
        c.ParkIdea("me", "me", "idea", "text", 10),
        c.LetIdeaGo("me", "idea"),
        c.PostQuestion("me", "text", 10),
        c.TakeBackQuestion("me", "question"),
        c.ParkQuestion("me", "question", "idea"),
        c.AskQuestion("me", "question"),
        c.AnswerQuestion("me", "question", False),
        c.HearQuestion("me", "question", False),
        c.TraceIdea("me", "idea"),
        c.OpenRound("me", RoundKind.IDEAS),
        c.EndRound("me"),
        c.PassTurn("me", "me"),
        c.LeaveTrace("me", "me", "text", 10),
        c.TakeBackTrace("me", "trace"),
        c.MarkTrace("me", "trace", True),
        c.RecallContract("me", True),
        c.OpenEnvelope("me"),
        c.HearEnvelope("me"),
        c.NameScribe("me", THOMAS, True),
        c.MakeSign("me", Sign.PAUSE, True),
        c.HearSign("me", Sign.PAUSE),
        c.BeginSilence("me"),
        c.EndSilence("me"),
        c.WriteUnderstanding("me", "text", 10),
        c.DictateUnderstanding("me", "text", 10),
        c.ValidateUnderstanding("me"),
        c.HearUnderstanding("me"),
        c.WriteStep("me", None, "new", {"text": "text"}, {"text": 10}),
        c.DictateStep("me", "draft", None, "new", {"text": "text"}, {"text": 10}),
        c.ValidateStep("me"),
        c.HearStep("me"),
        c.DiscardStep("me"),
        c.WithdrawStep("me", "step"),
        c.HearStepWithdrawn("me", "step"),
        c.ShowStep("me", "step", False),
        c.PairStep("me", "step", THOMAS),
        c.HearPair("me", "step", THOMAS),
        c.AnswerStep("me", "step", False, True),
        c.HearStepAnswer("me", "step", THOMAS, False, True),
        c.SettlePlan("me"),
        c.ConfirmContract("me"),
        c.ConfirmPlan("me"),
        c.HearPlan("me"),
        c.LiftLock("me", "R4"),
        c.Extend("me", 120, None, "quoted"),
        c.Rebalance("me", "quoted"),
        c.Pause("me"),
        c.Resume("me"),
        c.WriteAside("me", "text", 10),
        c.CloseAside("me", "aside"),
        c.AnswerAside("me", "aside", "text", 10),
        c.SeeAside("me", "aside"),
        c.SayNotWell("me"),
        c.TakeBackNotWell("me"),
        c.HearNotWell("me", THOMAS),
        c.Suspend("me"),
        c.EndSuspension("me"),
        c.StopQuietly("me"),
        c.HideFigures("me"),
        c.ShowFigures("me"),
        c.Close("me"),
        c.HearRound("me"),
        c.NoteLine("me", Line.STOP, "text", 10),
        c.WithdrawLine("me", Line.STOP),
        c.Excuse("me", THOMAS, True),
        c.Interrupt("me"),
        c.TakeUp("me"),
        c.EraseText("me", "text"),
        c.EraseConsultation("me"),
    )
}
WHO = {W: "waiting", F: HELENE, C: KARIM, K: THOMAS, O: OMAR, A: INES}
CAN_SAY_NOT_YOURS = {
    *("deposit-topic", "accept-place", "decline-place", "park-idea", "pass-turn", "leave-trace"),
    *("note-line", "withdraw-line", "erase-consultation", "answer-deputy", "take-over"),
}
"""Acts of one person among those of the same posture: theirs is refused below the table."""
CAN_SAY_NOT_NOW = {"advance", "go-back", "give-floor", "lift-lock", "rebalance"}
"""Acts that name a stage, a lock, or a person whose moment is another one, and one that asks for steps to come."""
LOCKED: dict[tuple[str, Posture, Stage], tuple[str, Why]] = {
    ("leave-trace", who, stage): (rule, why)
    for who, stage, rule, why in (
        (F, Stage.PRESENTATION, "R6", Why.CLIENT_PRESENTS),
        (K, Stage.PRESENTATION, "R6", Why.CLIENT_PRESENTS),
        (F, Stage.CLARIFICATION, "R4", Why.QUESTIONS_ONLY),
        (K, Stage.CLARIFICATION, "R4", Why.QUESTIONS_ONLY),
        (C, Stage.EXPLORATION, "R7", Why.CLIENT_LISTENS),
    )
}
"""The soft cells: who may post what and when, once the facilitator has lifted which lock, and what is said before."""
EVERY_LOCK = frozenset({"R4", "R6", "R7", "R8"})
AT_ANY_TIME = {"erase-text", "erase-consultation"}
"""The right over one's own words outlives the séance (R21)."""
AFTERWARDS = {"confirm-contract", "confirm-plan"}  # the client's alone, once it is over


@pytest.fixture(scope="module", params=STAGES)
def seance(request: pytest.FixtureRequest) -> Seance:
    """A séance at each stage with somebody in every posture, Karim being client."""
    held = held_at(request.param)
    standing = {INES: Standing.LEFT}
    seats = [replace(seat, standing=standing.get(seat.id, seat.standing)) for seat in held.seance.seats]
    seats.append(Seat(OMAR, Role.OBSERVER, Standing.SEATED, own_device=True))
    seats.append(Seat("waiting", Role.PEER, Standing.WAITING, own_device=True))
    return replace(held.seance, seats=tuple(seats), client=KARIM)


def test_every_act_has_a_rule_a_decider_and_a_way_to_be_asked() -> None:
    acts = {one.act for one in _commands(c.Command)}
    assert acts == set(RULES) == set(DECIDERS) == set(EVERY_ACT)
    # Doors of their own, where secrets are made and claimed.
    # and what the room writes by itself.
    assert set(RULES) - set(READERS) == {"enter", "hand-seat", *BY_ITSELF}
    assert set(READERS) <= set(RULES)


def test_every_rule_names_its_source_and_can_apply() -> None:
    for act, rule in RULES.items():
        assert rule.source.startswith(("R", "§")), act
        assert rule.strictness in Strictness
        assert rule.postures, act
        assert rule.stages, act


@pytest.mark.parametrize("who", Posture)
def test_an_act_is_refused_exactly_where_the_table_says(seance: Seance, who: Posture) -> None:
    assert posture(seance, WHO[who]) is who
    for act in RULES.keys() - {"enter"}:
        rule, said = RULES[act], _said(seance, replace(EVERY_ACT[act], by=WHO[who]))
        if (act, who, seance.stage) in LOCKED:
            assert said is LOCKED[act, who, seance.stage][1], act
        elif who not in rule.postures:
            assert said is Why.NOT_YOURS, act
        elif seance.stage is Stage.CLOSED and act not in AT_ANY_TIME | AFTERWARDS:  # nothing was interrupted
            assert said is Why.CLOSED, act
        elif seance.stage not in rule.stages:
            assert said is Why.NOT_NOW, act
        else:
            below = {Why.NOT_YOURS: CAN_SAY_NOT_YOURS, Why.NOT_NOW: CAN_SAY_NOT_NOW}
            assert said is not Why.CLOSED, act
            assert act in below.get(said, {act}) if said else True, act


@pytest.mark.parametrize("who", Posture)
def test_a_soft_cell_opens_with_its_own_lock_and_a_hard_one_with_none(seance: Seance, who: Posture) -> None:
    for act in RULES.keys() - {"enter"}:
        asked, cell = replace(EVERY_ACT[act], by=WHO[who]), (act, who, seance.stage)
        rule, why = LOCKED.get(cell, ("", None))
        assert lock_on(seance.stage, who, act) == (rule or None), cell
        closed, others = why_not(seance.stage, who, act), EVERY_LOCK - {rule}
        assert why_not(seance.stage, who, act, others) is closed, cell
        if why is None:  # hard, or allowed: no lifting changes that
            assert why_not(seance.stage, who, act, EVERY_LOCK) is closed, cell
            if closed is not None:
                assert _said(replace(seance, lifted=EVERY_LOCK), asked) is closed, cell
        else:
            assert closed is why, cell
            assert why_not(seance.stage, who, act, frozenset({rule})) is None, cell
            opened = _said(replace(seance, lifted=frozenset({rule})), asked)
            assert opened in (None, Why.NOT_YOURS, Why.NO_SUCH_SEAT), cell


def test_every_lock_bites_somewhere_and_can_be_lifted_exactly_there(seance: Seance) -> None:
    assert set(LOCKS) == EVERY_LOCK
    for rule, lock in LOCKS.items():
        said = _said(seance, c.LiftLock(HELENE, rule))
        bites = {stage for (_, _, stage), (one, _) in LOCKED.items() if one == rule} or {Stage.EXPLORATION}
        assert lock.stages == bites, rule
        assert (said is None) == (seance.stage in bites), rule
        assert (rule in locks_at(seance.stage)) == (seance.stage in bites), rule


def test_the_controls_that_a_screen_shows_are_those_that_the_table_lets_pass(
    seance: Seance,
) -> None:
    for who in Posture:
        shown = acts_of(seance.stage, who)
        assert shown == {act for act in RULES if why_not(seance.stage, who, act) is None}
        opened = acts_of(seance.stage, who, EVERY_LOCK)
        assert opened - shown == {act for act, one, stage in LOCKED if (one, stage) == (who, seance.stage)}
        assert shown <= opened


def test_people_enter_at_any_stage_until_the_seance_is_closed(seance: Seance) -> None:
    said = _said(seance, c.AskToEnter("new"))
    assert said is (Why.CLOSED if seance.stage is Stage.CLOSED else None)


def test_who_has_no_place_here_may_do_nothing(seance: Seance) -> None:
    gone = [
        Seat("refused", Role.PEER, Standing.REFUSED, own_device=True),
        Seat("removed", Role.PEER, Standing.REMOVED, own_device=True),
    ]
    with_gone = replace(seance, seats=(*seance.seats, *gone))
    for command in EVERY_ACT.values():
        for seat in ("refused", "removed", "stan"):
            if command.act != "enter":
                assert _said(with_gone, replace(command, by=seat)) is Why.NOT_YOURS


def _said(seance: Seance, command: c.Command) -> Why | None:
    try:
        decide(seance, command, seance.clock.as_of_ms if seance.clock else 0)
    except Refusal as refusal:
        return refusal.why
    return None


def _commands(cls: type[c.Command]) -> list[type[c.Command]]:
    return [one for each in cls.__subclasses__() for one in (each, *_commands(each))]
