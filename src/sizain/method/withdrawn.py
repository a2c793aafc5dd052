"""Words that no state points to any more: taken back, let go, or left in an envelope that stayed closed
(METHOD §3, R11). Whoever keeps the words erases them."""

from __future__ import annotations

from collections.abc import Iterable

from sizain.method.events import Event
from sizain.method.evolve import TOUCHES, evolve
from sizain.method.seance import Seance, Slice

LEFT = frozenset({Slice.TRACES, Slice.IDEAS})


def withdrawn(seance: Seance, events: Iterable[Event], at: int) -> frozenset[str]:
    """The ids of the texts of traces and ideas that these events take away; `at` in milliseconds."""
    events = tuple(events)
    if not any(TOUCHES[event.kind] & LEFT for event in events):
        return frozenset()
    after = seance
    for event in events:
        after = evolve(after, event, at)
    return _words(seance) - _words(after)


def _words(seance: Seance) -> frozenset[str]:
    texts = (*(trace.id for trace in seance.traces), *(idea.text for idea in seance.ideas))
    return frozenset(text for text in texts if text)
