"""Step 4 in browsers: a round, a trace left on a phone, another noted aloud at the desk, and the envelope."""

from playwright.sync_api import expect

from tests.browser.cast import MakeDevice, OpenTable, follows
from tests.browser.hands import FOLLOWING_MS, buttons, never_reads, offers, offers_no, press, reads
from tests.browser.test_without_scripts import PLAIN
from tests.ground.server import Server

SEALED = "La direction ne reviendra pas sur sa décision."
NOTED = "Le dire a soulagé tout le monde."
IDEA = "Écrire les règles du planning ensemble."


def test_a_phone_a_desk_and_a_voice_explore_together(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("clarification")
    table["Awa"].act("park-idea", text=IDEA)
    table.on_to("exploration")
    helene, karim, thomas, awa = (table[name].look(make_device, house) for name in ("Hélène", "Karim", "Thomas", "Awa"))
    press(helene, "open-round", kind="understandings")
    reads(karim, "Tour 1\u00a0: compréhensions", "Thomas parle")
    press(helene, "give-floor", seat=table["Awa"].seat)
    reads(awa, "Vous avez la parole", IDEA)
    press(awa, "trace-idea")
    reads(awa, "Vos traces")

    thomas.locator("#trace").fill(SEALED)
    thomas.get_by_label("Hors du contrat").check()
    thomas.get_by_role("button", name="Laisser", exact=True).click()
    reads(thomas, SEALED)
    expect(thomas.locator("#trace")).to_have_value("")
    expect(thomas.get_by_label("Hors du contrat")).not_to_be_checked()
    reads(karim, "Une enveloppe est là.")

    expect(thomas.locator("#trace")).to_be_hidden()
    reads(thomas, "Une trace par tour")
    helene.locator("#trace").fill(NOTED)
    helene.get_by_role("group", name="Dite par").get_by_role("button", name="Thomas").click()
    reads(helene, "celle de cette place est là")
    expect(helene.locator("#trace")).to_have_value(NOTED)
    helene.get_by_text("Lever un verrou pour cette étape").click()
    press(helene, "lift-lock", rule="R8")
    expect(thomas.locator("#trace")).to_be_visible()
    helene.get_by_role("group", name="Dite par").get_by_role("button", name="Thomas").click()
    reads(helene, NOTED)
    reads(thomas, "noté par Hélène")
    expect(helene.locator("#trace")).to_have_value("")

    press(karim, "make-sign", sign="pause")
    reads(helene, "Karim fait signe\u00a0: j’ai besoin d’une pause.")
    press(helene, "hear-sign")
    reads(karim, "Hélène a vu votre signe.")
    for words in (SEALED, NOTED, IDEA):
        never_reads(karim, words)
    press(karim, "open-envelope")
    offers_no(karim, "open-envelope")
    never_reads(karim, SEALED)
    press(helene, "end-round")
    offers(helene, "open-round")
    press(helene, "advance")
    follows(karim, "synthesis")
    reads(karim, SEALED, NOTED, IDEA)


def test_without_scripts_a_trace_is_noted_for_a_seat_and_kept_when_refused(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("exploration")
    page = table.helene.device(make_device, house, **PLAIN).open(table.helene.path)
    page.locator("#trace").fill("x" * 601)
    page.get_by_role("group", name="Dite par").get_by_role("button", name="Thomas").click()
    reads(page, "600 caractères au plus")
    expect(page.locator("#trace")).to_have_value("x" * 601)
    page.locator("#trace").fill(NOTED)
    page.get_by_role("group", name="Dite par").get_by_role("button", name="Thomas").click()
    reads(page, NOTED)
    expect(page.locator("#trace")).to_have_value("", timeout=FOLLOWING_MS)
    expect(buttons(page, "take-back-trace").first).to_be_visible()
