"""Who reads what the facilitation may say: whoever leads, on one screen or another, and nobody else ever."""

from __future__ import annotations

import html
import re
from itertools import product

import pytest

from sizain.live.aloud import LANGUAGES, Moment, aloud
from sizain.method import commands as c
from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage
from sizain.method.sight import PROJECTOR
from tests.ground.server import Server
from tests.live.people import Circle
from tests.live.staged import LED, Staged
from tests.live.table import CLIENT, FACILITATOR, Table
from tests.live.test_screens import CONSULTANT, DOOR, HELD, OBSERVER, table_at

OTHERS = (CLIENT, CONSULTANT, OBSERVER, PROJECTOR, DOOR)
SHOWN = re.compile(r"<section class=\"dire consigne bureau\".*?</h2>\s*<p[^>]*>(.*?)</p>", re.DOTALL)
FOLD = re.compile(r"<details\b.*</details>", re.DOTALL)


def all_of(language: str) -> set[str]:
    kept = aloud(language)
    said = [one for found in (kept.sentences, kept.moments) for sentences in found.values() for one in sentences]
    questions = [card.question for card in kept.cards]
    texts = {text for one in (*said, *questions) for text in (one.polite, one.familiar)}
    return texts | {*kept.rounds.values()} | {card.aim for card in kept.cards}


EVERYTHING = all_of("fr") | all_of("en")


def read(page: str) -> set[str]:
    """What of all this stands in a page."""
    plain = html.unescape(page)
    return {text for text in EVERYTHING if text in plain}


@pytest.mark.parametrize(("stage", "language"), list(product(HELD, LANGUAGES)))
def test_who_leads_has_every_sentence_of_the_stage_and_every_card_of_the_step(stage: Stage, language: str) -> None:
    regions = table_at(stage).regions(FACILITATOR, language)
    kept = aloud(language)
    said = {one.polite for one in kept.sentences.get(stage, ())}
    cards = {text for card in kept.cards_at(stage) for text in (card.question.polite, card.aim)}
    assert read(regions["guide"]) == said
    assert read(regions["console"]) == cards
    assert read(regions["sheet"]) == said | cards, "a phone has them in the middle of the screen"


@pytest.mark.parametrize(("stage", "language"), list(product(HELD, LANGUAGES)))
def test_nobody_else_reads_one_of_them(stage: Stage, language: str) -> None:
    table = table_at(stage)
    if stage is not Stage.CLOSED:
        table.enter(DOOR, "Félix", admitted=False)
    for viewer in OTHERS if stage is not Stage.CLOSED else OTHERS[:-1]:
        assert read("".join(table.regions(viewer, language).values())) == set(), viewer


def test_one_sentence_is_in_sight_and_the_others_are_one_tap_away() -> None:
    guide = table_at(Stage.CONTRACT).regions(FACILITATOR)["guide"]
    first, *others = (one.polite for one in aloud("fr").sentences[Stage.CONTRACT])
    shown = SHOWN.search(html.unescape(guide))
    assert shown, guide
    assert first in shown[1]
    assert read(FOLD.sub("", guide)) == {first}
    assert read(FOLD.findall(guide)[0]) == {*others}


def test_what_is_offered_to_say_follows_the_moment() -> None:
    kept = aloud("fr")

    def offered(table: Table) -> set[str]:
        return read(table.regions(FACILITATOR)["guide"])

    def of(moment: Moment) -> set[str]:
        return {one.polite for one in kept.moments[moment]}

    table = Table().until(Stage.CONTRACT)
    assert offered(table) == {one.polite for one in kept.sentences[Stage.CONTRACT]}
    assert offered(table.contract()) == of(Moment.ANSWERING)
    assert offered(table.do(c.HearAgreement(FACILITATOR, "contract"))) == of(Moment.AGREED)
    table.until(Stage.SYNTHESIS)
    assert offered(table) == {one.polite for one in kept.sentences[Stage.SYNTHESIS]}
    assert offered(table.do(c.BeginSilence(FACILITATOR))) == set()
    assert offered(table.do(c.EndSilence(FACILITATOR))) == of(Moment.PLANNING)
    assert offered(table.do(c.HearPlan(FACILITATOR, True))) == of(Moment.SETTLED)


def test_an_open_round_brings_its_own_sentence_first() -> None:
    table = table_at(Stage.EXPLORATION).do(c.OpenRound(FACILITATOR, RoundKind.IMPRESSIONS))
    guide = table.regions(FACILITATOR)["guide"]
    assert read(FOLD.sub("", guide)) == {aloud("fr").rounds[RoundKind.IMPRESSIONS]}
    assert {one.polite for one in aloud("fr").sentences[Stage.EXPLORATION]} <= read(guide)


def test_in_a_circle_that_says_tu_the_sentences_do_and_the_tool_does_not() -> None:
    table = table_at(Stage.CLARIFICATION)
    table.words.familiar = True
    regions, kept = table.regions(FACILITATOR), aloud("fr")
    assert read(regions["guide"]) == {one.familiar for one in kept.sentences[Stage.CLARIFICATION]}
    assert {card.question.familiar for card in kept.cards_at(Stage.CLARIFICATION)} <= read(regions["console"])
    assert "si vous le souhaitez" in regions["guide"]


def test_over_the_wire_only_who_leads_is_sent_any_of_it(hall: Server) -> None:
    with Staged(hall, Stage.LOBBY) as room:
        room.knock("Solène")
        screen = room.link("screen")
        for stage in LED:
            room.until(stage)
            for guest in room.everybody:
                texts = read(guest.get(room.path()).text)
                assert bool(texts) == (guest is room.facilitator and stage is not Stage.CLOSED), (guest.name, stage)
            assert read(room.everybody[-1].get(screen).text) == set(), stage


def test_opening_says_once_whether_the_circle_says_tu(hall: Server) -> None:
    with Circle(hall) as formal, Circle(hall, familiar="yes") as familiar:
        vous, tu = (read(room.facilitator.get(room.path()).text) for room in (formal, familiar))
        sentences = aloud("fr").sentences[Stage.CLARIFICATION]
        assert {one.polite for one in sentences} <= vous
        assert {one.familiar for one in sentences} <= tu
        assert not {one.polite for one in sentences} & tu
