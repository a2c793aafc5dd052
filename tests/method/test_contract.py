"""3 Contractualisation: the contract is the client's (R2), and opens step 4 (R3)."""

import pytest

from sizain.method import commands as c
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Contract, How, Stage
from tests.method.held import HELENE, KARIM, THOMAS, Held, held_at


def _contract() -> Held:
    return held_at(Stage.CONTRACT)


def test_what_is_dictated_has_no_effect_until_the_client_makes_it_theirs() -> None:
    held = _contract()
    held.do(c.DictateContract(HELENE, "dictated", 30))
    assert held.seance.contract == Contract(dictated="dictated")
    assert held.why(c.Advance(HELENE, Stage.CONTRACT, agreed=True)) is Why.CONTRACT_OPEN
    held.do(c.ValidateDictated(KARIM))
    assert held.seance.contract == Contract(text="dictated", how=How.DEVICE)


def test_the_client_says_yes_aloud() -> None:
    held = _contract()
    assert held.why(c.HearContract(HELENE)) is Why.NOT_DICTATED
    assert held.why(c.ValidateDictated(KARIM)) is Why.NOT_DICTATED
    held.do(c.DictateContract(HELENE, "dictated", 30))
    held.do(c.HearContract(HELENE))
    assert held.seance.contract == Contract(text="dictated", how=How.ALOUD)


@pytest.mark.parametrize("aloud", [True, False])
def test_nobody_validates_a_sentence_that_changed_under_their_finger(aloud: bool) -> None:
    held = _contract()
    held.do(c.DictateContract(HELENE, "dictated", 30))
    held.do(c.DictateContract(HELENE, "changed", 30))

    def yes(shown: str) -> c.Command:
        return c.HearContract(HELENE, shown) if aloud else c.ValidateDictated(KARIM, shown)

    assert held.why(yes("dictated")) is Why.DICTATION_CHANGED
    held.do(yes("changed"))
    assert held.seance.contract.text == "changed"
    assert held.why(yes("changed")) is Why.NOT_DICTATED


def test_the_clients_own_sentence_leaves_the_draft_where_it_is() -> None:
    held = _contract()
    held.do(c.DictateContract(HELENE, "dictated", 30))
    held.do(c.ValidateContract(KARIM, "own", 30))
    assert held.seance.contract == Contract(text="own", how=How.DEVICE, dictated="dictated")


@pytest.mark.parametrize("by", [HELENE, THOMAS])
def test_nobody_else_validates(by: str) -> None:
    held = _contract()
    held.do(c.DictateContract(HELENE, "dictated", 30))
    assert held.why(c.ValidateContract(by, "theirs", 30)) is Why.NOT_YOURS
    assert held.why(c.ValidateDictated(by)) is Why.NOT_YOURS


@pytest.mark.parametrize(
    ("length", "refusal"),
    [(0, Refusal(Why.EMPTY)), (600, None), (601, Refusal(Why.TOO_LONG, 600))],
)
def test_the_sentence_has_a_length(length: int, refusal: Refusal | None) -> None:
    held = _contract()
    for act in (
        c.ValidateContract(KARIM, "own", length),
        c.DictateContract(HELENE, "dictated", length),
    ):
        if refusal:
            assert held.refusal(act) == refusal
        else:
            held.do(act)


def test_step_4_opens_once_the_contract_is_validated_and_the_circle_agrees() -> None:
    held = _contract()
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.CONTRACT_OPEN
    held.do(c.ValidateContract(KARIM, "own", 30))
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.AGREEMENT_OPEN
    held.do(c.Advance(HELENE, Stage.CONTRACT, agreed=True))
    assert held.seance.stage is Stage.EXPLORATION
    assert held.seance.contract.agreed is How.ALOUD


def test_a_change_after_the_agreement_voids_it() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))
    held.do(c.ValidateContract(KARIM, "changed", 30))
    assert held.seance.contract.agreed is None
    assert held.why(c.Advance(HELENE, Stage.CONTRACT)) is Why.AGREEMENT_OPEN


def test_an_agreement_holds_through_a_loop_that_changes_nothing() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CONTRACT))
    held.advances()
    assert held.seance.stage is Stage.EXPLORATION


def test_another_client_starts_with_no_contract() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CHOICE))
    held.do(c.HearAcceptance(HELENE, THOMAS))
    assert held.seance.contract == Contract()
