"""A whole session of seven people on one device, the phones in the pockets: how many times the facilitator taps
(METHOD, Spoken first), and what the client leaves with."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import RULES, violations
from tests.browser.cast import MakeDevice, OpenTable, follows
from tests.browser.hands import FOLLOWING_MS, buttons, never_reads, reads, stands_still
from tests.ground.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
CLIENT = "Karim"
CONSULTANTS = ("Thomas", "Awa", "Mathilde", "Julien", "Inès", "Solène")
MOST_TAPS = 40
REQUEST = "Poser le nouveau planning sans passer en force"
IDEA = "Commencer par une seule équipe"
TRACES = {
    "Thomas": "J’entends une loyauté prise entre deux feux",
    "Awa": "Je vois une porte que personne ne garde",
    "Solène": "J’ai vécu un planning que l’équipe a refait elle-même",
}
STEPS = ("Demander à l’équipe ce qui ne doit pas changer", "Dire lundi ce qui est décidé")


class Phone:
    """The facilitator's phone: it is spoken around, typed on under dictation, and tapped; every tap counts, whether
    it opens a page, unfolds something, picks an answer or sends a form."""

    def __init__(self, server: Server, make_device: MakeDevice) -> None:
        self.server, self.make_device = server, make_device
        self.page = make_device(server, **PHONE).open("/seances/nouvelle/")
        self.taps: list[str] = []

    def tap(self, target: Locator) -> None:
        stands_still(self.page)
        self.taps.append(re.sub(r"\s+", " ", target.inner_text()).strip())
        target.tap()

    def act(self, act: str, **fields: str) -> None:
        """The first visible button of that act."""
        self.tap(buttons(self.page, act, **fields).first)

    def says(self, words: str) -> None:
        """A button by all of its words."""
        self.tap(self.page.get_by_role("button", name=words, exact=True).locator("visible=true").first)

    def takes_down(self, label: str, words: str) -> None:
        """The facilitator types what somebody says."""
        stands_still(self.page)
        self.page.get_by_label(label, exact=True).fill(words)

    def at(self, stage: str) -> None:
        follows(self.page, stage)


@pytest.fixture
def phone(make_server: Callable[..., Server], make_device: MakeDevice) -> Phone:
    return Phone(make_server(), make_device)


def test_a_whole_session_of_seven_people_on_one_device(phone: Phone) -> None:
    seven_seats_and_the_charter(phone)
    somebody_takes_the_place(phone)
    questions_and_an_idea_that_comes_too_early(phone)
    the_contract_is_dictated_validated_and_accepted(phone)
    two_rounds_and_three_traces(phone)
    a_plan_of_two_steps(phone)
    the_last_round_and_the_closing(phone)
    address = the_client_takes_their_page_along(phone)
    print(f"{len(phone.taps)} taps:", *phone.taps, sep="\n  ")
    assert len(phone.taps) <= MOST_TAPS, phone.taps
    nothing_private_is_on_the_shared_device(phone)
    the_page_says_all_of_it(phone, address)


def test_the_client_says_yes_on_the_phone_that_is_handed_to_them(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    lead = open_table(house).helene
    lead.act("add-seat", name="Karim, Thomas, Awa")
    lead.act("open", charter="yes")
    lead.act("advance", from_stage="opening")
    page = lead.look(make_device, house, **PHONE)
    page.get_by_role("button", name="Karim accepte").locator("visible=true").tap()
    reads(page, "Karim prend la place du client.")
    for stage in ("choice", "presentation", "clarification"):
        lead.act("advance", from_stage=stage)
    lead.act("dictate-contract", text=REQUEST)

    page.get_by_role("link", name="Tendre l’appareil à Karim").tap()
    expect(page.get_by_role("heading", name="Votre demande au cercle")).to_be_visible()
    for of_the_console in ("Console d’animation", "Donner la parole", "Vos commandes"):
        expect(page.get_by_label(of_the_console)).to_be_hidden()
    expect(page.get_by_label("Écrire sous la dictée")).to_be_hidden()
    assert violations(page, RULES, "handed over") == []
    page.get_by_role("button", name="C’est bien ma demande").tap()
    reads(page, "Accord de tous, explorer")
    expect(page.get_by_label("Vos commandes")).to_be_visible()


def seven_seats_and_the_charter(phone: Phone) -> None:
    page = phone.page
    page.get_by_label("Votre prénom").fill("Hélène")
    phone.tap(page.get_by_text("1 h 30", exact=True).first)
    phone.says("Ouvrir la séance")
    phone.at("lobby")
    phone.takes_down(
        "Ajouter une place par prénom", ", ".join((CLIENT, *CONSULTANTS[:3])) + "\n" + "\n".join(CONSULTANTS[3:])
    )
    phone.says("Ajouter")
    expect(page.locator("[data-seats] [data-seat]:not([data-dehors])")).to_have_count(7, timeout=FOLLOWING_MS)
    phone.says("La charte est dite, ouvrir la séance")
    phone.at("opening")


def somebody_takes_the_place(phone: Phone) -> None:
    phone.act("advance")  # the weather went round without a press
    phone.at("choice")
    phone.says(f"{CLIENT} accepte")
    reads(phone.page, f"{CLIENT} prend la place du client.")
    phone.act("advance")
    phone.at("presentation")
    phone.act("advance")
    phone.at("clarification")


def questions_and_an_idea_that_comes_too_early(phone: Phone) -> None:
    places = phone.page.get_by_role("list", name="Donner la parole")
    for name in CONSULTANTS:
        phone.tap(places.get_by_role("button").filter(has_text=name))
        reads(phone.page, f"{name} parle")
    phone.takes_down("Mettre une idée de côté", IDEA)
    ideas = phone.page.get_by_role("group", name="Une idée de :")
    phone.tap(ideas.get_by_role("button", name="Awa"))
    reads(phone.page, "Idée mise de côté : Awa")
    phone.act("advance")
    phone.at("contract")


def the_contract_is_dictated_validated_and_accepted(phone: Phone) -> None:
    phone.takes_down("Écrire sous la dictée", REQUEST)
    phone.says("Montrer ce brouillon")
    phone.says("Sa phrase est validée, à voix haute")
    phone.says("Accord de tous, explorer")
    phone.at("exploration")


def two_rounds_and_three_traces(phone: Phone) -> None:
    phone.act("open-round")
    reads(phone.page, "Tour 1")
    traces = phone.page.get_by_role("group", name="Dite par :")
    for place, (name, words) in enumerate(TRACES.items()):
        if place == 1:
            phone.act("open-round", heard="yes")
            reads(phone.page, "Tour 2")
        phone.takes_down("Noter une trace", words)
        phone.tap(traces.get_by_role("button", name=name))
        reads(phone.page, words)
    phone.says("Tour fait, à voix haute")
    phone.act("advance")
    phone.at("synthesis")


def a_plan_of_two_steps(phone: Phone) -> None:
    phone.act("begin-silence")
    phone.act("end-silence")
    for words in STEPS:
        phone.takes_down("Un pas, sous la dictée", words)
        phone.says("Relu, et oui dit à voix haute")
        reads(phone.page, words)
    phone.says(f"{CLIENT} a son plan, à voix haute")
    phone.act("advance")
    phone.at("meta")


def the_last_round_and_the_closing(phone: Phone) -> None:
    phone.act("hear-round")
    phone.act("advance")
    phone.at("closing")
    phone.tap(phone.page.get_by_role("link", name="Clore la séance").locator("visible=true"))
    phone.says("Oui, clore")
    phone.at("closed")


def the_client_takes_their_page_along(phone: Phone) -> str:
    """The address of the link, as it stands on the screen."""
    with phone.page.expect_navigation():
        phone.tap(phone.page.get_by_role("link", name="Ouvrir ma page"))
    with phone.page.expect_navigation():
        phone.says("Créer son lien")
    return phone.page.locator("#adresse").inner_text()


def nothing_private_is_on_the_shared_device(phone: Phone) -> None:
    phone.page.get_by_role("link", name="Retour à la séance").click()
    reads(phone.page, "La séance est terminée.", REQUEST)
    never_reads(phone.page, TRACES["Thomas"])
    assert phone.page.locator("[data-mark]").count() == 0


def the_page_says_all_of_it(phone: Phone, address: str) -> None:
    """On the client's own device, all that was said for them is there."""
    path = "/" + address.split("/", 3)[3]
    theirs = phone.make_device(phone.server, **PHONE).open(path)
    theirs.locator("main form button[type=submit]").click()
    reads(theirs, REQUEST, *TRACES.values(), *STEPS)
