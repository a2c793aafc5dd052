"""axe-core on a page, as QUALITY A-1 asks: WCAG 2.0 to 2.2, A and AA, in light and dark, wide and narrow."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
WIDE = 1280
NARROW = 320
Theme = Literal["light", "dark"]
LOOKS: list[tuple[int, Theme]] = [(NARROW, "light"), (NARROW, "dark"), (WIDE, "dark"), (WIDE, "light")]
_axe = Axe()

AT_REST = """() => {
  for (const bar of document.querySelectorAll('.commandes')) bar.style.position = 'static';
  for (const one of document.getAnimations()) {
    if (one.effect.getComputedTiming().endTime !== Infinity) one.finish();
  }
}"""
SMALL = """() => [...document.querySelectorAll('button, .bouton, .commande, input:not([type=hidden]), textarea')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .map((one) => {
    // A tick is pressed by its label; a link inside a sentence is as high as its line.
    const target = one.matches('[type=radio], [type=checkbox]') ? one.closest('label') ?? one : one;
    const box = target.getBoundingClientRect();
    const least = one.matches('.commande, .bouton--principal, .geste') ? 44 : 24;
    return [one, Math.round(box.width), Math.round(box.height), least];
  })
  .filter(([, width, height, least]) => width > 1 && (width < least || height < least))
  .map(([one, width, height]) => `${one.className || one.id} « ${one.innerText.trim()} » ${width}×${height}`)"""


def faults(page: Page) -> list[str]:
    """What axe and the ruler find wrong with this page, at both widths and in both themes."""
    found = _shape(page)
    for size, theme in LOOKS:
        where = f"{size} px, {theme}"
        _dress(page, size, theme)
        # Only colours change with the theme.
        found += violations(page, RULES if theme == "light" else ["color-contrast"], where)
        if theme == "light":
            found += [f"{where}: target too small: {one}" for one in page.evaluate(SMALL)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [f"{where}: the page is {wide} px wide"] if wide > size else []
    return found


def _dress(page: Page, width: int, theme: Theme) -> None:
    """Change width and theme, and wait until no colour is on its way any more.

    The bottom bar stands at the end of the page for the time of the look: what is under it can be scrolled to.
    """
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate(AT_REST)


def _shape(page: Page) -> list[str]:
    """One title of the first level."""
    headings = page.locator("h1:visible").count()
    return [] if headings == 1 else [f"{headings} titles of the first level"]


def violations(page: Page, rules: list[str], where: str) -> list[str]:
    """What axe finds by these rules on the page as it stands; `where` begins each line."""
    options = {"resultTypes": ["violations"], "runOnly": rules}
    return [
        f"{where}: {violation['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary', '')}"
        for violation in _axe.run(page, options=options).response["violations"]
        for node in violation["nodes"]
    ]
