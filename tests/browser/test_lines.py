"""What happens to a screen when something between it and the server goes wrong."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.cast import MakeDevice, OpenTable, follows, is_stream, open_live
from tests.browser.hands import FOLLOWING_MS, press, reads
from tests.ground.gateway import Gateway
from tests.ground.server import Server

AN_HOUR_LATE = """
const Real = Date;
const late = () => Real.now() - 3_600_000;
globalThis.Date = class extends Real {
  constructor(...given) { given.length ? super(...given) : super(late()); }
  static now() { return late(); }
};
"""
HIDE = """
for (const [name, value] of [["hidden", true], ["visibilityState", "hidden"]]) {
  Object.defineProperty(Document.prototype, name, { configurable: true, get: () => value });
}
document.dispatchEvent(new Event("visibilitychange"));
"""
BACK_MS = 30_000
"""A browser waits up to four seconds between two tries, and a machine that plays everybody is slow."""
THREE_TRIES_MS = 11_000
"""Three seconds lie between two first tries."""


def test_a_screen_comes_back_by_itself_after_a_502(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Awa").on_to("opening")
    with Gateway(house.port) as gateway:
        page = table["Awa"].look(make_device, gateway)
        gateway.break_down()
        expect(page.locator("[data-connection-said=lost]")).to_be_visible(timeout=BACK_MS)
        table.on_to("choice")
        press(page, "raise-hand")
        gateway.mend()
        expect(page.locator("#posture")).to_have_attribute("data-stage", "choice", timeout=BACK_MS)
        expect(page.locator("[data-connection-said=lost]")).to_be_hidden()
        reads(page, "Vous demandez la parole.")  # pressed while nothing passed, sent again by itself
        table.on_to("presentation")
        follows(page, "presentation")


def test_a_screen_whose_first_try_failed_tries_again_soon(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Awa").on_to("opening")
    with Gateway(house.port) as gateway:
        page = table["Awa"].look(make_device, gateway)
        gateway.break_down()
        in_vain = []

        def note(response: Response) -> None:
            if _asks_first_in_vain(response):
                in_vain.append(response.status)

        page.on("response", note)
        page.evaluate("window.dispatchEvent(new Event('online'))")  # a network that is there, and no server yet
        page.wait_for_timeout(THREE_TRIES_MS)
        assert len(in_vain) >= 3
        gateway.mend()
        table.on_to("choice")
        follows(page, "choice")


def test_two_tabs_show_one_seat(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = open_table(house).seated("Karim", "Awa").on_to("opening")
    device = table["Awa"].device(make_device, house)
    first, second = (open_live(device, table["Awa"].path) for _ in range(2))
    press(first, "raise-hand")
    for tab in (first, second):
        reads(tab, "Vous demandez la parole.")
    table.on_to("choice")
    for tab in (first, second):
        follows(tab, "choice")
    assert table.helene.html().count('siege__prenom">Awa<') == 1


def test_the_page_of_a_removed_person_is_cleared_at_once(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Awa").on_to("contract").contracted()
    page = table["Awa"].look(make_device, house)
    helene = table.helene.look(make_device, house)
    reads(page, "Poser le nouveau planning")
    helene.get_by_role("link", name="Sa place : Awa").last.click()
    press(helene, "remove", seat=table["Awa"].seat)
    expect(page.locator("h1")).to_have_text("Cette place n’est plus ouverte ici.", timeout=FOLLOWING_MS)
    assert "planning" not in page.content()
    answer = page.reload()
    assert answer is not None
    assert answer.status == 404


def test_a_hidden_tab_keeps_following(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = open_table(house).seated("Karim", "Awa").on_to("opening")
    page = table["Awa"].look(make_device, house)
    page.evaluate(HIDE)
    page.wait_for_timeout(300)
    table.on_to("choice")
    follows(page, "choice")


@pytest.fixture
def ahead(tmp_path: Path) -> Path:
    """How far the server's clock is ahead of the machine's, in milliseconds."""
    file = tmp_path / "ahead"
    file.write_text("0")
    return file


def test_every_screen_shows_the_servers_minutes(
    make_server: Callable[..., Server], open_table: OpenTable, make_device: MakeDevice, ahead: Path
) -> None:
    server = make_server(
        command=(sys.executable, "-m", "tests.ground.serve_with_clock", str(ahead)),
        environment={"SIZAIN_HEARTBEAT_S": "1"},
    )
    table = open_table(server).seated("Karim", "Awa").on_to("exploration")
    late = table["Awa"].device(make_device, server)
    late.context.add_init_script(AN_HOUR_LATE)
    screens = [open_live(late, table["Awa"].path), table["Karim"].look(make_device, server)]
    assert screens[0].evaluate("Date.now()") < time.time() * 1000 - 3_500_000
    _show(screens, "Il reste 30 minutes.")
    ahead.write_text(str(10 * 60_000))
    _show(screens, "Il reste 20 minutes.")
    ahead.write_text(str(33 * 60_000))
    _show(screens, "3 minutes de plus.")

    server.kill()
    ahead.write_text(str(5 * 60_000))  # the machine slept, and its clock was put right
    server.start()
    _show(screens, "Il reste 25 minutes.")
    table.on_to("synthesis")
    for page in screens:
        follows(page, "synthesis")


def test_a_screen_follows_again_after_the_server_was_killed(
    make_server: Callable[..., Server], open_table: OpenTable, make_device: MakeDevice
) -> None:
    server = make_server(measured=False)
    table = open_table(server).seated("Karim", "Awa").on_to("opening")
    page = table["Awa"].look(make_device, server)
    server.kill()
    expect(page.locator("[data-connection-said=lost]")).to_be_visible(timeout=BACK_MS)
    with page.expect_response(is_stream, timeout=BACK_MS):
        server.start()
    table.on_to("choice")
    follows(page, "choice")


def _asks_first_in_vain(response: Response) -> bool:
    return "since=" in response.url and "last-event-id" not in response.request.headers and not response.ok


def _show(screens: list[Page], words: str, within_ms: int = BACK_MS) -> None:
    for page in screens:
        expect(page.get_by_role("timer")).to_have_text(words, timeout=within_ms)
