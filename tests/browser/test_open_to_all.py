"""Every screen can be read and used by everybody: QUALITY A-1 and A-3."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import faults
from tests.browser.cast import REQUEST, STAGES, TOPIC, MakeDevice, OpenTable, Table, follows
from tests.browser.hands import press
from tests.ground.browser import Device
from tests.ground.server import Server

VIEWS = {"Hélène": "facilitator", "Karim": "client", "Thomas": "consultant", "Omar": "observer"}
HELD = STAGES[1:]
NOT_IN_TITLES = (TOPIC, REQUEST, *VIEWS)


@pytest.fixture
def device(house: Server, make_device: MakeDevice) -> Device:
    return make_device(house)


def is_open_to_all(page: Page, language: str = "fr") -> None:
    assert page.locator("html").get_attribute("lang") == language
    assert page.title().endswith("Sizain") or page.title().startswith("Sizain")
    assert not [word for word in NOT_IN_TITLES if word in page.title()]
    found = faults(page)
    assert not found, f"{page.url}\n" + "\n".join(found)


@pytest.mark.parametrize("path", ["/", "/seances/nouvelle/", "/s/0000000000000000000000/", "/r/BBBBBB/"])
def test_public_pages(device: Device, path: str) -> None:
    is_open_to_all(device.open(path))


def test_the_opening_form_with_its_errors(device: Device) -> None:
    page = device.open("/seances/nouvelle/")
    page.locator("summary").first.click()
    page.get_by_label("Ma durée").check()
    page.get_by_label("Minutes en tout").fill("12")
    page.get_by_label("Lien de la visio").fill("http://visio.example")
    page.get_by_role("button", name="Ouvrir la séance").click()
    assert page.locator(".champ--erreur").count() == 3
    is_open_to_all(page)


def test_a_code_that_opens_nothing(device: Device) -> None:
    page = device.open("/")
    page.get_by_label("J’ai un code de séance").fill("BBB BBB")
    page.get_by_role("button", name="Rejoindre").click()
    is_open_to_all(page)


def test_the_way_in(house: Server, open_table: OpenTable, make_device: MakeDevice, device: Device) -> None:
    table = open_table(house).seated("Karim")
    page = device.open(f"/r/{table.code}/")
    is_open_to_all(page)
    page.get_by_label("Votre prénom").fill("Karim")
    page.locator("main form button").click()
    assert "déjà pris" in page.inner_text("main")
    is_open_to_all(page)
    is_open_to_all(table.at_the_door("Awa").look(make_device, house))
    table["Karim"].act("leave")
    is_open_to_all(table["Karim"].look(make_device, house))


def test_the_lobby(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = open_table(house)
    is_open_to_all(table.helene.look(make_device, house))
    table.seated("Karim", "Thomas", "Awa").observed().at_the_door("Julien")
    for name in ("Hélène", "Thomas", "Omar"):
        is_open_to_all(table[name].look(make_device, house))
    table.topics()
    for name in ("Hélène", "Karim"):
        is_open_to_all(table[name].look(make_device, house))


@pytest.mark.parametrize("stage", HELD)
def test_each_step_for_each_place(house: Server, open_table: OpenTable, make_device: MakeDevice, stage: str) -> None:
    table = full_table(open_table, house).on_to(stage)
    if stage == "choice":
        table.helene.act("name-client", seat=table["Karim"].seat)
    if stage == "contract":
        table.contracted()
        table.helene.act("dictate-contract", text="Une autre phrase, dictée ensuite.")
    if stage == "exploration":
        table.helene.act("open-round", kind="ideas")
        table["Thomas"].act("leave-trace", text="Une phrase laissée.", outside="yes")
        table["Mathilde"].act("leave-trace", text="Une autre.")
        table.helene.act("recall-contract", recalled="yes")
        table.helene.act("lift-lock", rule="R7")
    if stage in ("clarification", "meta"):
        table["Awa"].act("raise-hand")
        table.helene.act("give-floor", seat=table["Thomas"].seat)
    for name in VIEWS:
        somebody = table[name]
        closed = stage == "closed"  # a page that nothing changes any more has no stream
        page = somebody.device(make_device, house).open(somebody.path) if closed else somebody.look(make_device, house)
        is_open_to_all(page)
        page.close()


def test_the_questions_of_a_written_session(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = open_table(house, way="written", advice_hint="yes").seated("Karim", "Thomas", "Awa").on_to("clarification")
    for name, tag in (("Thomas", "fact"), ("Awa", ""), ("Thomas", "future")):
        table[name].act("post-question", text="Depuis quand\u202f?", tag=tag)
    helene = table.helene.look(make_device, house)
    for _ in range(2):
        press(helene, "ask-question")
    for name in ("Hélène", "Karim", "Thomas"):
        page = table[name].look(make_device, house)
        page.get_by_text("Les questions déjà posées").click()
        if name == "Thomas":
            page.locator("#ma-question").fill("Pourquoi ne pas lui écrire\u202f?")
            page.get_by_role("button", name="Déposer la question").click()
            page.locator("#astuce").wait_for()
        is_open_to_all(page)


def test_the_other_ways_of_choosing_and_a_link_that_is_told(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = full_table(open_table, house).on_to("choice")
    table["Awa"].act("deposit-topic", text="Dire non à un partenaire", about="problem", lines="Deux mots de plus.")
    table["Thomas"].act("disclose-link", story=table["Karim"].seat, said="yes")
    table.helene.act("open-vote")
    is_open_to_all(table.helene.look(make_device, house))
    is_open_to_all(table["Thomas"].look(make_device, house))
    table.helene.act("nobody-ready", nobody="yes")
    is_open_to_all(table["Awa"].look(make_device, house))
    table.chosen()
    is_open_to_all(table["Karim"].look(make_device, house))


def test_a_suspended_session(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = full_table(open_table, house).on_to("synthesis")
    table["Thomas"].act("say-not-well")
    table.helene.act("suspend")
    for name in ("Hélène", "Karim", "Thomas"):
        is_open_to_all(table[name].look(make_device, house))


def full_table(open_table: OpenTable, house: Server) -> Table:
    return open_table(house).seated("Karim", "Thomas", "Awa", "Mathilde", "Julien", "Inès").observed()


def test_what_is_open_beside_a_step(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = full_table(open_table, house).on_to("clarification")
    table.at_the_door("Nadia")
    page = table.helene.look(make_device, house)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.get_by_role("link", name="Sa place : Thomas").last.click()
    is_open_to_all(page)
    table.helene.act("pause")
    is_open_to_all(page)
    page = table["Thomas"].look(make_device, house)
    page.goto(f"{table.helene.path}#partir")
    is_open_to_all(page)


def test_pages_of_the_facilitation(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = full_table(open_table, house).on_to("presentation")
    device = table.helene.device(make_device, house)
    is_open_to_all(device.open(f"{table.helene.path}extension/"))
    is_open_to_all(device.open(f"{table.helene.path}repartition/"))
    for link in ("screen/", "return/", f"seat/{table['Thomas'].seat}/"):
        page = device.open(f"{table.helene.path}links/{link}")
        is_open_to_all(page)
        page.locator("main form button").first.click()
        is_open_to_all(page)
        if link != "screen/":
            is_open_to_all(device.open(page.locator("#adresse").inner_text()))


def test_the_screen_of_the_room(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = full_table(open_table, house)
    screen = make_device(house).open(table.screen())
    is_open_to_all(screen)
    for stage in ("clarification", "exploration", "closed"):
        table.on_to(stage)
        follows(screen, stage)
        is_open_to_all(screen)


def test_the_page_of_a_seat_that_is_gone(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    table = full_table(open_table, house)
    page = table["Thomas"].look(make_device, house)
    table.helene.act("remove", seat=table["Thomas"].seat)
    page.get_by_role("heading", name="Cette place n’est plus ouverte ici.").wait_for()
    is_open_to_all(page)


def test_in_english_too(house: Server, open_table: OpenTable, make_device: MakeDevice) -> None:
    english = make_device(house, locale="en-GB")
    for path in ("/", "/seances/nouvelle/"):
        is_open_to_all(english.open(path), "en")
    table = full_table(open_table, house)
    is_open_to_all(english.open(f"/r/{table.code}/"), "en")
    is_open_to_all(make_device(house, locale="en-GB").open(table.screen()), "en")
    pages = [table[name].look(make_device, house, locale="en-GB") for name in VIEWS]
    table.on_to("contract")
    for page in pages:
        follows(page, "contract")
        is_open_to_all(page, "en")
