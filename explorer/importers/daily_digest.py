"""Daily digest of new papers, Markdown or plain text: sections per category, a labelled entry per paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import Line, Place, make_block, make_issue, read_lines, with_furniture
from explorer.importers._daily_fields import PROSE, emphasised, read_field
from explorer.importers._daily_front import day_covered, find_sections, series_name, stated_totals, title_line
from explorer.importers._daily_record import Head, Listed, find_heads, is_flow, read_listed
from explorer.importers._ja_fields import RECORD_LABELS
from explorer.importers._ja_fields import read_field as read_ja_field
from explorer.importers._machine import says_machine_made
from explorer.importers._markdown import plain
from explorer.importers._named_editions import find_editions
from explorer.importers._venues import digest_issue, stated_digest
from explorer.model import Block, BlockKind, Document, DocumentKind, Issue, PaperRecord
from explorer.text.arxiv_ids import month_of
from explorer.text.language import language_of

_HEAD_CHARS = 20_000
_SURE = 0.9
_UNDATED = 0.55
_FIELDED = 0.7  #: of the lines below the first paper are parts of entries
_ENOUGH = 20  #: entries in one shape, with four fields of summary each, are no work of hands
_SUMMARY_FIELDS = 4
_SAME_SHAPE = 0.9
_TOLD = 20  #: missing numbers that an issue names


@dataclass(frozen=True, slots=True)
class _Layout:
    """Attributes:
    lines: Those that are not empty.
    heads: The lines that name a paper.
    sections: Index of a line → name of the section that it opens.
    header: The lines above the first section or paper.
    """

    lines: Sequence[Line]
    heads: Sequence[Head]
    sections: dict[int, str]
    header: Sequence[Line]


def recognise(source: Source) -> float:
    """Sure where headings or numbers name linked papers and nearly all lines below are labelled parts."""
    layout = _layout(source.text[:_HEAD_CHARS])
    if len(layout.heads) < 2 or _is_japanese(layout.lines):
        return 0.0
    first = layout.heads[0].line
    at = {head.line for head in layout.heads}
    below = layout.lines[first:-1]  # the last line may be cut off
    parts = sum(i in at or _is_part(line.text) for i, line in enumerate(below, first))
    summarised = any((f := read_field(line.text)) and f.label in PROSE for line in below)
    if parts < _FIELDED * len(below) or not summarised:
        return 0.0
    if find_editions(" ".join(line.text for line in layout.header[:3])):
        return 0.0  # what a conference accepted
    return _SURE if day_covered(source, layout.header)[0] else _UNDATED


def _layout(text: str) -> _Layout:
    lines = [line for line in read_lines(text) if line.text]
    heads = find_heads(lines)
    if not heads:
        return _Layout(lines, (), {}, ())
    sections = find_sections(lines, {head.line for head in heads})
    return _Layout(lines, heads, sections, lines[: min(heads[0].line, *sections, len(lines))])


def _is_japanese(lines: Sequence[Line]) -> bool:
    """Whether the labels are those of a Japanese digest, which has an importer of its own."""
    labels = {found.label for line in lines if (found := read_ja_field(line.text))}
    return len(labels & RECORD_LABELS) >= 2 and "ja" in {language_of(line.text) for line in lines[:200]}


def _is_part(text: str) -> bool:
    return bool(read_field(text) or emphasised(text)) or not is_flow(text)


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where no line names a paper."""
    layout = _layout(source.text)
    if not layout.heads:
        raise ImportFailed(
            f"{source.name} names no paper.",
            "A paper is a heading such as “### [1] [Title](https://arxiv.org/abs/…)”.",
        )
    return (_document(source, layout, _listed(source.text, layout)),)


def _listed(raw: str, layout: _Layout) -> list[Listed]:
    """The entries in order, their summaries marked as machine-written until one knows better."""
    marks = sorted([*layout.sections, *(head.line for head in layout.heads), len(layout.lines)])
    ends = dict(pairwise(marks))
    listed, section = [], ""
    sections = sorted(layout.sections.items(), reverse=True)
    for head in layout.heads:
        while sections and sections[-1][0] < head.line:
            section = sections.pop()[1]
        end = ends[head.line]
        language = language_of("\n".join(line.text for line in layout.lines[head.line : end])) or "en"
        listed.append(read_listed(raw, layout.lines[:end], head, Place(language, section, machine=True)))
    return listed


