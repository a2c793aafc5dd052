"""Step 0 in browsers: a hidden vote that says a name and no more, given with scripts and without; a link; nobody."""

from playwright.sync_api import expect

from tests.browser.cast import TOPIC, MakeDevice, OpenTable, follows
from tests.browser.hands import never_reads, offers, offers_no, press, reads
from tests.browser.test_without_scripts import PLAIN
from tests.ground.server import Server

HERS = "Dire non à une promotion que tout le monde attend"
MORE = "J’ai repoussé la réponse deux fois."


def test_a_vote_says_a_name_and_nothing_of_the_voices(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("choice")
    helene, karim, awa = (table[name].look(make_device, house) for name in ("Hélène", "Karim", "Awa"))
    awa.locator("#sujet").fill(HERS)
    awa.get_by_text("En dire un peu plus").click()
    awa.locator("#sujet-tried").fill(MORE)
    awa.get_by_role("button", name="Proposer ce sujet").click()
    reads(karim, TOPIC, HERS)

    helene.get_by_role("link", name="Vote ou tirage").click()
    press(helene, "open-vote")
    reads(karim, "Un vote est ouvert.", "Vous avez une voix")
    reads(helene, "Un vote est ouvert")
    before = helene.locator("#r-sheet").inner_html()
    mine, hers = (karim.get_by_role("button", name=f"Ma voix\u00a0: {name}") for name in ("Karim", "Awa"))
    mine.click()
    expect(mine).to_have_attribute("aria-pressed", "true")
    hers.click()
    expect(hers).to_have_attribute("aria-pressed", "true")
    expect(mine).to_have_attribute("aria-pressed", "false")
    karim.reload()
    expect(hers).to_have_attribute("aria-pressed", "true")
    plain = table["Thomas"].device(make_device, house, **PLAIN).open(table["Thomas"].path)
    plain.get_by_role("button", name="Ma voix\u00a0: Awa").click()
    expect(plain.get_by_role("button", name="Ma voix\u00a0: Awa")).to_have_attribute("aria-pressed", "true")
    assert helene.locator("#r-sheet").inner_html() == before

    press(helene, "close-vote")
    reads(helene, "La question est posée\u00a0: Awa", "C’est la proposition du vote.")
    reads(karim, "C’est la proposition du vote.")
    offers_no(karim, "accept-place")
    press(awa, "accept-place")
    press(helene, "advance")
    for page in (helene, karim, awa):
        follows(page, "presentation")
    for page in (helene, karim):
        never_reads(page, TOPIC)
        never_reads(page, MORE)

    awa.locator("#fiche-facts").fill("Une place se libère en juin.")
    expect(awa.locator("#fiche-etat")).to_have_text("Enregistré")
    awa.reload()
    expect(awa.locator("#fiche-facts")).to_have_value("Une place se libère en juin.")
    never_reads(helene, "Une place se libère en juin.")


def test_a_link_is_said_to_two_people_and_the_client_decides(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("presentation")
    names = ("Hélène", "Karim", "Thomas", "Awa")
    helene, karim, thomas, awa = (table[name].look(make_device, house) for name in names)
    thomas.get_by_role("link", name="J’ai un lien avec cette histoire").click()
    press(thomas, "disclose-link")
    reads(thomas, "Hélène et Karim le savent, personne d’autre.")
    reads(helene, "Thomas signale un lien avec ce que Karim apporte.")
    reads(karim, "Thomas signale un lien avec votre histoire.")
    karim.get_by_role("button", name="Peut rester\u00a0: Thomas").click()
    reads(helene, "Karim est d’accord pour que cette personne reste.")
    reads(thomas, "Hélène et Karim le savent, personne d’autre.")
    never_reads(awa, "Thomas signale")


def test_when_nobody_is_ready_the_circle_reads_what_it_can_do(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("choice")
    helene, awa = (table[name].look(make_device, house) for name in ("Hélène", "Awa"))
    press(helene, "nobody-ready")
    reads(awa, "Personne ne se sent prêt", "S’exercer")
    offers(awa, "say-ready")
    press(helene, "name-client", seat=table["Karim"].seat)
    reads(awa, "Qui se sent prêt\u202f?", "La question est posée\u00a0: Karim")
