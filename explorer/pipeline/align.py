"""Sections of two renditions of one text, aligned by the words that a translation keeps.

References: Needleman & Wunsch 1970 (the recurrence); Gale & Church 1993, "A
Program for Aligning Sentences in Bilingual Corpora" (one to one, one to none,
one to two). The score is lexical, not of lengths: names, numbers and ids that
both sections hold, weighted by how few sections hold them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from explorer.model import Block, BlockKind, Document, DocumentKind
from explorer.text.anchors import anchor_names, anchor_words

_PAIR_COST = 2.0  #: nats; a pair that shares less than one rare word is worth nothing
_MOST_SECTIONS = 400  #: of one document; the table has their product as cells
_MOST_IN_GAP = 3  #: sections between two anchors that are paired in order where both sides have as many


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; in a digest, all blocks of one paper.

    Attributes:
        heading: Its heading, or "".
        blocks: Indices into ``Document.blocks``.
        papers: Indices into ``Document.papers`` of the records that stand in it.
        words: Anchor words of all its text; ``own`` without heading, citations and the titles,
            authors and ids of its papers: what two texts on the same papers need not share.
        names: Anchor names of the same text as ``own``.
    """

    heading: str
    blocks: tuple[int, ...]
    papers: tuple[int, ...]
    words: frozenset[str]
    own: frozenset[str]
    names: frozenset[str]


def sections_of(document: Document) -> tuple[Section, ...]:
    """The sections of a document, in its order; furniture and the document's own title stand in none."""
    by_paper = document.kind is DocumentKind.WEEKLY_DIGEST
    runs = _paper_runs(document) if by_paper else _heading_runs(document)
    return tuple(_section(document, run) for run in runs[:_MOST_SECTIONS])


def align_sections(a: Document, b: Document) -> tuple[tuple[int, int], ...]:
    """Pairs (i, j): section i of ``a`` (as ``sections_of`` gives them) says what section j of ``b`` says.

    Ascending; a section may stand in two pairs where the other rendition cuts it in two. Headings and
    blocks of a pair are translations of each other where the languages differ: a source of aliases.
    The order of the sections must agree, but for digests, whose rows each edition ranks anew.
    """
    return pair_sections(sections_of(a), sections_of(b), a.kind is not DocumentKind.WEEKLY_DIGEST)


def pair_sections(
    a: Sequence[Section], b: Sequence[Section], in_order: bool = True
) -> tuple[tuple[int, int], ...]:
    """``align_sections`` of sections that were made before."""
    if not a or not b:
        return ()
    weights = word_weights(a, b)
    shared = [[sum(weights[w] for w in x.words & y.words) - _PAIR_COST for y in b] for x in a]
    if not in_order:
        return tuple(sorted(_best_pairs(shared)))
    path = _monotone(shared)
    split = [*_split(shared, path), *path]
    return tuple(sorted({*split, *_between(split, len(a), len(b))}))


def word_weights(a: Sequence[Section], b: Sequence[Section]) -> dict[str, float]:
    """Word -> nats: how few sections of the document that uses it more have it; 0 where all have it."""
    counts = (Counter(w for s in a for w in s.words), Counter(w for s in b for w in s.words))
    return {
        word: -math.log(max(counts[0][word] / len(a), counts[1][word] / len(b)))
        for word in counts[0].keys() | counts[1].keys()
    }


def _paper_runs(document: Document) -> list[list[int]]:
    runs: list[list[int]] = [[] for _ in document.papers]
    for number, block in enumerate(document.blocks):
        if block.paper is not None:
            runs[block.paper].append(number)
    return runs


def _heading_runs(document: Document) -> list[list[int]]:
    runs: list[list[int]] = []
    before = ""
    for number, block in enumerate(document.blocks):
        if not _is_text(block):
            continue
        if not runs or block.kind is BlockKind.HEADING or block.section != before:
            runs.append([])
        runs[-1].append(number)
        before = block.section
    return runs


def _is_text(block: Block) -> bool:
    """Whether a block stands in a section: no furniture, nor what the document says of itself."""
    of_document = block.kind is BlockKind.TITLE or (block.kind is BlockKind.META and block.paper is None)
    return block.kind is not BlockKind.FURNITURE and not of_document


def _section(document: Document, run: Sequence[int]) -> Section:
    blocks = [document.blocks[number] for number in run]
    papers = _papers_in(document, blocks)
    records = [document.papers[number] for number in papers]
    heading = next((b.text for b in blocks if b.kind is BlockKind.HEADING), "")
    known = " ".join(f"{r.title} {' '.join(r.authors)} {r.arxiv_id} {r.openreview} {r.doi}" for r in records)
    told = anchor_words(f"{heading} {known}")
    body = "\n".join(b.text for b in blocks if b.kind not in _NO_BODY)
    return Section(
        heading,
        tuple(run),
        papers,
        anchor_words(" \n".join([*(b.text for b in blocks), known])),
        anchor_words(body) - told,
        anchor_names(body) - told,
    )


_NO_BODY = (BlockKind.HEADING, BlockKind.META, BlockKind.PAPER_TITLE)


def _papers_in(document: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    if document.kind is DocumentKind.WEEKLY_DIGEST:
        return tuple(dict.fromkeys(b.paper for b in blocks if b.paper is not None))
    spans = [(b.start, b.end) for b in blocks]
    return tuple(
        number
        for number, record in enumerate(document.papers)
        if any(start <= record.evidence.start < end for start, end in spans)
    )


def _monotone(score: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The best chain of pairs whose order agrees on both sides (Needleman–Wunsch, gaps free)."""
    rows, columns = len(score), len(score[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            both = best[i - 1][j - 1] + score[i - 1][j - 1]
            best[i][j] = max(best[i - 1][j], best[i][j - 1], both)
    path = []
    i, j = rows, columns
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            path.append((i, j))
    return path[::-1]


def _best_pairs(score: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """Pairs in any order: the best of all first, each section once."""
    cells = sorted(
        ((-value, i, j) for i, row in enumerate(score) for j, value in enumerate(row) if value > 0)
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for _, i, j in cells:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            yield i, j


def _split(score: Sequence[Sequence[float]], path: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sections without a pair that continue the section beside them: (1-2) and (2-1) of Gale and Church."""
    rows, columns = dict(path), {j: i for i, j in path}
    for j in range(len(score[0])):
        beside = [columns[k] for k in (j - 1, j + 1) if k in columns]
        if j not in columns and beside and score[i := max(beside, key=lambda i: score[i][j])][j] > 0:
            yield i, j
    for i in range(len(score)):
        beside = [rows[k] for k in (i - 1, i + 1) if k in rows]
        if i not in rows and beside and score[i][j := max(beside, key=lambda j: score[i][j])] > 0:
            yield i, j


def _between(pairs: Sequence[tuple[int, int]], rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """Sections without a shared word between two anchors, in order, where both sides have as many."""
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    ends = [(-1, -1), *sorted(pairs), (rows, columns)]
    for (i, j), (next_i, next_j) in pairwise(ends):
        mine = [k for k in range(i + 1, next_i) if k not in left]
        theirs = [k for k in range(j + 1, next_j) if k not in right]
        if 0 < len(mine) == len(theirs) <= _MOST_IN_GAP:
            yield from zip(mine, theirs, strict=True)
