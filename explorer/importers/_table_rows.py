"""Rows of a table (CSV, TSV, semicolons) as records whose cells know where they stand.

Why not the csv module: it gives no offsets, and evidence needs those of each cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from explorer.errors import ImportFailed
from explorer.importers._column_names import named_field
from explorer.importers._columns import has_header
from explorer.model import Coding
from explorer.text.json_spans import JsonText
from explorer.text.lines import trimmed
from explorer.text.mapped import normalise

Row = list[JsonText]

MOST_COLUMNS: Final = 2_000
_DELIMITERS: Final = "\t;,|"
_HEAD_CHARS: Final = 20_000
_SHOWN: Final = 40  #: rows that tell whether there is a header
_QUOTED: Final = r'"((?:[^"]|"")*+)"[ \t]*+'
_SEPARATOR = re.compile(r"\ufeff?sep=([,;|\t])\r?\n", re.I)  #: as Excel writes and reads it


@dataclass(frozen=True, slots=True)
class Rows:
    """A table.

    Attributes:
        header: The row that names the columns, or None.
        width: Of the widest row.
        rows: All others, a row of empty cells where a line is empty.
    """

    header: Row | None
    width: int
    rows: list[Row]

    @property
    def names(self) -> list[str]:
        """A name for each column, "" where there is none."""
        named = [cell.text for cell in self.header or ()]
        return named + [""] * (self.width - len(named))


def read_rows(raw: str, most: int = MOST_COLUMNS) -> Rows:
    """The table that a text is, its delimiter and its header guessed from the first rows.

    Raises:
        ImportFailed: A row has more than ``most`` cells.
    """
    start, delimiter = _delimiter(raw)
    rows = list(_rows(raw, start, delimiter, most))
    filled = [row for row in islice(rows, _SHOWN) if any(cell.text for cell in row)]
    named = bool(filled) and has_header([[cell.text for cell in row] for row in filled])
    header = filled[0] if named else None
    body = [row for row in rows if row is not header]
    return Rows(header, max(map(len, rows), default=0), body)


def head_rows(raw: str) -> Rows:
    """The same of a head of the text, without the last row, which may be cut."""
    head = raw[:_HEAD_CHARS]
    cut = len(raw) > _HEAD_CHARS and "\n" in head
    return read_rows(head[: head.rindex("\n")] if cut else head, len(head))


def evenness(table: Rows) -> float:
    """Share of the filled rows that are as wide as most are; 0 where most have one cell."""
    widths = [len(row) for row in ([table.header] if table.header else []) + table.rows if is_filled(row)]
    usual = max(set(widths), key=widths.count) if widths else 1
    return 0.0 if usual < 2 else widths.count(usual) / len(widths)


def is_filled(row: Sequence[JsonText]) -> bool:
    return any(cell.start < cell.end for cell in row)


def _delimiter(raw: str) -> tuple[int, str]:
    """(where the rows begin, the delimiter), as the file says, else the one that parts the rows evenly."""
    if said := _SEPARATOR.match(raw[:20]):
        return said.end(), said[1]
    start = 1 if raw.startswith("\ufeff") else 0
    head = raw[start : start + _HEAD_CHARS]
    return start, max(_DELIMITERS, key=lambda delimiter: _parting(head, delimiter))


def _parting(head: str, delimiter: str) -> tuple[bool, float, int]:
    """(whether the first row has known names, share of rows as wide as it is, how wide that is)."""
    rows = [row for row in islice(_rows(head, 0, delimiter, len(head)), _SHOWN) if is_filled(row)]
    if len(rows) > 1 and len(head) == _HEAD_CHARS:
        rows.pop()
    wide = len(rows[0]) if rows else 1
    if wide < 2:
        return False, 0.0, 1
    named = sum(named_field(cell.text) is not None for cell in rows[0]) > 1
    return named, sum(len(row) == wide for row in rows) / len(rows), wide


def _rows(raw: str, position: int, delimiter: str, most: int) -> Iterator[Row]:
    """Rows of cells; a quote that never closes is a character. Linear in the length of the text."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    in_quotes = re.compile(_QUOTED.replace("\\t", "") if delimiter == "\t" else _QUOTED)
    row, quotes = Row(), True
    while position < len(raw):
        quoted = in_quotes.match(raw, position) if quotes and raw[position] == '"' else None
        quotes = quotes and (quoted is not None or raw[position] != '"')
        start, end = quoted.span(1) if quoted else (position, position)
        position = quoted.end() if quoted else position
        tail = plain.match(raw, position)
        position = tail.end() if tail else position
        row.append(_cell(raw, (start, end) if quoted else (start, position), quoted is not None))
        if len(row) > most:
            raise ImportFailed(
                f"A row has more than {most:,} columns.", "Keep the columns that tell of papers."
            )
        if raw[position : position + 1] == delimiter:
            position += 1
            if position == len(raw):
                row.append(_cell(raw, (position, position), False))
            continue
        position += 2 if raw.startswith("\r\n", position) else 1
        yield row
        row = Row()
    if row:
        yield row


def _cell(raw: str, span: tuple[int, int], quoted: bool) -> JsonText:
    start, end = trimmed(raw, *span)
    text = raw[start:end].replace('""', '"') if quoted else raw[start:end]
    return JsonText(raw, start, end, Coding.FLOWED, " ".join(normalise(text).split()))
