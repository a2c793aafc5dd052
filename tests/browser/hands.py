"""What people do on a screen: press the button of an act, type, take the other device."""

from playwright.sync_api import Locator, Page, expect

FOLLOWING_MS = 30_000
"""Within this time every screen shows what happened, on a machine that is busy with other tests too: how fast it
is on a quiet one is for the bench to say."""

STILL = """() => new Promise((still) => {
  const seen = new MutationObserver(() => { clearTimeout(waiting); waiting = setTimeout(done, 300); });
  const done = () => { seen.disconnect(); still(); };
  let waiting = setTimeout(done, 300);
  seen.observe(document.body, { subtree: true, childList: true, attributes: true });
})"""


def buttons(page: Page, act: str, **fields: str) -> Locator:
    """The visible buttons of an act; `fields` are hidden fields that its form must hold."""
    wanted = "".join(f':has(input[name="{name}"][value="{value}"])' for name, value in fields.items())
    return page.locator(f"form[data-acte={act}]{wanted} button:visible")


def press(page: Page, act: str, **fields: str) -> None:
    """Press it, where it stands on this screen: in the sheet, in the circle or in the bottom bar."""
    stands_still(page)
    buttons(page, act, **fields).first.click()


def stands_still(page: Page) -> None:
    """Nothing moves any more: people press what they see, not what was there a moment before."""
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        page.evaluate(STILL)


def offers(page: Page, act: str) -> None:
    expect(buttons(page, act).first).to_be_visible(timeout=FOLLOWING_MS)


def offers_no(page: Page, act: str) -> None:
    expect(buttons(page, act)).to_have_count(0, timeout=FOLLOWING_MS)


def reads(page: Page, *words: str) -> None:
    """The visible page says each of these words soon."""
    for one in words:
        expect(page.locator("body")).to_contain_text(one, timeout=FOLLOWING_MS, use_inner_text=True)


def never_reads(page: Page, words: str) -> None:
    """Nothing of it is anywhere in the page, hidden parts included."""
    assert words not in page.content()


def step_of(page: Page) -> str:
    return page.locator("h1").first.inner_text()


def door_gesture(page: Page, act: str, name: str) -> Locator:
    """« Faire entrer » or « Refuser » beside a name at the door."""
    words = {"admit": f"Faire entrer {name}", "refuse": f"Refuser {name}"}[act]
    return page.get_by_role("button", name=words, exact=True)
