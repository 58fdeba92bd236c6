"""Markdown digest with a table or list of papers per week ("Top ML Papers of the Week" and its like)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import Line, Place, make_block, make_issue, read_lines, with_furniture
from explorer.importers._digest_item import is_numbered, opens_item, read_item
from explorer.importers._digest_row import Row, read_row, row_record, style_of
from explorer.importers._digest_years import DatedWeek, date_weeks
from explorer.importers._links import Identifiers, identifiers
from explorer.importers._markdown import heading_text, is_row, is_rule, links
from explorer.importers._venues import digest_issue, stated_digest
from explorer.model import Block, BlockKind, Document, DocumentKind, Issue
from explorer.text.arxiv_ids import month_of
from explorer.text.dates import Period, find_period
from explorer.text.language import language_of

_HEAD_CHARS = 24_000  #: a table of contents of some years stands before the first week
_ROW = re.compile(r"^\|\s{0,9}(?:\*\*)?\d{1,3}\s?[).]", re.M)
_CONTENTS = re.compile(r"^\s{0,9}[-*+]\s{1,9}\[[^\]\n]{0,200}\]\(", re.M)
_LINK_OR_TAG = re.compile(r"!?\[[^\[\]]{0,300}\]\([^()\s]{0,2000}\)|<[^<>]{0,2000}>")
_WEEKLY = re.compile(r"week|週|周", re.I)
_TITLE_EDGE = " :-–—~|,()[]"


@dataclass(frozen=True, slots=True)
class _Week:
    """A heading with a period and the lines below it; ``preface``: those above the first week."""

    title: str
    period: Period
    head: Line
    lines: Sequence[Line]
    rows: tuple[Row, ...]
    unread: tuple[Line, ...]
    preface: Sequence[Line] = ()


def recognise(source: Source) -> float:
    """Sure where Markdown headings name weeks and rows of a table, or items of a list, name papers."""
    head = source.text[:_HEAD_CHARS]
    lines = read_lines(head)
    weeks = [line for line in lines if heading_text(line.text) and find_period(line.text)]
    if weeks and _ROW.search(head):
        return 0.95
    if weeks and any(is_row(line.text) for line in lines):
        return 0.6
    if weeks:
        is_weekly = len(weeks) > 1 or _WEEKLY.search(f"{lines[0].text} {weeks[0].text}") is not None
        return 0.8 if is_weekly and any(week.rows for week in _weeks(lines)) else 0.0
    contents = sum(
        find_period(head[m.start() : m.start() + 200]) is not None for m in _CONTENTS.finditer(head)
    )
    return 0.6 if contents >= 4 else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document per week; ImportFailed where no heading names one."""
    lines = read_lines(source.text)
    weeks = _weeks(lines)
    if not weeks:
        raise ImportFailed(
            f"{source.name} has no heading that names a week.",
            "A week is a heading such as “## Papers (May 6 - May 12)”.",
        )
    months = [[month_of(row.ids.arxiv_id) for row in week.rows if row.ids.arxiv_id] for week in weeks]
    dated = date_weeks([week.period for week in weeks], months)
    series = stated_digest(_outside_rows(lines))
    name = series.name if series else _without_period(weeks[0]) or source.name
    publisher = series.publisher if series else ""
    edges = [0, *(week.head.start for week in weeks[1:]), len(source.text)]
    return tuple(
        replace(
            _document(source.text, week, when, edge),
            issue_of=digest_issue(name, when.covers),
            publisher=publisher,
        )
        for week, when, edge in zip(weeks, dated, pairwise(edges), strict=True)
    )


def _weeks(lines: Sequence[Line]) -> list[_Week]:
    heads: list[tuple[int, Period]] = []
    for i, line in enumerate(lines):
        period = find_period(heading_text(line.text)) if line.text.startswith("#") else None
        if period is not None:
            heads.append((i, period))
    ends = [*(i for i, _ in heads), len(lines)][1:]
    weeks = [
        _week(lines[i], period, lines[i + 1 : end]) for (i, period), end in zip(heads, ends, strict=True)
    ]
    return [replace(weeks[0], preface=lines[: heads[0][0]]), *weeks[1:]] if weeks else []


def _week(head: Line, period: Period, lines: Sequence[Line]) -> _Week:
    table = [
        line for line in lines if is_row(line.text) and not is_rule(line.text) and line.text.strip("| \t")
    ]
    heads = {
        lines[i].number for i in range(len(lines) - 1) if is_rule(lines[i + 1].text) and is_row(lines[i].text)
    }
    body = [line for line in table if line.number not in heads]
    if not body:
        return _Week(heading_text(head.text), period, head, lines, *_items(lines))
    style = style_of(line.text for line in body)
    rows = [(line, read_row(line, style)) for line in body]
    unread = tuple(line for line, row in rows if row is None)
    return _Week(heading_text(head.text), period, head, lines, tuple(row for _, row in rows if row), unread)


