"""What a person may have received, and what they did: the difference is a leak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tests.played.oracle import Oracle
from tests.played.words import canaries

ID = re.compile(r"\b[0-9a-f]{16}\b")
DAY = re.compile(r"([3-8]\d{3})-\d\d-\d\d")
MARKS = re.compile(r'data-marks="(?!\{\}")([^"]+)"')


class Known:
    """All the words of a session with what betrays them: canaries, their ids, the years of their dates."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        """What stands for a text wherever it is, by id: its canary or its year."""
        self.named: dict[str, str] = {}
        self.years: set[str] = set()

    def learns(self, texts: Mapping[str, str], names: Mapping[str, str]) -> None:
        for one, body in texts.items():
            day = DAY.fullmatch(body)
            if day:
                self.years.add(day[1])
            found = day[1] if day else next(iter(canaries(body)), "")
            self.words.setdefault(one, found)
        self.named.update(names)

    def allowed(self, oracle: Oracle, seat: str) -> set[str]:
        """What whoever holds that seat may receive now; `SCREEN` is the room's screen."""
        texts = oracle.may_read(seat)
        words = {self.words.get(one, "") for one in texts}
        return texts | words | {self.named.get(one, "") for one in oracle.names(seat)}

    def found(self, received: str) -> set[str]:
        """All that is known and stands in what was received."""
        ids = set(ID.findall(received)) & self.words.keys()
        years = {year for year in self.years if re.search(rf"\b{year}\b", received)}
        return ids | years | canaries(received)

    def what(self, found: Iterable[str], written: Mapping[str, str]) -> list[str]:
        """In words: what each of these was written for."""
        by_word = {word: one for one, word in self.words.items()}
        return sorted(f"{one} ({written.get(one) or written.get(by_word.get(one, ''), 'an id')})" for one in found)
