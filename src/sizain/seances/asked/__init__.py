"""From the fields of a posted form to a command, with the words that go beside it.

One small reader for each act. A missing field or a foreign value is a `Refusal(BAD_FORM)`; lengths
are judged by the method.
"""

from __future__ import annotations

from sizain.seances.asked import (
    asides,
    choice,
    contract,
    ending,
    erasing,
    floor,
    meta,
    questions,
    relay,
    room,
    rounds,
    safety,
    synthesis,
    thread,
    traces,
)
from sizain.seances.asked.asking import Asked, Asking, Fields, NewText, Reader, read_name

__all__ = ["READERS", "Asked", "Asking", "Fields", "NewText", "Reader", "read_name"]

READERS: dict[str, Reader] = {
    **room.READERS,
    **relay.READERS,
    **floor.READERS,
    **choice.READERS,
    **contract.READERS,
    **safety.READERS,
    **asides.READERS,
    **synthesis.READERS,
    **thread.READERS,
    **rounds.READERS,
    **traces.READERS,
    **questions.READERS,
    **meta.READERS,
    **ending.READERS,
    **erasing.READERS,
}
"""Acts that a seat may post; `enter` and `hand-seat` have doors of their own (`doors.py`)."""
