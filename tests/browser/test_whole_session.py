"""One whole session, from the home page to the closing, by nine people on nine devices."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.cast import REQUEST, TOPIC, MakeDevice, follows
from tests.browser.hands import FOLLOWING_MS, door_gesture, never_reads, offers, offers_no, press, reads
from tests.ground.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DEVICES: dict[str, dict[str, object]] = {
    "Karim": {},
    "Thomas": PHONE,
    "Awa": PHONE,
    "Mathilde": {"java_script_enabled": False},
    "Julien": {"locale": "en-GB"},
    "Inès": {"color_scheme": "dark"},
    "Solène": {"viewport": {"width": 360, "height": 640}},
    "Omar": {},
}
WITHOUT_SCRIPTS = "Mathilde"
WITHOUT_DEVICE = "Nadia"


class Session:
    """The nine screens, and what all of them must show together."""

    def __init__(self, server: Server, make_device: MakeDevice) -> None:
        self.server = server
        self.make_device = make_device
        self.helene = make_device(server, viewport={"width": 1440, "height": 900}).open("/")
        self.screens: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        page = self.screens[name]
        if name == WITHOUT_SCRIPTS:
            page.reload()
        return page

    def at_door(self, name: str, path: str) -> Page:
        page = self.make_device(self.server, **DEVICES[name]).open(path)
        self.screens[name] = page
        return page

    def seat(self, name: str) -> str:
        """The id of a seat, as the facilitation's circle says it."""
        seat = self.helene.locator("[data-seats] > li").filter(has_text=name).get_attribute("data-seat")
        assert seat
        return seat

    def moves_on(self, stage: str, **fields: str) -> None:
        press(self.helene, "advance", **fields)
        self.all_follow(stage)

    def all_follow(self, stage: str) -> None:
        for name, page in self.screens.items():
            if name == WITHOUT_SCRIPTS:
                page.reload()
            follows(page, stage)
        follows(self.helene, stage)


@pytest.fixture
def session(make_server: Callable[..., Server], make_device: MakeDevice) -> Session:
    return Session(make_server(), make_device)


def test_a_whole_session_by_nine_people_on_nine_devices(session: Session) -> None:
    everybody_comes_in(session)
    the_charter_then_topics(session)
    the_opening_round(session)
    the_place_is_offered_and_taken(session)
    one_speaks_the_others_listen(session)
    questions_one_at_a_time(session)
    the_request_is_the_clients(session)
    the_circle_explores_under_the_contract(session)
    more_time_is_announced_before_it_is_given(session)
    the_clock_stops_and_goes_on(session)
    a_loop_back_and_forth(session)
    the_plan_then_the_last_round(session)
    the_closing_is_asked_once(session)


def everybody_comes_in(session: Session) -> None:
    helene = session.helene
    helene.get_by_role("link", name="Ouvrir une séance").first.click()
    helene.get_by_label("Votre prénom").fill("Hélène")
    helene.get_by_role("button", name="Ouvrir la séance").click()
    follows(helene, "lobby")
    offers_no(helene, "open")
    code = helene.locator(".code").inner_text().replace(" ", "")

    for name in DEVICES:
        if name == "Julien":  # by the link, in English
            page = session.at_door(name, f"/r/{code}/")
            page.get_by_label("Your first name").fill(name)
        else:  # by the code, typed on the home page in one's own way
            page = session.at_door(name, "/")
            page.get_by_label("J’ai un code de séance").fill(f"{code[:3]} {code[3:]}".lower())
            page.get_by_role("button", name="Rejoindre").click()
            page.get_by_label("Votre prénom").fill(name)
        page.locator("main form button[type=submit]").click()
        expect(page.locator("#posture")).to_have_attribute("data-view", "waiting")
        never_reads(page, "Hélène")
        door_gesture(helene, "admit", name).click()
        expect(helene.locator("[data-seats] [data-seat]").filter(has_text=name)).to_have_count(1)
        expect(session[name].locator("#posture")).to_have_attribute("data-view", "consultant")

    helene.get_by_label("Ajouter une place par prénom").fill(WITHOUT_DEVICE)
    press(helene, "add-seat")
    reads(session["Thomas"], WITHOUT_DEVICE)

    helene.get_by_role("link", name="Sa place : Omar").first.click()
    press(helene, "name-observer", seat=session.seat("Omar"))
    reads(session["Omar"], "Vous observez")
    reads(helene, "8 pairs ont pris place.")


def the_charter_then_topics(session: Session) -> None:
    karim = session["Karim"]
    expect(karim.get_by_label("Votre sujet, en une ligne")).to_be_hidden()
    press(karim, "engage")
    karim.get_by_label("Votre sujet, en une ligne").fill(TOPIC)
    press(karim, "deposit-topic")
    reads(karim, TOPIC, "Votre sujet")
    never_reads(session["Thomas"], TOPIC)
    press(session["Mathilde"], "engage")
    reads(session.helene, "À entendre par : Thomas, Awa, Julien, Inès, Solène, Omar et Nadia.")
    press(session.helene, "hear-charter")
    reads(session.helene, "Chaque personne présente s’y est engagée.")


def the_opening_round(session: Session) -> None:
    press(session.helene, "open")
    session.all_follow("opening")
    press(session["Thomas"], "raise-hand")
    reads(session.helene, "Demande la parole", "Suivant : Karim")
    session.helene.locator(f"#siege-{session.seat('Thomas')} button").click()
    reads(session["Thomas"], "Vous avez la parole")
    reads(session["Awa"], "Thomas parle")
    reads(session.helene, "Thomas parle")
    reads(session["Julien"], "Thomas has the floor.")
    reads(session["Mathilde"], "Thomas a la parole.")


