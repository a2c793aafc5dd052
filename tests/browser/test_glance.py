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


def test_a_question_that_is_open_takes_the_screen(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("closing")
    page = table["Hélène"].look(make_device, house, **PHONE)
    follows(page, "closing")
    page.locator(".commandes .commande--majeure:visible").tap()
    _held(page, "#clore .bouton--principal")


def test_the_choice_names_people_on_the_first_screen(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("choice")
    page = table["Hélène"].look(make_device, house, **PHONE)
    follows(page, "choice")
    _held(page, ".poche form[data-acte=name-client] button")


def test_a_new_step_begins_at_its_top_but_not_under_a_hand_that_writes(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("presentation")
    awa, karim = (table[name].look(make_device, house, **PHONE) for name in ("Awa", "Karim"))
    for page in (awa, karim):
        follows(page, "presentation")
        stands_still(page)
    karim.evaluate("location.hash = '#mes-notes'")
    karim.locator("#page-notes textarea").focus()
    written = karim.evaluate("scrollY")
    awa.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert awa.evaluate("scrollY") > 100
    table.on_to("clarification")
    follows(awa, "clarification")
    follows(karim, "clarification")
    for page in (awa, karim):
        stands_still(page)
        page.wait_for_timeout(500)
    assert awa.evaluate("scrollY") == 0
    assert karim.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert written == 0 or karim.evaluate("scrollY") > 0
