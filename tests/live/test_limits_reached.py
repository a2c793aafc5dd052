"""Each limit on what people write, reached and passed, with scripts and without: a clear sentence, the text kept,
nothing changed (ARCHITECTURE, Defaults)."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from sizain.method.forms import WORDS
from sizain.method.seance import Limits, Stage
from sizain.seances.drafts import FIELDS
from tests.ground.server import Server
from tests.live.people import Guest, Room
from tests.live.staged import Staged

MOST = Limits()


@dataclass(frozen=True)
class Case:
    """The field `part` of the act takes `limit` characters and no more; `beside` are the other fields that it needs."""

    stage: Stage
    who: str
    act: str
    part: str
    limit: int
    beside: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.stage}-{self.act}-{self.part}"


SAID = {"text": "Une phrase"}
CASES = [
    Case(Stage.LOBBY, "Karim", "deposit-topic", "text", MOST.topic),
    Case(Stage.LOBBY, "Hélène", "add-seat", "name", MOST.name),
    Case(Stage.PRESENTATION, "Karim", "change-topic", "text", MOST.topic),
    Case(Stage.PRESENTATION, "Hélène", "change-topic", "text", MOST.topic),
    Case(Stage.CLARIFICATION, "Awa", "park-idea", "text", MOST.trace),
    Case(Stage.CONTRACT, "Hélène", "dictate-contract", "text", MOST.contract),
    Case(Stage.CONTRACT, "Hélène", "dictate-contract", "word", MOST.contract_part, SAID),
    Case(Stage.CONTRACT, "Karim", "validate-contract", "text", MOST.contract),
    *(
        Case(Stage.CONTRACT, "Karim", "validate-contract", part, MOST.contract_part, SAID)
        for part in ("word", "leave_with", "not_wanted")
    ),
    Case(Stage.EXPLORATION, "Awa", "leave-trace", "text", MOST.trace),
    Case(Stage.EXPLORATION, "Hélène", "leave-trace", "text", MOST.trace, {"seat": "Awa"}),
    Case(Stage.SYNTHESIS, "Karim", "write-understanding", "text", MOST.plan),
    Case(Stage.SYNTHESIS, "Hélène", "dictate-understanding", "text", MOST.plan),
    Case(Stage.SYNTHESIS, "Hélène", "dictate-step", "text", MOST.plan),
    Case(Stage.SYNTHESIS, "Hélène", "dictate-step", "obstacle", MOST.plan, SAID),
    *(Case(Stage.SYNTHESIS, "Karim", "write-step", part, MOST.plan, SAID) for part in ("obstacle", "sign", "first")),
    Case(Stage.META, "Awa", "note-line", "text", MOST.line, {"line": "stop"}),
    Case(Stage.META, "Hélène", "note-line", "text", MOST.line, {"line": "start"}),
    Case(Stage.META, "Omar", "note-line", "text", MOST.line, {"line": "process"}),
]
STAGES = list(dict.fromkeys(case.stage for case in CASES))


def at_most(limit: int) -> str:
    return f"C’est trop long\u00a0: {limit} caractères au plus."


def typed(case: Case, more: int = 0) -> str:
    """So many characters, some of them written with several bytes, none of them trimmed."""
    return ("é" + "œ" * 9 + "x" * case.limit)[: case.limit + more - 1] + "."


@pytest.mark.database
@pytest.mark.parametrize("stage", STAGES)
def test_a_text_takes_its_limit_and_no_more(stage: Stage, hall: Server) -> None:
    with Staged(hall, stage) as room:
        for case in (one for one in CASES if one.stage is stage):
            guest, before = room.who(case.who), room.kept
            beside = {name: room.seats.get(value, value) for name, value in case.beside.items()}
            for scripted in (True, False):
                answer = room.act(guest, case.act, scripted, **{**beside, case.part: typed(case, more=1)})
                assert answer.status_code == 422, case
                said = html.unescape(answer.text)
                assert at_most(case.limit) in said, case
                assert scripted or typed(case, more=1) in said, case
            blank = room.act(guest, case.act, **{**beside, "text": " \u00a0\n", "name": "\u200b"})
            assert case.act == "park-idea" or (blank.status_code, blank.text) == (
                422,
                "Le champ est vide\u00a0: écrivez une phrase.",
            ), case
            if case.act != "park-idea":  # an idea needs no words
                assert room.kept == before, case
            room.do(guest, case.act, **{**beside, case.part: typed(case)})
            assert room.kept != before, case


@pytest.mark.parametrize("draft", FIELDS)
def test_a_private_text_takes_its_limit_and_no_more(draft: str, circle: Staged) -> None:
    guest, limit = circle.consultant, FIELDS[draft]
    for scripted in (True, False):
        long = "x" * (limit + 1)
        answer = keeps(circle, guest, draft, long, scripted)
        assert answer == 422
        assert keeps(circle, guest, draft, long[1:], scripted) == (200 if scripted else 303)


def keeps(circle: Room, guest: Guest, draft: str, text: str, scripted: bool) -> int:
    how = {"HX_Request": "true"} if scripted else {}
    answer = guest.post(circle.path(f"drafts/{draft}"), {"text": text, "version": "0"}, **how)
    assert answer.status_code != 422 or "C’est trop long" in html.unescape(answer.text)
    assert scripted or answer.status_code != 422 or text in answer.text
    return answer.status_code


def test_the_short_form_says_what_it_takes_and_gives_back_what_was_typed(hall: Server) -> None:
    with Staged(hall, Stage.META) as room:
        before = room.kept
        for fields, said in (
            ({"text": "x" * (WORDS + 1)}, at_most(WORDS)),
            ({"safe": "7", "text": "Des mots"}, "Ce formulaire est incomplet."),
            ({"safe": "0", "text": "Des mots"}, "Ce formulaire est incomplet."),
            ({"safe": "six"}, "Ce formulaire est incomplet."),
            ({}, "Le champ est vide"),
        ):
            answer = room.consultant.post(room.path("evaluation"), fields)
            assert answer.status_code == 422
            assert said in html.unescape(answer.text)
            assert fields.get("text", "") in html.unescape(answer.text)
        for fields in ({"safe": "6", "contributed": "1"}, {"text": "y" * WORDS}):
            assert room.consultant.post(room.path("evaluation"), fields).status_code == 303
        assert "y" * WORDS in room.consultant.get(room.path()).text
        assert room.kept == before


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"confidence": "0"}, 204), ({"confidence": "10"}, 204), ({"confidence": "11"}, 422),
        ({"confidence": "-1"}, 422),
        ({"when": "2028-02-29"}, 204), ({"when": "2027-02-29"}, 422), ({"when": "demain"}, 422),
    ],
)  # fmt: skip
def test_a_step_takes_a_day_that_exists_and_a_confidence_from_0_to_10(
    fields: dict[str, str], status: int, planning: Staged
) -> None:
    before = planning.kept
    answer = planning.act(planning.client, "write-step", **{"text": "Un pas", **fields})
    assert answer.status_code == status, answer.text
    if status == 422:
        assert planning.kept == before
        plain = planning.act(planning.client, "write-step", False, **{"text": "Un pas à garder", **fields})
        assert "Un pas à garder" in plain.text
    else:
        step = planning.page(planning.client).form("withdraw-step").fields["step"]
        planning.do(planning.client, "withdraw-step", step=step)


@pytest.fixture(scope="module")
def planning(hall: Server) -> Iterator[Staged]:
    with Staged(hall, Stage.SYNTHESIS) as room:
        yield room


def test_a_plan_takes_three_steps_and_a_contract_two_kinds_of_help(hall: Server) -> None:
    with Staged(hall, Stage.SYNTHESIS) as room:
        for number in range(3):
            room.do(room.client, "write-step", text=f"Le pas {number}")
        before = room.kept
        for who, act in ((room.client, "write-step"), (room.facilitator, "dictate-step")):
            for scripted in (True, False):
                answer = room.act(who, act, scripted, text="Le pas de trop")
                assert answer.status_code == 422
                assert "trois pas au plus" in answer.text
                assert scripted or "Le pas de trop" in answer.text
        assert room.kept == before
    with Staged(hall, Stage.CONTRACT) as room:
        before = room.kept
        helps = {f"help-{kind}": "yes" for kind in ("decide", "options", "support")}
        answer = room.act(room.client, "validate-contract", False, text="Ma demande à trois aides", **helps)
        assert answer.status_code == 422
        assert "Une aide, ou deux" in html.unescape(answer.text)
        assert "Ma demande à trois aides" in answer.text
        assert room.kept == before


def test_a_room_takes_twenty_places_and_a_name_forty_characters(hall: Server) -> None:
    with Room(hall) as room:
        long = room.guest("long")
        answer = long.fill(f"/r/{room.code}/", {"name": "x" * (MOST.name + 1)})
        assert answer.status_code == 422
        assert "x" * (MOST.name + 1) in answer.text
        room.enter("x" * MOST.name)
        for number in range(MOST.seats - 2):
            room.lead("add-seat", name=f"Pair {number}")
        before = room.seq
        for scripted in (True, False):
            answer = room.act(room.facilitator, "add-seat", scripted, name="Une place de trop")
            assert answer.status_code == 422
            assert "Les 20 places sont prises." in answer.text
            assert scripted or "Une place de trop" in answer.text
        late = room.guest("late")
        answer = late.fill(f"/r/{room.code}/", {"name": "Une place de trop"})
        assert answer.status_code == 422
        assert "Les 20 places sont prises." in answer.text
        assert "Une place de trop" in answer.text
        assert room.seq == before
