"""The console shows private notes: it says once that it is not made to be projected (METHOD §7)."""

from playwright.sync_api import Page, expect

from tests.browser.cast import MakeDevice, OpenTable
from tests.browser.hands import FOLLOWING_MS
from tests.ground.server import Server

FULL_SCREEN_AT_NEXT_CLICK = """() => document.addEventListener(
  'click', () => document.documentElement.requestFullscreen(), { once: true, capture: true })"""


def said(page: Page) -> None:
    expect(page.get_by_text("Ne projetez pas cette console.")).to_be_visible(timeout=FOLLOWING_MS)


def not_said(page: Page) -> None:
    expect(page.get_by_text("Ne projetez pas cette console.")).to_be_hidden()


def test_it_is_said_once_when_the_rooms_screen_is_opened(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim")
    page = table.helene.look(make_device, house)
    not_said(page)
    table.screen()
    page.reload()
    said(page)
    page.get_by_role("button", name="C’est noté").click()
    not_said(page)
    page.reload()
    not_said(page)


def test_it_is_said_once_when_the_console_fills_the_screen(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    page = open_table(house).seated("Karim").helene.look(make_device, house)
    page.evaluate(FULL_SCREEN_AT_NEXT_CLICK)
    page.locator("h1").first.click()
    said(page)
    page.reload()
    not_said(page)


def test_nobody_else_is_told_of_a_console(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = open_table(house).seated("Karim")
    table.screen()
    assert "Ne projetez pas" not in table["Karim"].html()
