"""What the facilitation may say, in browsers: more of it in one tap, on a desk, on a phone and without scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from sizain.live.aloud import aloud
from sizain.method.seance import Stage
from tests.browser.cast import MakeDevice, OpenTable, Table, follows
from tests.browser.hands import FOLLOWING_MS, press
from tests.browser.test_whole_session import PHONE
from tests.browser.test_without_scripts import PLAIN
from tests.ground.server import Server

SAID = [one.polite for one in aloud("fr").sentences[Stage.CLARIFICATION]]
CARDS = aloud("fr").cards_at(Stage.CLARIFICATION)


def shown(page: Page, words: str) -> Locator:
    return page.get_by_text(words).locator("visible=true")


def fold(page: Page, words: str) -> Locator:
    return page.locator("summary:visible").filter(has_text=re.compile(rf"^\s*{words}\s*$"))


def journal_of(table: Table) -> str:
    """How far the journal has come, as the facilitator's page says it."""
    return table.helene.html().partition('data-since="')[2].partition('"')[0]


@pytest.mark.parametrize("screen", [{}, PHONE, PLAIN], ids=["desk", "phone", "no scripts"])
def test_one_tap_shows_other_sentences_and_one_card_at_a_time(
    house: Server, open_table: OpenTable, make_device: MakeDevice, screen: dict[str, object]
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("clarification")
    page = table.helene.device(make_device, house, **screen).open(table.helene.path)
    expect(shown(page, SAID[0])).to_have_count(1)
    expect(shown(page, SAID[1])).to_have_count(0)
    before = journal_of(table)
    fold(page, "Le dire autrement").click()
    for words in SAID:
        expect(shown(page, words)).to_have_count(1)
    expect(shown(page, CARDS[0].question.polite)).to_have_count(0)
    fold(page, "Carte systémique").click()
    fold(page, CARDS[0].angle.capitalize()).click()
    expect(shown(page, CARDS[0].question.polite)).to_have_count(1)
    expect(shown(page, CARDS[0].aim)).to_have_count(1)
    fold(page, CARDS[1].angle.capitalize()).click()
    expect(shown(page, CARDS[1].question.polite)).to_have_count(1)
    expect(shown(page, CARDS[0].question.polite)).to_have_count(0)
    assert before
    assert journal_of(table) == before


def test_what_is_unfolded_stays_so_until_the_step_is_over(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("presentation")
    page = table.helene.look(make_device, house)
    fold(page, "Le dire autrement").click()
    fold(page, "Relance douce").click()
    nudge = aloud("fr").cards_at(Stage.PRESENTATION)[2]
    fold(page, nudge.angle.capitalize()).click()
    table.seated("Awa")
    expect(page.locator("#console")).to_contain_text("Awa", timeout=FOLLOWING_MS)
    expect(shown(page, nudge.question.polite)).to_have_count(1)
    press(page, "advance")
    follows(page, "clarification")
    expect(shown(page, SAID[0])).to_have_count(1, timeout=FOLLOWING_MS)
    expect(shown(page, SAID[1])).to_have_count(0)
    expect(shown(page, CARDS[0].question.polite)).to_have_count(0)
