"""Our own text files, as the rules of the house read them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# Written by others or by a tool: licences, locks.
NOT_OURS = ("LICENSE", "requirements/", "package-lock.json")
BINARY = {".woff2", ".ttf", ".png", ".jpg", ".ico", ".webp", ".pdf"}


def files(*suffixes: str) -> list[Path]:
    """Every file of ours that git keeps or would keep, with one of these suffixes (all if none)."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    paths = (Path(name) for name in listed.split("\0") if name and not name.startswith(NOT_OURS))
    return sorted(
        path
        for path in paths
        if (path.suffix in suffixes if suffixes else path.suffix not in BINARY) and (ROOT / path).is_file()
    )


def lines(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Every line of those files, as ("path:number", text)."""
    for path in files(*suffixes):
        text = (ROOT / path).read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), start=1):
            yield f"{path}:{number}", line
