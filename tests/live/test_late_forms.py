"""Forms from a tab that is behind, from another session, or sent twice: a clear sentence, the text kept, nothing
changed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from django.utils import translation

from sizain.live.pages import TYPED
from sizain.live.sentences import REFUSED
from sizain.method.seance import Stage
from tests.ground.server import Server
from tests.live.people import Guest
from tests.live.staged import LED, Staged

WORDS = "Des mots que l’on garde"
BEHIND = [(LED[place], LED[place + 3]) for place in range(len(LED) - 3)]
"""Each stage, and the one three further on."""


@pytest.mark.database
@pytest.mark.parametrize(("before", "now"), BEHIND, ids=[f"{one}-{other}" for one, other in BEHIND])
def test_every_form_of_a_tab_three_steps_behind_changes_nothing_that_its_time_had_not_left(
    before: Stage, now: Stage, hall: Server
) -> None:
    """What may still be done is done; all else is refused in words, and what was typed comes back."""
    with Staged(hall, before) as room:
        people = [room.facilitator, room.client, room.consultant, room.observer]
        tabs = [(guest, form) for guest in people for form in room.page(guest).forms if form.fields.get("key")]
        room.until(now)
        possible = {guest.name: _acts_now(room, guest) for guest in people}
        assert tabs
        for guest, form in tabs:
            if form.act in possible[guest.name]:
                continue
            fields = dict(form.fields)
            words = [f"{WORDS}, {name}" for name in TYPED if fields.get(name) == ""]
            fields |= {name: f"{WORDS}, {name}" for name in TYPED if fields.get(name) == ""}
            kept = room.kept
            for scripted in (True, False):
                how = {"HX_Request": "true"} if scripted else {}
                answer = guest.post(form.action, fields, **how)
                assert answer.status_code == 422, (guest.name, form.act, answer.text[:200])
                said = html.unescape(answer.text)
                assert any(one in said for one in _sentences()), (guest.name, form.act)
                assert scripted or [one for one in words if one not in said] == [], (guest.name, form.act)
            assert room.kept == kept, (guest.name, form.act)


def _acts_now(room: Staged, guest: Guest) -> set[str]:
    """Acts that the page of that person proposes now, by forms or by what stands behind them."""
    return {form.act for form in room.page(guest).forms} | {"leave", "engage", "raise-hand", "lower-hand", "interrupt"}


def _sentences() -> set[str]:
    with translation.override("fr"):
        return {str(words) for words in REFUSED.values()}


FOREIGN = {
    Stage.LOBBY: [
        ("Hélène", "admit", "seat"), ("Hélène", "refuse", "seat"), ("Hélène", "keep-waiting", "seat"),
        ("Hélène", "remove", "seat"), ("Hélène", "name-observer", "seat"), ("Hélène", "deposit-topic", "seat"),
        ("Hélène", "excuse", "seat"), ("Karim", "erase-text", "text"),
    ],
    Stage.CHOICE: [
        ("Hélène", "name-client", "seat"), ("Hélène", "hear-acceptance", "seat"), ("Hélène", "give-floor", "seat"),
        ("Hélène", "hear-observer-accepted", "seat"),
    ],
    Stage.CLARIFICATION: [
        ("Hélène", "park-idea", "seat"), ("Awa", "park-idea", "seat"), ("Awa", "let-idea-go", "idea"),
        ("Hélène", "hear-not-well", "seat"), ("Karim", "erase-text", "text"),
    ],
    Stage.CONTRACT: [
        ("Karim", "validate-dictated", "shown"), ("Hélène", "hear-contract", "shown"),
        ("Awa", "answer-contract", "shown"), ("Hélène", "hear-answer", "seat"),
    ],
    Stage.EXPLORATION: [
        ("Hélène", "name-scribe", "seat"), ("Hélène", "pass-turn", "seat"), ("Hélène", "leave-trace", "seat"),
        ("Awa", "leave-trace", "seat"), ("Awa", "take-back-trace", "trace"), ("Awa", "mark-trace", "trace"),
        ("Awa", "trace-idea", "idea"), ("Hélène", "trace-idea", "idea"),
    ],
    Stage.SYNTHESIS: [
        ("Karim", "write-step", "step"), ("Hélène", "dictate-step", "step"), ("Karim", "validate-step", "shown"),
        ("Karim", "withdraw-step", "step"), ("Hélène", "hear-step-withdrawn", "step"), ("Karim", "show-step", "step"),
        ("Karim", "pair-step", "step"), ("Hélène", "hear-pair", "step"), ("Awa", "answer-step", "step"),
        ("Hélène", "hear-step-answer", "seat"), ("Karim", "validate-understanding", "shown"),
        ("Karim", "erase-text", "text"),
    ],
    Stage.CLOSED: [("Karim", "erase-text", "text"), ("Awa", "erase-text", "text")],
}  # fmt: skip
"""By stage: who, the act, and the field that names something of another session."""
NEEDED = {
    "answer": "accord", "kind": "ideas", "said": "yes", "questions": "yes", "observer": "yes", "scribe": "yes",
    "shared": "yes", "outside": "yes",
}  # fmt: skip


@pytest.fixture(scope="module")
def elsewhere(hall: Server) -> Iterator[dict[str, str]]:
    """What stands in another session: a seat, a text, a trace, an idea, a step of a plan."""
    with Staged(hall, Stage.CLARIFICATION) as room:
        room.do(room.consultant, "park-idea", text="Une idée d’ailleurs")
        room.until(Stage.EXPLORATION)
        idea = room.page(room.consultant).form("let-idea-go").fields["idea"]
        room.do(room.consultant, "leave-trace", text="Une trace d’ailleurs")
        trace = room.page(room.consultant).form("take-back-trace").fields["trace"]
        room.until(Stage.SYNTHESIS)
        room.do(room.client, "write-step", text="Un pas d’ailleurs")
        step = room.page(room.client).form("withdraw-step").fields["step"]
        yield {
            "seat": room.seats["Thomas"], "idea": idea, "trace": trace, "step": step, "text": trace, "shown": trace,
        }  # fmt: skip


@pytest.mark.parametrize("stage", FOREIGN)
def test_what_belongs_to_another_session_is_not_there_in_this_one(
    stage: Stage, elsewhere: dict[str, str], hall: Server
) -> None:
    with Staged(hall, stage) as room:
        for who, act, field in FOREIGN[stage]:
            guest, kept = room.who(who), room.kept
            fields = {"text": WORDS, **NEEDED, **({"seat": room.seats["Thomas"]} if field != "seat" else {})}
            fields |= {field: elsewhere[field]}
            for scripted in (True, False):
                answer = room.act(guest, act, scripted, **fields)
                assert answer.status_code == 422, (who, act, field, answer.text[:200])
                assert any(one in html.unescape(answer.text) for one in _sentences()), (who, act)
                assert scripted or field == "text" or WORDS in html.unescape(answer.text), (who, act)
            assert room.kept == kept, (who, act, field)
            mark = guest.post(room.path(f"marks/{elsewhere['trace']}"), {"mark": "keep"}, HX_Request="true")
            assert mark.status_code == 422


def test_a_key_of_another_seat_and_of_another_session_is_ones_own_here(hall: Server) -> None:
    with Staged(hall, Stage.CLARIFICATION) as room, Staged(hall, Stage.CLARIFICATION) as other:
        for who, where in ((room.client, room), (room.consultant, room), (other.client, other)):
            where.do(who, "raise-hand", key="the same key")
        assert room.page(room.facilitator).html.count("demande la parole") > 0


TWICE = {
    Stage.LOBBY: ("Karim", "deposit-topic", {}),
    Stage.CLARIFICATION: ("Awa", "park-idea", {}),
    Stage.CONTRACT: ("Karim", "validate-contract", {"word": "Un mot", "help-decide": "yes"}),
    Stage.EXPLORATION: ("Awa", "leave-trace", {}),
    Stage.SYNTHESIS: ("Karim", "write-step", {"obstacle": "La peur"}),
    Stage.META: ("Awa", "note-line", {"line": "stop"}),
}


@pytest.mark.database
@pytest.mark.parametrize("stage", TWICE)
def test_a_text_sent_twice_is_there_once_and_with_other_words_is_a_conflict(stage: Stage, hall: Server) -> None:
    who, act, beside = TWICE[stage]
    with Staged(hall, stage) as room:
        guest = room.who(who)
        for scripted, key in ((True, "scripted"), (False, "plain")):
            fields = {"key": key, "text": WORDS, **beside}
            done = 204 if scripted else 303
            assert room.act(guest, act, scripted, **fields).status_code == done
            kept = room.kept
            assert room.act(guest, act, scripted, **fields).status_code == done
            other = room.act(guest, act, scripted, **{**fields, "text": "D’autres mots, à garder aussi"})
            assert other.status_code == 409
            assert scripted or "D’autres mots, à garder aussi" in html.unescape(other.text)
            assert room.kept == kept


def test_whoever_was_removed_meanwhile_finds_nothing_and_changes_nothing(hall: Server) -> None:
    with Staged(hall, Stage.EXPLORATION) as room:
        forms = [form for form in room.page(room.consultant).forms if re.match(r"/s/", form.action)]
        room.lead("remove", seat=room.seats["Awa"])
        kept = room.kept
        paths = {form.action for form in forms} | {
            room.path(rest) for rest in ("effacement/", "effacement/tout/", "evaluation", "drafts/notes", "marks/x")
        }
        for path in sorted(paths):
            for how in ({}, {"HX_Request": "true"}):
                answer = room.consultant.post(path, {"key": "late", "text": WORDS, "answer": "yes"}, **how)
                assert answer.status_code == 404, path
                assert WORDS not in answer.text
        assert room.kept == kept
