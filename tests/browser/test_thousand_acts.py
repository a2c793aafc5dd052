"""A thousand things happen in the room while somebody writes: nothing moves under their hand, and a screen reader is
not talked over (A-4)."""

import time
from collections.abc import Callable
from itertools import cycle, pairwise
from threading import Thread

from playwright.sync_api import expect

from sizain.situations import situations
from tests.browser.cast import MakeDevice, OpenTable, Person, Table
from tests.browser.hands import FOLLOWING_MS
from tests.browser.test_typing import PLACE, STANDS, shows_all
from tests.ground.server import Server

ACTS = 1000
EACH_S = 0.22
PAUSE_MS = 1900
"""Two seconds, less what the watcher of a busy page may see one sentence later than the next."""
WORDS = situations()[7].says
OTHERS = ("Karim", "Awa", "Julien", "Mathilde", "Inès")
LISTEN = """() => {
  window.heard = [];
  const place = document.getElementById("annonces");
  let before = place.textContent;
  new MutationObserver(() => {
    if (place.textContent === before) return;
    before = place.textContent;
    window.heard.push({ at: performance.now(), words: before.trim(), stage: document.body.dataset.stage });
  }).observe(place, { subtree: true, childList: true, characterData: true });
}"""


class Room:
    """Five devices and the facilitation, some twenty-five acts a second in all, until so many were done."""

    def __init__(self, table: Table, acts: int) -> None:
        self.table = table
        self.left = [acts // (1 + len(OTHERS))] * (1 + len(OTHERS))
        self.left[0] += acts - sum(self.left)
        self.done = 0
        self.faults: list[BaseException] = []
        self.threads = [Thread(target=self._lead)]
        self.threads += [
            Thread(target=self._raise, args=(table[name], number)) for number, name in enumerate(OTHERS, start=1)
        ]

    @property
    def busy(self) -> bool:
        return any(thread.is_alive() for thread in self.threads)

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def _lead(self) -> None:
        seats = cycle([self.table[name].seat for name in OTHERS])
        self._go_on(0, lambda: self.table.helene.act("give-floor", seat=next(seats)))

    def _raise(self, who: Person, number: int) -> None:
        acts = cycle(("raise-hand", "lower-hand"))
        self._go_on(number, lambda: who.act(next(acts)))

    def _go_on(self, number: int, act: Callable[[], None]) -> None:
        try:
            for _ in range(self.left[number]):
                act()
                self.done += 1
                time.sleep(EACH_S)
        except BaseException as fault:  # said in the test's own thread
            self.faults.append(fault)


def test_a_thousand_remote_acts_move_nothing_and_are_told_one_sentence_in_two_seconds(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Thomas", *OTHERS).on_to("clarification")
    page = table["Thomas"].look(make_device, house, viewport={"width": 1280, "height": 700})
    box = page.locator("#notes")
    box.fill(f"{WORDS}\n" * 12)
    box.evaluate("(field) => { field.focus(); field.setSelectionRange(40, 40); }")
    page.keyboard.type("…")
    page.evaluate(LISTEN)
    announced = page.locator("#annonces")
    stood, places, typed = box.evaluate(STANDS), [box.evaluate(PLACE)], ""

    room = Room(table, ACTS)
    room.start()
    letters = cycle(f"{WORDS} ")
    while room.busy:
        typed += (letter := next(letters))
        page.keyboard.type(letter)
        places.append(box.evaluate(PLACE))
        time.sleep(0.05)
    assert not room.faults, room.faults
    assert room.done == ACTS
    table.helene.act("free-floor")
    shows_all(table, page)

    text = f"{WORDS}\n" * 12
    assert box.input_value() == f"{text[:40]}…{typed}{text[40:]}"
    moved = len(typed)
    assert box.evaluate(STANDS) == {**stood, "start": stood["start"] + moved, "end": stood["end"] + moved}
    assert places_stood(places) <= 2
    told = page.evaluate("window.heard")
    gaps = [later["at"] - sooner["at"] for sooner, later in pairwise(told)]
    assert len(told) >= 3, "so much happened, and nothing was said"
    assert min(gaps) >= PAUSE_MS, gaps

    table.helene.act("give-floor", seat=table["Awa"].seat)
    expect(announced).to_contain_text("Awa", timeout=FOLLOWING_MS)
    table.helene.act("advance", from_stage="clarification")
    expect(announced).to_contain_text("Étape 3", timeout=FOLLOWING_MS)
    sooner, step = page.evaluate("window.heard.slice(-2)")
    assert "Awa" in sooner["words"]
    assert "Étape 3" in step["words"]
    assert step["at"] - sooner["at"] < PAUSE_MS, "a step is said at once"
    assert box.evaluate(STANDS)["focused"]


def places_stood(places: list[list[float]]) -> float:
    """By how much the field, its own scrolling or the page moved at most, in pixels. Writing may scroll the field."""
    top, left = ([place[axis] for place in places] for axis in (0, 2))
    return float(max(max(top) - min(top), max(left) - min(left)))
