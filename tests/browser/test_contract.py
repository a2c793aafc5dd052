"""Step 3 in browsers: the client's words on one device, an answer on another, the others said aloud."""

from playwright.sync_api import Page, expect

from tests.browser.cast import MakeDevice, OpenTable, follows
from tests.browser.hands import FOLLOWING_MS, buttons, offers_no, press, reads
from tests.browser.test_without_scripts import PLAIN
from tests.ground.server import Server

QUESTION = "Comment poser le planning sans passer en force ?"
LEAVE = "une façon d’ouvrir la réunion"


def tick(page: Page, words: str) -> None:
    page.locator("label.cochable:visible", has_text=words).click()


def chosen(page: Page, kind: str) -> bool:
    return page.locator(f"input[name=help-{kind}]").is_checked()


def test_two_devices_and_a_voice_come_to_a_contract(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("contract")
    helene, karim, thomas = (table[name].look(make_device, house) for name in ("Hélène", "Karim", "Thomas"))
    karim.get_by_label("Ma question", exact=True).fill(QUESTION)
    karim.get_by_text("Préciser la demande").click()
    tick(karim, "Décider")
    karim.get_by_label("Je voudrais repartir avec").fill(LEAVE)
    press(karim, "validate-contract")
    reads(thomas, QUESTION, "Décider", LEAVE)
    expect(karim.get_by_label("Ma question", exact=True)).to_have_value("")
    assert not chosen(karim, "decide")

    press(thomas, "answer-contract", answer="accord")
    expect(buttons(thomas, "answer-contract", answer="accord")).to_have_attribute("aria-pressed", "true")
    reads(helene, "Une réponse à venir\u00a0: Awa.")
    press(helene, "hear-answer", seat=table["Awa"].seat, answer="nuance")
    reads(helene, "Une nuance à entendre\u00a0: Awa.")
    reads(karim, "Awa", "Nuance")

    helene.get_by_label("Écrire sous la dictée").fill("La place, pas le planning.")
    press(helene, "dictate-contract")
    reads(karim, "La place, pas le planning.")
    press(karim, "validate-dictated")
    reads(karim, "Mes formulations précédentes")
    expect(buttons(thomas, "answer-contract", answer="accord")).to_have_attribute(
        "aria-pressed", "false", timeout=FOLLOWING_MS
    )
    press(helene, "hear-agreement")
    reads(thomas, "Le cercle est d’accord.")
    press(helene, "advance")
    follows(karim, "exploration")
    press(helene, "go-back", to="contract")
    follows(thomas, "contract")


def test_what_is_ticked_and_written_is_still_there_after_a_reload(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("contract")
    page = table["Karim"].look(make_device, house)
    page.get_by_text("Préciser la demande").click()
    with page.expect_response("**/drafts/contract_help"), page.expect_response("**/drafts/contract_not_wanted"):
        tick(page, "Comprendre")
        page.get_by_label("Ce que je ne souhaite pas").fill("des conseils")
    page.reload()
    assert chosen(page, "understand")
    expect(page.get_by_label("Ce que je ne souhaite pas")).to_have_value("des conseils")


def test_without_scripts_the_client_takes_words_further(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("contract")
    fields = {"text": QUESTION, "help-decide": "yes", "help-widen": "yes", "leave_with": LEAVE}
    table.helene.act("dictate-contract", **fields)
    page = table["Karim"].device(make_device, house, **PLAIN).open(table["Karim"].path)
    page.get_by_role("button", name="Reprendre ces mots").click()
    expect(page.get_by_label("Ma question", exact=True)).to_have_value(QUESTION)
    expect(page.get_by_label("Je voudrais repartir avec")).to_have_value(LEAVE)
    tick(page, "Comprendre")
    press(page, "validate-contract")
    expect(page.locator("#demande-refus")).to_contain_text("Une aide, ou deux")
    assert all(chosen(page, kind) for kind in ("decide", "widen", "understand"))
    tick(page, "Décider")
    page.get_by_role("button", name="Actualiser").click()
    assert [chosen(page, kind) for kind in ("decide", "widen", "understand")] == [False, True, True]
    press(page, "validate-contract")
    press(page, "set-dictated-aside")
    offers_no(page, "validate-dictated")
    reads(page, "Élargir mon regard", "Comprendre", LEAVE)
    expect(page.get_by_label("Je voudrais repartir avec")).to_have_value("")
