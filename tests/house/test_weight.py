"""The room opens on a phone at the back of a village hall: its scripts and styles stay light."""

import gzip
import re

from tests.house.sources import ROOT

STATIC = ROOT / "src" / "sizain"
HEAVIEST = 60_000
LIVE = STATIC / "live" / "static" / "live"
LONGEST_SCRIPTS = 800
IMPORTED = re.compile(r'^import .* from "\./([a-z]+\.js)";$', re.MULTILINE)


def test_scripts_and_styles_of_the_room_weigh_60_kb_at_most_once_compressed() -> None:
    weights = {
        path.relative_to(STATIC).as_posix(): len(gzip.compress(path.read_bytes(), 6))
        for path in sorted(STATIC.rglob("*"))
        if path.suffix in {".js", ".css"}
    }
    assert "shell/static/sizain/vendor/htmx.min.js" in weights, "`make build` copies it"
    assert sum(weights.values()) <= HEAVIEST, weights


def test_the_rooms_own_scripts_stay_under_800_lines() -> None:
    """Those that a seat's page loads: `room.js` and all that it imports."""
    counts, found = {}, ["room.js"]
    for name in found:
        script = (LIVE / name).read_text(encoding="utf-8")
        counts[name] = len(script.splitlines())
        found += [one for one in IMPORTED.findall(script) if one not in found]
    assert len(counts) > 10
    assert sum(counts.values()) < LONGEST_SCRIPTS, counts
