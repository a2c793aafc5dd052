"""The help of each screen, and the locks of a step: what the table says, in its words, and nothing else."""

from __future__ import annotations

import re
from itertools import chain, combinations, product

import pytest
from django.utils import translation

from sizain.live.helping import AROUND, Kept, help_for
from sizain.live.rules_said import ACTS, LIFTED, LIFTING, REASONS
from sizain.method import commands as c
from sizain.method.rounds import RoundKind
from sizain.method.rules import BY_ITSELF, LOCKS, RULES, Posture, acts_of, locks_at, why_not
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR
from tests.live.table import CLIENT, FACILITATOR
from tests.live.test_screens import CONSULTANT, HELD, OBSERVER, VIEWERS, table_at

SEATED = tuple(one for one in VIEWERS if one != PROJECTOR)
OPEN_STAGES = tuple(one for one in HELD if one is not Stage.CLOSED)
LIFTINGS = [frozenset(some) for some in chain.from_iterable(combinations(LOCKS, count) for count in range(3))]


def _acts(rows: tuple[Kept, ...]) -> list[str]:
    return [act for row in rows for act in row.acts]


@pytest.mark.parametrize(("stage", "who"), list(product(STAGES[:-1], AROUND)))
def test_the_help_never_says_otherwise_than_what_is_refused(stage: Stage, who: Posture) -> None:
    for lifted in LIFTINGS:
        acts = acts_of(stage, who, lifted) - BY_ITSELF
        helps = help_for(who, stage, acts, lifted)
        assert set(_acts(helps.now)) == acts
        told = [_acts(rows) for rows in (helps.now, helps.locked, helps.later, helps.others)]
        assert sum(map(len, told)) == len(set(chain(*told)))  # each act is told of once
        for row in helps.locked:
            assert all(why_not(stage, who, act, lifted) is LOCKS[row.reason].why for act in row.acts)
            assert all(why_not(stage, who, act, lifted | {row.reason}) is None for act in row.acts)
        for row in helps.once:
            assert row.reason not in lifted
            assert LOCKS[row.reason].again
        for row in helps.later:
            assert row.where is not None
            assert STAGES.index(row.where) > STAGES.index(stage)
            assert all(why_not(row.where, who, act) is None for act in row.acts)
        for row in helps.others:
            assert who not in row.whose
            assert all(why_not(stage, one, act, lifted) is None for one in row.whose for act in row.acts)
        people = RULES.keys() - BY_ITSELF
        here = {act for act in people if any(why_not(stage, one, act, lifted) is None for one in AROUND)}
        assert here <= set(chain(*told))


@pytest.mark.parametrize(("stage", "viewer", "language"), list(product(OPEN_STAGES, SEATED, ("fr", "en"))))
def test_every_place_has_its_help_at_every_stage_folded_and_in_words(stage: Stage, viewer: str, language: str) -> None:
    table = table_at(stage)
    html = table.regions(viewer, language)["guide"]
    (help_,) = re.findall(r'<details class="plier" id="aide">(.*)</details>', html, re.DOTALL)
    assert "<form" not in help_
    assert re.search(r'<details[^>]*id="aide"[^>]* open', html) is None
    with translation.override(language):
        for act in table.look(viewer).acts:
            assert str(ACTS[act]) in help_, act
            assert str(REASONS[RULES[act].source]) in help_, act


def test_the_room_s_screen_has_no_help_and_no_register() -> None:
    html = "".join(table_at(Stage.EXPLORATION).regions(PROJECTOR).values())
    assert 'id="aide"' not in html
    assert 'id="registre"' not in html


@pytest.mark.parametrize("stage", OPEN_STAGES)
def test_the_facilitation_lifts_a_lock_where_one_bites_and_its_console_says_what_that_changes(stage: Stage) -> None:
    table = table_at(stage)
    shown = {rule for rule in LOCKS if f'name="rule" value="{rule}"' in table.regions(FACILITATOR)["console"]}
    assert shown == set(locks_at(stage))
    for rule in shown:
        assert str(LIFTING[rule]) in table.regions(FACILITATOR)["console"]
        table.do(c.LiftLock(FACILITATOR, rule))
        assert f'name="rule" value="{rule}"' not in table.regions(FACILITATOR)["console"]
        for viewer in SEATED:
            assert str(LIFTED[rule]) in table.regions(viewer)["guide"]
    for viewer in (CLIENT, CONSULTANT, OBSERVER):
        assert "lift-lock" not in "".join(table.regions(viewer).values())


def _writes(stage: Stage, viewer: str, *lifted: str) -> bool:
    """Whether the field of a trace is there for that place."""
    table = table_at(stage)
    for rule in lifted:
        table.do(c.LiftLock(FACILITATOR, rule))
    return 'data-trace="yes"' in table.regions(viewer)["posture"]


