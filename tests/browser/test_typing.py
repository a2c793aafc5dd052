"""What someone is typing is theirs: nothing that others do, or that breaks, touches it."""

import re
import time
from collections.abc import Callable
from html import unescape
from threading import Thread
from typing import Self

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.cast import MakeDevice, OpenTable, Person, Table, follows
from tests.browser.hands import FOLLOWING_MS, press, reads
from tests.ground.server import Server

REMOTE_ACTS = 200
WRITERS = {
    "notes": ("Thomas", "clarification"),
    "sujet": ("Thomas", "choice"),
    "demande": ("Karim", "contract"),
}
"""Each field that people write into, by its id: who writes, and when."""
STANDS = """(field) => ({
  focused: document.activeElement === field,
  start: field.selectionStart,
  end: field.selectionEnd,
})"""
PLACE = """(field) => new Promise((say) => {
  new IntersectionObserver(([seen], looking) => {
    looking.disconnect();
    say([seen.boundingClientRect.top, field.scrollTop, scrollX]);
  }).observe(field);
})"""
"""Where it stands once a frame is drawn: nobody sees what changes in between."""
WORDS = "les mots viennent l’un après l’autre, et rien ne les bouscule."
LINES = "\n".join(f"Ligne {number}, pour que le champ défile." for number in range(18))


@pytest.mark.parametrize("field", WRITERS)
def test_two_hundred_remote_acts_leave_the_typing_hand_alone(
    house: Server, open_table: OpenTable, make_device: MakeDevice, field: str
) -> None:
    name, stage = WRITERS[field]
    table = open_table(house).seated("Karim", "Thomas", "Awa", "Julien").on_to(stage)
    page = table[name].look(make_device, house, viewport={"width": 1280, "height": 700})
    box = page.locator(f"#{field}")
    many_lines = box.evaluate("(field) => field.tagName") == "TEXTAREA"
    before, after = (f"{LINES}\nAvant ", f"Après.\n{LINES}") if many_lines else ("Avant ", "Après.")
    box.fill(before + after)
    box.evaluate("(field, at) => { field.focus(); field.setSelectionRange(at, at); }", len(before))
    page.keyboard.type("…")
    stood, places = box.evaluate(STANDS), [box.evaluate(PLACE)]

    with RemoteActs(table) as others:
        for letter in WORDS:
            page.keyboard.type(letter)
            places.append(box.evaluate(PLACE))
    shows_all(table, page)

    assert others.done == REMOTE_ACTS
    expect(box).to_have_value(f"{before}…{WORDS}{after}")
    moved = len(WORDS)
    assert box.evaluate(STANDS) == {**stood, "start": stood["start"] + moved, "end": stood["end"] + moved}
    places.append(box.evaluate(PLACE))
    moves = [max(place) - min(place) for place in zip(*places, strict=True)]
    assert max(moves) <= 2, f"the field moved under the hand: {moves}"
    kept_on_the_server(table[name], box)


