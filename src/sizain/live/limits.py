"""How often one network address may try: opening sessions, and guessing codes (ARCHITECTURE, Defaults).

Counted in memory with a moving window: a restart forgets, which harms nobody.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Network, ip_address

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from sizain.configuration import Configuration

_window = MovingWindowRateLimiter(MemoryStorage())


def network(address: str) -> str:
    """What counts as one address: an IPv6 subscriber has a network of 2⁶⁴ of them."""
    try:
        read = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(read, IPv4Address):
        return str(read)
    return str(read.ipv4_mapped or IPv6Network((read, 64), strict=False))


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
