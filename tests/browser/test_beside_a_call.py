"""A session beside a video call: the participant's room is whole and calm in a column of 360 px (METHOD §7)."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import AT_REST, RULES, violations
from tests.browser.cast import STAGES, MakeDevice, OpenTable
from tests.ground.server import Server

COLUMN = {"viewport": {"width": 360, "height": 740}}
CALL = "https://visio.example/salle"
PLACES = ("Karim", "Thomas")
HELD = STAGES[:-1]
OUT_OF_SIGHT = """() => [...document.querySelectorAll('.commandes .commande')]
  .filter((one) => one.checkVisibility())
  .filter((one) => { const box = one.getBoundingClientRect(); return box.bottom > innerHeight + 1 || box.top < 0; })
  .map((one) => one.innerText.trim())"""


@pytest.mark.parametrize("stage", HELD)
def test_each_step_holds_in_the_column_with_its_button_at_hand(
    house: Server, open_table: OpenTable, make_device: MakeDevice, stage: str
) -> None:
    table = open_table(house, place="remote", video_link=CALL).seated("Karim", "Thomas", "Awa").on_to(stage)
    for name in PLACES:
        page = table[name].look(make_device, house, **COLUMN)
        is_calm(page)
        page.close()


def is_calm(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(OUT_OF_SIGHT) == []
    page.evaluate(AT_REST)  # what is under the bar can be scrolled to
    assert violations(page, RULES, "360 px") == []
    call = page.get_by_role("link", name="Ouvrir la visio à côté")
    assert call.get_attribute("href") == CALL
    assert call.get_attribute("target") == "_blank"
    assert "La main se lève ici seulement." in page.inner_text("main")
    assert page.locator("video, audio").count() == 0


def test_without_a_link_to_the_call_the_session_still_says_where_hands_are_raised(
    house: Server, open_table: OpenTable
) -> None:
    table = open_table(house, place="hybrid").seated("Karim").topics()
    assert "La main se lève ici seulement." in table["Karim"].html()
    assert "La main se lève ici seulement" in table.helene.html()


def test_around_one_table_there_is_no_tool_to_choose(house: Server, open_table: OpenTable) -> None:
    table = open_table(house).seated("Karim").topics()
    for name in ("Karim", "Hélène"):
        assert "La main se lève ici seulement" not in table[name].html()
