"""A document's text, some blocks at a time, and two renditions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model import DocumentKind, NodeId
from explorer.pipeline.align import pair_sections, sections_of
from explorer.store import Reader, nodes
from explorer.store import document_text as reads
from explorer.store.document_text import BlockRow
from explorer.store.passports import document as document_row
from explorer.store.read_back import read_back

BLOCKS_SHOWN = 40  #: of a document's text at a time
_BEFORE = 6  #: blocks shown above the one that is asked for
_MOST_BLOCKS = 2_000  #: of a document that is laid beside another


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of a document as it is read.

    Attributes:
        kind: "heading", "summary", "answer" … or "furniture".
        start, end: Character offsets in the source.
        machine: Whether it is machine-written by the document's own word.
        paper: The paper that it speaks of, or None.
        lit: Whether it is the one that was asked for.
    """

    ordinal: int
    kind: str
    section: str
    text: str
    start: int
    end: int
    machine: bool
    language: str
    paper: NodeId | None
    lit: bool = False


@dataclass(frozen=True, slots=True)
class TextPage:
    """Blocks of a document from ``first`` on, of ``total``; ``title`` names the document."""

    document: NodeId
    title: str
    first: int
    total: int
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class AlignedSection:
    """A section of one rendition beside what the other says there; either side may be empty."""

    left: tuple[TextBlock, ...]
    right: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two renditions of one text; the sections follow the left one, with its whole text."""

    left: NodeId
    right: NodeId
    names: tuple[str, str]
    languages: tuple[str, str]
    sections: tuple[AlignedSection, ...]


def text_page(
    reader: Reader,
    document: NodeId,
    first: int | None = None,
    at: int | None = None,
    count: int = BLOCKS_SHOWN,
) -> TextPage:
    """Blocks of a document: from an ordinal on, or around the block that holds a character of the source."""
    lit = reads.block_at(reader, document, at) if at is not None else -1
    begin = first if first is not None else max(lit - _BEFORE, 0)
    rows = reads.blocks_from(reader, document, begin, count)
    total = reads.count_blocks(reader, document)
    title = nodes.name_of(reader, document)
    return TextPage(document, title, begin, total, tuple(_block(row, lit) for row in rows))


def _block(row: BlockRow, lit: int = -1) -> TextBlock:
    return TextBlock(
        row.ordinal,
        row.kind,
        row.section,
        row.text,
        row.start,
        row.end,
        bool(row.machine),
        row.language,
        row.paper,
        row.ordinal == lit,
    )


def side_by_side(reader: Reader, left: NodeId, right: NodeId) -> SideBySide:
    """Two renditions, section beside section; sections that only one has stand alone."""
    known = [read_back(reader, node).document for node in (left, right)]
    sections = [sections_of(document) for document in known]
    in_order = known[0].kind is not DocumentKind.WEEKLY_DIGEST
    pairs = pair_sections(sections[0], sections[1], in_order)
    blocks = [reads.blocks_from(reader, node, 0, _MOST_BLOCKS) for node in (left, right)]
    runs = [[section.blocks for section in side] for side in sections]
    return SideBySide(
        left,
        right,
        (nodes.name_of(reader, left), nodes.name_of(reader, right)),
        (document_row(reader, left).language, document_row(reader, right).language),
        tuple(_aligned(runs, pairs, blocks)),
    )


def _aligned(
    runs: Sequence[Sequence[Sequence[int]]],
    pairs: Sequence[tuple[int, int]],
    blocks: Sequence[Sequence[BlockRow]],
) -> list[AlignedSection]:
    """Sections of the left in order, each with its partners; what only the right has follows."""
    partners: dict[int, list[int]] = {}
    owner = {}
    for i, j in pairs:
        if j not in owner:
            owner[j] = i
            partners.setdefault(i, []).append(j)
    alone = [j for j in range(len(runs[1])) if j not in owner]
    found = []
    for i, run in enumerate(runs[0]):
        mine = partners.get(i, [])
        found.append(AlignedSection(_texts(blocks[0], [run]), _texts(blocks[1], [runs[1][j] for j in mine])))
        while mine and alone and alone[0] == mine[-1] + 1:
            mine.append(alone[0])
            found.append(AlignedSection((), _texts(blocks[1], [runs[1][alone.pop(0)]])))
    return found + [AlignedSection((), _texts(blocks[1], [runs[1][j]])) for j in alone]


def _texts(rows: Sequence[BlockRow], runs: Sequence[Sequence[int]]) -> tuple[TextBlock, ...]:
    return tuple(_block(rows[number]) for run in runs for number in run if number < len(rows))
