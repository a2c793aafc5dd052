"""With scripts off every act is a plain form: nothing is lost, nothing is out of reach."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.cast import REQUEST, TOPIC, MakeDevice, OpenTable, follows
from tests.browser.hands import buttons, door_gesture, never_reads, press, reads
from tests.ground.server import Server

PLAIN = {"java_script_enabled": False}
REFRESH_MS = 40_000
"""A page with no field asks again every ten seconds; a machine that plays everybody takes its time."""


@pytest.fixture
def plain(house: Server, make_device: MakeDevice) -> Page:
    return make_device(house, **PLAIN).open("/")


def test_a_session_is_held_by_plain_forms(plain: Page, house: Server, make_device: MakeDevice) -> None:
    helene = plain
    helene.get_by_role("link", name="Ouvrir une séance").first.click()
    helene.get_by_label("Votre prénom").fill("Hélène")
    helene.get_by_role("button", name="Ouvrir la séance").click()
    code = helene.locator(".code").inner_text()
    karim = make_device(house, **PLAIN).open("/")
    karim.get_by_label("J’ai un code de séance").fill(code)
    karim.get_by_role("button", name="Rejoindre").click()
    karim.get_by_label("Votre prénom").fill("Karim")
    karim.locator("main form button").click()
    reads(karim, "Vous êtes à la porte")

    helene.reload()
    door_gesture(helene, "admit", "Karim").click()
    helene.get_by_label("Ajouter une place par prénom").fill("Nadia")
    press(helene, "add-seat")
    reads(helene, "Nadia")
    expect(karim.locator("#posture")).to_have_attribute("data-view", "consultant", timeout=REFRESH_MS)
    press(karim, "engage")
    karim.get_by_label("Votre sujet, en une ligne").fill(TOPIC)
    press(karim, "deposit-topic")
    reads(karim, TOPIC)
    for act in ("hear-charter", "open", "advance"):
        press(helene, act)
    follows(helene, "choice")
    karim.reload()
    press(karim, "say-ready")
    helene.reload()
    buttons(helene, "name-client").first.click()
    karim.reload()
    press(karim, "accept-place")
    helene.reload()
    for _ in range(3):
        press(helene, "advance")
    follows(helene, "contract")
    helene.get_by_label("Écrire sous la dictée").fill(REQUEST)
    press(helene, "dictate-contract")
    reads(helene, "Écrit sous la dictée, sans effet avant son oui", REQUEST)
    karim.reload()
    press(karim, "validate-dictated")
    helene.reload()
    press(helene, "advance")
    follows(helene, "exploration")
    helene.get_by_role("link", name="+ 2 min").click()
    press(helene, "extend")
    follows(helene, "exploration")
    expect(helene.get_by_role("timer")).to_have_text("Il reste 32 minutes.")
    press(helene, "pause")
    press(helene, "resume")
    karim.reload()
    press(karim, "raise-hand")
    helene.reload()
    reads(helene, "Demande la parole : Karim")
    for _ in range(2):
        press(helene, "advance")
    press(helene, "give-floor")
    press(helene, "hear-round")
    press(helene, "advance")
    helene.get_by_role("link", name="Clore la séance").click()
    press(helene, "close")
    follows(helene, "closed")
    karim.reload()
    reads(karim, "La séance est terminée.")


def test_a_refusal_keeps_what_was_typed(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("contract")
    page = table["Karim"].device(make_device, house, **PLAIN).open(table["Karim"].path)
    too_long = ("Aidez-moi à y voir clair. " * 30).strip()
    box = page.get_by_label("Ma question", exact=True)
    box.fill(too_long)
    press(page, "validate-contract")
    expect(page.locator("#demande-refus")).to_have_text("C’est trop long\u202f: 600 caractères au plus.")
    expect(box).to_have_value(too_long)
    box.fill("Aidez-moi.")
    press(page, "validate-contract")
    reads(page, "« Aidez-moi. »")


@pytest.mark.parametrize(
    ("name", "stage", "label"),
    [
        ("Thomas", "lobby", "Mes notes"),
        ("Karim", "clarification", "Mes notes"),
        ("Thomas", "opening", "Votre sujet, en une ligne"),
        ("Karim", "contract", "Ma question"),
        ("Hélène", "contract", "Écrire sous la dictée"),
    ],
)
def test_looking_again_keeps_what_is_typed(
    house: Server, open_table: OpenTable, make_device: MakeDevice, name: str, stage: str, label: str
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to(stage)
    page = table[name].device(make_device, house, **PLAIN).open(table[name].path)
    box = page.get_by_label(label, exact=True)
    box.fill("Deux mots\u00a0: pas fini")
    again = page.get_by_role("button", name="Actualiser")
    expect(again).to_have_count(1)
    table.on_to("exploration")
    again.click()
    follows(page, "exploration")
    if label == "Mes notes":
        expect(box).to_have_value("Deux mots\u00a0: pas fini")
        return
    table.helene.act("go-back", from_stage="exploration", to="choice" if stage == "opening" else stage)
    if stage == "opening":
        table.helene.act("unname-client")
    page.reload()
    expect(box).to_have_value("Deux mots\u00a0: pas fini")


def test_the_screen_of_the_room_asks_again_by_itself(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("opening")
    page = make_device(house, **PLAIN).open(table.screen())
    table.on_to("presentation")
    never_reads(page, TOPIC)
    expect(page.locator("#posture")).to_have_attribute("data-stage", "presentation", timeout=REFRESH_MS)


def test_a_page_with_a_field_never_asks_again_by_itself(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim").on_to("opening")
    for person in (table.helene, table["Karim"]):
        assert "http-equiv" not in person.html()
