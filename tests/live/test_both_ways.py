"""An act with scripts and the same act without: one set of rules, one writer, the same journal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from sizain.seances.asked import READERS
from tests.ground.server import Server
from tests.live.journal import entries
from tests.live.people import Circle, Room
from tests.live.whole_session import SHOWN, STEPS


class Held(Room):
    """A whole séance, held with scripts or without."""

    def __init__(self, server: Server, *, scripted: bool) -> None:
        super().__init__(server, way="written")
        self.scripted = scripted
        self.people = {"Hélène": self.facilitator}
        self.seats = {"Hélène": self.seat(self.facilitator)}
        for name in ("Karim", "Awa", "Omar", "Solène", "Félix"):
            self.people[name] = self.knock(name)
            self.seats[name] = self.seat(self.people[name])

    def hold(self) -> None:
        for who, act, fields in STEPS:
            said = dict(fields)
            for field in ("seat", "story"):
                if field in said:
                    said[field] = self.seats[said[field]]
            if act in SHOWN:
                said = self.page(self.people[who]).form(act).fields
            if act == "erase-text":
                said = {"text": self.own_words(who)[0]}
            if said.get("step"):
                said["step"] = self.last_step()
            if act == "rebalance":
                said = self.facilitator.page(self.path("repartition/")).form("rebalance").fields
            if act == "answer-aside":
                said["aside"] = self.page(self.people[who]).form("see-aside").fields["aside"]
            if act == "extend":
                said = self.facilitator.page(self.path("extension/")).form("extend").fields
            answer = self.act(self.people[who], act, self.scripted, **said)
            assert answer.status_code == (204 if self.scripted else 303), (who, act, answer.text)
            if not self.scripted:
                assert answer.headers["location"] == self.path()

    def own_words(self, who: str) -> list[str]:
        """What that person may erase, as their page lists it."""
        forms = self.people[who].page(self.path("effacement/")).forms
        return [form.fields["text"] for form in forms if "text" in form.fields]

    def last_step(self) -> str:
        kept = entries(self.server, self.token)
        return str([body["step"] for _, kind, body, _ in kept if kind in ("step-written", "step-dictated")][-1])

    def told(self) -> list[tuple[str, Any, str]]:
        """The journal with names for seats, and without what chance and the clock put into it."""
        names = {seat: name for name, seat in self.seats.items()}
        return [
            (kind, {} if kind.startswith("clock-") else _told(body, names), names[actor])
            for _, kind, body, actor in entries(self.server, self.token)
        ]


def _told(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _told(one, names) for name, one in value.items() if name != "passage"}
    if isinstance(value, list):
        return [_told(one, names) for one in value]
    if isinstance(value, str):
        return names.get(value, "some id" if re.fullmatch("[0-9a-f]{16}", value) else value)
    return value if isinstance(value, bool) or value is None else "some number"


def test_the_session_held_here_asks_for_every_act() -> None:
    absent = {"take-over"}  # the facilitation has to be gone for a minute: see tests/browser/test_relay.py
    assert {act for _, act, _ in STEPS} == set(READERS) - absent


@pytest.mark.database
def test_a_whole_session_with_scripts_and_one_without_leave_the_same_journal(hall: Server) -> None:
    with Held(hall, scripted=True) as quick, Held(hall, scripted=False) as plain:
        for one in (quick, plain):
            one.hold()
        assert quick.told() == plain.told()
        for one in (quick, plain):
            numbers = [seq for seq, *_ in entries(hall, one.token)]
            assert numbers == list(range(1, len(numbers) + 1))


@pytest.fixture(scope="module")
def shared(hall: Server) -> Iterator[Circle]:
    with Circle(hall) as shared:
        yield shared


@pytest.fixture
def table(shared: Circle) -> Circle:
    """The circle in step 2, with every hand down; texts of its contract are tried in circles of their own."""
    for guest in (shared.client, shared.other):
        shared.do(guest, "lower-hand")
    return shared


WAYS = pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])
DONE = {True: 204, False: 303}


@WAYS
@pytest.mark.database
def test_an_act_sent_again_with_its_key_is_applied_once(table: Circle, scripted: bool) -> None:
    key = f"once {scripted}"
    answers = [table.act(table.client, "raise-hand", scripted, key=key) for _ in range(3)]
    table.act(table.client, "lower-hand", scripted)
    answers.append(table.act(table.client, "raise-hand", scripted, key=key))
    assert {answer.status_code for answer in answers} == {DONE[scripted]}
    assert [kind for _, kind, _, _ in entries(table.server, table.token)][-2:] == ["hand-raised", "hand-lowered"]


@WAYS
def test_a_key_that_was_another_act_s_is_a_conflict_said_in_words(table: Circle, scripted: bool) -> None:
    key = f"taken {scripted}"
    table.do(table.client, "raise-hand", key=key)
    before = table.seq
    answer = table.act(table.client, "lower-hand", scripted, key=key)
    assert answer.status_code == 409
    assert "a déjà été fait, avec d’autres mots" in answer.text
    assert table.seq == before
    assert table.act(table.other, "raise-hand", scripted, key=key).status_code == DONE[scripted]


@WAYS
@pytest.mark.parametrize("key", ["", "k" * 81, "\0", "une clé\0"])
def test_an_act_without_a_key_of_its_length_is_refused(table: Circle, scripted: bool, key: str) -> None:
    before = table.seq
    answer = table.act(table.client, "raise-hand", scripted, key=key)
    assert answer.status_code == 422
    assert "incomplet" in answer.text
    assert table.seq == before


@WAYS
def test_a_refused_act_uses_no_key_up(hall: Server, scripted: bool) -> None:
    with Circle(hall) as table:
        fields = {"key": "kept", "text": "Ma demande"}
        assert table.act(table.client, "validate-contract", scripted, **fields).status_code == 422
        table.lead("advance", from_stage="clarification")
        assert table.act(table.client, "validate-contract", scripted, **fields).status_code == DONE[scripted]


@WAYS
@pytest.mark.database
def test_a_button_pressed_many_times_at_once_acts_once(table: Circle, scripted: bool) -> None:
    before = len(entries(table.server, table.token))
    with ThreadPoolExecutor(8) as pool:
        pressed = [
            pool.submit(table.act, table.client, "raise-hand", scripted, key=f"pressed {scripted}") for _ in range(8)
        ]
    assert {one.result().status_code for one in pressed} == {DONE[scripted]}
    assert len(entries(table.server, table.token)) == before + 1


def test_without_scripts_a_refused_text_stands_where_it_was_typed(hall: Server) -> None:
    with Room(hall) as room:
        karim = room.enter("Karim")
        room.do(karim, "engage")
        long = "Un sujet & ses <détails> " + "x" * 120
        answer = room.act(karim, "deposit-topic", False, text=long)
        assert answer.status_code == 422
        assert "120" in answer.text
        assert "Un sujet &amp; ses &lt;détails&gt; xxx" in answer.text


@WAYS
@pytest.mark.database
def test_what_no_keyboard_writes_is_left_out_and_never_an_error(hall: Server, scripted: bool) -> None:
    with Circle(hall) as table:
        table.lead("advance", from_stage="clarification")
        answer = table.act(table.client, "validate-contract", scripted, text="zéro \0 octet")
        assert answer.status_code == DONE[scripted]
        assert "zéro  octet" in table.page(table.client).html
        how = {"HX_Request": "true"} if scripted else {}
        for field, status in (("notes", 200 if scripted else 303), ("nothing", 422), ("%00", 422)):
            answer = table.client.post(
                table.path(f"drafts/{field}"), {"text": "un autre \0 octet", "version": "0"}, **how
            )
            assert answer.status_code == status, field
        assert "un autre  octet" in table.page(table.client).html


@WAYS
@pytest.mark.parametrize("version", ["-1", "x", "9" * 5000, "1" * 12, "\u0661"])
def test_a_draft_says_its_version_in_figures_or_starts_anew(table: Circle, scripted: bool, version: str) -> None:
    how = {"HX_Request": "true"} if scripted else {}
    answer = table.client.post(table.path("drafts/notes"), {"text": "mes mots", "version": version}, **how)
    assert answer.status_code in (200, 303, 409, 422)


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data; boundary=b; charset=utf-7", "multipart/form-data; boundary=b; charset=hex",
        "multipart/form-data", "application/x-www-form-urlencoded; charset=utf-16", "application/json", "text/plain",
        "application/x-www-form-urlencoded; charset=hex", "", "multipart/form-data; boundary=" + "b" * 300,
    ],
)  # fmt: skip
def test_a_body_that_is_no_form_of_ours_changes_nothing(table: Circle, kind: str) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="key"\r\n\r\n+2AA-\r\n--b--\r\n'
    for body_of in (body, b"key=%ff%fe&text=%ED%A0%80", b"&" * 3000, b"key=a&" * 2000):
        before = table.seq
        for how in ({}, {"HX-Request": "true"}):
            answer = table.client.http.post(
                table.path("decline-place"),
                content=body_of,
                headers={"Origin": table.server.origin, "Content-Type": kind, **how},
            )
            assert answer.status_code in (400, 415, 422), (kind, body_of, answer.text)
        assert table.seq == before
