"""The papers of the view as CSV (RFC 4180) for spreadsheets and scripts.

UTF-8 with a byte-order mark: without it Excel shows Japanese and Chinese as
garbage. Read it with ``encoding="utf-8-sig"``. Lists stand in one cell,
separated by "; " (a semicolon inside an item becomes a comma). A text cell that
a spreadsheet would run as a formula starts with an apostrophe.
"""

from __future__ import annotations

from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._citation import address
from explorer.exporters.safe import csv_text, write_whole
from explorer.graph.snapshot import Record, Snapshot

COLUMNS = (
    "id",
    "title",
    "authors",
    "published",
    "venue",
    "arxiv_id",
    "doi",
    "openreview",
    "url",
    "methods",
    "tags",
    "read_state",
    "note",
)


def write(snapshot: Snapshot, path: Path) -> None:
    write_whole(path, csv_text(COLUMNS, (_row(record) for record in snapshot.records)))


def _row(record: Record) -> tuple[str | int, ...]:
    texts = (
        record.title,
        _listed(record.authors),
        record.published,
        record.venue,
        record.arxiv_id,
        record.doi,
        record.openreview,
        address(record),
        _listed(record.methods),
        _listed(record.tags),
        record.read_state,
        record.note,
    )
    return (record.id, *texts)


def _listed(items: tuple[str, ...]) -> str:
    return "; ".join(item.replace(";", ",") for item in items)


EXPORTER = Exporter("CSV table of the papers", ".csv", write, drawn=False)
