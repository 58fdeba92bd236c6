"""db/schema.sql is what the migrations make."""

import os
from pathlib import Path

SCHEMA = Path(__file__).parents[3] / "db" / "schema.sql"


def generated(store):
    rows = store.reader.rows(
        """select sql from sqlite_master where sql is not null and name not like 'sqlite_%'
           and name not like '%_fts_%' order by type <> 'table', name"""
    )
    head = "-- Made from the migrations by: UPDATE_SCHEMA=1 pytest tests/unit/store/test_schema.py\n\n"
    return head + ";\n\n".join(row[0] for row in rows) + ";\n"


def test_the_schema_file_is_what_the_migrations_make(store):
    if os.environ.get("UPDATE_SCHEMA"):
        SCHEMA.write_text(generated(store), encoding="utf-8", newline="\n")
    assert SCHEMA.read_text(encoding="utf-8") == generated(store)
