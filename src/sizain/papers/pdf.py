"""A paper as a PDF that assistive software can read (PDF/UA-1), set by Typst from `paper.typ`."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import typst

from sizain.papers.breaks import breakable
from sizain.papers.paper import Paper, as_data, mapped
from sizain.papers.signs import FONTS, UNKNOWN, drawable

HERE = Path(__file__).parent
SECONDS = 10.0
"""How long somebody waits for a paper; one takes some 50 ms."""
REMEMBERED = 11
"""How many papers later nothing is left of one in the memory of Typst (`comemo::evict(10)` in its binding)."""

_setter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papers")
"""One paper at a time: whoever asks for many delays papers, never the room."""


async def pdf(paper: Paper) -> bytes:
    """The file, set in a thread of its own. Raises `TimeoutError` after `SECONDS`."""
    setting = asyncio.get_running_loop().run_in_executor(_setter, typeset, paper)
    return await asyncio.wait_for(setting, SECONDS)


def typeset(paper: Paper) -> bytes:
    """The same at once, in this thread. What people wrote goes in as JSON, never as markup; nothing is fetched: the
    template imports no package, and the fonts are ours."""
    data = json.dumps(as_data(mapped(paper, lambda text: breakable(drawable(text)))))
    compiler = typst.Compiler(
        HERE / "paper.typ",
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": data},
    )
    try:
        made = compiler.compile(format="pdf", pdf_standards="ua-1")
    finally:
        _forget()
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made


def lacks_signs(paper: Paper) -> bool:
    """Whether the file has a white square where somebody wrote a sign."""
    found = False

    def look(text: str) -> str:
        nonlocal found
        found = found or (UNKNOWN in drawable(text) and UNKNOWN not in text)
        return text

    mapped(paper, look)
    return found


def _forget() -> None:
    """Typst keeps what it set in memory until it has set ten more: what is erased has to leave memory too."""
    for _ in range(REMEMBERED):
        typst.Compiler(b"", root=HERE, font_paths=_fonts(), ignore_system_fonts=True).compile(format="pdf")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
