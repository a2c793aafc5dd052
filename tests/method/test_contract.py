"""3 Contractualisation: the contract is the client's (R2)."""

import pytest

from sizain.method import commands as c
from sizain.method.contract import Contract, Help, Terms, Written
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import How, Stage
from tests.method.held import HELENE, KARIM, THOMAS, Held, held_at

WORD, LEAVE, NOT = Written("word", 20), Written("leave", 40), Written("not", 40)
WHOLE = Terms("own", (Help.WIDEN, Help.PREPARE), "word", "leave", "not")


def _contract() -> Held:
    return held_at(Stage.CONTRACT)


def test_what_is_dictated_has_no_effect_until_the_client_makes_it_theirs() -> None:
    held = _contract()
    held.do(c.DictateContract(HELENE, "dictated", 30, (Help.DECIDE,), leave_with=LEAVE))
    draft = Terms("dictated", (Help.DECIDE,), leave_with="leave")
    assert held.seance.contract == Contract(dictated=draft)
    assert held.why(c.Advance(HELENE, Stage.CONTRACT, agreed=True)) is Why.CONTRACT_OPEN
    held.do(c.ValidateDictated(KARIM))
    assert held.seance.contract == Contract(terms=draft, how=How.DEVICE)


def test_the_client_says_yes_aloud() -> None:
    held = _contract()
    assert held.why(c.HearContract(HELENE)) is Why.NOT_DICTATED
    assert held.why(c.ValidateDictated(KARIM)) is Why.NOT_DICTATED
    held.do(c.DictateContract(HELENE, "dictated", 30))
    held.do(c.HearContract(HELENE))
    assert held.seance.contract == Contract(terms=Terms("dictated"), how=How.ALOUD)


def test_a_client_who_left_says_nothing_aloud() -> None:
    held = _contract()
    held.do(c.DictateContract(HELENE, "dictated", 30))
    held.do(c.DiscloseLink(THOMAS, KARIM))
    held.do(c.Leave(KARIM))
    assert held.why(c.HearContract(HELENE)) is Why.NO_SUCH_SEAT
    assert held.why(c.HearLinkAnswer(HELENE, THOMAS, True)) is Why.NO_SUCH_SEAT
    held.do(c.ComeBack(KARIM))
    held.do(c.Admit(HELENE, KARIM))
    held.do(c.HearContract(HELENE))


@pytest.mark.parametrize("yes", [c.HearContract, c.ValidateDictated, c.SetDictatedAside])
def test_nobody_decides_on_a_draft_that_changed_under_their_finger(
    yes: type[c.HearContract | c.ValidateDictated | c.SetDictatedAside],
) -> None:
    held, by = _contract(), HELENE if yes is c.HearContract else KARIM
    held.do(c.DictateContract(HELENE, "dictated", 30))
    held.do(c.DictateContract(HELENE, "changed", 30))
    assert held.why(yes(by, "dictated")) is Why.DICTATION_CHANGED
    held.do(yes(by, "changed"))
    assert held.seance.contract.dictated is None
    assert held.seance.contract.text == (None if yes is c.SetDictatedAside else "changed")
    assert held.why(yes(by, "changed")) is Why.NOT_DICTATED


@pytest.mark.parametrize("by", [KARIM, HELENE])
def test_the_client_keeps_their_words_and_the_draft_is_gone(by: str) -> None:
    held = _contract()
    held.do(c.ValidateContract(KARIM, "own", 30))
    held.do(c.DictateContract(HELENE, "dictated", 30))
    held.do(c.SetDictatedAside(by))
    assert held.seance.contract == Contract(terms=Terms("own"), how=How.DEVICE)


def test_the_clients_own_sentence_leaves_the_draft_where_it_is() -> None:
    held = _contract()
    held.do(c.DictateContract(HELENE, "dictated", 30))
    held.do(c.ValidateContract(KARIM, "own", 30))
    assert held.seance.contract == Contract(terms=Terms("own"), how=How.DEVICE, dictated=Terms("dictated"))


def test_only_the_sentence_is_needed_and_the_other_parts_are_kept_as_they_come() -> None:
    held = _contract()
    held.do(c.ValidateContract(KARIM, "own", 30, WHOLE.help, WORD, LEAVE, NOT))
    assert held.seance.contract.terms == WHOLE
    assert WHOLE.texts == ("own", "word", "leave", "not")
    held.do(c.ValidateContract(KARIM, "shorter", 30))
    assert held.seance.contract.terms == Terms("shorter")
    assert Terms("shorter").texts == ("shorter",)


def test_one_kind_of_help_or_two_each_once() -> None:
    held = _contract()
    three = (Help.DECIDE, Help.SUPPORT, Help.QUESTION)
    for act in (c.ValidateContract(KARIM, "own", 30, three), c.DictateContract(HELENE, "own", 30, three)):
        assert held.refusal(act) == Refusal(Why.TOO_MANY_HELPS, 2)
    held.do(c.ValidateContract(KARIM, "own", 30, (Help.DECIDE, Help.DECIDE, Help.SUPPORT)))
    assert held.seance.contract.terms == Terms("own", (Help.DECIDE, Help.SUPPORT))


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


@pytest.mark.parametrize("part", ["word", "leave_with", "not_wanted"])
@pytest.mark.parametrize(
    ("length", "refusal"),
    [(0, Refusal(Why.EMPTY)), (200, None), (201, Refusal(Why.TOO_LONG, 200))],
)
def test_each_part_has_a_length(part: str, length: int, refusal: Refusal | None) -> None:
    held = _contract()
    parts = {part: Written("part", length)}
    for act in (c.ValidateContract(KARIM, "own", 30, **parts), c.DictateContract(HELENE, "own", 30, **parts)):  # type: ignore[arg-type]
        if refusal:
            assert held.refusal(act) == refusal
        else:
            held.do(act)


def test_earlier_wordings_are_kept_in_their_order() -> None:
    held = _contract()
    held.do(c.ValidateContract(KARIM, "first", 30, (Help.DECIDE,)))
    held.do(c.DictateContract(HELENE, "second", 30))
    assert not held.seance.contract.earlier
    held.do(c.HearContract(HELENE))
    held.do(c.ValidateContract(KARIM, "third", 30))
    assert [*held.seance.contract.earlier] == [Terms("first", (Help.DECIDE,)), Terms("second")]


def test_another_client_starts_with_no_contract() -> None:
    held = held_at(Stage.EXPLORATION)
    held.do(c.GoBack(HELENE, Stage.EXPLORATION, Stage.CHOICE))
    held.do(c.HearAcceptance(HELENE, THOMAS))
    assert held.seance.contract == Contract()
