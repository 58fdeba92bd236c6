"""One paper of a Japanese digest: its entry in the list, or its section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from explorer.importers._blocks import Line, Place, make_block, make_issue, make_span
from explorer.importers._ja_fields import RECORD_LABELS, Field, Label, read_number
from explorer.importers._links import code_links, identifiers
from explorer.model import Block, BlockKind, Issue, PaperRecord, Span
from explorer.text.dates import parse_date
from explorer.text.latex import latex_to_plain
from explorer.text.names import split_authors
from explorer.text.urls import find_urls

Part = tuple[Sequence[Line], Sequence[Field | None]]  #: lines of one paper and the labels they begin with

_CATEGORY_EDGE = re.compile(r"(?:(?<!\s)\s++)?[,、，;；]\s*")
_MARKS = re.compile(r"[#*>\s「『]*(.*?)[*\s」』]*")
_PROSE = {
    Label.ABSTRACT: BlockKind.ABSTRACT,
    Label.SUMMARY: BlockKind.SUMMARY,
    Label.QUESTION: BlockKind.QUESTION,
    Label.ANSWER: BlockKind.ANSWER,
}
_REQUIRED = (Label.AUTHORS, Label.PUBLISHED, Label.URL)


@dataclass(frozen=True, slots=True)
class Item:
    """A paper as one place of the document gives it; the blocks do not know yet which paper it is."""

    record: PaperRecord
    blocks: tuple[Block, ...]
    issues: tuple[Issue, ...]
    sectioned: bool = False


@dataclass(slots=True)
class _Draft:
    """What has been read of one paper so far; blocks are made when all their lines are known.

    Attributes:
        prose: What a line without a label is, where nothing else is open.
        open_kind: Of the prose that the next line without a label goes on with.
    """

    raw: str
    place: Place
    qa_machine: bool
    prose: BlockKind = BlockKind.TEXT
    values: dict[Label, list[str]] = field(default_factory=dict)
    spans: list[tuple[BlockKind, int, int]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    open_kind: BlockKind | None = None
    last_label: Label | None = None

    def extend(self, kind: BlockKind, span: tuple[int, int]) -> None:
        """Add prose, as one block with what comes directly before it."""
        start, end = span
        if self.open_kind is kind and self.spans and self.spans[-1][0] is kind:
            start = self.spans.pop()[1]
        self.spans.append((kind, start, end))
        self.open_kind = kind

    def value(self, label: Label) -> str:
        return " ".join(self.values.get(label, ()))

    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._block(kind, (start, end)) for kind, start, end in self.spans)

    def _block(self, kind: BlockKind, span: tuple[int, int]) -> Block:
        spoken = kind in (BlockKind.QUESTION, BlockKind.ANSWER)
        fact = kind in (BlockKind.PAPER_TITLE, BlockKind.META)
        machine = self.qa_machine if spoken else self.place.machine and not fact
        return make_block(self.raw, span, kind, replace(self.place, machine=machine))


def read_listed(part: Part, raw: str, place: Place) -> Item:
    """An entry of the list at the top: number, title, date, one line on it."""
    lines, fields = part
    draft = _Draft(raw, place, qa_machine=False, prose=BlockKind.SUMMARY)
    _read_body(draft, lines[1:], fields[1:])
    return _item(draft, lines[0], fields[0])


def read_section(part: Part, raw: str, place: Place, qa_machine: bool) -> Item:
    """A section: title, fields, abstract, questions and answers."""
    lines, fields = part
    untitled = int(fields[0] is not None)
    title = "" if untitled else lines[0].text[slice(*_title_range(lines[0].text))]
    draft = _Draft(raw, replace(place, section=title), qa_machine)
    _read_body(draft, lines[1 - untitled :], fields[1 - untitled :])
    item = _item(draft, lines[0], fields[0])
    missing = [label for label in _REQUIRED if label not in draft.values]
    why = [f"{label.value} is missing" for label in missing] + (
        ["the title is missing"] if not item.record.title else []
    )
    issues = [make_issue(lines[0].number, lines[0].text, f"In this section {reason}.") for reason in why]
    return replace(item, issues=(*item.issues, *issues), sectioned=True)


def _read_body(draft: _Draft, lines: Sequence[Line], fields: Sequence[Field | None]) -> None:
    for line, found in zip(lines, fields, strict=True):
        if found is None:
            _read_plain(draft, line)
        elif found.label in RECORD_LABELS:
            draft.spans.append((BlockKind.META, line.start, line.end))
            draft.values.setdefault(found.label, [line.text[found.value :].strip()])
            draft.open_kind, draft.last_label = None, found.label
        else:
            draft.open_kind = draft.last_label = None  # a question never goes on with the one before
            kind = _PROSE.get(found.label)
            if kind and line.text[found.value :].strip():
                draft.extend(kind, line.raw_range(found.value))
            draft.open_kind = kind


def _read_plain(draft: _Draft, line: Line) -> None:
    """A line without a label goes on with what stands above it."""
    if draft.last_label in (Label.AUTHORS, Label.CATEGORIES) and draft.open_kind is None:
        draft.values[draft.last_label].append(line.text)
        draft.spans.append((BlockKind.META, line.start, line.end))
    else:
        draft.extend(draft.open_kind or draft.prose, (line.start, line.end))


def _item(draft: _Draft, head: Line, head_field: Field | None) -> Item:
    """The record of a draft whose title stands in the line ``head``, unless that has a label."""
    title, evidence, rank = _title(draft, head, head_field)
    blocks = draft.blocks()
    urls = [found.url for found in find_urls(draft.value(Label.URL))]
    ids = identifiers(urls or [draft.value(Label.URL)])
    authors, complete = split_authors(draft.value(Label.AUTHORS))
    categories = _CATEGORY_EDGE.split(draft.value(Label.CATEGORIES))
    record = PaperRecord(
        title=title,
        evidence=evidence,
        as_written=evidence.exact if title else "",
        authors=authors,
        authors_complete=complete,
        arxiv_id=ids.arxiv_id,
        arxiv_version=ids.arxiv_version,
        doi=ids.doi,
        openreview=ids.openreview,
        published=_date(draft, Label.PUBLISHED, head.number),
        updated=_date(draft, Label.UPDATED, head.number),
        categories=tuple(dict.fromkeys(filter(None, map(str.strip, categories)))),
        code_urls=code_links(found.url for block in blocks for found in find_urls(block.text)),
        urls=tuple(dict.fromkeys(urls)),
        abstract="\n".join(block.text for block in blocks if block.kind is BlockKind.ABSTRACT),
        section=draft.place.section,
        rank=rank,
        qa_pairs=_pairs(draft, blocks, head.number),
    )
    return Item(record, blocks, tuple(draft.issues))


def _title(draft: _Draft, head: Line, head_field: Field | None) -> tuple[str, Span, int | None]:
    """(title without markup, where it stands, number in the list)."""
    start, end = _title_range(head.text) if head_field is None else (0, 0)
    if start == end:
        return "", make_span(draft.raw, head.start, head.end), None
    span = head.raw_range(start, end)
    draft.spans.append((BlockKind.PAPER_TITLE, *span))
    return latex_to_plain(head.text[start:end]), make_span(draft.raw, *span), read_number(head.text)[0]


def _title_range(text: str) -> tuple[int, int]:
    """Where the title stands in its line: without number, marks of headings and bold."""
    found = _MARKS.fullmatch(text, read_number(text)[1])
    return found.span(1) if found else (0, len(text))


def _date(draft: _Draft, label: Label, line: int) -> str:
    value = draft.value(label)
    iso = parse_date(value)
    if value and not iso:
        draft.issues.append(make_issue(line, value, f"{label.value} is no complete date."))
    return iso


def _pairs(draft: _Draft, blocks: Sequence[Block], line: int) -> int:
    """How many questions have an answer behind them; an issue for each that has none."""
    spoken = [block for block in blocks if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER)]
    answered = 0
    for block, after in zip_longest(spoken, spoken[1:]):
        if block.kind is BlockKind.QUESTION and after is not None and after.kind is BlockKind.ANSWER:
            answered += 1
        elif block.kind is BlockKind.QUESTION:
            draft.issues.append(make_issue(line, block.text, "This question has no answer."))
    return answered
