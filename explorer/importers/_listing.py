"""A list of papers whose columns are recognised, whatever file it came in → a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from explorer.errors import ImportFailed
from explorer.importers import Column, Source
from explorer.importers._accepted import is_refused
from explorer.importers._blocks import make_issue
from explorer.importers._cited import Cited, References, cited_paper, iso_date, reference_document
from explorer.importers._columns import MOST_VALUES, choose_columns, columns_in_words, guess_columns
from explorer.importers._records import json_block, json_span, names_of
from explorer.importers._venues import edition_in_name
from explorer.model import Block, BlockKind, Document, EditionRef, Issue, PaperRecord
from explorer.text.json_spans import JsonObject, JsonText, JsonValue
from explorer.text.latex import latex_to_plain
from explorer.text.lines import LineIndex

_KINDS: Final = {"title": BlockKind.PAPER_TITLE, "abstract": BlockKind.ABSTRACT}
_IDS: Final = ("arxiv", "doi", "openreview", "link")
_NEARLY_ALL: Final = 0.9
NO_EDITION: Final = "Nothing says of which conference the list is; its papers stand in no edition."


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its place, and a value for each column of the list, None where it has none.

    Attributes:
        wrong: What is wrong with it, or "".
    """

    start: int
    end: int
    values: Sequence[JsonValue]
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Attributes:
    names: Of the columns, "" where the list names none.
    rows: In order; each has at most as many values as there are columns.
    issues: What could not be made a row.
    """

    names: Sequence[str]
    rows: Sequence[Row]
    issues: Sequence[Issue] = ()


def columns_of(source: Source, listing: Listing) -> tuple[Column, ...]:
    """The columns as they are read: guessed, unless the person chose.

    Raises:
        ImportFailed: The person chose a field or column that there is not.
    """
    shown = [row.values for row in listing.rows[: 2 * MOST_VALUES]]
    values = [[text_of_value(v[i]) if i < len(v) else "" for v in shown] for i in range(len(listing.names))]
    return choose_columns(guess_columns(listing.names, values), source.columns)


def read_listing(source: Source, listing: Listing, furniture: bool = True) -> Document:
    """The document of a list; each row is a paper, or an issue says why it is none.

    With an edition, that a person named, the file name states or nearly all rows do,
    it is the edition's list; without one it is read as references, and the report says so.

    Raises:
        ImportFailed: No column is of titles or ids, or no row has one; a chosen column is not there.
    """
    columns = columns_of(source, listing)
    _require(source, columns)
    found = References(issues=[make_issue(0, "", columns_in_words(columns)), *listing.issues])
    listed = source.edition or edition_in_name(source.name)
    lines = LineIndex(source.text)
    for row in listing.rows:
        values = _fields(columns, row)
        paper = _paper(values, listed)
        words = " ".join(source.text[row.start : row.end].split())
        if row.wrong or paper is None:
            why = row.wrong or "This row has no title."
            found.issues.append(make_issue(lines.line_of(row.start), words, why))
        if paper is not None:
            found.add(paper, _blocks(values, len(found.papers)), (row.start, row.end))
    listed = listed or edition_of_nearly_all(found.papers)
    if found.papers and not any(paper.edition for paper in found.papers) and not listed:
        found.issues.append(make_issue(0, "", NO_EDITION))
    found.blocks = _apart(found.blocks)
    return reference_document(source, found, listed, furniture)


def text_of_value(value: JsonValue) -> str:
    """What a value says in one line: members of a list between semicolons, whole numbers without point."""
    if isinstance(value, JsonText):
        return " ".join(value.text.split())
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    names = names_of(value)[0] if isinstance(value, list) else ()
    return "; ".join(names)


def _require(source: Source, columns: Sequence[Column]) -> None:
    if not any(column.field in ("title", *_IDS) for column in columns):
        names = ", ".join(column.name[:30] for column in columns[:9])
        raise ImportFailed(
            f"{source.name} has no column of titles. Its columns are: {names}.",
            "Say which one holds them with --columns, for example --columns “title=#1”.",
        )


def _fields(columns: Sequence[Column], row: Row) -> dict[str, list[JsonValue]]:
    """Field → its values that are not empty."""
    found: dict[str, list[JsonValue]] = {}
    for column, value in zip(columns, row.values, strict=False):
        if column.field and text_of_value(value):
            found.setdefault(column.field, []).append(value)
    return found


def _paper(values: Mapping[str, Sequence[JsonValue]], listed: EditionRef | None) -> PaperRecord | None:
    """The paper of a row; one that has no title is known by its id; None without both."""
    text = {field: text_of_value(each[0]) for field, each in values.items()}
    written = next((w for f in ("title", *_IDS) for v in values.get(f, ()) for w in written_strings(v)), None)
    if written is None:
        return None
    authors, complete = names_of(values["authors"][0]) if "authors" in values else ((), True)
    cited = Cited(
        title=latex_to_plain(text.get("title", "")),
        evidence=json_span(written),
        authors=authors,
        complete=complete,
        where=text.get("venue", ""),
        date=iso_date(text.get("date", "")),
        ids=(text.get("arxiv", ""),),
        doi=text.get("doi", ""),
        openreview=text.get("openreview", ""),
        links=tuple(_links(values)),
        abstract=text.get("abstract", ""),
    )
    paper = cited_paper(cited, listed)
    if not paper.title and not (paper.arxiv_id or paper.doi or paper.openreview):
        return None
    status = text.get("status", "")
    track = paper.track or text.get("track", "")
    return replace(paper, status=status, track=track, edition=None if is_refused(status) else paper.edition)


def _links(values: Mapping[str, Sequence[JsonValue]]) -> Iterator[str]:
    for field in ("link", "openreview", "doi"):
        for value in values.get(field, ()):
            words = text_of_value(value).replace(";", " ").split()
            yield from (word for word in words if field == "link" or word.startswith("http"))


def written_strings(value: JsonValue) -> Iterator[JsonText]:
    """The strings of a value that stand in the file."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, JsonText) and each.start < each.end and each.text.strip("\ufeff \t\r\n\u3000"):
            yield each
        elif isinstance(each, JsonObject):
            yield from (v for v in each.members.values() if isinstance(v, JsonText) and v.start < v.end)


def _blocks(values: Mapping[str, Sequence[JsonValue]], paper: int) -> Iterator[Block]:
    for field, each in values.items():
        for value in each:
            for written in written_strings(value):
                yield json_block(written, _KINDS.get(field, BlockKind.META), "", paper)


def _apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that do not overlap: what YAML names once and repeats by an alias stands in one place."""
    apart: list[Block] = []
    for block in sorted(blocks, key=lambda block: (block.start, block.end)):
        if block.text and (not apart or apart[-1].end <= block.start):
            apart.append(block)
    return apart


def edition_of_nearly_all(papers: Sequence[PaperRecord]) -> EditionRef | None:
    """The edition that nearly all of several papers state, or None."""
    stated = Counter(paper.edition for paper in papers if paper.edition).most_common(1)
    return stated[0][0] if stated and stated[0][1] >= _NEARLY_ALL * len(papers) and len(papers) > 1 else None
