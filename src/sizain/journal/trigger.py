"""The trigger that makes the journal append-only, in the words of each database."""

from typing import Any

SQLITE = """
CREATE TRIGGER journal_keeps_{verb} BEFORE {VERB} ON journal_entry
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
"""
POSTGRESQL_FUNCTION = """
CREATE FUNCTION journal_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER journal_keeps BEFORE UPDATE OR DELETE ON journal_entry
FOR EACH STATEMENT EXECUTE FUNCTION journal_keeps()
"""


def forbid_changes(apps: Any, schema_editor: Any) -> None:
    """Run by the first migration, on the connection that it was given."""
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            schema_editor.execute(SQLITE.format(verb=verb, VERB=verb.upper()))
    else:
        schema_editor.execute(POSTGRESQL_FUNCTION)
        schema_editor.execute(POSTGRESQL)
