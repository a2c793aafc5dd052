"""A session by keyboard alone: QUALITY A-2."""

from playwright.sync_api import Page, expect

from tests.browser.cast import REQUEST, TOPIC, MakeDevice, OpenTable, follows
from tests.ground.server import Server

MOST_TABS = 150
REACHED = "(selector) => document.activeElement.matches(selector)"
SHOWN = """() => new Promise((say) => {
  const here = document.activeElement;
  new IntersectionObserver(([seen], looking) => {
    looking.disconnect();
    const style = getComputedStyle(here);
    const box = seen.boundingClientRect;
    const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    say({
      ringed: ringed || style.boxShadow !== "none",
      top: box.top,
      inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      what: here.outerHTML.slice(0, 160),
    });
  }).observe(here);
})"""
"""Of what has the focus, once a frame is drawn."""


def tab_to(page: Page, selector: str, *, back: bool = False) -> None:
    """Press Tab until that element has the focus; the focus is seen at every stop on the way."""
    expect(page.locator(selector).first).to_be_attached()
    for _ in range(MOST_TABS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        shown = page.evaluate(SHOWN)
        assert shown["what"].startswith("<body") or (shown["ringed"] and shown["inside"]), shown
        if page.evaluate(REACHED, selector):
            return
    raise AssertionError(f"no number of Tab leads to {selector}")


def press(page: Page, act: str) -> None:
    tab_to(page, f"form[data-acte={act}] button")
    page.keyboard.press("Enter")


def write(page: Page, selector: str, words: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(words)


def test_a_session_by_keyboard_alone(house: Server, make_device: MakeDevice) -> None:
    helene = make_device(house).open("/")
    tab_to(helene, "a[href='#contenu']")
    helene.keyboard.press("Enter")
    tab_to(helene, "a[href='/seances/nouvelle/']")
    helene.keyboard.press("Enter")
    helene.wait_for_url("**/nouvelle/")
    write(helene, "[name=name]", "Hélène")
    helene.keyboard.press("Enter")
    follows(helene, "lobby")
    code = helene.locator(".code").inner_text()

    karim = make_device(house).open("/")
    write(karim, "[name=code]", code)
    karim.keyboard.press("Enter")
    karim.wait_for_url("**/r/*/")
    write(karim, "[name=name]", "Karim")
    karim.keyboard.press("Enter")
    expect(karim.locator("#posture")).to_have_attribute("data-view", "waiting")
    press(helene, "admit")
    expect(karim.locator("#posture")).to_have_attribute("data-view", "consultant")
    write(helene, "#ajouter", "Thomas")
    press(helene, "add-seat")
    expect(helene.locator("[data-seats]")).to_contain_text("Thomas")

    press(karim, "engage")
    write(karim, "#sujet", TOPIC)
    karim.keyboard.press("Enter")
    expect(karim.locator("#r-sheet")).to_contain_text(TOPIC)
    press(helene, "hear-charter")
    press(helene, "open")
    follows(karim, "opening")
    press(helene, "give-floor")
    expect(karim.locator("#r-sheet")).to_contain_text("Vous avez la parole")
    press(helene, "advance")
    follows(karim, "choice")

    press(karim, "say-ready")
    expect(helene.locator("#r-sheet")).to_contain_text("se propose")
    tab_to(helene, "button[aria-label='Proposer la place à Karim']")
    helene.keyboard.press("Enter")
    press(karim, "accept-place")
    expect(helene.locator("#r-sheet")).to_contain_text("Karim prend la place du client.")
    for stage in ("presentation", "clarification", "contract"):
        press(helene, "advance")
        follows(karim, stage)
    write(karim, "#demande", REQUEST)
    press(karim, "validate-contract")
    expect(helene.locator("#r-sheet")).to_contain_text(REQUEST)
    press(helene, "advance")
    follows(karim, "exploration")

    tab_to(helene, "a[href$='/extension/']")
    helene.keyboard.press("Enter")
    helene.wait_for_url("**/extension/")
    press(helene, "extend")
    follows(helene, "exploration")
    press(helene, "pause")
    expect(karim.get_by_role("timer")).to_have_text("Le temps est en pause.")
    press(helene, "resume")
    write(karim, "#notes", "Ce que je garde.")
    tab_to(karim, "form[data-acte=raise-hand] button", back=True)
    for stage in ("synthesis", "meta"):
        press(helene, "advance")
        follows(karim, stage)
    press(helene, "hear-round")
    press(helene, "advance")
    follows(karim, "closing")
    tab_to(helene, "a[href='#clore']")
    helene.keyboard.press("Enter")
    press(helene, "close")
    for page in (helene, karim):
        follows(page, "closed")


def test_the_focus_stays_on_a_button_that_was_pressed(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas").on_to("clarification")
    page = table["Thomas"].look(make_device, house)
    press(page, "raise-hand")
    expect(page.locator("form[data-acte=lower-hand] button:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("form[data-acte=raise-hand] button:focus")).to_have_count(1)


def test_what_a_keyboard_has_come_to_stays_in_sight_when_the_circle_goes_on(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas", "Awa").on_to("choice")
    page = table["Thomas"].look(make_device, house, viewport={"width": 1280, "height": 600})
    tab_to(page, ".salle__marge [data-draft=''], .salle__marge .notes__page", back=True)
    tab_to(page, ".salle__marge button[type=submit]", back=True)
    stood = page.evaluate(SHOWN)["top"]
    for stage in ("presentation", "clarification", "contract"):
        table.on_to(stage)
        follows(page, stage)
        assert abs(page.evaluate(SHOWN)["top"] - stood) <= 2
