"""The facilitation on a phone: its first screen holds what METHOD §9 names, and nothing else."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.cast import MakeDevice, OpenTable, follows
from tests.browser.hands import FOLLOWING_MS, press, stands_still
from tests.ground.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
STAGES = ("opening", "choice", "presentation", "contract", "exploration", "synthesis", "meta", "closing")
REST = """() => {
  const bar = document.querySelector(".commandes").getBoundingClientRect().top;
  const poche = document.querySelector("#r-sheet .poche");
  const seen = [...document.querySelectorAll("#r-sheet > *, #r-sheet ~ *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return one !== poche && box.width > 1 && box.height > 1 && box.top < bar && box.bottom > 0;
  });
  return seen.map((one) => one.outerHTML.slice(0, 200));
}"""
"""What else than the essentials stands above the bar before anybody scrolls."""


def _held(page: Page, selector: str) -> None:
    """It is there, above the bar, without scrolling."""
    found = page.locator(selector).first
    expect(found).to_be_visible(timeout=FOLLOWING_MS)
    box, bar = found.bounding_box(), page.locator(".commandes").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= bar["y"] + 1, (selector, box, bar)


@pytest.mark.parametrize("stage", STAGES)
def test_the_first_screen_holds_the_essentials_and_the_rest_begins_under_it(
    house: Server, open_table: OpenTable, make_device: MakeDevice, stage: str
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa", "Mathilde", "Julien", "Inès", "Nadia").on_to(stage)
    page = table["Hélène"].look(make_device, house, **PHONE)
    follows(page, stage)
    stands_still(page)
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(".commandes .commande--majeure:visible")).to_have_count(1)
    _held(page, ".poche__voir > li")
    _held(page, ".poche__dire .parole")
    assert page.evaluate(REST) == []


def test_step_2_has_the_seats_first_and_one_tap_gives_the_floor(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa", "Mathilde", "Julien", "Inès", "Nadia")
    page = table.on_to("clarification")["Hélène"].look(make_device, house, **PHONE)
    follows(page, "clarification")
    press(page, "give-floor", seat=table["Nadia"].seat)
    expect(page.locator("#r-sheet [aria-current=true]")).to_contain_text("Nadia", timeout=FOLLOWING_MS)


def test_a_wide_screen_shows_the_sheet_whole(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("exploration")
    page = table["Hélène"].look(make_device, house)
    expect(page.locator(".poche")).to_be_hidden()
    expect(page.locator("#r-sheet h1")).to_be_visible()
