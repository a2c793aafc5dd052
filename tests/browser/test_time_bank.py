"""What people perceive of the time: a silence without figures, a share said first, being told of the time on one's own
device, a phone that turns eyes to the circle."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.axe import faults
from tests.browser.cast import MakeDevice, OpenTable, follows
from tests.browser.hands import FOLLOWING_MS, press, reads
from tests.ground.server import Server

SIZE: ViewportSize = {"width": 390, "height": 844}
PHONE = {"viewport": SIZE, "is_mobile": True, "has_touch": True}
MIN = 60_000
UNTOUCHED_MS = 20_000
ALIVE = "() => new Promise((heard) => document.addEventListener('time', heard, { once: true }))"
FIGURES = "[data-clock]:visible"


@pytest.fixture
def ahead(tmp_path: Path) -> Path:
    """How far the server's clock is ahead of the machine's, in milliseconds."""
    file = tmp_path / "ahead"
    file.write_text("0")
    return file


@pytest.fixture
def moved(make_server: Callable[..., Server], ahead: Path) -> Server:
    """A server whose clock a test moves."""
    return make_server(
        command=(sys.executable, "-m", "tests.ground.serve_with_clock", str(ahead)),
        environment={"SIZAIN_HEARTBEAT_S": "1"},
    )


def test_a_silence_has_no_figure_on_any_screen_and_ends_with_one_tap_or_the_next_step(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Awa").on_to("exploration")
    helene, awa = table.helene.look(make_device, house), table["Awa"].look(make_device, house, **PHONE)
    screen = make_device(house).open(table.screen())
    screens = (helene, awa, screen)
    expect(awa.locator(FIGURES).first).to_be_visible()
    press(helene, "hide-figures")
    for page in screens:
        expect(page.locator(FIGURES)).to_have_count(0, timeout=FOLLOWING_MS)
    awa.reload()
    expect(awa.locator(FIGURES)).to_have_count(0)
    reads(helene, "On laisse le silence.")
    assert faults(helene) == []
    press(helene, "show-figures")
    for page in screens:
        expect(page.locator(FIGURES).first).to_be_visible(timeout=FOLLOWING_MS)
    press(helene, "hide-figures")
    expect(awa.locator(FIGURES)).to_have_count(0, timeout=FOLLOWING_MS)
    press(helene, "advance")
    follows(awa, "synthesis")
    expect(awa.locator(FIGURES).first).to_be_visible()


def test_what_is_left_is_shared_once_it_was_said(
    moved: Server, open_table: OpenTable, make_device: MakeDevice, ahead: Path
) -> None:
    table = open_table(moved).seated("Karim", "Awa").on_to("presentation")
    helene = table.helene.look(make_device, moved)
    reads(helene, "14 minutes d’avance", "Fin tenue")
    helene.get_by_role("link", name="Répartir ce qui reste").click()
    reads(helene, "Fin tenue", "Clarification", "au lieu de 22", "Exploration", "au lieu de 30")
    press(helene, "rebalance")
    follows(helene, "presentation")
    reads(helene, "La séance est à l’heure.")
    share = helene.get_by_role("link", name="Répartir ce qui reste")
    expect(share).to_be_hidden()
    helene.goto(f"{table.helene.path}repartition/")
    reads(helene, "Chaque étape à venir a déjà sa part.")
    helene.get_by_role("link", name="Retour à la séance").click()
    ahead.write_text(str(11 * MIN + 5000))
    reads(helene, "3 minutes de retard")
    expect(share).to_be_visible()
    ahead.write_text(str(150 * MIN))
    reads(helene, "Plus aucune étape ne peut payer ce retard")
    expect(share).to_be_hidden()


@pytest.mark.parametrize("options", [{}, PHONE], ids=["wide", "phone"])
def test_going_on_when_no_step_can_pay_asks_who_does_beside_the_press(
    moved: Server, open_table: OpenTable, make_device: MakeDevice, ahead: Path, options: dict[str, Any]
) -> None:
    table = open_table(moved).seated("Karim", "Awa").on_to("presentation")
    helene = table.helene.look(make_device, moved, **options)
    choosing = helene.locator("[data-chooses]")
    ahead.write_text(str(150 * MIN))
    expect(choosing).to_be_hidden()
    press(helene, "advance")
    expect(choosing).to_be_in_viewport(timeout=FOLLOWING_MS)
    reads(helene, "Plus aucune étape ne peut payer ce temps.", "Rien n’a encore changé.")
    assert faults(helene) == []
    follows(helene, "presentation")
    choosing.get_by_role("button", name="Dépasser la fin prévue").click()
    follows(helene, "clarification")
    expect(choosing).to_be_hidden()
    helene.locator("#registre summary").first.click()
    reads(helene, "La séance a choisi de dépasser l’heure de fin annoncée.")


def test_who_is_told_of_the_time_asked_for_it_on_that_device(
    moved: Server, open_table: OpenTable, make_device: MakeDevice, ahead: Path
) -> None:
    table = open_table(moved).seated("Karim", "Awa").on_to("exploration")
    awa, karim = (table[name].look(make_device, moved) for name in ("Awa", "Karim"))
    awa.get_by_text("Me prévenir du temps").click()
    awa.locator("label", has_text="Une phrase à l’écran").click()
    awa.reload()
    expect(awa.locator("[data-signal=text]")).to_be_checked()
    for page in (awa, karim):
        reads(page, "Il reste 30 minutes.")
    ahead.write_text(str(25 * MIN + 5000))
    expect(awa.locator("[data-signal-said]")).to_have_text("Il reste 5 minutes.", timeout=FOLLOWING_MS)
    expect(awa.locator("[data-signal-said]")).to_be_visible()
    expect(karim.locator("[data-heard]")).to_have_text("Il reste 5 minutes.", timeout=FOLLOWING_MS)
    expect(karim.locator("[data-signal-said]")).to_be_hidden()


def test_a_phone_that_nobody_touches_says_whom_to_look_at_and_wakes_for_anything(
    moved: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(moved).seated("Karim", "Awa", "Thomas").on_to("clarification")
    device = table["Awa"].device(make_device, moved, **PHONE)
    page = device.context.new_page()
    page.clock.install()
    page.goto(table["Awa"].path)
    veil = page.locator("#veille")
    untouched(page)
    expect(veil).to_be_visible()
    expect(veil).to_contain_text("Regardez Karim")
    expect(veil).to_contain_text("min")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)  # a screen reader still has the page
    assert faults(page) == []
    page.set_viewport_size(SIZE)
    veil.tap(position={"x": 190, "y": 200})
    expect(veil).to_be_hidden()
    untouched(page)
    page.locator(".veille__geste").tap()
    expect(veil).to_be_hidden()
    reads(page, "Vous demandez la parole.")
    untouched(page)
    expect(veil).to_be_visible()
    table.helene.act("give-floor", seat=table["Thomas"].seat)
    expect(veil).to_be_hidden(timeout=FOLLOWING_MS)
    untouched(page)
    expect(veil).to_contain_text("Regardez Thomas")
    table.helene.act("pause")
    expect(veil).to_be_hidden(timeout=FOLLOWING_MS)


def test_a_phone_never_dims_under_a_hand_that_writes_nor_over_an_open_question(
    moved: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(moved).seated("Karim", "Awa").on_to("clarification")
    device = table["Awa"].device(make_device, moved, **PHONE)
    page = device.context.new_page()
    page.clock.install()
    page.goto(f"{table['Awa'].path}#mal")
    untouched(page)
    expect(page.locator("#veille")).to_be_hidden()
    page.goto(f"{table['Awa'].path}#mes-notes")
    page.locator("#notes").fill("Ce que je garde.")
    untouched(page)
    expect(page.locator("#veille")).to_be_hidden()
    page.goto(f"{table['Awa'].path}#contenu")
    page.evaluate("document.activeElement.blur()")
    untouched(page)
    expect(page.locator("#veille")).to_be_visible()


def untouched(page: Page) -> None:
    """So much time passes without a hand on that phone, whose stream has just said that it is alive: it says so in the
    server's time, not in that of this page."""
    page.evaluate(ALIVE)
    page.clock.run_for(UNTOUCHED_MS + 1000)