def test_the_field_of_a_trace_is_there_when_its_lock_is_lifted_and_not_before() -> None:
    for viewer in (FACILITATOR, CONSULTANT):
        for stage, rule in ((Stage.PRESENTATION, "R6"), (Stage.CLARIFICATION, "R4")):
            assert not _writes(stage, viewer)
            assert _writes(stage, viewer, rule)
        assert _writes(Stage.EXPLORATION, viewer)
    assert not _writes(Stage.EXPLORATION, CLIENT)
    assert not _writes(Stage.EXPLORATION, CLIENT, "R8")
    assert _writes(Stage.EXPLORATION, CLIENT, "R7")
    assert not _writes(Stage.EXPLORATION, OBSERVER, "R7", "R8")


def test_a_turn_that_left_its_trace_has_no_field_for_another_but_for_who_notes_for_the_circle() -> None:
    table = table_at(Stage.EXPLORATION)
    table.do(c.OpenRound(FACILITATOR, RoundKind.IDEAS))
    text = table.write("trace", "Une phrase")
    table.do(c.LeaveTrace(CONSULTANT, CONSULTANT, text, 10))
    assert 'data-trace="no"' in table.regions(CONSULTANT)["posture"]
    assert "Une trace par tour" in table.regions(CONSULTANT)["traces"]
    table.do(c.NameScribe(FACILITATOR, CONSULTANT, True))
    assert 'data-trace="yes"' in table.regions(CONSULTANT)["posture"]
    table.do(c.NameScribe(FACILITATOR, CONSULTANT, False)).do(c.LiftLock(FACILITATOR, "R8"))
    assert 'data-trace="yes"' in table.regions(CONSULTANT)["posture"]


def test_what_the_client_says_can_be_noted_once_that_lock_is_lifted() -> None:
    table = table_at(Stage.EXPLORATION)
    assert f'value="{CLIENT}"' not in table.regions(FACILITATOR)["traces"]
    table.do(c.LiftLock(FACILITATOR, "R7"))
    assert f'form="forme-trace" name="seat" value="{CLIENT}"' in table.regions(FACILITATOR)["traces"]


def test_a_second_turn_is_offered_once_that_lock_is_lifted() -> None:
    table = table_at(Stage.EXPLORATION)
    table.do(c.OpenRound(FACILITATOR, RoundKind.IDEAS))
    table.do(c.GiveFloor(FACILITATOR, table.state.to_come[0]))
    assert " disabled" in table.regions(FACILITATOR)["sheet"]
    table.do(c.LiftLock(FACILITATOR, "R8"))
    assert " disabled" not in table.regions(FACILITATOR)["sheet"]


def test_the_contract_comes_forward_on_every_screen_until_the_next_act_of_the_round() -> None:
    table = table_at(Stage.EXPLORATION)
    table.do(c.RecallContract(FACILITATOR, True))
    for viewer in SEATED:
        assert "contrat--rappel" in table.regions(viewer)["sheet"]
        assert "Revenons au contrat" in table.regions(viewer)["announcement"]
    assert "ecran__contrat--rappel" in table.regions(PROJECTOR)["screen"]
    assert "Continuer" in table.regions(FACILITATOR)["sheet"]
    table.do(c.OpenRound(FACILITATOR, RoundKind.LEADS))
    for viewer in SEATED:
        assert "contrat--rappel" not in table.regions(viewer)["sheet"]


def test_what_leaves_the_contract_is_put_apart_by_name_and_its_words_stay_with_who_wrote_them() -> None:
    table = table_at(Stage.EXPLORATION)
    assert "sort du contrat" not in table.regions(FACILITATOR)["traces"]
    text = table.write("trace", "Des mots que l’animation ne lit pas")
    table.do(c.LeaveTrace(CONSULTANT, CONSULTANT, text, 10))
    shown = table.regions(FACILITATOR)["traces"]
    assert f'name="seat" value="{CONSULTANT}"' in shown
    table.do(c.MarkTrace(FACILITATOR, None, True, CONSULTANT))
    assert 'aria-pressed="true"' in table.regions(FACILITATOR)["traces"]
    assert "Des mots" not in "".join(table.regions(FACILITATOR).values())
    assert "hors du contrat" in table.regions(CONSULTANT)["traces"]


@pytest.mark.parametrize("stage", [one for one in OPEN_STAGES if one not in (Stage.LOBBY, Stage.OPENING)])
def test_a_way_back_from_a_slip_is_in_sight_of_the_facilitation_at_every_stage(stage: Stage) -> None:
    table = table_at(stage)
    nearest = table.look(FACILITATOR).earlier[0]
    regions = table.regions(FACILITATOR)
    backs = "".join((regions["console"], regions["sheet"]))
    in_sight = re.sub(r"<details.*?</details>", "", backs, flags=re.DOTALL)
    assert f'name="to" value="{nearest.value}"' in in_sight
    assert 'href="#console"' in regions["gestures"]  # one tap away on a phone
