"""What a name becomes on a seat."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def initials(name: str) -> str:
    """One or two letters for a seat's badge.

    Two words give the first letter of the first and of the last (`Hélène Marchetti` → `HM`,
    `Jean-Luc` → `JL`); one word gives its first two letters, because a circle often holds two
    first names with the same initial. A name without a letter or figure gives a middle dot.
    """
    words: list[str] = _WORD.findall(unicodedata.normalize("NFC", name))
    if not words:
        return "·"
    letters = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()[:2]
