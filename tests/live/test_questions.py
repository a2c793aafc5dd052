"""A written session on the wire: the queue of step 2, and the hint with its three ways out (R4, R5)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import httpx
import pytest

from tests.ground.server import Server
from tests.live.journal import entries, rows
from tests.live.people import Circle, Guest

QUESTION = "Depuis quand canari-un dure-t-il\u202f?"
ADVICE = "Pourquoi ne pas écrire à canari-deux\u202f?"
OPENER = "Qu’avez-vous déjà tenté\u202f?"
EVERYBODY = ("facilitator", "client", "consultant", "other", "observer")
WAYS = pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])
DONE = {True: 204, False: 303}


class Writing(Circle):
    """The circle in step 2 of a written session."""

    def __init__(self, server: Server, **opening: str) -> None:
        super().__init__(server, **{"way": "written", **opening})

    def readers(self, words: str) -> set[str]:
        return {who for who in EVERYBODY if words in self.read(getattr(self, who))}

    def read(self, guest: Guest) -> str:
        return guest.get(self.path()).text

    def field(self, guest: Guest, field: str) -> str:
        """What stands in a field of that person's page."""
        found = re.search(rf'<textarea[^>]* id="{field}"[^>]*>\n(.*?)</textarea>', self.read(guest), re.DOTALL)
        assert found, field
        return found[1]

    def draft(self, guest: Guest, field: str, **fields: str) -> httpx.Response:
        """A form of a private field, sent without scripts."""
        return guest.post(self.path(f"drafts/{field}"), {"version": "0", **fields})

    def press(self, who: Guest, act: str) -> None:
        """The first button of that act on the person's own page."""
        fields = self.page(who).form(act).fields
        self.do(who, act, **{name: value for name, value in fields.items() if name != "key"})

    def kept(self) -> set[str]:
        query = "SELECT body FROM seances_text WHERE seance = (SELECT id FROM seances_seance WHERE token = ?)"
        return {body for (body,) in rows(self.server, query, self.token) if "canari" in body}


@pytest.fixture
def circle(hall: Server) -> Iterator[Writing]:
    with Writing(hall) as circle:
        yield circle


@pytest.mark.database
def test_the_circle_reads_the_queue_and_the_client_answers_or_passes(circle: Writing) -> None:
    circle.do(circle.consultant, "post-question", text=QUESTION, tag="fact")
    assert circle.readers(QUESTION) == set(EVERYBODY)
    assert QUESTION not in circle.guest().get(circle.link("screen")).text
    assert circle.readers("Awa · fait") == set(EVERYBODY) - {"consultant"}
    circle.press(circle.facilitator, "ask-question")
    assert circle.readers("Karim y répond en ce moment") == set(EVERYBODY) - {"client"}
    assert circle.readers("à vous de répondre") == {"client"}
    assert circle.readers("J’ai répondu") == {"client"}
    assert QUESTION not in circle.guest().get(circle.link("screen")).text
    circle.press(circle.client, "answer-question")
    assert circle.readers("Les questions déjà posées") == set(EVERYBODY)
    circle.do(circle.other, "post-question", text=QUESTION)
    circle.press(circle.facilitator, "ask-question")
    question = circle.page(circle.client).form("answer-question").fields["question"]
    circle.do(circle.client, "answer-question", question=question, passed="yes")
    assert circle.readers("Thomas · Karim a passé") == set(EVERYBODY) - {"other"}
    assert circle.readers("Vous · Karim a passé") == {"other"}


@pytest.mark.database
def test_what_is_taken_back_is_erased_and_an_idea_set_aside_is_its_author_s_alone(circle: Writing) -> None:
    circle.do(circle.consultant, "post-question", text=QUESTION)
    circle.press(circle.consultant, "take-back-question")
    assert circle.kept() == set()
    circle.do(circle.consultant, "post-question", text=ADVICE, as_is="yes")
    circle.press(circle.facilitator, "park-question")
    assert circle.kept() == {ADVICE}
    assert circle.readers(ADVICE) == {"consultant"}
    assert circle.readers("Idée mise de côté\u00a0: Awa") == {"facilitator"}


@WAYS
@pytest.mark.database
def test_what_looks_like_advice_is_answered_in_place_and_nothing_is_kept(circle: Writing, scripted: bool) -> None:
    before = entries(circle.server, circle.token)
    answer = circle.act(circle.consultant, "post-question", scripted, text=ADVICE, tag="meaning", key="one")
    assert answer.status_code == 422
    assert "Une idée se cache peut-être dans cette question." in answer.text
    assert entries(circle.server, circle.token) == before
    assert circle.kept() == set()
    if scripted:
        assert answer.headers["Sizain-Why"] == "advice"
    else:
        assert ADVICE in answer.text
        assert re.search('id="astuce"[^>]*(?<! hidden)>', answer.text)
        assert 'value="meaning" selected' in answer.text
        assert "champ--erreur" not in answer.text
    again = circle.act(circle.consultant, "post-question", scripted, text=ADVICE, as_is="yes", key="one")
    assert again.status_code == DONE[scripted]
    assert circle.readers(ADVICE) == set(EVERYBODY)


