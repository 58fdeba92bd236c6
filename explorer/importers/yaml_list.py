"""Any YAML list of records whose fields are known by name or by what stands in them."""

from __future__ import annotations

import re
from typing import Final

from explorer.errors import ImportFailed
from explorer.importers import Column, Importer, Source
from explorer.importers._listing import Listing, columns_of, read_listing
from explorer.importers._record_shapes import listing_of
from explorer.model import Document
from explorer.text.json_spans import JsonValue
from explorer.text.lines import LineIndex
from explorer.text.yaml_spans import YamlError, read_yaml

_SUFFIXES: Final = (".yaml", ".yml")
_HEAD_CHARS: Final = 8_000
_START = re.compile(r"\ufeff?(?:[ \t]*+(?:#[^\n]*+|---[ \t\r]*+)?\n)*+", re.M)
_RECORD = re.compile(
    r"- +[\w '\"-]{1,40}: +\S[^\n]{0,2000}\n(?: +[^\n]{0,2000}\n){0,40}? +[\w '\"-]{1,40}:[ \n]"
)
_LIST = re.compile(r"(?:- \S|[\w '\"./:-]{1,80}:[ \t\r]*\n\s*(?:- |[\w'\"]))")


def recognise(source: Source) -> float:
    """Sure where a text begins with a list of records; less in a file of YAML that begins with a key."""
    head = source.text[:_HEAD_CHARS]
    start = _START.match(head)
    at = start.end() if start else 0
    named = source.name.lower().endswith(_SUFFIXES)
    if _RECORD.match(head, at):
        return 0.96 if named else 0.6
    return 0.7 if named and (_LIST.match(head, at) or "\n- " in head) else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; the report states which field was read as what.

    Raises:
        ImportFailed: Not YAML, with the line, or too much of it; no records; no field of titles or ids.
    """
    listing = _listing(source)
    if not listing.rows:
        raise ImportFailed(
            f"{source.name} holds no list of records.", "A list begins each with “- title: …”."
        )
    return (read_listing(source, listing),)


def columns(source: Source) -> tuple[Column, ...]:
    """The fields of the records as they would be read."""
    return columns_of(source, _listing(source))


def _listing(source: Source) -> Listing:
    try:
        documents = read_yaml(source.text)
    except YamlError as error:
        line = LineIndex(source.text).line_of(error.position)
        why = f"{source.name} is broken in line {line}: {error}"
        raise ImportFailed(why, "Mend the line, or save the list as JSON or CSV.") from error
    value: JsonValue = documents[0] if len(documents) == 1 else documents
    return listing_of(source, value)


IMPORTER = Importer("Any list of papers (YAML)", _SUFFIXES, recognise, read, columns=columns)
