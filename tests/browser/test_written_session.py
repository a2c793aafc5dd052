"""One whole written session, from its opening form to the page that is left of it: a situation of the collection, held
by five people who write what others would say."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from sizain.situations import situations
from tests.browser.cast import MakeDevice, follows
from tests.browser.hands import FOLLOWING_MS, door_gesture, never_reads, offers, offers_no, press, reads
from tests.ground.server import Server

[STORY] = [one for one in situations() if one.client == "Nadia"]
CONSULTANTS = tuple(one.author for one in STORY.contributions)
RÉMI, FATOU, YANN = CONSULTANTS
FIRST, SECOND, THIRD = STORY.questions
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SHEET = "Une phrase pour la fiche, que personne d’autre ne lit."
UNDERSTOOD = "Ma surveillance fait taire autant que la peur."


class Circle:
    """Their screens, and what all of them follow."""

    def __init__(self, server: Server, make_device: MakeDevice) -> None:
        self.server, self.make_device = server, make_device
        self.helene = make_device(server, viewport={"width": 1440, "height": 900}).open("/seances/nouvelle/")
        self.screens: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        return self.screens[name]

    @property
    def everybody(self) -> tuple[Page, ...]:
        return (self.helene, *self.screens.values())

    def comes_in(self, name: str, code: str, **device: object) -> None:
        page = self.screens[name] = self.make_device(self.server, **device).open(f"/r/{code}/")
        page.get_by_label("Votre prénom").fill(name)
        page.locator("main form button[type=submit]").click()
        door_gesture(self.helene, "admit", name).click()
        expect(page.locator("#posture")).to_have_attribute("data-view", "consultant", timeout=FOLLOWING_MS)

    def moves_on(self, stage: str, **fields: str) -> None:
        press(self.helene, "advance", **fields)
        for page in self.everybody:
            follows(page, stage)


@pytest.fixture
def circle(make_server: Callable[..., Server], make_device: MakeDevice) -> Circle:
    return Circle(make_server(), make_device)


def test_a_whole_session_in_writing(circle: Circle) -> None:
    they_open_and_come_in(circle)
    topics_are_written_and_a_vote_finds_one(circle)
    the_client_presents_with_a_sheet(circle)
    questions_are_written_and_advice_is_parked(circle)
    the_request_is_written_and_answered(circle)
    the_circle_explores_in_traces(circle)
    the_client_sorts_and_plans(circle)
    they_look_back_and_close(circle)


def they_open_and_come_in(circle: Circle) -> None:
    helene = circle.helene
    helene.get_by_label("Votre prénom").fill("Hélène")
    helene.locator("label", has=helene.locator("input[name=way][value=written]")).click()
    helene.get_by_role("button", name="Ouvrir la séance").click()
    follows(helene, "lobby")
    code = helene.locator(".code").inner_text().replace(" ", "")
    circle.comes_in("Nadia", code)
    for name in CONSULTANTS:
        circle.comes_in(name, code, **(PHONE if name == FATOU else {}))
    for page in circle.screens.values():
        press(page, "engage")


def topics_are_written_and_a_vote_finds_one(circle: Circle) -> None:
    nadia, yann, helene = circle["Nadia"], circle[YANN], circle.helene
    nadia.locator("#sujet").fill(STORY.topic)
    nadia.get_by_text("En dire un peu plus").click()
    nadia.locator("#sujet-about").select_option(STORY.kind.value)
    nadia.locator("#sujet-lines").fill(STORY.context)
    press(nadia, "deposit-topic")
    yann.locator("#sujet").fill("Reprendre ma place après une absence")
    press(yann, "deposit-topic")
    press(helene, "open")
    for page in circle.everybody:
        follows(page, "opening")
    circle.moves_on("choice")
    helene.get_by_role("link", name="Vote ou tirage").click()
    press(helene, "open-vote")
    for name in (RÉMI, FATOU):
        mine = circle[name].get_by_role("button", name="Ma voix\u00a0: Nadia")
        mine.click()
        expect(mine).to_have_attribute("aria-pressed", "true", timeout=FOLLOWING_MS)
    press(helene, "close-vote")
    press(nadia, "accept-place")
    offers(helene, "advance")


def the_client_presents_with_a_sheet(circle: Circle) -> None:
    nadia = circle["Nadia"]
    circle.moves_on("presentation")
    nadia.locator("#fiche-facts").fill(SHEET)
    expect(nadia.locator("#fiche-etat")).to_have_text("Enregistré", timeout=FOLLOWING_MS)
    for name in CONSULTANTS:
        offers_no(circle[name], "post-question")


def questions_are_written_and_advice_is_parked(circle: Circle) -> None:
    nadia, helene = circle["Nadia"], circle.helene
    circle.moves_on("clarification")
    for name, question in zip(CONSULTANTS, STORY.questions, strict=True):
        page = circle[name]
        page.locator("#etiquette").select_option(question.tag.value)
        page.locator("#ma-question").fill(question.text)
        page.get_by_role("button", name="Déposer la question", exact=True).click()
        reads(helene, question.text)
        expect(page.locator("#ma-question")).to_have_value("", timeout=FOLLOWING_MS)
    press(helene, "ask-question")
    reads(nadia, "à vous de répondre", FIRST.text)
    press(nadia, "answer-question", passed="no")
    offers_no(nadia, "answer-question")
    press(helene, "ask-question")
    reads(circle[YANN], SECOND.text)
    press(nadia, "answer-question", passed="yes")

    fatou = circle[FATOU]
    fatou.locator("#ma-question").fill(STORY.disguised_advice)
    fatou.get_by_role("button", name="Déposer la question", exact=True).click()
    reads(fatou, "Une idée se cache peut-être dans cette question.")
    fatou.get_by_role("button", name="Garder l’idée pour l’exploration", exact=True).click()
    fatou.get_by_role("link", name="Votre idée vous attend, dans « Mes notes »").click()
    reads(fatou, "Votre idée, mise de côté", STORY.disguised_advice)
    fatou.get_by_role("link", name="Fermer mes notes").click()
    for page in (helene, nadia):
        never_reads(page, STORY.disguised_advice)


def the_request_is_written_and_answered(circle: Circle) -> None:
    nadia, helene = circle["Nadia"], circle.helene
    circle.moves_on("contract")
    never_reads(circle[RÉMI], FIRST.text)
    nadia.locator("#demande").fill(STORY.contract)
    nadia.get_by_text("Préciser la demande").click()
    nadia.locator("label.cochable:visible", has_text="Comprendre").click()
    nadia.locator("label.cochable:visible", has_text="Élargir mon regard").click()
    press(nadia, "validate-contract")
    for name in CONSULTANTS:
        reads(circle[name], STORY.contract, "Comprendre")
        press(circle[name], "answer-contract", answer="accord")
    offers(helene, "advance")
    circle.moves_on("exploration")


def the_circle_explores_in_traces(circle: Circle) -> None:
    nadia, helene = circle["Nadia"], circle.helene
    press(helene, "open-round")
    reads(nadia, "Tour 1\u00a0: compréhensions")
    for given in STORY.contributions:
        page = circle[given.author]
        reads(page, STORY.contract)
        if given.author == FATOU:
            page.get_by_role("link", name="Trace, notes").click()
        page.locator("#trace").fill(given.text)
        page.get_by_role("button", name="Laisser", exact=True).click()
        reads(page, "Une trace par tour", given.text)
        never_reads(nadia, given.text)
    press(helene, "end-round")
    circle[FATOU].get_by_role("link", name="Fermer mes notes").click()
    press(circle[FATOU], "trace-idea")
    offers_no(circle[FATOU], "trace-idea")


def the_client_sorts_and_plans(circle: Circle) -> None:
    nadia, helene = circle["Nadia"], circle.helene
    circle.moves_on("synthesis")
    press(helene, "begin-silence")
    for given in STORY.contributions:
        reads(nadia, given.text)
    kept = nadia.get_by_role("button", name=f"Garder · {FATOU}").first
    kept.click()
    expect(kept).to_have_attribute("aria-pressed", "true", timeout=FOLLOWING_MS)
    press(helene, "end-silence")
    nadia.locator("#comprends").fill(UNDERSTOOD)
    press(nadia, "write-understanding")
    reads(helene, UNDERSTOOD)
    nadia.locator("#pas-text").fill(STORY.first_step)
    press(nadia, "write-step")
    for name in CONSULTANTS:
        reads(circle[name], STORY.first_step)
        never_reads(circle[name], UNDERSTOOD)
    press(circle[YANN], "answer-step", questions="")
    reads(nadia, "J’appuie")
    press(nadia, "settle-plan")
    circle.moves_on("meta")


def they_look_back_and_close(circle: Circle) -> None:
    nadia, helene, remi = circle["Nadia"], circle.helene, circle[RÉMI]
    remi.locator("#avis-consultant input[name=safe][value='6']").check(force=True)
    remi.get_by_role("button", name="Envoyer mon avis").click()
    reads(remi, "Votre avis est envoyé.")
    remi.locator("#ligne").fill("Finir à l’heure dite")
    press(remi, "note-line")
    reads(helene, "Finir à l’heure dite")
    press(helene, "hear-round")
    circle.moves_on("closing")
    helene.get_by_role("link", name="Clore la séance").click()
    press(helene, "close")
    for page in circle.everybody:
        follows(page, "closed")
        page.goto(page.url.partition("#")[0])
        reads(page, "La séance est terminée.", STORY.contract)
    reads(nadia, UNDERSTOOD, STORY.first_step)
    for page in (helene, *(circle[name] for name in CONSULTANTS)):
        never_reads(page, SHEET)
