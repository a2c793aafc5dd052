"""Words that no state points to any more, or that were erased where they stood: taken back, replaced, let go, left in
an envelope that stayed closed (METHOD §3, R11, R21). Whoever keeps the words erases them."""

from __future__ import annotations

from collections.abc import Iterable

from sizain.method.events import Event
from sizain.method.evolve import TOUCHES, evolve
from sizain.method.seance import Seance, Slice
from sizain.method.words import words

HOLDS_WORDS = frozenset(
    {
        Slice.TOPICS, Slice.QUESTIONS, Slice.CONTRACT, Slice.TRACES, Slice.IDEAS, Slice.PLAN, Slice.META, Slice.ERASED,
        Slice.ASIDES,
    }
)  # fmt: skip


def withdrawn(seance: Seance, events: Iterable[Event], at: int) -> frozenset[str]:
    """The ids of the texts that these events take away; `at` in milliseconds."""
    events = tuple(events)
    if not any(TOUCHES[event.kind] & HOLDS_WORDS for event in events):
        return frozenset()
    after = seance
    for event in events:
        after = evolve(after, event, at)
    return words(seance) - words(after)
