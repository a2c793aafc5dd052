"""Which characters our fonts can draw. A tagged PDF may hold no sign without a shape (PDF/UA-1), and people write
with more signs than any folder of fonts has: those that ours lack become a white square."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "polices"
UNKNOWN = "□"
JOINERS = "\u200c\u200d"
"""The two invisible characters that change how letters hold together: kept, as some scripts are written with them."""


def drawable(text: str) -> str:
    """The same words in signs that our fonts have: composed, without invisible controls, a tab as a space."""
    return "".join(_shown(cluster) for cluster in _clusters(_visible(text)))


def _visible(text: str) -> str:
    ends = text.replace("\r\n", "\n").replace("\t", " ")
    for end in "\r\x0b\x0c\x85\u2028\u2029":
        ends = ends.replace(end, "\n")
    kept = (one for one in ends if one in "\n" + JOINERS or unicodedata.category(one) not in ("Cc", "Cf", "Cs"))
    return unicodedata.normalize("NFC", "".join(one for one in kept if not _chooses_a_shape(one)))


def _chooses_a_shape(sign: str) -> bool:
    """A variation selector: it says which drawing of the sign before it is meant."""
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"


def _clusters(text: str) -> Iterator[str]:
    """A sign with the marks on it, which one font has to draw."""
    cluster = ""
    for one in text:
        if cluster and (unicodedata.category(one)[0] == "M" or one in JOINERS):
            cluster += one
        else:
            yield cluster
            cluster = one
    yield cluster


def _shown(cluster: str) -> str:
    if cluster == "\n":
        return cluster
    needed = {ord(one) for one in cluster if one not in JOINERS}
    if any(needed <= font for font in _fonts()):
        return cluster if needed else ""
    base = cluster[0]
    return base if any(ord(base) in font for font in _fonts()) else UNKNOWN


@cache
def _fonts() -> tuple[frozenset[int], ...]:
    """The characters of each font of the folder."""
    return tuple(_characters(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf")))


def _characters(font: bytes) -> frozenset[int]:
    """The characters that a font maps to a shape, by its `cmap` table (OpenType 1.9, formats 4 and 12)."""
    cmap = _table(font, b"cmap")
    found: set[int] = set()
    for record in range(struct.unpack_from(">H", cmap, 2)[0]):
        sub = cmap[struct.unpack_from(">HHI", cmap, 4 + 8 * record)[2] :]
        match struct.unpack_from(">H", sub)[0]:
            case 4:
                found |= _segments(sub)
            case 12:
                for group in range(struct.unpack_from(">I", sub, 12)[0]):
                    first, last, shape = struct.unpack_from(">III", sub, 16 + 12 * group)
                    found.update(range(first + (shape == 0), last + 1))
    return frozenset(found)


def _segments(sub: bytes) -> set[int]:
    """Format 4: segments of characters, each with a difference to its shapes or a place where they are listed."""
    double = struct.unpack_from(">H", sub, 6)[0]
    found = set()
    for at in range(0, double, 2):
        last, first = (struct.unpack_from(">H", sub, where + at)[0] for where in (14, 16 + double))
        shift = struct.unpack_from(">H", sub, 16 + 2 * double + at)[0]
        place = 16 + 3 * double + at
        offset = struct.unpack_from(">H", sub, place)[0]
        for one in range(first, last + 1):
            listed = struct.unpack_from(">H", sub, place + offset + 2 * (one - first))[0] if offset else one
            if listed and (listed + shift) % 0x10000 and one != 0xFFFF:
                found.add(one)
    return found


def _table(font: bytes, tag: bytes) -> bytes:
    for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
        if font[at : at + 4] == tag:
            offset, length = struct.unpack_from(">II", font, at + 8)
            return font[offset : offset + length]
    raise ValueError(f"a font without {tag.decode()}")
