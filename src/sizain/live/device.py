"""The device cookie: 256 random bits that open the seats of one browser, and nothing else."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from sizain.configuration import Configuration

DAYS = 60
_HEX = frozenset("0123456789abcdef")


def cookie_name(configuration: Configuration) -> str:
    """Browsers silently drop `__Host-` cookies on plain http, where rooms must still work."""
    return "__Host-sizain_device" if configuration.https else "sizain_device"


def read_device(header: str | None, configuration: Configuration) -> str | None:
    """The device's secret out of a Cookie header, or None when there is none that could be ours."""
    if not header:
        return None
    try:
        found = SimpleCookie(header).get(cookie_name(configuration))
    except CookieError:
        return None
    value = found.value if found else ""
    return value if len(value) == 64 and _HEX.issuperset(value) else None


def cookie_options(configuration: Configuration) -> dict[str, object]:
    """For `set_cookie`: Lax, closed to scripts, and Secure on https."""
    return {
        "max_age": DAYS * 24 * 3600,
        "path": "/",
        "httponly": True,
        "samesite": "Lax",
        "secure": configuration.https,
    }
