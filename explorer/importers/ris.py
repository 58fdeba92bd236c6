"""RIS: references out of EndNote, Zotero, Mendeley, publishers' sites and our own export.

References:
    Reference Manager, "RIS Format Specifications", 2011.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from explorer.importers import Importer, Source
from explorer.importers._blocks import Line, Place, make_block, make_issue, make_span, read_lines
from explorer.importers._cited import Cited, References, cited_paper, iso_date, plain_name, reference_document
from explorer.model import Block, BlockKind, Coding, Document
from explorer.text.language import language_of
from explorer.text.latex import latex_to_plain
from explorer.text.lines import trimmed

_HEAD_CHARS = 4_000
_FIRST = re.compile(r"[\s\ufeff]*+TY {1,2}- ?\w")
_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: +|$)")
_TITLES = ("TI", "T1", "CT", "BT")
_WHERE = ("T2", "BT", "JO", "JF", "JA", "J2", "C3", "T3")
_AUTHORS = ("AU", "A1")
_DATES = ("DA", "PY", "Y1")
_LINKS = ("UR", "L1", "L2", "LK", "L3")
_IDS = ("AN", "M1", "JO", "T2", "DO", "C1")  #: where exporters put an arXiv id
_BETWEEN_LINKS = re.compile(r"[;,\s]{1,9}(?=https?://)", re.I)
_ABSTRACT = ("AB", "N2")
_META = frozenset({*_AUTHORS, *_DATES, *_LINKS, *_WHERE, "DO", "AN", "M1", "KW"})
_OTHERS = re.compile(r"(?:et\.? al\.?|others),?", re.I)


@dataclass(slots=True)
class _Value:
    """A tag with its value; lines that have no tag of their own belong to the one before."""

    tag: str
    start: int
    end: int
    lines: list[str]

    @property
    def text(self) -> str:
        return " ".join(filter(None, self.lines))


@dataclass(slots=True)
class _Entry:
    """A reference, from its TY to its ER, or lines between two of them (``stray``)."""

    line: Line
    values: list[_Value] = field(default_factory=list)
    end: int = 0
    closed: bool = False
    stray: bool = False

    def first(self, tags: Sequence[str]) -> _Value | None:
        """The value of the first of the tags that has one."""
        found = (value for tag in tags for value in self.values if value.tag == tag and value.text)
        return next(found, None)

    def all(self, tags: Sequence[str]) -> list[str]:
        return [value.text for tag in tags for value in self.values if value.tag == tag and value.text]


def recognise(source: Source) -> float:
    """Sure where the first line that is not empty opens a reference."""
    return 0.95 if _FIRST.match(source.text[:_HEAD_CHARS]) else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where no reference has a title.

    A reference ends with its ER, or where that is missing with the next TY.
    """
    found = References()
    for entry in _entries(read_lines(source.text)):
        title = entry.first(_TITLES)
        if why := _wrong(entry, title):
            found.issues.append(make_issue(entry.line.number, entry.line.text, why))
        if title is not None and not entry.stray:
            paper = cited_paper(_cited(source.text, entry, title), source.edition)
            blocks = _blocks(source.text, entry, title, len(found.papers))
            found.add(paper, blocks, (entry.line.start, entry.end))
    return (reference_document(source, found, source.edition),)


def _entries(lines: Iterable[Line]) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for line in lines:
        found = _TAG.match(line.text)
        tag = found[1] if found else ""
        if tag == "TY" or (entry is None and line.text):
            if entry:
                yield entry
            entry = _Entry(line, stray=tag != "TY")
        if entry is None:
            continue
        if found:
            start, end = line.raw_range(found.end())
            entry.values.append(_Value(tag, start, end, [line.text[found.end() :]]))
        elif line.text and entry.values:
            last = entry.values[-1]
            last.end = line.end
            last.lines.append(line.text)
        entry.end = max(entry.end, line.end)
        entry.closed = tag == "ER"
        if entry.closed or entry.stray:
            yield entry
            entry = None
    if entry:
        yield entry


def _wrong(entry: _Entry, title: _Value | None) -> str:
    """What is wrong with a reference, or ""."""
    if entry.stray:
        return "This line belongs to no reference."
    if title is None:
        return "The reference has no title."
    return "" if entry.closed else "The reference has no line ER; it was read up to the next."


def _cited(raw: str, entry: _Entry, title: _Value) -> Cited:
    authors, complete = _authors(entry.all(_AUTHORS))
    where = [value for value in entry.all(_WHERE) if value != title.text]
    abstract = entry.first(_ABSTRACT)
    return Cited(
        title=latex_to_plain(" ".join(title.text.split())),
        evidence=make_span(raw, *trimmed(raw, title.start, title.end)),
        authors=authors,
        complete=complete,
        where=where[0] if where else "",
        date=_date(entry),
        ids=tuple(value for value in entry.all(_IDS) if "arxiv" in value.lower()),
        doi=next(iter(entry.all(("DO",))), ""),
        links=tuple(link for value in entry.all(_LINKS) for link in _BETWEEN_LINKS.split(value)),
        abstract=" ".join(abstract.text.split()) if abstract else "",
    )


def _authors(values: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """A name per line, family name first or not; some exporters write all into one, between semicolons."""
    names = [name for value in values for name in (value.split(";") if ";" in value else [value])]
    known = [plain_name(name) for name in names if not _OTHERS.fullmatch(name.strip())]
    return tuple(name for name in known if any(map(str.isalpha, name))), len(known) == len(names)


def _date(entry: _Entry) -> str:
    """The date, unless the field of the year says another year: that of the proceedings."""
    dates = [date for value in entry.all(_DATES) if (date := iso_date(value))]
    year = next((date[:4] for value in entry.all(("PY", "Y1")) if (date := iso_date(value))), "")
    return max((date for date in dates if date.startswith(year)), key=len, default="")


def _blocks(raw: str, entry: _Entry, title: _Value, paper: int) -> Iterator[Block]:
    abstract = entry.first(_ABSTRACT)
    for value in entry.values:
        if not value.text.strip():
            continue
        own = language_of(value.text)
        place = Place(own if own in ("ja", "zh") else "en", paper=paper, coding=Coding.FLOWED)
        if value is title or value is abstract:
            kind = BlockKind.PAPER_TITLE if value is title else BlockKind.ABSTRACT
            yield make_block(raw, (value.start, value.end), kind, place)
        elif value.tag in _META:
            yield make_block(raw, (value.start, value.end), BlockKind.META, place)


IMPORTER = Importer("References (RIS)", (".ris",), recognise, read)
