"""A real Chromium that goes nowhere but to the server under test, and tells what went wrong."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    WebError,
    expect,
    sync_playwright,
)

PATIENT_MS = 20_000
"""How long a page is waited for: one machine plays everybody, and its tests say what happens, never how fast."""
expect.set_options(timeout=PATIENT_MS)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name but the loopback address is known: what a page asks elsewhere goes nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
NOWHERE = {"about", "blob", "data", "chrome"}
# What Chromium says of a refused act or of a server that is down; tests look at those themselves.
NETWORK_NOISE = ("Failed to load resource:", "Failed to fetch", "net::ERR_", "htmx:sse:error:")
REPORT_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) => {
  window.sizainViolation(`${event.effectiveDirective} refused ${event.blockedURI}`);
});
"""


class Chromium:
    """One browser process for the whole run of the suite.

    Playwright's synchronous interface leaves its own event loop marked as running in this thread,
    which Django and asyncio tests of the same run would take for theirs: `in_use()` puts the mark
    there for the time of one browser test only.
    """

    def __init__(self) -> None:
        executable = shutil.which("chromium")
        assert executable, "Chromium is missing: `make test` installs it where it may."
        self._manager = sync_playwright()
        self._playwright: Playwright = self._manager.start()
        self._loop = asyncio.get_running_loop()
        self.browser: Browser = self._playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        asyncio._set_running_loop(None)

    @contextmanager
    def in_use(self) -> Iterator[Browser]:
        """Mark Playwright's loop as this thread's for a while."""
        asyncio._set_running_loop(self._loop)
        try:
            yield self.browser
        finally:
            asyncio._set_running_loop(None)

    def close(self) -> None:
        """End the browser and what drives it."""
        with self.in_use():
            self.browser.close()
            self._playwright.stop()


@dataclass
class Faults:
    """What must not happen in a browser; empty at the end of every test.

    A test that provokes a fault on purpose looks at it, then clears its list.
    """

    outside: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        told = [
            *(f"asked another host: {one}" for one in self.outside),
            *(f"content security policy: {one}" for one in self.violations),
            *(f"console: {one}" for one in self.console),
        ]
        return "\n".join(told)


class Device:
    """One person's browser: its own cookies, one or more tabs, and the faults seen in it.

    `origin` — the only origin its pages may speak to.
    `options` — Playwright's options of a new context (viewport, locale, java_script_enabled…).
    """

    def __init__(self, browser: Browser, origin: str, **options: Any) -> None:
        self.origin = origin
        self.faults = Faults()
        options = {"locale": "fr-FR", "timezone_id": "Europe/Paris", **options}
        self.context: BrowserContext = browser.new_context(base_url=origin, **options)
        self.context.set_default_timeout(PATIENT_MS)
        self.context.on("request", self._note_request)
        self.context.on("console", self._note_console)
        self.context.on("weberror", self._note_error)
        self.context.expose_binding("sizainViolation", self._note_violation)
        self.context.add_init_script(REPORT_VIOLATIONS)

    def open(self, path: str = "/") -> Page:
        """A new tab at this path of the server."""
        page = self.context.new_page()
        page.goto(path)
        return page

    def close(self) -> None:
        """Close every tab; the faults stay readable."""
        self.context.close()

    def _note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in NOWHERE or f"{address.scheme}://{address.netloc}" == self.origin:
            return
        self.faults.outside.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(noise in message.text for noise in NETWORK_NOISE):
            self.faults.console.append(message.text)

    def _note_error(self, error: WebError) -> None:
        self.faults.console.append(str(error.error))

    def _note_violation(self, source: object, what: str) -> None:
        self.faults.violations.append(what)
