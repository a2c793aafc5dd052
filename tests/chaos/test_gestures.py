"""The crowd does every act of the table: a new one has its gesture before it is killed under load (R-1)."""

from __future__ import annotations

from sizain.seances.asked import READERS
from tests.chaos.gestures import ABOUT_SOMEBODY, PRESSED, TYPED, UNPLAYED


def test_every_act_that_a_seat_may_post_is_played() -> None:
    played = TYPED.keys() | ABOUT_SOMEBODY | PRESSED | UNPLAYED.keys()
    missing = sorted(READERS.keys() - played)
    assert not missing, f"say in tests/chaos/gestures.py how these are pressed or typed: {missing}"
    assert sorted(played - READERS.keys()) == []
