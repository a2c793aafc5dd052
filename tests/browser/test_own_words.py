"""One's own words, erased one by one or all at once, while the circle goes on (R21)."""

from playwright.sync_api import expect

from tests.browser.axe import faults
from tests.browser.cast import REQUEST, TOPIC, MakeDevice, OpenTable, follows
from tests.browser.hands import FOLLOWING_MS, never_reads, reads
from tests.ground.server import Server

TRACE = "Une grande fatigue à vouloir rester aimé."


def test_the_client_erases_a_wording_then_all_of_it_and_every_open_screen_follows(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("exploration")
    table["Thomas"].act("leave-trace", text=TRACE)
    table.helene.act("advance", from_stage="exploration")
    helene, thomas = (table[name].look(make_device, house) for name in ("Hélène", "Thomas"))
    karim = table["Karim"].look(make_device, house)
    reads(thomas, REQUEST)
    karim.get_by_role("link", name="Voir et effacer ce qui est de vous").click()
    for words in (TOPIC, REQUEST, TRACE):
        reads(karim, words)
    assert not faults(karim)

    own = karim.get_by_role("listitem").filter(has_text=REQUEST)
    own.get_by_role("button", name="Effacer").click()
    expect(own).to_have_count(0, timeout=FOLLOWING_MS)
    for page in (helene, thomas):
        expect(page.locator("body")).not_to_contain_text(REQUEST, timeout=FOLLOWING_MS)
        reads(page, "effacé")

    karim.get_by_role("link", name="Tout effacer…").click()
    assert not faults(karim)
    karim.get_by_role("button", name="Oui, tout effacer").click()
    for page in (helene, thomas):
        reads(page, "Karim a effacé sa consultation")
    follows(karim, "synthesis")
    reads(karim, "Vous avez effacé votre consultation")
    for page in (helene, thomas, karim):
        never_reads(page, TRACE)
        never_reads(page, TOPIC)
