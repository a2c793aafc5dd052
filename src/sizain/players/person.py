"""One simulated person: a name, a browser's cookies, and the gestures that the public surface offers."""

from __future__ import annotations

import asyncio
import random
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from sizain.players.answers import Answer, Lost
from sizain.players.following import Batch, Following
from sizain.players.page import Page, read_page
from sizain.players.wire import PATIENCE_S, Wire

ROOM = re.compile(r"/s/([A-Za-z0-9]{22})/")
STREAM = re.compile(r'data-stream="([^"?]+)[^"]*" data-since="([^"]+)"')
AGAIN = frozenset({502, 503, 504})
"""Answers that say « not now » : the same may be sent again."""


class Unexpected(Exception):
    """An answer that the public surface does not announce; it is the product's fault, or ours."""

    def __init__(self, what: str, answer: Answer) -> None:
        super().__init__(f"{what}: {answer.status} {answer.text[:500]!r}")
        self.answer = answer


@dataclass(frozen=True)
class Acted:
    """What became of an act: 204 done, 422 refused with its reason in `said`, 409 the key was another act's.

    `seq` is the journal's number once it was done, `tries` how often it was sent with the same key.
    """

    act: str
    fields: Mapping[str, str]
    key: str
    status: int
    said: str
    seq: int
    tries: int

    @property
    def done(self) -> bool:
        return self.status == 204


class Person:
    """Somebody with one device. `address` is the product's public address; `through` as for `Wire`.

    What is not answered within `patience_s` is sent again, at first soon, then every `longest_wait_s`.
    """

    def __init__(
        self,
        name: str,
        address: str,
        *,
        through: tuple[str, int] | None = None,
        language: str = "fr",
        longest_wait_s: float = 1.0,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self.name = name
        self.longest_wait_s = longest_wait_s
        self.wire = Wire(address, through=through, language=language, patience_s=patience_s)
        self.token = ""
        """The 22 characters of the room's address, once there is one."""
        self._following: list[asyncio.Task[None]] = []

    async def open(self, **fields: str) -> None:
        """Opens a séance, which this person facilitates; `fields` beside the form's own defaults.

        The token is known afterwards. Raises `Unexpected` when the form is refused.
        """
        self.token = _room(await self._fill("/seances/nouvelle/", {"name": self.name, **fields}), "opening")

    async def join(self, code: str) -> None:
        """Asks for a seat with the code; stands at the door afterwards. Raises `Unexpected` when refused."""
        self.token = _room(await self._fill(f"/r/{code}/", {"name": self.name}), "joining")

    async def claim(self, address: str) -> None:
        """Follows a bearer link and confirms. Raises `Unexpected` when it offers nothing any more."""
        self.token = _room(await self._fill(urlsplit(address).path, {}), "claiming")

    async def page(self, path: str = "", *, within_s: float = 30.0) -> Page:
        """A fresh page of the room, or one beneath it. Raises `Unexpected` when it is not there."""
        answer, _ = await self._insist(lambda: self.wire.get(f"/s/{self.token}/{path}"), within_s)
        if answer.status != 200:
            raise Unexpected(f"page {path!r}", answer)
        return read_page(answer.text)

    async def post_page(self, path: str, fields: Mapping[str, str] | None = None, *, within_s: float = 30.0) -> Page:
        """Sends a form that answers with a page of its own. Raises `Unexpected` when it does not."""
        answer, _ = await self._insist(lambda: self.wire.post(f"/s/{self.token}/{path}", fields or {}), within_s)
        if answer.status != 200:
            raise Unexpected(f"form {path!r}", answer)
        return read_page(answer.text)

    async def act(
        self, act: str, fields: Mapping[str, str] | None = None, *, key: str = "", within_s: float = 30.0
    ) -> Acted:
        """Sends one act until it is answered, always with the same key. Raises `TimeoutError` after `within_s`."""
        key = key or secrets.token_hex(8)
        said = {**(fields or {}), "key": key}
        path = f"/s/{self.token}/{act}"
        answer, tries = await self._insist(lambda: self.wire.post(path, said, scripted=True), within_s)
        return Acted(act, said, key, answer.status, answer.text, int(answer.headers.get("sizain-seq", "0")), tries)

    async def follow(
        self,
        hear: Callable[[Batch], None] | None = None,
        *,
        silence_s: float = 40.0,
        retry_s: float | None = None,
        keep: bool = True,
    ) -> Following:
        """Loads the page and goes on with its stream, in a task of its own until `leave`.

        `keep=False` forgets the page's regions, for those who only count.
        """
        page = await self.page()
        stream = STREAM.search(page.html)
        if stream is None:
            raise LookupError("this page has no stream")
        following = Following(
            self.wire,
            stream[1],
            stream[2],
            regions=page.regions if keep else None,
            hear=hear,
            silence_s=silence_s,
            retry_s=retry_s,
        )
        self._following.append(asyncio.create_task(following.run()))
        return following

    async def leave(self) -> None:
        """Closes every tab: streams and connection."""
        for task in self._following:
            task.cancel()
        await asyncio.gather(*self._following, return_exceptions=True)
        self._following.clear()
        self.wire.hang_up()

    async def _fill(self, path: str, fields: Mapping[str, str], *, within_s: float = 30.0) -> Answer:
        """Fetches a page, fills in its form in the middle, and sends it where it says."""
        answer, _ = await self._insist(lambda: self.wire.get(path), within_s)
        if answer.status != 200:
            return answer
        page = read_page(answer.text)
        form = next(
            (one for one in page.forms if one.action in ("", path) and fields.keys() <= one.fields.keys()), None
        )
        if form is None:
            raise Unexpected(f"no form for {sorted(fields)} at {path}", answer)
        action, said = form.action or path, {**form.fields, **fields}
        answer, _ = await self._insist(lambda: self.wire.post(action, said), within_s)
        return answer

    async def _insist(self, ask: Callable[[], Awaitable[Answer]], within_s: float) -> tuple[Answer, int]:
        """Asks until there is an answer that is not « not now »; with it, how often it was asked.

        Raises `TimeoutError` after `within_s`.
        """
        wait, tries = 0.05, 0
        async with asyncio.timeout(within_s):
            while True:
                tries += 1
                with suppress(Lost, OSError, TimeoutError):
                    answer = await ask()
                    if answer.status not in AGAIN:
                        return answer, tries
                await asyncio.sleep(wait * random.uniform(0.5, 1))  # noqa: S311 (spreads retries, hides nothing)
                wait = min(self.longest_wait_s, wait * 2)


def _room(answer: Answer, what: str) -> str:
    """The token of the room that an answer leads to. Raises `Unexpected`."""
    found = ROOM.search(answer.headers.get("location", ""))
    if answer.status != 303 or found is None:
        raise Unexpected(what, answer)
    return found[1]
