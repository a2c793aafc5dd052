"""The short form of step 6 in a browser: what one ticks and types stays while the session goes on and closes."""

from playwright.sync_api import expect

from tests.browser.cast import MakeDevice, OpenTable, follows
from tests.browser.hands import press, reads
from tests.ground.server import Server

SENTENCE = "Se taire aide."


def test_a_form_begun_in_step_6_is_sent_after_the_closing_from_the_same_screen(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("meta")
    thomas, helene = table["Thomas"].look(make_device, house), table.helene.look(make_device, house)
    form = thomas.locator("#avis-consultant")
    form.locator("input[name=safe][value='6']").check(force=True)
    form.locator("textarea").fill(SENTENCE)
    press(helene, "hear-round")
    press(helene, "advance")
    follows(thomas, "closing")
    helene.get_by_role("link", name="Clore la séance").click()
    press(helene, "close")
    reads(thomas, "La séance est terminée.", "Ouvrir ma page")
    expect(form.locator("textarea")).to_have_value(SENTENCE)
    expect(form.locator("input[name=safe][value='6']")).to_be_checked()
    form.get_by_role("button", name="Envoyer mon avis").click()
    reads(thomas, "Votre avis est envoyé.", "Ce que Karim a demandé au cercle", "Ce que chaque place retrouve")
    expect(form.locator("input[name=safe][value='6']")).to_be_checked()
    helene.get_by_role("link", name="Ouvrir ma page").click()
    reads(helene, "Les avis des consultants", SENTENCE)


def test_an_interrupted_session_comes_back_under_everybodys_eyes(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("exploration")
    thomas, helene = table["Thomas"].look(make_device, house), table.helene.look(make_device, house)
    helene.get_by_role("link", name="Interrompre la séance").click()
    press(helene, "interrupt")
    reads(thomas, "La séance est interrompue.")
    press(helene, "take-up")
    follows(thomas, "exploration")
    follows(helene, "exploration")
