"""Rooms as the server holds them, on the database of this pass."""

from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection

from sizain.configuration import configuration
from sizain.seances.rooms import Rooms


@pytest.fixture
async def make_rooms(database: None) -> AsyncIterator[Callable[..., Rooms]]:
    """Start a process's rooms: `make_rooms(**arguments of Rooms)`; stopped at the end of the test.

    Several on one database are several processes, or one that was started again.
    """
    started: list[Rooms] = []

    def make(**options: Any) -> Rooms:
        chosen = configuration().model_copy(update={"database_url": _address()})
        started.append(Rooms(chosen, **options))
        started[-1].start()
        return started[-1]

    yield make
    for rooms in started:
        rooms.stop()


@pytest.fixture
async def rooms(make_rooms: Callable[..., Rooms]) -> Rooms:
    """The rooms of one process."""
    return make_rooms()


def _address() -> str:
    """The address of the database under test, nothing on SQLite."""
    if connection.vendor == "sqlite":
        return ""
    settings = connection.settings_dict
    who = f"{quote(settings['USER'])}@{settings['HOST']}:{settings['PORT']}"
    return f"postgresql://{who}/{settings['NAME']}"
