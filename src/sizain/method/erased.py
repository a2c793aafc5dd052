"""What people erased of their own words (R21). The journal keeps ids and lengths; the words are gone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Erased:
    """`texts` are ids whose words were erased where they stood. `consultation` is the seat of the client who
    erased the whole of theirs, None as long as nobody did. `clients` are the seats that were client here and did not
    erase it, whatever became of them since."""

    texts: frozenset[str] = frozenset()
    consultation: str | None = None
    clients: frozenset[str] = frozenset()


NOTHING_ERASED = Erased()
