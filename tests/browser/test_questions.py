"""Step 2 of a written session in browsers: the queue, and the three ways out of the hint, with scripts and without."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.cast import MakeDevice, OpenTable, Table, follows
from tests.browser.hands import FOLLOWING_MS, never_reads, offers, offers_no, press, reads
from tests.browser.test_without_scripts import PLAIN
from tests.ground.server import Server

QUESTION = "Qui, dans l’équipe, était au courant\u202f?"
ADVICE = "Est-ce que vous avez pensé à les recevoir séparément\u202f?"
OPENER = "Qu’avez-vous déjà tenté\u202f?"
HIDDEN_IDEA = "Une idée se cache peut-être dans cette question."
POST, AS_IS, PARK = "Déposer la question", "Déposer telle quelle", "Garder l’idée pour l’exploration"


@pytest.fixture
def table(house: Server, open_table: OpenTable) -> Table:
    return open_table(house, way="written", advice_hint="yes").seated("Karim", "Thomas", "Awa").on_to("clarification")


def _says(page: Page, words: str, button: str = POST) -> None:
    page.locator("#ma-question").fill(words)
    page.get_by_role("button", name=button, exact=True).click()


def _field(page: Page, words: str, field: str = "#ma-question") -> None:
    expect(page.locator(field)).to_have_value(words, timeout=FOLLOWING_MS)


def test_a_circle_writes_its_questions_and_the_client_answers_them_aloud(
    table: Table, house: Server, make_device: MakeDevice
) -> None:
    helene, karim, thomas, awa = (table[name].look(make_device, house) for name in ("Hélène", "Karim", "Thomas", "Awa"))
    thomas.locator("#etiquette").select_option("fact")
    _says(thomas, QUESTION)
    for page in (helene, karim, thomas, awa):
        reads(page, QUESTION)
    _field(thomas, "")
    expect(thomas.locator("#etiquette")).to_have_value("")
    reads(awa, "Thomas · fait")
    awa.locator("#ma-question").fill("Et vous, dans tout")
    press(helene, "ask-question")
    reads(awa, "Karim y répond en ce moment", "Karim a la parole")
    reads(karim, "à vous de répondre")
    _field(awa, "Et vous, dans tout")
    press(karim, "answer-question", passed="yes")
    offers_no(karim, "answer-question")
    reads(helene, "Aucune question n’attend.")
    _says(awa, QUESTION)
    offers(awa, "take-back-question")
    _field(awa, "")
    awa.locator("#ma-question").fill("Et depuis")
    press(awa, "take-back-question")
    _field(awa, f"Et depuis\n{QUESTION}")
    offers_no(helene, "ask-question")
    press(helene, "advance")
    follows(awa, "contract")
    expect(awa.locator("#ma-question")).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripted", "plain"])
def test_what_looks_like_advice_has_three_ways_out(
    table: Table, house: Server, make_device: MakeDevice, scripts: bool
) -> None:
    awa = table["Awa"]
    page = awa.look(make_device, house) if scripts else awa.device(make_device, house, **PLAIN).open(awa.path)
    helene = table["Hélène"].look(make_device, house)

    _says(page, ADVICE)
    reads(page, HIDDEN_IDEA, "Rien n’est parti.")
    _field(page, ADVICE)
    page.get_by_role("button", name=OPENER, exact=True).click()
    _field(page, OPENER)
    _field(page, ADVICE, "#question")
    page.get_by_role("button", name="L’écrire au cercle").click()
    _field(page, "", "#question")
    _field(page, f"{OPENER}\n{ADVICE}")
    never_reads(helene, ADVICE)

    _says(page, ADVICE)
    reads(page, HIDDEN_IDEA)
    page.get_by_role("button", name=PARK, exact=True).click()
    reads(page, "Votre idée, mise de côté", ADVICE)
    _field(page, "")
    expect(page.locator("#astuce")).to_be_hidden()
    reads(helene, "Idée mise de côté\u00a0: Awa")
    never_reads(helene, ADVICE)

    _says(page, ADVICE)
    reads(page, HIDDEN_IDEA)
    page.get_by_role("button", name=AS_IS, exact=True).click()
    reads(helene, ADVICE)
    _field(page, "")
    expect(page.locator("#astuce")).to_be_hidden()
