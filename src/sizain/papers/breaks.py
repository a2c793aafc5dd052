"""Words that are longer than a line may be cut: a page of paper does not scroll."""

from __future__ import annotations

import re

LONGEST = 24
"""So many characters in a row, without a space, fit the narrowest column of a paper."""
ZERO_WIDTH_SPACE = "\u200b"
_RUN = re.compile(rf"(\S{{{LONGEST}}})(?=[^\s\u0300-\u036f\u200d\ufe00-\ufe0f])")


def breakable(text: str) -> str:
    """The same, with places to cut in the words that no line holds; a sign stays with its accents."""
    return _RUN.sub(rf"\1{ZERO_WIDTH_SPACE}", text)
