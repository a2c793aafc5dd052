"""Every act × who asks for it × both ways: an act that belongs to somebody else is refused, and nothing changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from sizain.live.sentences import REFUSED
from sizain.method.refusals import Why
from sizain.seances.asked import READERS
from tests.ground.server import Server
from tests.live.journal import entries
from tests.live.people import Circle, Guest

F, C, K, O, W, A = "facilitator", "client", "consultant", "observer", "waiting", "away"  # noqa: E741
CIRCLE, PEERS = (C, K, O), (C, K)
WHOSE: dict[str, tuple[str, ...]] = {
    "engage": CIRCLE,
    "leave": (*CIRCLE, W),
    "come-back": (A,),
    "raise-hand": PEERS,
    "lower-hand": PEERS,
    "deposit-topic": (*PEERS, F),
    "withdraw-topic": PEERS,
    "say-ready": PEERS,
    "disclose-link": (K, O),
    "answer-link": (C,),
    **dict.fromkeys(
        ("park-idea", "trace-idea", "let-idea-go", "pass-turn", "leave-trace", "mark-trace"), (K, F)
    ),
    "open-envelope": (C,),
    "answer-deputy": (K, O),
    "write-aside": CIRCLE,
    "close-aside": CIRCLE,
    "take-over": (K, O),
    "post-question": (K,),
    "take-back-question": (K,),
    "park-question": (K, F),
    "ask-question": (F,),
    "answer-question": (C,),
    "hear-question": (F,),
    "take-back-trace": (K, C, F),
    "erase-text": (F, C, K, O, W, A),
    "erase-consultation": (C,),
    "note-line": (C, K, O, F),
    "withdraw-line": (C, K, O, F),
    "make-sign": (C,),
    "accept-place": (K,),
    "decline-place": PEERS,
    "change-topic": (C, F),
    "accept-observer": (C,),
    "validate-contract": (C,),
    "validate-dictated": (C,),
    "say-not-well": (C, K, O),
    "take-back-not-well": (C, K, O),
    "answer-step": (K,),
    "discard-step": (C, F),
    **dict.fromkeys(
        (
            "write-understanding", "validate-understanding", "write-step", "validate-step", "withdraw-step",
            "show-step", "pair-step", "settle-plan", "confirm-contract", "confirm-plan",
        ),
        (C,),
    ),
    "set-dictated-aside": (C, F),
    "answer-contract": (K,),
    **dict.fromkeys(
        (
            "choose-format", "admit", "refuse", "remove", "add-seat", "renew-code", "name-observer",
            "hear-observer-accepted", "hear-charter", "open", "advance", "go-back", "name-client", "unname-client",
            "open-vote", "close-vote", "draw-lot", "nobody-ready", "hear-link", "hear-link-answer",
            "hear-acceptance", "give-floor", "free-floor", "dictate-contract", "hear-contract", "hear-answer",
            "hear-agreement", "extend", "rebalance", "pause", "resume", "close", "begin-silence", "end-silence",
            "dictate-understanding", "hear-understanding", "dictate-step", "hear-step", "hear-step-withdrawn",
            "hear-pair", "hear-step-answer", "hear-plan", "hear-not-well", "suspend", "end-suspension", "stop-quietly",
            "open-round", "end-round", "hear-envelope", "hear-sign", "name-scribe", "hide-figures", "show-figures",
            "hear-round", "excuse", "interrupt", "take-up", "lift-lock", "recall-contract", "keep-waiting",
            "name-deputy", "hear-deputy", "hand-over", "answer-aside", "see-aside",
        ),
        (F,),
    ),
}  # fmt: skip
"""Who may ask for an act, as METHOD says it; when is another matter (`tests/method`)."""
ELSEWHERE = "member of another"
OUTSIDERS = ("removed", "stranger")


class Table(Circle):
    """The circle, with Julien who has left."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.away = self.enter("Julien")
        self.do(self.away, "leave")
        self.who: dict[str, Guest] = {
            F: self.facilitator, C: self.client, K: self.consultant, O: self.observer, W: self.waiting, A: self.away,
            "removed": self.removed, "stranger": self.guest(),
        }  # fmt: skip
        self.fields = {
            "seat": self.seat(self.other), "text": "Des mots", "name": "Inès", "ready": "yes", "observer": "yes",
            "total_min": "90", "from_stage": "clarification", "to": "presentation", "seconds": "120",
            "quoted": "120::0", "answer": "accord", "step": "a-step", "kind": "ideas", "sign": "pause", "trace": "0",
            "idea": "0", "line": "stop", "rule": "R4", "question": "0", "story": "0", "aside": "0",
        }  # fmt: skip


@pytest.fixture(scope="module")
def table(hall: Server) -> Iterator[Table]:
    with Table(hall) as table:
        yield table


def not_yours() -> str:
    with translation.override("fr"):
        return str(REFUSED[Why.NOT_YOURS])


def test_every_act_has_its_row() -> None:
    assert sorted(WHOSE) == sorted(READERS)


@pytest.mark.parametrize("act", WHOSE)
def test_an_act_of_another_place_is_refused_in_words_and_changes_nothing(act: str, table: Table) -> None:
    before = entries(table.server, table.token)
    for who in (F, C, K, O, W, A):
        if who in WHOSE[act]:
            continue
        scripted = table.act(table.who[who], act, **table.fields)
        assert (scripted.status_code, scripted.text) == (422, not_yours()), who
        plain = table.act(table.who[who], act, False, **table.fields)
        assert plain.status_code == 422, who
        assert not_yours() in plain.text, who
    assert entries(table.server, table.token) == before


@pytest.mark.parametrize("act", WHOSE)
def test_an_act_from_outside_finds_nothing_there_and_changes_nothing(act: str, table: Table) -> None:
    before = entries(table.server, table.token)
    for who in OUTSIDERS:
        for scripted in (True, False):
            here = table.act(table.who[who], act, scripted, **table.fields)
            how = {"HX_Request": "true"} if scripted else {}
            nowhere = table.who[who].post(f"/s/{'0' * 22}/{act}", {"key": "a", **table.fields}, **how)
            assert (here.status_code, here.content) == (nowhere.status_code, nowhere.content) == (404, here.content)
    assert entries(table.server, table.token) == before


def test_an_act_that_nobody_knows_is_nothing_even_for_who_sits_here(table: Table) -> None:
    for act in ("hand-seat", "enter", "nothing", "engage/", "__class__"):
        for scripted in (True, False):
            assert table.act(table.client, act, scripted).status_code == 404
