"""The relay and the help channel in browsers: a hand-over, a take-over while nobody conducts, a line between two."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import faults
from tests.browser.cast import MakeDevice, OpenTable, Table, follows
from tests.browser.conftest import OPEN_DOORS
from tests.browser.hands import FOLLOWING_MS, never_reads, offers, offers_no, press, reads
from tests.ground.gateway import Gateway
from tests.ground.server import Server

LINE = "Je n’entends plus Karim"
BACK = "Revenez par le lien de la visio"


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that writes an absence down after two seconds."""
    environment = {**OPEN_DOORS, "SIZAIN_ABSENCE_S": "2"}
    with Server(tmp_path_factory.mktemp("impatient"), environment=environment, measured=False) as server:
        yield server


def leads(page: Page) -> None:
    expect(page.locator("#posture")).to_have_attribute("data-view", "facilitator", timeout=FOLLOWING_MS)
    expect(page.locator("#console")).to_be_visible(timeout=FOLLOWING_MS)


def leads_no_more(page: Page) -> None:
    expect(page.locator("#console")).to_have_count(0, timeout=FOLLOWING_MS)


def agreed(table: Table) -> Table:
    """Thomas is deputy, and said yes."""
    table.helene.act("name-deputy", seat=table["Thomas"].seat, deputy="yes")
    table["Thomas"].act("answer-deputy", agrees="yes")
    return table


def test_the_facilitation_goes_to_a_deputy_who_said_yes_and_comes_back(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("clarification")
    helene, thomas = (table[name].look(make_device, house) for name in ("Hélène", "Thomas"))
    helene.locator(f'#places a[href="#place-{table["Thomas"].seat}"]').click()
    press(helene, "name-deputy", seat=table["Thomas"].seat)
    reads(thomas, "Hélène vous propose le relais.")
    press(thomas, "answer-deputy", agrees="yes")
    reads(thomas, "Vous êtes le relais de l’animation.")
    thomas.locator("#notes").fill("Garder le rythme")
    helene.get_by_role("link", name="Passer l’animation à Thomas").click()
    assert faults(helene) == []
    press(helene, "hand-over")
    leads(thomas)
    leads_no_more(helene)
    reads(helene, "À côté du cercle")
    expect(thomas.locator("#notes")).to_have_value("Garder le rythme")
    assert faults(helene) == []
    press(thomas, "advance", from_stage="clarification")
    follows(helene, "contract")
    press(thomas, "hand-over")
    leads(helene)
    leads_no_more(thomas)
    expect(thomas.locator("#notes")).to_have_value("Garder le rythme")


def test_the_deputy_takes_over_while_the_facilitators_stream_is_dead_and_hands_back(
    impatient: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = agreed(open_table(impatient).seated("Karim", "Thomas", "Awa").on_to("presentation"))
    with Gateway(impatient.port) as gateway:
        helene = table.helene.look(make_device, gateway)
        thomas, awa = (table[name].look(make_device, impatient) for name in ("Thomas", "Awa"))
        offers_no(thomas, "take-over")
        gateway.break_down()
        offers(thomas, "take-over")
        reads(awa, "Hélène n’est plus en ligne.", "Thomas peut reprendre l’animation.")
        offers_no(awa, "take-over")
        press(thomas, "take-over")
        leads(thomas)
        reads(thomas, "Vous animez. Hélène n’est plus en ligne.")
        press(thomas, "advance", from_stage="presentation")
        follows(awa, "clarification")
        gateway.mend()
        reads(thomas, "Hélène est là.")
        follows(helene, "clarification")
        leads_no_more(helene)
        press(thomas, "hand-over")
        leads(helene)
        leads_no_more(thomas)


def test_two_consoles_of_one_facilitator_show_the_same_and_one_that_goes_is_no_absence(
    impatient: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = agreed(open_table(impatient).seated("Karim", "Thomas", "Awa").on_to("opening"))
    first, second = (table.helene.look(make_device, impatient) for _ in range(2))
    thomas = table["Thomas"].look(make_device, impatient)
    press(first, "advance", from_stage="opening")
    for page in (first, second, thomas):
        follows(page, "choice")
    first.close()
    thomas.wait_for_timeout(7_000)  # longer than an absence takes here
    offers_no(thomas, "take-over")
    press(second, "give-floor", seat=table["Awa"].seat)
    reads(thomas, "Awa a la parole.")


def test_a_line_to_the_facilitation_and_the_line_back_are_read_by_two_people(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("presentation")
    helene, awa, karim = (table[name].look(make_device, house) for name in ("Hélène", "Awa", "Karim"))
    screen = make_device(house).open(table.screen())
    expect(helene.locator("#reponse")).to_be_hidden()
    awa.locator("#mot").fill(LINE)
    awa.get_by_role("button", name="Envoyer", exact=True).click()
    reads(awa, "Votre ligne est partie.")
    reads(helene, "Awa vous écrit.", LINE)
    expect(helene.locator("#reponse")).to_be_visible()
    assert faults(helene) == []
    helene.locator("#reponse").fill(BACK)
    helene.get_by_role("button", name="Répondre", exact=True).click()
    reads(awa, "Hélène vous répond.", BACK)
    expect(helene.locator("#reponse")).to_be_hidden(timeout=FOLLOWING_MS)
    press(awa, "close-aside")
    expect(awa.locator("#r-notice")).not_to_contain_text(BACK, timeout=FOLLOWING_MS)
    for page in (karim, screen):
        for words in (LINE, BACK):
            never_reads(page, words)