def test_a_step_hides_a_field_and_gives_it_back_with_its_text(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("choice")
    page = table["Thomas"].look(make_device, house)
    box = page.get_by_label("Votre sujet, en une ligne")
    box.fill("Un sujet que je n’ai pas fini")
    table.on_to("presentation")
    follows(page, "presentation")
    expect(box).to_be_hidden()
    table.helene.act("go-back", from_stage="presentation", to="choice")
    table.helene.act("unname-client")
    expect(box).to_be_visible()
    expect(box).to_have_value("Un sujet que je n’ai pas fini")
    page.reload()
    expect(box).to_have_value("Un sujet que je n’ai pas fini")


def test_a_page_drawn_before_the_text_was_kept_gives_it_back(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("choice")
    thomas = table["Thomas"]
    page = thomas.look(make_device, house)
    page.route(page.url, lambda route: drawn_too_early(route, thomas))
    box = page.get_by_label("Votre sujet, en une ligne")
    box.fill("Un sujet que je n’ai pas fini")
    page.reload()
    expect(box).to_have_value("Un sujet que je n’ai pas fini")


def test_a_refusal_stands_in_place_and_keeps_the_text(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("contract")
    page = table["Karim"].look(make_device, house)
    box = page.get_by_label("Ma question", exact=True)
    too_long = "Aidez-moi à y voir clair. " * 30
    box.fill(too_long)
    press(page, "validate-contract")
    expect(page.locator("#demande-refus")).to_have_text("C’est trop long\u202f: 600 caractères au plus.")
    expect(box).to_have_value(too_long)
    box.fill("Aidez-moi à y voir clair.")
    press(page, "validate-contract")
    reads(page, "« Aidez-moi à y voir clair. »")
    expect(box).to_have_value("")
    expect(page.locator("#demande-refus")).to_be_hidden()


def test_a_server_that_dies_under_the_hand_takes_nothing_with_it(
    make_server: Callable[..., Server], open_table: OpenTable, make_device: MakeDevice
) -> None:
    server = make_server(measured=False)
    table = open_table(server).seated("Karim", "Thomas", "Awa").on_to("choice")
    page = table["Thomas"].look(make_device, server)
    notes, topic = page.get_by_label("Mes notes"), page.get_by_label("Votre sujet, en une ligne")
    notes.fill("Avant la panne.")
    kept_on_the_server(table["Thomas"], notes)
    server.kill()
    notes.press_sequentially(" Pendant la panne.")
    topic.fill("Reprendre après une panne")
    press(page, "deposit-topic")
    expect(page.locator("[data-connection-said=lost]")).to_be_visible(timeout=FOLLOWING_MS)
    server.start()
    expect(topic).to_have_value("", timeout=FOLLOWING_MS)
    expect(page.locator("#r-sheet")).to_contain_text("Reprendre après une panne", timeout=FOLLOWING_MS)
    expect(notes).to_have_value("Avant la panne. Pendant la panne.")
    kept_on_the_server(table["Thomas"], notes)


class RemoteActs:
    """Others give and ask for the floor as fast as the server takes it; at the end it is as free as it was."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.floor = [table["Karim"].seat, table["Julien"].seat]
        self.done = 0
        self._thread = Thread(target=self._act)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.join()

    def _act(self) -> None:
        for turn in range(REMOTE_ACTS // 2):
            self.table.helene.act("give-floor", seat=self.floor[turn % 2])
            self.table["Awa"].act("lower-hand" if turn % 2 else "raise-hand")
            self.done += 2
        self.table.helene.act("free-floor")


def shows_all(table: Table, page: Page) -> None:
    """The screen has everything: a last hand goes up and down on it."""
    table["Julien"].act("raise-hand")
    expect(page.locator(".ronde__suite")).to_contain_text("Julien")
    table["Julien"].act("lower-hand")
    expect(page.locator(".ronde__suite")).to_have_count(0)


def drawn_too_early(route: Route, person: Person) -> None:
    """The page as it was drawn comes only after the page before it has kept its text."""
    drawn = route.fetch()
    kept(person, "sujet", "Un sujet que je n’ai pas fini")
    time.sleep(0.5)  # the answer reaches the page that is being left
    route.fulfill(response=drawn)


def kept_on_the_server(person: Person, box: Locator) -> None:
    kept(person, box.get_attribute("id"), box.input_value())


def kept(person: Person, field: str | None, text: str) -> None:
    """The draft of this field is on the server soon: another tab of this seat reads it there."""
    stands = rf'<(?:input|textarea)[^>]* id="{field}"[^>]*?(?: value="([^"]*)"[^>]*)?>\n?([^<]*)'
    for _ in range(50):
        found = re.search(stands, person.html())
        if found and unescape(found[1] or found[2]) == text:
            return
        time.sleep(0.1)
    raise AssertionError("the draft never reached the server")
