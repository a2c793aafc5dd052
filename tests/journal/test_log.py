"""The journal: loaded and appended to, and nothing else, on both databases."""

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from sizain.journal import log
from sizain.journal.models import Entry
from sizain.method import events as e

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("database")]
EVENTS = (e.SeatAsked("karim"), e.SeatAdmitted("karim"), e.HandRaised("karim"))


@pytest.fixture
def seance() -> UUID:
    """A journal of three entries."""
    seance = uuid4()
    assert log.append(seance, 0, EVENTS, "helene", 1_790_000_000_000) == 3
    return seance


def test_what_was_appended_comes_back_in_order_with_its_instant(seance: UUID) -> None:
    log.append(seance, 3, (e.FloorGiven("karim"),), "helene", 1_790_000_000_500)
    assert log.load(seance) == [
        *((event, 1_790_000_000_000) for event in EVENTS),
        (e.FloorGiven("karim"), 1_790_000_000_500),
    ]


def test_only_what_follows_is_loaded_for_who_knows_the_beginning(seance: UUID) -> None:
    assert [event for event, _ in log.load(seance, after=2)] == [e.HandRaised("karim")]
    assert log.load(seance, after=3) == []


def test_a_seance_has_its_own_numbers_without_a_gap(seance: UUID) -> None:
    other = uuid4()
    assert log.load(other) == []
    log.append(other, 0, EVENTS[:1], "helene", 0)
    rows = Entry.objects.filter(seance=seance).order_by("seq")
    assert [row.seq for row in rows] == [1, 2, 3]
    assert {(row.actor, row.version) for row in rows} == {("helene", 1)}
    assert rows[0].kind == "seat-asked"
    assert rows[0].body == {"seat": "karim"}


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_number_is_given_once(seance: UUID, after: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        log.append(seance, after, (e.HandLowered("karim"),), "helene", 0)
    assert len(log.load(seance)) == 3


def test_entries_are_written_together_or_not_at_all(seance: UUID) -> None:
    Entry.objects.create(seance=seance, seq=5, kind="hand-lowered", body={}, actor="x", at=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        log.append(seance, 3, EVENTS, "helene", 0)
    assert not Entry.objects.filter(seance=seance, seq=4).exists()


def test_nothing_that_was_written_can_be_changed(seance: UUID) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.filter(seance=seance).update(actor="somebody else")
    row = Entry.objects.filter(seance=seance).latest("seq")
    row.body = {"seat": "thomas"}
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.save()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE journal_entry SET seq = seq + 10")
    assert [event for event, _ in log.load(seance)] == list(EVENTS)


def test_nothing_that_was_written_can_be_taken_away(seance: UUID) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.filter(seance=seance).delete()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM journal_entry")
    assert [event for event, _ in log.load(seance)] == list(EVENTS)
