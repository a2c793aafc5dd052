"""Servers that many tests share: each test opens a séance of its own on one of them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.ground.postgresql import new_database
from tests.ground.server import Server
from tests.live.people import Circle

NO_LIMIT = {"SIZAIN_OPENINGS_PER_HOUR": "100000", "SIZAIN_WRONG_CODES": "100000"}


@pytest.fixture(scope="session")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product on plain http, on the database of this pass, with limits that no test meets by chance."""
    given = os.environ.get("DATABASE_URL", "")
    database = new_database(given) if given.startswith("postgres") else None
    environment = {**NO_LIMIT, "SIZAIN_HEARTBEAT_S": "1"}
    with Server(tmp_path_factory.mktemp("hall"), database_url=database, environment=environment) as server:
        yield server


@pytest.fixture(scope="session")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product behind a trusted proxy on https, with its usual limits: each test comes from its own address."""
    environment = {"SIZAIN_URL": "https://sizain.example", "SIZAIN_TRUSTED_PROXIES": "127.0.0.1"}
    with Server(tmp_path_factory.mktemp("proxied"), environment=environment) as server:
        yield server


@pytest.fixture(scope="module")
def circle(hall: Server) -> Iterator[Circle]:
    """The cast in step 2; tests that change it open their own."""
    with Circle(hall) as circle:
        yield circle
