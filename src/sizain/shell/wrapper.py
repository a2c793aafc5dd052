"""The one outermost ASGI wrapper: host, size of bodies, origin of unsafe requests, security headers.

It stands before Django and before the live routes alike, so that no answer, errors included, leaves without
its headers and no route has rules of its own.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.utils import translation
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sizain.configuration import Configuration
from sizain.shell.errors import render, sentence
from sizain.shell.language import language_asked

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FORM = "application/x-www-form-urlencoded"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: browsers would then send `Origin: null` with plain forms, which are refused here.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
TWO_YEARS = "max-age=63072000; includeSubDomains; preload"


class TooLarge(Exception):
    """More bytes came than a body may have."""


class Wrapper:
    """Wraps the whole product; `configuration` says which address is ours and how large a body may be."""

    def __init__(self, app: ASGIApp, configuration: Configuration) -> None:
        self.app = app
        self.configuration = configuration
        self.headers = dict(HEADERS)
        if configuration.https:
            self.headers["Strict-Transport-Security"] = TWO_YEARS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        started = False
        too_large = False
        received = 0

        async def bounded() -> Message:
            nonlocal received, too_large
            message = await receive()
            if message["type"] == "http.request":
                received += len(message.get("body", b""))
                if received > self.configuration.body_limit:
                    too_large = True
                    raise TooLarge
            return message

        async def dressed(message: Message) -> None:
            nonlocal started
            if too_large and not started:  # whatever was made of a body that broke off is not the answer
                return
            if message["type"] == "http.response.start":
                started = True
                self._dress(scope, message)
            await send(message)

        status = self._refusal(scope, headers)
        try:
            if status is None:
                await self.app(scope, bounded, dressed)
            else:
                await error(status, scope)(scope, receive, dressed)
        except TooLarge:
            if started:
                raise
        if too_large and not started:
            too_large = False
            await error(413, scope)(scope, receive, dressed)

    def _dress(self, scope: Scope, message: Message) -> None:
        headers = MutableHeaders(raw=message["headers"])
        message["headers"] = headers.raw
        for name, value in self.headers.items():
            headers[name] = value
        if not scope["path"].startswith("/static/") or message["status"] >= 400:
            headers["Cache-Control"] = "no-store"
        for name in ("server", "x-powered-by"):
            del headers[name]

    def _refusal(self, scope: Scope, headers: Headers) -> int | None:
        """The status of an answer that comes from here, or None when the request may go on."""
        if not self._is_ours(headers.get("host", "")) and scope["path"] != "/health":
            return 400
        length = headers.get("content-length", "0")
        if not length.isdigit():
            return 400
        if int(length) > self.configuration.body_limit:
            return 413
        if scope["method"] in SAFE_METHODS:
            return None
        if not self._from_here(headers):
            return 403
        return None if _is_a_form(headers) else 415

    def _is_ours(self, host: str) -> bool:
        ours = urlsplit(self.configuration.address)
        if host == ours.netloc:
            return True
        try:
            return self.configuration.loopback and urlsplit(f"//{host}").hostname in LOOPBACK
        except ValueError:  # it cannot even be read as a host
            return False

    def _from_here(self, headers: Headers) -> bool:
        """S-9: an unsafe request comes from a page of ours. Browsers say so; nobody else needs to ask."""
        origin = headers.get("origin")
        if origin is None:
            return headers.get("sec-fetch-site") == "same-origin"
        return own_origin(origin, headers.get("host", ""), self.configuration)


def own_origin(origin: str, host: str, configuration: Configuration) -> bool:
    """Whether a page of that origin is ours; `host` is the one that was asked."""
    return origin == configuration.address or (configuration.loopback and origin == f"http://{host}")


def _is_a_form(headers: Headers) -> bool:
    """Every form of ours is urlencoded UTF-8: what else a body may be spelled in is never read."""
    kind, _, parameters = headers.get("content-type", FORM).lower().partition(";")
    return kind.strip() == FORM and parameters.strip() in ("", "charset=utf-8")


def error(status: int, scope: Scope) -> Response:
    """The page for that status; for a script, which puts it in place as text, its words alone."""
    connection = HTTPConnection(scope)
    with translation.override(language_asked(connection)):
        if "hx-request" in connection.headers:
            return PlainTextResponse(sentence(status), status_code=status)
        return HTMLResponse(render(status), status_code=status)
