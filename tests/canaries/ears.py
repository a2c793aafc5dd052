"""Everything that one device received, kept until it is searched."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable

from sizain.players import Answer, Following, Person
from sizain.players.answers import Endless
from sizain.players.wire import Wire

UNENDED = re.compile(rb"\w{0,40}\Z")
"""A word that may be cut in two by two parts of a stream: its beginning is searched again with its end."""


class Ears:
    """`answers` are whole ones, headers included, with what was asked for; `streamed` is what came since the last
    look."""

    def __init__(self) -> None:
        self.answers: list[tuple[str, str]] = []
        self.total = 0
        self._parts: list[bytes] = []
        self._before = b""

    def hears(self, asked: str, answer: Answer) -> None:
        head = "\n".join((*(f"{name}: {value}" for name, value in answer.headers.items()), *answer.cookies))
        self.answers.append((asked, f"{answer.status}\n{head}\n\n{answer.body.decode(errors='replace')}"))
        self.total += len(answer.body)

    def streams(self, part: bytes) -> None:
        self._parts.append(part)
        self.total += len(part)

    def took(self) -> tuple[list[tuple[str, str]], str]:
        """All that was not searched yet: the answers, and what came on streams."""
        answers, self.answers = self.answers, []
        streamed = self._before + b"".join(self._parts)
        self._parts.clear()
        cut = UNENDED.search(streamed)
        self._before = cut[0] if cut else b""
        return answers, streamed.decode(errors="replace")


class Overheard(Wire):
    """A wire that keeps all that comes out of it."""

    def __init__(self, address: str, ears: Ears, language: str) -> None:
        super().__init__(address, language=language)
        self.ears = ears

    async def _ask(self, request: bytes) -> Answer:
        answer = await super()._ask(request)
        self.ears.hears(request.partition(b"\r\n")[0].decode(), answer)
        return answer

    async def stream(self, path: str, hear: Callable[[bytes], None], last_event_id: str = "") -> Endless:
        def both(part: bytes) -> None:
            self.ears.streams(part)
            hear(part)

        return await super().stream(path, both, last_event_id)


class Listening(Person):
    """Somebody with one device whose every byte is kept. `own` are the canaries that this device wrote for itself
    alone, `marked` the ids of its private marks and voices."""

    def __init__(self, name: str, address: str, language: str = "fr") -> None:
        super().__init__(name, address, longest_wait_s=0.1)
        self.ears = Ears()
        self.wire = Overheard(address, self.ears, language)
        self.own: set[str] = set()
        self.marked: set[str] = set()

    def watch(self, path: str, since: str) -> None:
        """Watches a room from `since` on, until `leave`; from its beginning where that is empty."""
        following = Following(self.wire, path, since, retry_s=0.1)
        self._following.append(asyncio.create_task(following.run()))
