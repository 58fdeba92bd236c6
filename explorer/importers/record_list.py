"""Any JSON list of records, or JSON lines, whose fields are known by name or by what stands in them."""

from __future__ import annotations

import re
from typing import Final

from explorer.errors import ImportFailed
from explorer.importers import Column, Importer, Source
from explorer.importers._blocks import make_issue
from explorer.importers._listing import Listing, columns_of, read_listing
from explorer.importers._record_shapes import listing_of
from explorer.model import Document, Issue
from explorer.text.json_spans import JsonError, JsonObject, JsonValue, read_json
from explorer.text.lines import LineIndex, line_spans

_SURE: Final = 0.55  #: whoever knows the fields by name goes first
_LIST = re.compile(r"[\ufeff\s]{0,99}(?:\[\s{0,99}[\[{\"]|\{\s{0,99}\")")


def recognise(source: Source) -> float:
    """Just sure of any text that begins as a JSON list or object does."""
    return _SURE if _LIST.match(source.text) else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; the report states which field was read as what.

    Raises:
        ImportFailed: Not JSON, with the line; no records; or no field of titles or ids.
    """
    listing = _listing(source)
    if not listing.rows:
        raise ImportFailed(
            f"{source.name} holds no list of records.", "A list of papers is a JSON array of objects."
        )
    return (read_listing(source, listing, furniture=source.name.lower().endswith((".jsonl", ".ndjson"))),)


def columns(source: Source) -> tuple[Column, ...]:
    """The fields of the records as they would be read."""
    return columns_of(source, _listing(source))


def _listing(source: Source) -> Listing:
    try:
        value: JsonValue = read_json(source.text)
        issues: list[Issue] = []
    except JsonError as error:
        value, issues = _lines(source)
        if not value:
            line = LineIndex(source.text).line_of(error.position)
            raise ImportFailed(
                f"{source.name} is broken in line {line}: {error}", "Download or export it again."
            ) from error
    found = listing_of(source, value)
    return Listing(found.names, found.rows, (*issues, *found.issues))


def _lines(source: Source) -> tuple[list[JsonValue], list[Issue]]:
    """The objects of JSON lines, and an Issue for each line that is none; nothing if the first is none."""
    records: list[JsonValue] = []
    issues: list[Issue] = []
    for number, (start, end) in enumerate(line_spans(source.text), start=1):
        line = source.text[start:end].strip("\ufeff \t\r")
        if not line:
            continue
        try:
            value = read_json(source.text, start, end)
        except JsonError as error:
            value = None
            issues.append(make_issue(number, line, f"Not a JSON object: {error}"))
        else:
            if not isinstance(value, JsonObject):
                issues.append(make_issue(number, line, "Not a JSON object."))
        if isinstance(value, JsonObject):
            records.append(value)
        elif not records:
            return [], []
    return records, issues


IMPORTER = Importer(
    "Any list of papers (JSON, JSON lines)",
    (".json", ".jsonl", ".ndjson"),
    recognise,
    read,
    fallback=True,
    columns=columns,
)