def the_place_is_offered_and_taken(session: Session) -> None:
    helene, karim = session.helene, session["Karim"]
    session.moves_on("choice")
    for name in ("Thomas", "Mathilde", "Omar"):
        reads(session[name], TOPIC)
    press(karim, "say-ready")
    reads(helene, "se propose")
    press(helene, "name-client", seat=session.seat("Karim"))
    reads(session["Julien"], "Karim, the client’s place?")
    press(karim, "accept-place")
    reads(karim, "La place du client est à vous")
    offers_no(helene, "advance")
    press(karim, "accept-observer")


def one_speaks_the_others_listen(session: Session) -> None:
    session.moves_on("presentation")
    reads(session.helene, "Karim expose")
    reads(session["Karim"], "Racontez, on vous écoute")
    reads(session["Thomas"], "Regardez Karim")
    reads(session["Mathilde"], "Regardez Karim")
    reads(session["Julien"], "Step 1 of 6", "Look at Karim")
    reads(session["Omar"], "Vous observez")
    offers_no(session["Thomas"], "raise-hand")


def questions_one_at_a_time(session: Session) -> None:
    session.moves_on("clarification")
    for name in ("Awa", "Mathilde"):
        press(session[name], "raise-hand")
    reads(session["Solène"], "Demandent la parole, dans cet ordre : Awa, Mathilde")
    press(session.helene, "give-floor", seat=session.seat("Mathilde"))
    reads(session["Mathilde"], "Vous avez la parole")
    reads(session.helene, "Demande la parole : Awa", "n’a pas encore parlé")
    press(session["Awa"], "lower-hand")
    expect(session.helene.locator("main")).not_to_contain_text("Demande la parole")
    press(session.helene, "free-floor")
    reads(session["Karim"], "La parole est libre")


def the_request_is_the_clients(session: Session) -> None:
    helene, karim = session.helene, session["Karim"]
    session.moves_on("contract")
    offers_no(helene, "advance")
    helene.get_by_label("Écrire sous la dictée").fill(REQUEST)
    press(helene, "dictate-contract")
    reads(karim, "Un brouillon, sans effet tant que vous ne l’avez pas validé.", REQUEST)
    never_reads(session["Thomas"], REQUEST)
    press(karim, "validate-dictated")
    for name in session.screens:
        reads(session[name], REQUEST)


def the_circle_explores_under_the_contract(session: Session) -> None:
    reads(session.helene, "Accord de tous, explorer")
    session.moves_on("exploration", agreed="yes")
    for name in session.screens:
        reads(session[name], REQUEST)
    reads(session["Karim"], "Écoutez, sans répondre")
    reads(session["Inès"], "Ce que cela vous évoque")
    offers(session["Karim"], "raise-hand")


def more_time_is_announced_before_it_is_given(session: Session) -> None:
    helene, thomas = session.helene, session["Thomas"]
    expect(thomas.get_by_role("timer")).to_have_text("Il reste 30 minutes.")
    helene.get_by_role("link", name="+ 2 min").click()
    reads(helene, "Pour l’étape en cours : exploration.", "Fin tenue")
    press(helene, "extend")
    follows(helene, "exploration")
    for name in ("Karim", "Awa", "Mathilde"):
        expect(session[name].get_by_role("timer")).to_have_text("Il reste 32 minutes.", timeout=FOLLOWING_MS)
    expect(session["Julien"].get_by_role("timer")).to_have_text("32 minutes left.", timeout=FOLLOWING_MS)


def the_clock_stops_and_goes_on(session: Session) -> None:
    press(session.helene, "pause")
    for name in ("Karim", "Solène", "Mathilde"):
        expect(session[name].get_by_role("timer")).to_have_text("Le temps est en pause.", timeout=FOLLOWING_MS)
    press(session.helene, "resume")
    expect(session["Karim"].get_by_role("timer")).to_have_text("Il reste 32 minutes.", timeout=FOLLOWING_MS)


def a_loop_back_and_forth(session: Session) -> None:
    press(session.helene, "go-back", to="contract")
    session.all_follow("contract")
    session.moves_on("exploration")
    reads(session["Thomas"], REQUEST)


def the_plan_then_the_last_round(session: Session) -> None:
    session.moves_on("synthesis")
    reads(session["Karim"], "Ce que vous comprenez maintenant")
    reads(session["Inès"], "Karim dit ce qui se dessine")
    offers_no(session.helene, "close")
    session.moves_on("meta")
    reads(session.helene, "Suivant : Karim")
    press(session.helene, "give-floor", seat=session.seat("Omar"))
    reads(session["Omar"], "Ce que vous avez observé", "Vous avez la parole")
    reads(session.helene, "Omar parle")


def the_closing_is_asked_once(session: Session) -> None:
    helene = session.helene
    press(helene, "hear-round")
    session.moves_on("closing")
    reads(session["Thomas"], "Ce qui est gardé", "Rien n’a été enregistré")
    offers_no(helene, "close")
    helene.get_by_role("link", name="Clore la séance").click()
    press(helene, "close")
    session.all_follow("closed")
    reads(helene, "La séance est terminée.", "s’efface 30 jours après sa clôture")
    for name in DEVICES:
        page = session[name]
        reads(page, "The session is over." if name == "Julien" else "La séance est terminée.")
        never_reads(page, TOPIC)
        if name == WITHOUT_SCRIPTS:  # this page was loaded again: it is the one that is kept
            reads(page, "Ce que Karim a demandé au cercle", REQUEST)
        else:
            never_reads(page, REQUEST)
