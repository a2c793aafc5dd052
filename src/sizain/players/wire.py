"""One person's HTTP: a cookie jar, one connection that is kept, and streams. Lean: one process holds thousands."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from urllib.parse import urlencode, urlsplit

from sizain.players.answers import Answer, Endless, Exchange

PATIENCE_S = 30.0
FORM = "application/x-www-form-urlencoded"


class Wire:
    """`address` is the public address of the product, as people type it; `through` the host and port to
    connect to when that is another one (a proxy, or the server itself behind it); `patience_s` how long an
    answer is waited for."""

    def __init__(
        self,
        address: str,
        *,
        through: tuple[str, int] | None = None,
        language: str = "fr",
        patience_s: float = PATIENCE_S,
    ) -> None:
        parts = urlsplit(address)
        if through is None and parts.scheme != "http":
            raise ValueError("only plain http is spoken here: say which local host and port lead to that address")
        self.address = f"{parts.scheme}://{parts.netloc}"
        self.through = through or (parts.hostname or "127.0.0.1", parts.port or 80)
        self.language = language
        self.patience_s = patience_s
        self.cookies: dict[str, str] = {}
        self._host = parts.netloc
        self._exchange: Exchange | None = None
        self._turn = asyncio.Lock()

    async def get(self, path: str) -> Answer:
        """Raises `Lost`, `OSError` when nobody listens, `TimeoutError` after `patience_s`."""
        return await self._ask(self._head("GET", path) + b"\r\n")

    async def post(self, path: str, fields: Mapping[str, str], *, scripted: bool = False) -> Answer:
        """An urlencoded form from a page of ours; `scripted` as the room's scripts send it. Raises as `get`."""
        body = urlencode(fields).encode()
        scripts = "HX-Request: true\r\n" if scripted else ""
        more = f"Origin: {self.address}\r\n{scripts}Content-Type: {FORM}\r\nContent-Length: {len(body)}\r\n\r\n"
        return await self._ask(self._head("POST", path) + more.encode() + body)

    async def stream(self, path: str, hear: Callable[[bytes], None], last_event_id: str = "") -> Endless:
        """A connection of its own whose body goes to `hear`; its answer has begun. Raises as `get`."""
        async with asyncio.timeout(self.patience_s):
            _, endless = await asyncio.get_running_loop().create_connection(lambda: Endless(hear), *self.through)
            again = f"Last-Event-ID: {last_event_id}\r\n" if last_event_id else ""
            more = f"Accept: text/event-stream\r\nSec-Fetch-Site: same-origin\r\n{again}\r\n"
            endless.send(self._head("GET", path) + more.encode())
            try:
                await endless.begun
            except BaseException:
                endless.close()
                raise
            return endless

    def hang_up(self) -> None:
        """Closes the connection that is kept; the next request opens another."""
        if self._exchange is not None:
            self._exchange.close()
            self._exchange = None

    async def _ask(self, request: bytes) -> Answer:
        async with self._turn:
            try:
                async with asyncio.timeout(self.patience_s):
                    answer = await (await self._connected()).ask(request)
            except BaseException:
                self.hang_up()  # what still comes on it would be taken for the next answer
                raise
        for line in answer.cookies:
            self._keep(line)
        return answer

    async def _connected(self) -> Exchange:
        if self._exchange is None or not self._exchange.open:
            _, self._exchange = await asyncio.get_running_loop().create_connection(Exchange, *self.through)
        return self._exchange

    def _head(self, method: str, path: str) -> bytes:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\nAccept-Language: {self.language}\r\n"
        return (lines + (f"Cookie: {cookies}\r\n" if cookies else "")).encode()

    def _keep(self, line: str) -> None:
        """One Set-Cookie line; of its attributes only the one that takes a cookie back matters here."""
        pair, _, attributes = line.partition(";")
        name, _, value = pair.strip().partition("=")
        if "max-age=0" in attributes.lower().replace(" ", ""):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value