def _items(lines: Sequence[Line]) -> tuple[tuple[Row, ...], tuple[Line, ...]]:
    """The papers of a week without a table, from its list, and numbered items that name none."""
    rows: list[Row] = []
    unread: list[Line] = []
    heads = [i for i, line in enumerate(lines) if opens_item(line.text)]
    for i, end in pairwise([*heads, len(lines)]):
        below = list(takewhile(lambda line: line.text and not line.text.startswith("#"), lines[i + 1 : end]))
        row = read_item(lines[i], below)
        if row is not None:
            rows.append(row)
        elif is_numbered(lines[i].text):
            unread.append(lines[i])
    return tuple(rows), tuple(unread)


def _document(raw: str, week: _Week, when: DatedWeek, edge: tuple[int, int]) -> Document:
    """The document of a week; ``edge`` also takes in what stands above the first and below the last."""
    language = language_of("\n".join(row.line.text for row in week.rows)) or "en"
    place = Place(language, section=week.title)
    blocks = [make_block(raw, (week.head.start, week.head.end), BlockKind.TITLE, place)]
    for number, row in enumerate(week.rows):
        blocks += _row_blocks(raw, row, replace(place, paper=number))
    blocks += (make_block(raw, (line.start, line.end), kind, place) for line, kind in _prose(week))
    return Document(
        kind=DocumentKind.WEEKLY_DIGEST,
        title=week.title,
        language=language,
        blocks=with_furniture(raw, blocks, *edge),
        papers=tuple(row_record(raw, row, week.title) for row in week.rows),
        covers_from=when.covers[0],
        covers_to=when.covers[1],
        issues=tuple(_issues(week, when)),
    )


def _row_blocks(raw: str, row: Row, place: Place) -> list[Block]:
    parts = ((row.title, BlockKind.PAPER_TITLE), (row.summary, BlockKind.SUMMARY), (row.meta, BlockKind.META))
    return [
        make_block(raw, row.line.raw_range(*part), kind, place) for part, kind in parts if part[0] < part[1]
    ]


def _prose(week: _Week) -> Iterator[tuple[Line, BlockKind]]:
    """Lines beside the table, and rows that could not be read: searchable, of no paper."""
    own = {row.line.number for row in week.rows} | {line.number for line in week.unread}
    for line in (*week.preface, *week.lines):
        if line.number in own:
            continue
        if heading := heading_text(line.text):
            yield line, BlockKind.HEADING if any(map(str.isalnum, heading)) else BlockKind.FURNITURE
        elif line.text and not is_row(line.text) and not _is_navigation(line.text):
            yield line, BlockKind.TEXT
    yield from ((line, BlockKind.TEXT) for line in week.unread)


def _is_navigation(text: str) -> bool:
    """Whether a line only leads elsewhere and to no paper: entry of a table of contents, badge, rule."""
    rest = _LINK_OR_TAG.sub("", _LINK_OR_TAG.sub("", text))  # a badge is an image in a link
    return not any(map(str.isalnum, rest)) and identifiers(link.url for link in links(text)) == Identifiers()


def _issues(week: _Week, when: DatedWeek) -> list[Issue]:
    issues = [make_issue(line.number, line.text, "This row names no paper.") for line in week.unread]
    if not week.rows and not week.unread:
        issues.append(
            make_issue(
                week.head.number,
                week.title,
                "Neither a table nor a list of papers stands below this heading.",
            )
        )
    ranks = [row.rank for row in week.rows if row.rank is not None]
    missing = sorted(set(range(1, max(ranks, default=0) + 1)) - set(ranks))
    if missing:
        numbers = ", ".join(map(str, missing))
        issues.append(make_issue(week.head.number, week.title, f"There is no row {numbers}."))
    if when.doubt:
        issues.append(make_issue(week.head.number, week.title, when.doubt))
    return issues


def _outside_rows(lines: Sequence[Line]) -> str:
    """Headings and text, in which a digest names itself and its publisher."""
    return "\n".join(line.text for line in lines if line.text and not is_row(line.text))[:_HEAD_CHARS]


def _without_period(week: _Week) -> str:
    rest = week.title[: week.period.start] + week.title[week.period.end :]
    return rest.replace("()", "").strip(_TITLE_EDGE)


IMPORTER = Importer(
    "Markdown digest with a table or list of papers per week", (".md", ".markdown"), recognise, read
)
