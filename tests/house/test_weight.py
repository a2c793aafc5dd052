"""The room opens on a phone at the back of a village hall: its scripts and styles stay light."""

import gzip

from tests.house.sources import ROOT

STATIC = ROOT / "src" / "sizain"
HEAVIEST = 60_000
LONGEST_SCRIPTS = 820
"""Dimming a phone, telling of the time and the word about a console that is not to be shown are 105 of them: what no
server can do."""


def test_scripts_and_styles_of_the_room_weigh_60_kb_at_most_once_compressed() -> None:
    weights = {
        path.relative_to(STATIC).as_posix(): len(gzip.compress(path.read_bytes(), 6))
        for path in sorted(STATIC.rglob("*"))
        if path.suffix in {".js", ".css"}
    }
    assert "shell/static/sizain/vendor/htmx.min.js" in weights, "`make build` copies it"
    assert sum(weights.values()) <= HEAVIEST, weights


def test_our_own_scripts_stay_under_820_lines() -> None:
    counts = {
        path.name: len(path.read_text(encoding="utf-8").splitlines())
        for path in STATIC.rglob("*.js")
        if "vendor" not in path.parts
    }
    assert sum(counts.values()) < LONGEST_SCRIPTS, counts
