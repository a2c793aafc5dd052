"""A lock on posting in browsers: what opens on the screens that are there, and what shuts again by itself."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.cast import MakeDevice, OpenTable, follows
from tests.browser.hands import offers_no, press, reads
from tests.browser.test_without_scripts import PLAIN
from tests.ground.server import Server

EARLY = "Et si le planning se dessinait à deux ?"


def test_a_field_comes_with_the_lifting_and_goes_with_the_step_and_what_was_typed_stays(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("clarification")
    helene, karim, thomas = (table[name].look(make_device, house) for name in ("Hélène", "Karim", "Thomas"))
    expect(thomas.locator("#trace")).to_be_hidden()
    offers_no(thomas, "lift-lock")
    helene.get_by_text("Lever un verrou pour cette étape").click()
    press(helene, "lift-lock", rule="R4")
    expect(thomas.locator("#trace")).to_be_visible()
    expect(karim.locator("#trace")).to_be_hidden()
    expect(thomas.get_by_label("Hors du contrat")).to_be_hidden()  # there is no contract yet
    thomas.get_by_text("Le registre de la séance").click()
    reads(thomas, "L’étape 2 a été ouverte à des idées écrites")
    thomas.locator("#trace").fill(EARLY)
    press(helene, "advance", from_stage="clarification")
    follows(thomas, "contract")
    expect(thomas.locator("#trace")).to_be_hidden()
    press(helene, "go-back", to="clarification")
    follows(thomas, "clarification")
    expect(thomas.locator("#trace")).to_be_hidden()
    helene.get_by_text("Lever un verrou pour cette étape").click()
    press(helene, "lift-lock", rule="R4")
    expect(thomas.locator("#trace")).to_have_value(EARLY)
    thomas.get_by_role("button", name="Laisser", exact=True).click()
    reads(thomas, "Vos traces", EARLY.removesuffix(" ?"))


def test_without_scripts_an_early_word_is_refused_in_words_and_left_once_the_lock_is_lifted(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("presentation")
    refused = table["Thomas"].post("leave-trace", text=EARLY)
    assert refused.status_code == 422
    assert "L’animation peut lever ce verrou." in refused.text
    table.helene.act("lift-lock", rule="R6")
    page: Page = table["Thomas"].device(make_device, house, **PLAIN).open(table["Thomas"].path)
    page.locator("#trace").fill(EARLY)
    page.get_by_role("button", name="Laisser", exact=True).click()
    reads(page, "Vos traces")


@pytest.mark.parametrize("stage", ["choice", "clarification", "exploration", "meta", "closing"])
def test_on_a_phone_a_slip_is_mended_in_two_taps(
    house: Server, open_table: OpenTable, make_device: MakeDevice, stage: str
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to(stage)
    page = table.helene.look(make_device, house, viewport={"width": 390, "height": 844})
    page.get_by_role("link", name="Console").click()
    back = page.locator("#console form[data-acte=go-back]:visible button:visible")
    if stage == "exploration":  # the contract has a gesture of its own in the sheet
        back = page.locator("#r-sheet form[data-acte=go-back] button:visible")
    expect(back.first).to_be_visible()
    back.first.click()
    before = {"choice": "opening", "clarification": "presentation", "exploration": "contract", "meta": "synthesis"}
    follows(page, before.get(stage, "meta"))


def test_the_help_of_a_screen_unfolds_on_a_phone_and_without_scripts(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("exploration")
    phone = {"viewport": {"width": 390, "height": 844}}
    for page in (
        table["Karim"].look(make_device, house, **phone),
        table["Karim"].device(make_device, house, **PLAIN, **phone).open(table["Karim"].path),
    ):
        page.get_by_text("Aide\u00a0: ce que je peux faire ici").click()
        reads(page, "faire signe à l’animation", "À l’étape 4, la personne cliente écoute et n’écrit rien au groupe.")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
