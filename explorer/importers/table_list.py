"""Tables of papers (CSV, TSV, semicolons): columns are known by their names or by what stands in them."""

from __future__ import annotations

from typing import Final

from explorer.importers import Column, Importer, Source
from explorer.importers._column_content import title_likeness
from explorer.importers._column_names import named_field
from explorer.importers._columns import guess_columns
from explorer.importers._listing import Listing, columns_of, read_listing
from explorer.importers._listing import Row as ListedRow
from explorer.importers._table_rows import Row, Rows, evenness, head_rows, is_filled, read_rows
from explorer.model import Document

_SUFFIXES: Final = (".csv", ".tsv", ".tab")
_EVEN: Final = 0.6  #: of the rows, in a file that says that it is a table
_ALL_EVEN: Final = 0.95  #: in one that does not
_LEAST: Final = 3  #: rows of such a table
_STARTS: Final = ("{", "[", "<", "|", "@", "%", "---")  #: of a text that is something else


def recognise(source: Source) -> float:
    """Sure where the first row names a column of titles and another one that is known.

    Less sure where no name is known: the file must say that it is a table, or be one of tabs, and
    its values look like titles together with names, ids, links or dates.
    """
    table = head_rows(source.text)
    if table.width < 2 or source.text.lstrip("\ufeff \t\r\n").startswith(_STARTS):
        return 0.0
    is_table = source.name.lower().endswith(_SUFFIXES)
    first = table.header or next(filter(is_filled, table.rows), [])
    second = next((row for row in table.rows if is_filled(row)), [])
    named = {found[0] for cell in first if (found := named_field(cell.text))}
    same = len(first) == len(second) or (is_table and evenness(table) >= _EVEN)
    if table.header and "title" in named and len(named) > 1 and same:
        return 0.8 if is_table else 0.7
    if source.columns and is_table:
        return 0.6
    return 0.55 if _looks_like_papers(table, is_table, "\t" in source.text) else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; the report states which column was read as what.

    Raises:
        ImportFailed: No column of titles or ids, or no row with one.
    """
    return (read_listing(source, _listing(read_rows(source.text))),)


def columns(source: Source) -> tuple[Column, ...]:
    """The columns as they would be read."""
    return columns_of(source, _listing(head_rows(source.text)))


def _looks_like_papers(table: Rows, is_table: bool, tabs: bool) -> bool:
    rows = [row for row in table.rows if is_filled(row)]
    even = evenness(table)
    if not (is_table and even >= _EVEN) and not (tabs and even >= _ALL_EVEN and len(rows) >= _LEAST):
        return False
    values = [[row[i].text for row in rows if i < len(row) and row[i].text] for i in range(table.width)]
    found = {column.field for column in guess_columns(table.names, values) if column.field}
    ids = {"arxiv", "doi", "openreview"} & found
    return bool(ids) or ("title" in found and (len(found) > 1 or max(map(title_likeness, values)) > 0.8))


def _listing(table: Rows) -> Listing:
    names = table.names
    header = [cell.text for cell in table.header or ()]
    return Listing(names, [_row(row, header) for row in table.rows if is_filled(row)])


def _row(row: Row, header: list[str]) -> ListedRow:
    wrong, values = "", row
    if header and [cell.text for cell in row] == header:
        wrong, values = "This row names the columns again.", []
    elif header and is_filled(row[len(header) :]):
        wrong = f"This row has {len(row)} cells, the first one {len(header)}: one too many may shift them."
    return ListedRow(row[0].start, row[-1].end, values, wrong)


IMPORTER = Importer("Table of papers (CSV, TSV)", _SUFFIXES, recognise, read, columns=columns)
