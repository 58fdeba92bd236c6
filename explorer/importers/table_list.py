"""Tables of papers (CSV, TSV, semicolons) whose columns are recognised by their names, in three languages.

Why not the csv module: it gives no offsets, and evidence needs those of each cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._accepted import is_refused
from explorer.importers._blocks import Place, make_block, make_issue, make_span
from explorer.importers._cited import Cited, References, cited_paper, iso_date, reference_document
from explorer.importers._venues import edition_in_name
from explorer.model import Block, BlockKind, Coding, Document, EditionRef, PaperRecord
from explorer.text.language import language_of
from explorer.text.latex import latex_to_plain
from explorer.text.lines import LineIndex, trimmed
from explorer.text.mapped import normalise
from explorer.text.names import split_authors

_DELIMITERS = ",\t;|"
_HEAD_CHARS = 4_000
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"[ \t]*+')
_NAMES = {
    "title": "title papertitle paper name papername titleofpaper タイトル 題名 題目 論文名 論文タイトル "
    "论文标题 标题 题目 论文题目 论文名称 論文題目",
    "authors": "authors author authornames authorlist 著者 著者名 作者 论文作者",
    "where": "venue conference journal booktitle publication publicationtitle source containertitle "
    "会議 会議名 学会 雑誌 会议 期刊 来源",
    "date": "year date published publicationyear publicationdate "
    "年 発行年 出版年 発表年 日付 年份 日期 发表年份",
    "id": "arxiv arxivid eprint arxivnumber id",
    "doi": "doi",
    "openreview": "openreview openreviewid forum",
    "link": "url link links pdf pdfurl paperurl paperlink code github "
    "リンク 論文リンク 链接 论文链接 地址 网址",
    "abstract": "abstract abstractnote summary 概要 要旨 摘要",
    "status": "status decision presentation acceptance 採否 状态 结果",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
_KINDS = {"title": BlockKind.PAPER_TITLE, "abstract": BlockKind.ABSTRACT}


@dataclass(frozen=True, slots=True)
class _Cell:
    """``raw[start:end]`` is its content, without quotes and white space at the ends."""

    start: int
    end: int
    text: str


def recognise(source: Source) -> float:
    """Sure where the first row names a column of titles and another one that is known."""
    head = source.text[:_HEAD_CHARS]
    rows = _rows(head, _delimiter(head))
    first, second = next(rows, []), next(rows, [])
    roles = set(_columns(first).values())
    if "title" not in roles or len(roles) < 2 or len(first) != len(second) or not first[0].text:
        return 0.0
    return 0.8 if source.name.lower().endswith((".csv", ".tsv")) else 0.7


def read(source: Source) -> tuple[Document, ...]:
    """One document; the report states which column was read as what.

    With an edition, that a person named or the file name states, it is the
    edition's list; without one it is read as references.

    Raises:
        ImportFailed: No column of titles, or no row with a title.
    """
    rows = _rows(source.text, _delimiter(source.text[:_HEAD_CHARS]))
    header = next(rows, [])
    columns = _columns(header)
    if "title" not in columns.values():
        names = ", ".join(cell.text[:30] for cell in header[:9])
        raise ImportFailed(
            f"{source.name} has no column of titles. Its first row is: {names}.", "Name one of them “title”."
        )
    listed = source.edition or edition_in_name(source.name)
    lines = LineIndex(source.text)
    found = References()
    found.issues.append(make_issue(0, "", _guess(header, columns)))
    for row in rows:
        cells = {columns[i]: cell for i, cell in reversed(list(enumerate(row))) if i in columns and cell.text}
        links = [cell.text for i, cell in enumerate(row) if columns.get(i) == "link" and cell.text]
        if "title" in cells:
            paper = _paper(source.text, cells, links, listed)
            blocks = _blocks(source.text, cells, len(found.papers))
            found.add(paper, blocks, (row[0].start, row[-1].end))
        elif any(cell.text for cell in row):
            start, end = row[0].start, row[-1].end
            issue = make_issue(lines.line_of(start), source.text[start:end], "This row has no title.")
            found.issues.append(issue)
    return (reference_document(source, found, listed),)


def _delimiter(head: str) -> str:
    """The delimiter that the first row has most often; a comma where it has none."""
    first = head.lstrip("\ufeff \r\n").split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)


def _rows(raw: str, delimiter: str) -> Iterator[list[_Cell]]:
    """Rows of cells; a quote that never closes is a character. Linear in the length of the text."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    position, row, quotes = 1 if raw.startswith("\ufeff") else 0, list[_Cell](), True
    while position < len(raw):
        quoted = _QUOTED.match(raw, position) if quotes and raw[position] == '"' else None
        quotes = quotes and (quoted is not None or raw[position] != '"')
        start, end = quoted.span(1) if quoted else (position, position)
        position = quoted.end() if quoted else position
        tail = plain.match(raw, position)
        position = tail.end() if tail else position
        if quoted is None:
            end = position
        start, end = trimmed(raw, start, end)
        text = raw[start:end].replace('""', '"') if quoted else raw[start:end]
        row.append(_Cell(start, end, " ".join(normalise(text).split())))
        if raw[position : position + 1] == delimiter:
            position += 1
            continue
        position += 2 if raw.startswith("\r\n", position) else 1
        yield row
        row = []
    if row:
        yield row


def _columns(header: Sequence[_Cell]) -> dict[int, str]:
    """Index of a column -> what it holds, as its name says; of two titles or dates the first."""
    found: dict[int, str] = {}
    for i, cell in enumerate(header):
        role = _ROLES.get("".join(filter(str.isalnum, cell.text[:60].casefold())))
        if role and (role == "link" or role not in found.values()):
            found[i] = role
    return found


def _guess(header: Sequence[_Cell], columns: Mapping[int, str]) -> str:
    """Which column was read as what, in words."""
    read = ", ".join(f"{columns[i]} = “{cell.text[:40]}”" for i, cell in enumerate(header) if i in columns)
    left = ", ".join(f"“{cell.text[:40]}”" for i, cell in enumerate(header) if i not in columns and cell.text)
    return f"Columns were read as {read}." + (f" Not read: {left}." if left else "")


def _paper(
    raw: str, cells: Mapping[str, _Cell], links: Sequence[str], listed: EditionRef | None
) -> PaperRecord:
    text = {role: cell.text for role, cell in cells.items()}
    title, status = cells["title"], text.get("status", "")
    authors, complete = split_authors(text.get("authors", ""))
    record = cited_paper(
        Cited(
            title=latex_to_plain(title.text),
            evidence=make_span(raw, title.start, title.end),
            authors=authors,
            complete=complete,
            where=text.get("where", ""),
            date=iso_date(text.get("date", "")),
            ids=(text.get("id", ""),),
            doi=text.get("doi", ""),
            openreview=text.get("openreview", ""),
            links=tuple(links),
            abstract=text.get("abstract", ""),
        ),
        listed,
    )
    return replace(record, status=status, edition=None if is_refused(status) else record.edition)


def _blocks(raw: str, cells: Mapping[str, _Cell], paper: int) -> Iterator[Block]:
    for role, cell in cells.items():
        own = language_of(cell.text)
        place = Place(own if own in ("ja", "zh") else "en", paper=paper, coding=Coding.FLOWED)
        yield make_block(raw, (cell.start, cell.end), _KINDS.get(role, BlockKind.META), place)


IMPORTER = Importer("Table of papers (CSV, TSV)", (".csv", ".tsv"), recognise, read)
