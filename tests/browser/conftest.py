"""What the tests in a browser share."""

from collections.abc import Iterator

import pytest

from tests.browser.cast import OpenTable, Table, open_seance
from tests.ground.server import Server

# One machine plays everybody: the limits by address are tried elsewhere.
OPEN_DOORS = {"SIZAIN_OPENINGS_PER_HOUR": "1000", "SIZAIN_WRONG_CODES": "1000", "SIZAIN_ABSENCE_S": "600"}
"""Many who facilitate here act without a screen: that they are away is not for these tests to say."""


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all the tests that only look: each opens a séance of its own."""
    with Server(tmp_path_factory.mktemp("house"), environment=OPEN_DOORS, measured=False) as server:
        yield server
        assert server.answers(), server.log


@pytest.fixture
def open_table() -> Iterator[OpenTable]:
    """Open a séance: `open_table(server, **answers to the opening form)`; its people leave with the test."""
    tables: list[Table] = []

    def opened(server: Server, **answers: str) -> Table:
        tables.append(open_seance(server, **answers))
        return tables[-1]

    yield opened
    for table in tables:
        for person in (table.helene, *table.people.values()):
            person.client.close()
