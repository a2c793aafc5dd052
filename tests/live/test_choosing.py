"""Step 0 on the wire: a hidden vote and what is left of it, topics and who never reads them, the client's sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.ground.server import Server
from tests.live.journal import entries, rows
from tests.live.people import Circle, Guest

LINE, LINES, TRIED, SHEET = "ligne-canari", "lignes-canari", "essai-canari", "fiche-canari"
BALLOT = re.compile(r"/marks/([0-9a-f]{16})")
WAYS = pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])


class Choosing(Circle):
    """The same cast, still in step 0: Karim and Awa wrote a topic, Thomas none, Omar observes."""

    def until_client(self) -> None:
        self.lead("open")
        self.lead("advance", from_stage="opening")
        self.do(self.client, "deposit-topic", text=LINE, about="project", lines=LINES, tried=TRIED)
        self.do(self.consultant, "deposit-topic", text="Un autre sujet")

    def readers(self, words: str) -> set[str]:
        everybody = ("facilitator", "client", "consultant", "other", "observer", "waiting")
        return {who for who in everybody if words in getattr(self, who).get(self.path()).text}

    @property
    def ballot(self) -> str:
        found = BALLOT.search(self.other.get(self.path()).text)
        assert found, "no vote is open"
        return found[1]

    def vote(self, guest: Guest, ballot: str, seat: str, *, scripted: bool = True) -> int:
        how = {"HX_Request": "true"} if scripted else {}
        return guest.post(self.path(f"marks/{ballot}"), {"mark": seat}, **how).status_code

    def kept(self, table: str) -> list[tuple[object, ...]]:
        query = f"SELECT * FROM {table} WHERE seance = (SELECT id FROM seances_seance WHERE token = ?)"
        return list(rows(self.server, query, self.token))


@pytest.fixture
def table(hall: Server) -> Iterator[Choosing]:
    with Choosing(hall) as table:
        yield table


@WAYS
@pytest.mark.database
def test_a_vote_leaves_a_name_and_no_voice(table: Choosing, scripted: bool) -> None:
    table.lead("open-vote")
    ballot, before = table.ballot, entries(table.server, table.token)
    karim, awa = table.seat(table.client), table.seat(table.consultant)

    done = 204 if scripted else 303
    for seat in (karim, awa):
        assert table.vote(table.other, ballot, seat, scripted=scripted) == done
    assert len(table.kept("seances_mark")) == 1
    assert entries(table.server, table.token) == before
    table.lead("close-vote")
    assert not table.kept("seances_mark")
    told = [(kind, body) for _, kind, body, _ in entries(table.server, table.token)[len(before) :]]
    assert told == [
        ("client-named", {"seat": awa}),
        ("vote-closed", {"ballot": ballot, "seat": awa, "tied": False}),
    ]
    assert table.vote(table.other, ballot, karim, scripted=scripted) == 422


@WAYS
def test_a_voice_is_a_peers_for_who_brought_a_topic_and_can_be_taken_back(table: Choosing, scripted: bool) -> None:
    table.lead("open-vote")
    ballot, thomas, awa = table.ballot, table.seat(table.other), table.seat(table.consultant)
    for who in (table.facilitator, table.observer, table.waiting):
        assert table.vote(who, ballot, awa, scripted=scripted) == 422
    for seat in (thomas, table.seat(table.observer), "0" * 16, "x"):
        assert table.vote(table.client, ballot, seat, scripted=scripted) == 422
    assert table.vote(table.client, "0" * 16, awa, scripted=scripted) == 422
    assert table.vote(table.guest(), ballot, awa, scripted=scripted) == 404
    assert not table.kept("seances_mark")
    for seat in (awa, "" if scripted else awa):
        table.vote(table.client, ballot, seat, scripted=scripted)
    assert not table.kept("seances_mark")
    table.lead("close-vote")
    assert "Le vote ne propose personne." in table.page(table.client).html


def test_a_seat_has_one_voice_on_whatever_device_it_is_opened(table: Choosing) -> None:
    table.lead("open-vote")
    ballot, karim, awa = table.ballot, table.seat(table.client), table.seat(table.consultant)
    table.vote(table.other, ballot, karim)
    phone, link = table.guest("Thomas"), table.link(f"seat/{table.seat(table.other)}")
    phone.fill(link, {}, form="csrfmiddlewaretoken")
    assert f'data-says="{ballot}:{karim}" aria-pressed="false"' in table.page(phone).html
    table.vote(phone, ballot, awa)
    assert len(table.kept("seances_mark")) == 1


@WAYS
def test_a_suspended_session_takes_no_voice(table: Choosing, scripted: bool) -> None:
    table.lead("open-vote")
    ballot, karim = table.ballot, table.seat(table.client)
    table.lead("suspend")
    assert table.vote(table.other, ballot, karim, scripted=scripted) == 422
    assert not table.kept("seances_mark")


@pytest.mark.parametrize(("act", "fields"), [("go-back", {"from_stage": "choice", "to": "opening"}), ("interrupt", {})])
def test_voices_do_not_outlive_a_vote_that_something_else_ends(
    table: Choosing, act: str, fields: dict[str, str]
) -> None:
    table.lead("open-vote")
    assert table.vote(table.other, table.ballot, table.seat(table.client)) == 204
    table.lead(act, **fields)
    assert not table.kept("seances_mark")


@pytest.mark.parametrize("words", ["\u200b", " \u2060\u00a0"])
def test_words_that_nobody_can_see_are_none(table: Choosing, words: str) -> None:
    answer = table.act(table.consultant, "deposit-topic", text=words)
    assert (answer.status_code, "vide" in answer.text) == (422, True)


def test_two_tabs_of_the_sheet_without_scripts_keep_the_words_of_both(table: Choosing) -> None:
    table.lead("hear-acceptance", seat=table.seat(table.client))
    table.lead("hear-observer-accepted", seat=table.seat(table.observer))
    table.lead("advance", from_stage="choice")
    blank = {"version": "0", "version-actors": "0", "version-bothers": "0", "version-asks": "0"}
    for tab in ("un", "deux", "deux"):  # the second is sent twice
        said = {"text": f"faits-{tab}", "actors": f"rôles-{tab}", "bothers": f"gêne-{tab}", "asks": f"question-{tab}"}
        assert table.client.post(table.path("drafts/facts"), {**blank, **said}).status_code == 303
    page = table.client.get(table.path()).text
    for what in ("faits", "rôles", "gêne", "question"):
        assert [page.count(f"{what}-{tab}") for tab in ("un", "deux")] == [1, 1]
    refused = table.client.post(table.path("drafts/facts"), {**blank, "text": "faits-trois", "actors": "x" * 5001})
    assert refused.status_code == 422
    assert "faits-trois" in refused.text
    assert "faits-trois" not in table.client.get(table.path()).text


def test_topics_are_never_on_the_rooms_screen_at_the_door_or_in_a_title(table: Choosing) -> None:
    circle = {"facilitator", "client", "consultant", "other", "observer"}
    screen = table.guest().get(table.link("screen")).text
    for words in (LINE, LINES, TRIED):
        assert table.readers(words) == circle
        assert words not in screen
        for who in circle:
            head = getattr(table, who).get(table.path()).text.partition("</header>")[0]
            assert words not in head
    table.lead("hear-acceptance", seat=table.seat(table.client))
    table.lead("hear-observer-accepted", seat=table.seat(table.observer))
    table.lead("advance", from_stage="choice")
    assert table.readers(LINES) == table.readers(TRIED) == table.readers("Un autre sujet") == set()


@WAYS
def test_what_goes_with_a_topic_is_kept_where_it_was_typed_when_it_is_too_long(table: Choosing, scripted: bool) -> None:
    answer = table.act(table.other, "deposit-topic", scripted, text="Un sujet", lines="x" * 1001)
    assert answer.status_code == 422
    assert "1000" in re.sub(r"\D", "", answer.text) or "1\u202f000" in answer.text
    assert scripted or "x" * 1001 in answer.text


@WAYS
@pytest.mark.database
def test_the_clients_sheet_is_theirs_alone_and_stays_on_their_page(table: Choosing, scripted: bool) -> None:
    table.lead("hear-acceptance", seat=table.seat(table.client))
    table.lead("hear-observer-accepted", seat=table.seat(table.observer))
    table.lead("advance", from_stage="choice")
    before = entries(table.server, table.token)
    how = {"HX_Request": "true"} if scripted else {}
    parts = {"facts": "text", "actors": "actors", "bothers": "bothers", "asks": "asks"}
    if scripted:
        for field in parts:
            answer = table.client.post(
                table.path(f"drafts/{field}"), {"text": f"{SHEET}-{field}", "version": "0"}, **how
            )
            assert answer.status_code == 200
    else:
        fields = {name: f"{SHEET}-{field}" for field, name in parts.items()}
        assert table.client.post(table.path("drafts/facts"), {**fields, "version": "0"}).status_code == 303
    assert entries(table.server, table.token) == before
    for field in parts:
        assert table.readers(f"{SHEET}-{field}") == {"client"}
    table.lead("interrupt")
    assert table.readers(SHEET) == {"client"}
