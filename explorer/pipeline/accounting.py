"""Every line of a source is item, evidence, boilerplate or unparsed: nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from explorer.model import BlockKind, Document, Issue
from explorer.text.lines import line_spans, trimmed

NO_READER = "No reader took this line."
_TEXT_CHARS = 200
_TAG = re.compile(r"<[^<>]{0,2000}>")
_OPENS = re.compile(
    r'\{?\s{0,99}"[\w $@-]{1,40}"\s{0,99}:\s{0,99}[\[{]+'
)  #: the key of a JSON list, nothing else
#: an issue on a line of such a block doubts what was read; on running text it says that nothing was
_READ = frozenset(BlockKind) - {BlockKind.TEXT, BlockKind.FURNITURE}


class LineClass(IntEnum):
    ITEM = 0  #: a paper is named here
    EVIDENCE = 1  #: something was read here
    BOILERPLATE = 2  #: navigation, rules, brackets: left out knowingly
    UNPARSED = 3


@dataclass(frozen=True, slots=True)
class Lines:
    """How many lines that are not empty are what; they add up to all of them."""

    item: int = 0
    evidence: int = 0
    boilerplate: int = 0
    unparsed: int = 0


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A line that nobody read, or whose reader says that it could not."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """The lines of one source that are not empty; all arrays have a row for each.

    Attributes:
        text: The source.
        starts, ends: (L,) int64, raw offsets without white space at the ends.
        numbers: (L,) int64, line numbers from 1.
        classes: (L,) uint8, LineClass.
        documents: (L,) int64, index of the document in whose stretch of the source the line stands.
        reasons: Line number -> what its reader says is wrong with it.
    """

    text: str
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    numbers: NDArray[np.int64]
    classes: NDArray[np.uint8]
    documents: NDArray[np.int64]
    reasons: dict[int, str]

    def lines(self, document: int) -> Lines:
        """Counts of one document's lines."""
        return Lines(*map(int, np.bincount(self.classes[self.documents == document], minlength=4)))

    def unparsed(self, document: int) -> tuple[Unparsed, ...]:
        """All unparsed lines of one document, in order."""
        rows = np.flatnonzero((self.documents == document) & (self.classes == LineClass.UNPARSED))
        return tuple(
            Unparsed(number, self.text[start:end][:_TEXT_CHARS], self.reasons.get(number, NO_READER))
            for number, start, end in zip(
                self.numbers[rows].tolist(), self.starts[rows].tolist(), self.ends[rows].tolist(), strict=True
            )
        )

    def line_at(self, offset: int) -> int:
        """Number of the line at a raw offset, else of the last before it that is not empty, else 0."""
        row = int(np.searchsorted(self.starts, offset, side="right")) - 1
        return int(self.numbers[row]) if row >= 0 else 0

    def doubts(self, document: int, issues: Iterable[Issue]) -> tuple[Unparsed, ...]:
        """Issues of a document that do not stand on one of its unparsed lines: it was read, with a doubt."""
        taken = {line.line for line in self.unparsed(document)}
        return tuple(Unparsed(i.line, i.text, i.why) for i in issues if i.line not in taken)


def account(text: str, documents: Sequence[Document]) -> Account:
    """Class of every line of a source from what was read of it.

    A line is an item where a paper is named on it; else unparsed where an issue
    stands on nothing but running text; else evidence where a block or another
    statement lies on it; else boilerplate where it is furniture, or only
    punctuation and markup; else unparsed. Linear in the length of the text.
    """
    starts, ends, numbers = _lines(text)
    item = _touched(starts, ends, _items(documents))
    read = _touched(starts, ends, _read(documents))
    extents = _touched(starts, ends, (extent for d in documents for extent in d.extents))
    prose = _touched(starts, ends, _blocks(documents, frozenset({BlockKind.TEXT})))
    furniture = _touched(starts, ends, _blocks(documents, frozenset({BlockKind.FURNITURE})))
    reasons = _reasons(documents)
    doubted = np.isin(numbers, np.fromiter(reasons, np.int64, len(reasons)))
    classes = np.full(len(starts), LineClass.UNPARSED, np.uint8)
    classes[furniture] = LineClass.BOILERPLATE
    first = (
        int(np.argmax(extents)) if extents.any() else 0
    )  # record, where there are some: what stands before may open their list
    for row in np.flatnonzero(~(item | read | extents | prose | furniture)):
        line = text[starts[row] : ends[row]]
        if _is_markup(line) or (row < first and _OPENS.fullmatch(line)):
            classes[row] = LineClass.BOILERPLATE
    classes[prose | extents] = LineClass.EVIDENCE
    classes[doubted] = LineClass.UNPARSED
    classes[read] = LineClass.EVIDENCE
    classes[item] = LineClass.ITEM
    return Account(text, starts, ends, numbers, classes, _owners(documents, starts, ends), reasons)


def _lines(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """(starts, ends, numbers) of the lines that are not empty."""
    rows = [
        (start, end, number)
        for number, span in enumerate(line_spans(text), start=1)
        for start, end in (trimmed(text, *span),)
        if start < end
    ]
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return columns[0], columns[1], columns[2]


def _touched(
    starts: NDArray[np.int64], ends: NDArray[np.int64], spans: Iterable[tuple[int, int]]
) -> NDArray[np.bool_]:
    """(L,) whether any of the spans lies on the line."""
    places = np.array([span for span in spans if span[0] < span[1]], np.int64).reshape(-1, 2)
    steps = np.zeros(len(starts) + 1, np.int64)
    first = np.searchsorted(ends, places[:, 0], side="right")
    last = np.searchsorted(starts, places[:, 1], side="left")
    some = first < last  # a span between two lines touches neither
    np.add.at(steps, first[some], 1)
    np.add.at(steps, last[some], -1)
    touched: NDArray[np.bool_] = np.cumsum(steps[:-1]) > 0
    return touched


def _items(documents: Iterable[Document]) -> Iterator[tuple[int, int]]:
    for document in documents:
        yield from ((r.evidence.start, r.evidence.end) for r in document.papers)
    yield from _blocks(documents, frozenset({BlockKind.PAPER_TITLE}))


def _read(documents: Iterable[Document]) -> Iterator[tuple[int, int]]:
    yield from _blocks(documents, _READ)
    for document in documents:
        for rows in (document.people, document.statistics, document.trends, document.term_claims):
            yield from ((row.evidence.start, row.evidence.end) for row in rows)


def _blocks(documents: Iterable[Document], kinds: frozenset[BlockKind]) -> Iterator[tuple[int, int]]:
    return ((b.start, b.end) for document in documents for b in document.blocks if b.kind in kinds)


def _reasons(documents: Iterable[Document]) -> dict[int, str]:
    reasons: dict[int, str] = {}
    for document in documents:
        for issue in document.issues:
            if issue.line > 0:
                reasons.setdefault(issue.line, issue.why)
    return reasons


def _is_markup(line: str) -> bool:
    """Whether a line holds neither letter nor digit outside its tags."""
    return not any(map(str.isalnum, line)) or not any(map(str.isalnum, _TAG.sub("", line)))


def _owners(
    documents: Sequence[Document], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.int64]:
    """(L,) the document in which each line stands: the last that has begun by then, else the first."""
    begins = np.array([min((b.start for b in d.blocks), default=0) for d in documents], np.int64)
    order = np.argsort(begins, kind="stable")
    if not len(begins):
        return np.zeros(len(starts), np.int64)
    rows = np.searchsorted(begins[order], ends, side="left") - 1
    owners: NDArray[np.int64] = order[np.maximum(rows, 0)].astype(np.int64)
    return owners