@WAYS
def test_the_idea_of_a_question_is_set_aside_and_its_field_is_empty(circle: Writing, scripted: bool) -> None:
    circle.draft(circle.consultant, "asking", text=ADVICE)
    answer = circle.act(circle.consultant, "park-idea", scripted, text=ADVICE, spends="asking")
    assert answer.status_code == DONE[scripted]
    assert circle.readers("Votre idée, mise de côté") == {"consultant"}
    assert scripted or circle.field(circle.consultant, "ma-question") == ""


def test_without_scripts_an_opener_takes_the_place_of_words_that_stay_beside(circle: Writing) -> None:
    awa = circle.consultant
    circle.draft(awa, "question", text="Première idée", version="0")
    answer = circle.draft(awa, "asking", text=ADVICE, opener="0")
    assert (answer.status_code, answer.headers["location"]) == (303, circle.path("#ma-question"))
    assert circle.field(awa, "ma-question") == OPENER
    assert circle.field(awa, "question") == f"Première idée\n{ADVICE}"
    assert circle.readers(ADVICE) == {"consultant"}
    circle.draft(awa, "question", text="Une autre", version="2", asks="yes")
    assert circle.field(awa, "ma-question") == f"{OPENER}\nUne autre"
    assert circle.field(awa, "question") == ""


def test_words_that_move_take_along_what_another_tab_wrote_in_their_place(circle: Writing) -> None:
    awa = circle.consultant
    circle.draft(awa, "question", text="De l’autre onglet", version="0")
    circle.draft(awa, "question", text="De celui-ci", version="0", asks="yes")
    assert circle.field(awa, "ma-question") == "De l’autre onglet\nDe celui-ci"
    assert circle.field(awa, "question") == ""


@WAYS
def test_a_question_that_is_taken_back_is_given_back_to_who_wrote_it(circle: Writing, scripted: bool) -> None:
    awa = circle.consultant
    circle.do(awa, "post-question", text=QUESTION)
    question = re.search(r'name="question" value="([0-9a-f]{16})"', awa.get(circle.path()).text)
    assert question
    gives = f'data-gives="{html.escape(QUESTION)}"'
    assert gives in awa.get(circle.path()).text
    assert gives not in circle.other.get(circle.path()).text
    circle.act(awa, "take-back-question", scripted, question=question[1])
    if not scripted:
        assert circle.field(awa, "ma-question") == QUESTION


@pytest.mark.parametrize(("opener", "text"), [("9", ADVICE), ("-1", ADVICE), ("", ADVICE), ("0", ADVICE * 60)])
def test_words_that_cannot_move_stay_where_they_are(circle: Writing, opener: str, text: str) -> None:
    answer = circle.draft(circle.consultant, "asking", text=text, opener=opener)
    assert answer.status_code == 422
    assert text in answer.text
    assert circle.field(circle.consultant, "question") == ""


@WAYS
def test_a_tag_that_nobody_offers_is_refused(circle: Writing, scripted: bool) -> None:
    answer = circle.act(circle.consultant, "post-question", scripted, text=QUESTION, tag="fait")
    assert answer.status_code == 422
    assert "incomplet" in answer.text
    assert circle.kept() == set()


@WAYS
def test_a_question_that_is_too_long_stays_where_it_was_typed(circle: Writing, scripted: bool) -> None:
    answer = circle.act(circle.consultant, "post-question", scripted, text="x" * 201)
    assert answer.status_code == 422
    assert "200" in answer.text
    assert scripted or "x" * 201 in answer.text


@WAYS
def test_a_session_that_was_opened_without_the_hint_gives_none(hall: Server, scripted: bool) -> None:
    with Writing(hall, advice_hint="") as circle:
        assert circle.act(circle.consultant, "post-question", scripted, text=ADVICE).status_code == DONE[scripted]
        assert circle.readers(ADVICE) == set(EVERYBODY)


@WAYS
def test_a_spoken_session_has_no_queue_and_says_why(hall: Server, scripted: bool) -> None:
    with Circle(hall) as circle:
        before = entries(circle.server, circle.token)
        answer = circle.act(circle.consultant, "post-question", scripted, text=QUESTION)
        assert answer.status_code == 422
        assert "les questions se posent à voix haute" in answer.text
        assert scripted or QUESTION in answer.text
        assert entries(circle.server, circle.token) == before
        for guest in (circle.facilitator, circle.client, circle.consultant):
            page = guest.get(circle.path()).text
            assert "ma-question" not in page
            assert "Les questions du cercle" not in page
