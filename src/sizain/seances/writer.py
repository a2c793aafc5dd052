"""The one thread that writes. Works that wait together are committed together, so that one flush to
disk serves many séances; each stands in a savepoint of its own, so that one that fails takes no
other along.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction

T = TypeVar("T")
MOST_TOGETHER = 64


class Unavailable(Exception):
    """The database did not take it: nothing was acknowledged, the same act may be sent again."""


class _Work:
    def __init__(self, do: Callable[[], Any], order: str, loop: asyncio.AbstractEventLoop) -> None:
        self.do = do
        self.order = order
        self.loop = loop
        self.future: asyncio.Future[Any] = loop.create_future()
        self.result: Any = None
        self.error: Exception | None = None

    def answer(self) -> None:
        with suppress(RuntimeError):  # the loop was closed: nobody waits any more
            self.loop.call_soon_threadsafe(self._set)

    def _set(self) -> None:
        if self.future.cancelled():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class Writer:
    """`write` runs a function in a transaction of the writing thread and gives its result once it
    is on disk.
    """

    def __init__(self) -> None:
        self._works: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="sizain-writer", daemon=True)
        self._stopped = False

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread after the works that are already waiting."""
        self._stopped = True
        self._works.put(None)
        self._thread.join(timeout=10)

    async def write(self, do: Callable[[], T], order: str = "") -> T:
        """Raises what `do` raises, or `Unavailable` when the database could not commit.

        `order` names what `do` locks. Works that are committed together are done in the order of
        these names: two processes that did them each in its own would wait for one another.
        """
        if self._stopped:
            raise Unavailable("the server is stopping")
        work = _Work(do, order, asyncio.get_running_loop())
        self._works.put(work)
        return await work.future  # type: ignore[no-any-return]

    def _run(self) -> None:
        stopping = False
        while not stopping:
            works, stopping = self._waiting()
            self._commit(sorted(works, key=lambda work: work.order))
            for work in works:
                work.answer()
        connection.close()

    def _waiting(self) -> tuple[list[_Work], bool]:
        """Waits for one work, then takes those behind it; and whether the thread is to end."""
        works: list[_Work] = []
        while len(works) < MOST_TOGETHER:
            try:
                following = self._works.get(block=not works)
            except queue.Empty:
                break
            if following is None:
                return works, True
            works.append(following)
        return works, False

    def _commit(self, works: list[_Work]) -> None:
        try:
            if len(works) == 1:
                self._do(works[0])  # its transaction is the whole one: no savepoint is needed
                return
            with transaction.atomic():
                for work in works:
                    self._do(work)
                if connection.needs_rollback:
                    # The database gave up the whole transaction (disk full, connection lost): what
                    # had gone well in it is lost too, and Django rolls back without a word.
                    raise DatabaseError("the transaction was given up")
        except Exception as error:
            # Whether the commit reached the disk is not known: the rooms load what is there, and
            # the key of an act says whether it was applied.
            for work in works:
                work.error = Unavailable(str(error))
            connection.close()

    def _do(self, work: _Work) -> None:
        """Runs one work in a transaction of its own, or a savepoint. Raises when the database is gone."""
        refused: Exception | None = None
        try:
            with transaction.atomic():
                try:
                    work.result = work.do()
                except Exception as error:
                    refused = error
                    raise
        except Exception as error:
            # What the work itself says is its own; what comes of the commit is the database's.
            if error is not refused:
                raise
            lost = isinstance(error, (OperationalError, InterfaceError))
            work.error = Unavailable(str(error)) if lost else error
            if lost and not connection.in_atomic_block:
                connection.close()
