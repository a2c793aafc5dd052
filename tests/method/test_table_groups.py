"""The table of rules, a group of acts at a time: what is the client's, the facilitation's, the door's."""

import pytest

from sizain.method.rules import RULES, Posture, Strictness, acts_of
from sizain.method.seance import STAGES, Stage
from tests.method.test_table import AT_ANY_TIME

W, F, C, K, O, A = Posture  # noqa: E741


def test_nothing_can_be_done_once_the_seance_is_closed_but_to_take_it_up_again_to_confirm_or_to_erase() -> None:
    """And a client without a device takes their page along, by a link."""
    later = AT_ANY_TIME | {"hand-seat"}
    assert {(who, act) for who in Posture for act in acts_of(Stage.CLOSED, who) - later} == {
        (F, "take-up"),
        (C, "confirm-contract"),
        (C, "confirm-plan"),
    }


@pytest.mark.parametrize("stage", STAGES[:-1])
def test_who_is_at_the_door_or_has_left_can_only_come_and_go(stage: Stage) -> None:
    assert acts_of(stage, W) - AT_ANY_TIME == {"enter", "leave", "hand-seat"}
    assert acts_of(stage, A) - AT_ANY_TIME == {"come-back", "hand-seat"}


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_the_clients_is_nobody_elses(stage: Stage) -> None:
    for act in (
        "validate-contract", "validate-dictated", "accept-observer", "write-understanding", "validate-understanding",
        "write-step", "validate-step", "withdraw-step", "show-step", "pair-step", "settle-plan",
        "confirm-contract", "confirm-plan",
    ):  # fmt: skip
        assert RULES[act].postures == {C}
        assert RULES[act].strictness is Strictness.HARD
    assert not acts_of(stage, F) & {"accept-place", "decline-place", "say-ready", "engage"}


def test_only_the_facilitation_lets_people_in_and_moves_the_thread() -> None:
    for act in ("admit", "refuse", "remove", "add-seat", "open", "advance", "go-back", "close"):
        assert RULES[act].postures == {F}
