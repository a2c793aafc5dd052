"""The suite's own PostgreSQL is a real one, even where the suite runs as root."""

from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.ground.postgresql import Cluster, new_database


def test_each_database_is_new_and_empty(postgresql: str) -> None:
    first, second = new_database(postgresql), new_database(postgresql)
    with psycopg.connect(first) as one, psycopg.connect(second) as other:
        one.execute("CREATE TABLE seen (id int)")
        assert other.execute("SELECT to_regclass('seen')").fetchone() == (None,)


def test_what_was_committed_survives_a_server_stopped_at_once() -> None:
    with Cluster(durable=True) as cluster:
        url = cluster.new_database()
        with psycopg.connect(url) as before:
            before.execute("CREATE TABLE kept AS SELECT 6 AS people")
        cluster.stop(at_once=True)
        cluster.start()
        with psycopg.connect(url) as after:
            assert after.execute("SELECT people FROM kept").fetchone() == (6,)


@pytest.mark.database
@pytest.mark.django_db
def test_the_tests_of_a_pass_stand_on_the_database_it_names(database_url: str | None) -> None:
    assert connection.vendor == ("postgresql" if database_url else "sqlite")


@pytest.mark.database
@pytest.mark.django_db
def test_sqlite_is_tried_on_disk_as_it_runs() -> None:
    if connection.vendor == "sqlite":
        assert Path(str(connection.settings_dict["NAME"])).is_file()
