"""`docs/live.md` is enough to write a client from: what the live room knows stands there, whole."""

import re
from collections.abc import Iterator

import pytest

from sizain.live import regions, urls
from sizain.method.rules import Posture
from sizain.method.seance import Stage
from sizain.seances.asked import READERS
from sizain.seances.drafts import FIELDS
from tests.house.sources import ROOT

PAGE = (ROOT / "docs/live.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)")
FACT = re.compile(r"data-[a-z-]+(?==)")


def _section(title: str) -> str:
    """What stands under a heading, up to the next one of the same level."""
    found = re.search(rf"^{title}\n(.*?)(?=^{title.split()[0]} |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def _rows(section: str) -> Iterator[list[str]]:
    for line in _section(section).splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def _codes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_act_stands_there_and_no_other() -> None:
    assert sorted(name for row in _rows("## Acts") for name in _codes(row[0])) == sorted(READERS)


def test_every_address_stands_there() -> None:
    written = re.sub(r"<[a-z]+>", "<>", _section("## Addresses"))
    routes = ["/" + re.sub(r"<[a-z:]+>", "<>", str(route.pattern)) for route in urls.urlpatterns]
    assert [route for route in routes if route not in written] == []


def test_every_private_field_stands_there_with_its_limit() -> None:
    written = {_codes(row[0])[0]: int(row[1].split()[0].replace(",", "")) for row in _rows("## Drafts")}
    assert written == FIELDS


@pytest.mark.parametrize(
    ("view", "drawn"),
    [("`facilitator`", regions.ROOM), ("`projector`", regions.SCREEN), ("`waiting`", regions.OUTSIDE)],
)
def test_every_region_of_a_view_stands_there(view: str, drawn: tuple[regions.Region, ...]) -> None:
    row = next(row for row in _rows("### Regions") if row[0].startswith(view))
    assert _codes(row[1]) == [region.name for region in drawn]


def test_every_fact_of_the_posture_stands_there() -> None:
    template = ROOT / "src/sizain/live/templates/live/regions/posture.html"
    written = [_codes(row[0])[0] for row in _rows("### The facts")]
    assert written == FACT.findall(template.read_text(encoding="utf-8"))


def test_every_stage_and_view_is_named_there() -> None:
    assert [code for code in (*Stage, *Posture) if f"`{code}`" not in _section("## Words used here")] == []


def test_links_of_the_documents_lead_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in ROOT.glob("docs/**/*.md")
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