def _is_templated(listed: Sequence[Listed]) -> bool:
    """Whether nearly all of many entries have the same fields of summary in the same order.

    Nobody writes motivation, method, result and conclusion of dozens of papers on the day on which
    they appear: such text counts as machine-written though the document does not say so.
    """
    shapes = [item.labels for item in listed if len(item.labels) >= _SUMMARY_FIELDS]
    best = max(set(shapes), key=lambda shape: (shapes.count(shape), shape), default=())
    return len(listed) >= _ENOUGH and shapes.count(best) >= _SAME_SHAPE * len(listed)


def _document(source: Source, layout: _Layout, listed: Sequence[Listed]) -> Document:
    header = layout.header
    text = "\n".join(line.text for line in header)
    machine = says_machine_made(text) or _is_templated(listed)
    covers = day_covered(source, header)
    papers, rows = _papers(listed, covers[1])
    language = _language(listed)
    blocks = _header_blocks(source.text, layout, language)
    for item, row in zip(listed, rows, strict=True):
        blocks += (replace(block, paper=row, machine=block.machine and machine) for block in item.blocks)
    title, name, digest = title_line(header), series_name(source, header), stated_digest(text)
    return Document(
        kind=DocumentKind.WEEKLY_DIGEST,
        title=plain(title.text.lstrip("# ")) if title else f"{name} {covers[0]}".strip(),
        language=language,
        blocks=with_furniture(source.text, blocks),
        papers=tuple(papers),
        publisher=digest.publisher if digest else "",
        date=covers[0] if covers[0] == covers[1] else "",
        covers_from=covers[0],
        covers_to=covers[1],
        issue_of=digest_issue(name, covers),
        stated_totals=stated_totals(header, tuple(layout.sections.values())),
        machine_written=machine,
        issues=tuple(_issues(layout, papers, covers[1])),
    )


def _papers(listed: Sequence[Listed], day: str) -> tuple[list[PaperRecord], list[int]]:
    """(one record per paper, the record of each entry): a paper listed in two sections is one."""
    papers: list[PaperRecord] = []
    row_of: dict[str, int] = {}
    rows = []
    for item in listed:
        record = item.record
        key = record.arxiv_id or record.openreview or record.doi
        row = row_of.get(key, len(papers)) if key else len(papers)
        if row < len(papers):
            both = dict.fromkeys((*papers[row].categories, *record.categories))
            papers[row] = replace(papers[row], categories=tuple(both))
        else:
            listing_day = day if record.arxiv_id and month_of(record.arxiv_id) <= day[:7] else ""
            papers.append(replace(record, seen_on=listing_day))
        if key:
            row_of[key] = row
        rows.append(row)
    return papers, rows


def _language(listed: Sequence[Listed]) -> str:
    """The language of most summaries, or of the abstracts where nothing else is written."""
    texts = [
        block for item in listed for block in item.blocks if block.kind in (BlockKind.SUMMARY, BlockKind.TEXT)
    ] or [block for item in listed for block in item.blocks if block.kind is BlockKind.ABSTRACT]
    counts = {"en": 0, "ja": 0, "zh": 0}
    for block in texts:
        own = language_of(block.text)
        counts["zh" if own == "mixed" else own or "en"] += 1
    return max(counts, key=lambda language: counts[language])


def _header_blocks(raw: str, layout: _Layout, language: str) -> list[Block]:
    """The title, the headings of the sections, and what else the header says; its contents are furniture."""
    title = title_line(layout.header)
    place = Place(language)
    blocks = [
        make_block(raw, (line.start, line.end), BlockKind.TITLE if line is title else BlockKind.TEXT, place)
        for line in layout.header
        if line is title or (is_flow(line.text) and "](#" not in line.text)
    ]
    for i, name in layout.sections.items():
        line = layout.lines[i]
        blocks.append(make_block(raw, (line.start, line.end), BlockKind.HEADING, Place(language, name)))
    return blocks


def _issues(layout: _Layout, papers: Sequence[PaperRecord], day: str) -> Iterator[Issue]:
    if not day:
        yield make_issue(1, layout.lines[0].text, "The day that the digest covers is not stated.")
    late = [p for p in papers if day and p.arxiv_id and month_of(p.arxiv_id) > day[:7]]
    for paper in late:
        yield make_issue(0, paper.title, f"arXiv {paper.arxiv_id} is younger than the digest of {day}.")
    ranks = {head.rank for head in layout.heads if head.rank is not None}
    missing = sorted(set(range(1, max(ranks, default=0) + 1)) - ranks)
    if missing:
        first = layout.lines[layout.heads[0].line]
        numbers = ", ".join(map(str, missing[:_TOLD]))
        yield make_issue(first.number, first.text, f"No entry has the number {numbers}.")


IMPORTER = Importer(
    "Daily digest of new papers (one labelled entry per paper)", (".md", ".markdown", ".txt"), recognise, read
)
