"""How a sentence is read before the rules of a language look at it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = re.compile("[’‘ʼ´`]")
_NOT_LETTERS = re.compile(r"[^a-z0-9',:?.!;]+")
_ENDS = re.compile(r"[?.!;]+")


def folded(text: str) -> str:
    """Small letters without accents, straight apostrophes, one blank for all that is neither letter nor mark."""
    straight = _APOSTROPHES.sub("'", text.lower().replace("œ", "oe"))
    plain = "".join(one for one in unicodedata.normalize("NFD", straight) if not unicodedata.combining(one))
    return _NOT_LETTERS.sub(" ", plain).replace(" ,", ",").strip()


def sentences(text: str) -> list[str]:
    """Its sentences, without their last mark."""
    return [part.strip(" ,:") for part in _ENDS.split(text) if part.strip(" ,:")]


@dataclass(frozen=True)
class Rules:
    """The rules of one language, each a pattern on a folded sentence.

    `tail` asks for agreement behind what was said (« …, non ? ») and is taken off first. `always` is advice in any
    sentence. `open` is how a sentence asks for something not yet known; where it does, `closed` does not apply.
    """

    tail: re.Pattern[str]
    always: re.Pattern[str]
    open: re.Pattern[str]
    closed: re.Pattern[str]

    def advise(self, sentence: str) -> bool:
        said = self.tail.sub("", sentence).strip(" ,:")
        if self.always.search(said):
            return True
        return not self.open.search(said) and self.closed.search(said) is not None


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for all of these."""
    return re.compile("|".join(f"(?:{one})" for one in patterns))
