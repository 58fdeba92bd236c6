"""Lines, blocks and issues of plain text: what the line-oriented importers share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.model import Block, BlockKind, Coding, Issue, Span
from explorer.text.language import language_in
from explorer.text.lines import LineIndex, line_spans, trimmed
from explorer.text.mapped import MappedText, decode

ISSUE_CHARS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line without the white space at its ends.

    Attributes:
        number: From 1, in the whole file.
        start, end: Raw offsets.
        mapped: Its text, normalised.
    """

    number: int
    start: int
    end: int
    mapped: MappedText

    @property
    def text(self) -> str:
        return self.mapped.text

    def raw_range(self, start: int, end: int | None = None) -> tuple[int, int]:
        """Raw offsets of ``text[start:end]``."""
        return self.mapped.raw_span(start, len(self.text) if end is None else end)


@dataclass(frozen=True, slots=True)
class Place:
    """What a block shares with its neighbours; see Block. ``language``: the document's."""

    language: str
    section: str = ""
    paper: int | None = None
    machine: bool = False
    coding: Coding = Coding.PLAIN


def read_lines(raw: str, start: int = 0, end: int | None = None) -> list[Line]:
    """All lines of ``raw[start:end]``, empty ones too."""
    first = LineIndex(raw[:start]).line_of(start) if start else 1
    spans = (trimmed(raw, a, b) for a, b in line_spans(raw, start, end))
    return [Line(first + i, a, b, decode(raw, a, b)) for i, (a, b) in enumerate(spans)]


def make_block(raw: str, span: tuple[int, int], kind: BlockKind, place: Place) -> Block:
    """The block of a raw span, trimmed, with its text decoded and its language."""
    start, end = trimmed(raw, *span)
    text = decode(raw, start, end, place.coding).text
    language = language_in(text, place.language)
    return Block(kind, start, end, text, place.coding, place.section, place.paper, place.machine, language)


def make_span(raw: str, start: int, end: int) -> Span:
    return Span(start, end, raw[start:end])


def make_issue(line: int, text: str, why: str) -> Issue:
    return Issue(line, text[:ISSUE_CHARS], why)


def with_furniture(
    raw: str, blocks: Iterable[Block], start: int = 0, end: int | None = None
) -> tuple[Block, ...]:
    """The blocks in order, and every line of ``raw[start:end]`` that none of them touches as furniture.

    So each line that is not empty belongs to a block: nothing is dropped in silence.
    """
    ordered = sorted(blocks, key=lambda block: block.start)
    filled: list[Block] = []
    at = 0
    for a, b in (trimmed(raw, *span) for span in line_spans(raw, start, end)):
        while at < len(ordered) and ordered[at].end <= a:
            filled.append(ordered[at])
            at += 1
        if a < b and (at == len(ordered) or ordered[at].start >= b):
            filled.append(Block(BlockKind.FURNITURE, a, b, decode(raw, a, b).text))
    return (*filled, *ordered[at:])
