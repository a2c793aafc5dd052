"""How often one network address may try: opening sessions, and guessing codes (ARCHITECTURE, Defaults).

Counted in memory with a moving window: a restart forgets, which harms nobody.
"""

from __future__ import annotations

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from sizain.configuration import Configuration

_window = MovingWindowRateLimiter(MemoryStorage())


def may_open(configuration: Configuration, address: str) -> bool:
    """Counts one opened session; False once the hour's are used up."""
    return _window.hit(RateLimitItemPerHour(configuration.openings_per_hour), "open", address)


def may_guess(configuration: Configuration, address: str) -> bool:
    """Whether that address has wrong codes left in these ten minutes."""
    return _window.test(_guesses(configuration), "guess", address)


def guessed_wrong(configuration: Configuration, address: str) -> None:
    _window.hit(_guesses(configuration), "guess", address)


def _guesses(configuration: Configuration) -> RateLimitItemPerMinute:
    return RateLimitItemPerMinute(configuration.wrong_codes, 10)
