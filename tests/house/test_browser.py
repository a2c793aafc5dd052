"""The browser that the suite lends sees what a page does wrong."""

import asyncio
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.ground.browser import Chromium, Device

PAGES = {
    "/": "<h1>Bonjour</h1>",
    "/outside": "<a href='http://sizain.example/'>Ailleurs</a>",
    "/inline": "<p style='color:red'>Rouge</p>",
    "/broken": "<script src='/broken.js'></script>",
    "/broken.js": "throw new Error('perdu')",
}


class Page(BaseHTTPRequestHandler):
    """Answers with one of PAGES, under a strict policy."""

    def do_GET(self) -> None:
        found = PAGES.get(self.path)
        self.send_response(404 if found is None else 200)
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html")
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write((found or "").encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as pages:
        Thread(target=pages.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{pages.server_port}"
        pages.shutdown()


@pytest.fixture
def device(chromium: Chromium, origin: str) -> Iterator[Device]:
    with chromium.in_use() as browser:
        device = Device(browser, origin)
        yield device
        device.close()


def test_a_page_that_behaves_has_no_fault(device: Device) -> None:
    assert device.open("/").inner_text("h1") == "Bonjour"
    assert str(device.faults) == ""


def test_a_page_that_asks_another_host_is_seen_and_gets_nothing(device: Device) -> None:
    page = device.open("/outside")
    with page.expect_event("requestfailed") as refused:
        page.click("a")
    assert refused.value.failure == "net::ERR_NAME_NOT_RESOLVED"
    assert device.faults.outside == ["http://sizain.example/"]


def test_a_page_that_breaks_its_policy_is_seen(device: Device) -> None:
    device.open("/inline").wait_for_timeout(100)
    assert device.faults.violations == ["style-src-attr refused inline"]


def test_a_script_that_fails_is_seen(device: Device) -> None:
    device.open("/broken").wait_for_timeout(100)
    assert device.faults.console == ["perdu"]


async def test_the_browser_leaves_the_loop_of_other_tests_alone(chromium: Chromium) -> None:
    assert await asyncio.sleep(0, result="free") == "free"
