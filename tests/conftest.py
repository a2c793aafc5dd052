"""What every test of the suite can ask for: a database server, the product running, a browser."""

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.db import connections
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from hypothesis import settings as hypothesis
from pytest_django import DjangoDbBlocker

from tests.ground.browser import Chromium, Device
from tests.ground.postgresql import Cluster, new_database
from tests.ground.server import RUNNING, Server

# A busy machine is not a fault: no deadline. "long" is what a maintainer runs on demand.
hypothesis.register_profile("short", deadline=None, max_examples=200, print_blob=True)
hypothesis.register_profile("long", deadline=None, max_examples=5000, print_blob=True)
hypothesis.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


UNMEASURED = (
    "live/test_regions.py",
    "method/clock/test_any_session.py",
    "method/test_accord.py",
    "method/test_any_thread.py",
    "method/test_mirror_any_session.py",
    "played/test_random_sessions.py",
)
"""Thousands of random steps through code that plainer tests measure: tracing them takes minutes and finds no line."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.as_posix().endswith(UNMEASURED):
            item.add_marker("no_cover")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """A test that waited in vain says where the servers stood meanwhile."""
    report = yield
    if call.excinfo is not None and issubclass(call.excinfo.type, (TimeoutError, httpx.TimeoutException)):
        for server in list(RUNNING):
            report.sections.append((f"Where {server.origin} stands", server.where_it_stands()))
    return report


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Each test starts in French, whatever language the one before asked a page in."""
    with translation.override("fr"):
        yield


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server: the one of this pass, or one started for those who ask."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
    else:
        with Cluster() as cluster:
            yield cluster.url()


@pytest.fixture
def database_url() -> str | None:
    """A new database of the kind that this pass of the suite tries; None is SQLite."""
    given = os.environ.get("DATABASE_URL", "")
    return new_database(given) if given.startswith("postgres") else None


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """The test database, for whoever asks: pytest-django's own makes it for marked tests only."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture
def database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database of this pass, open to every thread, and committed to for good.

    Nothing is emptied between tests, which the journal would refuse: each has séances of its own.
    """
    with django_db_blocker.unblock():
        yield
        connections.close_all()  # a test may have cut them behind Django's back


@pytest.fixture
def make_server(tmp_path: Path, database_url: str | None) -> Iterator[Callable[..., Server]]:
    """Start the product: `make_server(**options of Server)`; stopped at the end of the test."""
    started: list[Server] = []

    def make(**options: Any) -> Server:
        server = Server(tmp_path / f"server-{len(started)}", **{"database_url": database_url, **options})
        started.append(server)
        server.start()
        return server

    yield make
    for server in started:
        try:
            server.stop()
        finally:
            print(server.log)  # pytest shows it when the test has failed


@pytest.fixture
def server(make_server: Callable[..., Server]) -> Server:
    """The product, running on an empty database."""
    return make_server()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """The browser process of this run."""
    chromium = Chromium()
    yield chromium
    chromium.close()


@pytest.fixture
def make_device(chromium: Chromium) -> Iterator[Callable[..., Device]]:
    """Give somebody a browser: `make_device(server, **Playwright's options of a context)`.

    The test fails when one of its pages asked another host, broke its policy or logged an error.
    """
    made: list[Device] = []

    with chromium.in_use() as browser:

        def make(server: Server, **options: Any) -> Device:
            made.append(Device(browser, server.origin, **options))
            return made[-1]

        yield make
        for device in made:
            device.close()
    faults = "\n".join(str(device.faults) for device in made if str(device.faults))
    assert not faults, faults
