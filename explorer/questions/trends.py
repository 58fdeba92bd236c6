"""Trends: terms of titles and methods that rise or decline between sets of papers, each with its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.trends import LEAST, Change, change
from explorer.errors import ExplorerError
from explorer.model import Direction, NodeId
from explorer.questions.slices import Slice
from explorer.store import Reader
from explorer.store.term_counts import concept_names, concepts_of, count_with_abstract, titles_of
from explorer.text.ngrams import LONGEST
from explorer.text.title_terms import LENGTHS, literal_terms, title_terms

LEAST_RAW: Final = 2  #: papers of both slices together, of a literal n-gram that is told
_ABSTRACTS_DIFFER: Final = 0.25  #: of shares of papers with an abstract, from which on methods are of titles


@dataclass(frozen=True, slots=True)
class Wish:
    """Attributes:
    length: Words of the n-grams; 0 for one to three.
    raw: Literal n-grams, all of them, instead of terms for people.
    least: Papers of all slices together that a term needs; 0 for the usual.
    """

    length: int = 0
    raw: bool = False
    least: int = 0


PLAIN: Final = Wish()


@dataclass(frozen=True, slots=True)
class Trend:
    """A term or method between two slices.

    Attributes:
        concept, kind: Of a method; None and "" of a term.
        share_from, share_to: Share of the papers of the slice, 0 to 1.
        effect: Log-odds of the later slice less those of the earlier one, drawn towards 0.
        q: Smallest share of false findings at which it would be called significant.
        papers_from, papers_to: Ids of the papers that carry it.
    """

    term: str
    share_from: float
    share_to: float
    effect: float
    z: float
    q: float
    significant: bool
    papers_from: tuple[NodeId, ...]
    papers_to: tuple[NodeId, ...]
    concept: NodeId | None = None
    kind: str = ""

    @property
    def direction(self) -> Direction:
        """Which way its share goes, significant or not."""
        return Direction.RISING if self.effect > 0 else Direction.DECLINING

    @property
    def count_from(self) -> int:
        return len(self.papers_from)

    @property
    def count_to(self) -> int:
        return len(self.papers_to)


@dataclass(frozen=True, slots=True)
class TrendsAnswer:
    """Attributes:
    terms, methods: What is significant first, then by how far it stands out; see ``ranked``.
    tested: How many terms were compared.
    notes: What a reader should know before believing it.
    """

    before: Slice
    after: Slice
    terms: tuple[Trend, ...]
    methods: tuple[Trend, ...]
    tested: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """Which papers carry which of T things.

    Attributes:
        texts, concepts, kinds: (T,) of each; concepts and kinds are empty for terms.
        starts, rows: The papers of thing t are rows[starts[t]:starts[t + 1]] of those that were asked for.
    """

    texts: tuple[str, ...]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    concepts: tuple[NodeId, ...] = ()
    kinds: tuple[str, ...] = ()


def trends(reader: Reader, before: Slice, after: Slice, wish: Wish = PLAIN) -> TrendsAnswer:
    """What rises and declines from one slice to another.

    Raises:
        ExplorerError: N-grams of a length that is not counted; both sides are the same papers.
    """
    papers = (*before.papers, *after.papers) if before.papers and after.papers else ()
    terms = carried_terms(reader, papers, wish)
    if papers and set(before.papers) == set(after.papers):
        raise ExplorerError("Both are the same papers.", "Choose another set for one of them.")
    of = (before, after) if papers else ()
    methods, only_titles = carried_methods(reader, of, wish.least or LEAST)
    return TrendsAnswer(
        before,
        after,
        _trends(terms, (before, after)),
        _trends(methods, (before, after)),
        int((np.diff(terms.starts) >= LEAST).sum()),
        tuple(_notes(before, after, only_titles)),
    )


def ranked(rows: Sequence[Trend], direction: Direction, most: int) -> list[Trend]:
    """The first of one direction."""
    return [row for row in rows if row.direction is direction][:most]


def carried_terms(reader: Reader, papers: Sequence[NodeId], wish: Wish) -> Carried:
    """The terms of the titles of some papers, as a person wishes."""
    if not 0 <= wish.length <= LONGEST:
        raise ExplorerError(f"There are no n-grams of {wish.length} words.", "Choose 1, 2 or 3.")
    known = titles_of(reader, papers)
    titles = [known[paper] for paper in papers]
    if wish.raw:
        table = literal_terms(titles, wish.least or LEAST_RAW, (wish.length or 2,))
    else:
        lengths = (wish.length,) if wish.length else LENGTHS
        table = title_terms(titles, wish.least or LEAST, lengths)
    return Carried(table.texts, table.starts, table.titles)


def carried_methods(reader: Reader, slices: Sequence[Slice], least: int) -> tuple[Carried, bool]:
    """The methods that papers name, introduce or use, and whether that is of their titles alone.

    Abstracts name many methods. Where one slice has them and another has not, only titles are comparable.
    """
    papers = [paper for one in slices for paper in one.papers]
    shares = [count_with_abstract(reader, one.papers) / len(one.papers) for one in slices if len(one.papers)]
    only_titles = max(shares, default=0) - min(shares, default=0) > _ABSTRACTS_DIFFER
    rows_of: dict[int, list[int]] = {}
    for row, paper in enumerate(papers):
        rows_of.setdefault(paper, []).append(row)
    carried: dict[int, list[int]] = {}
    for concept, paper in concepts_of(reader, sorted(rows_of), only_titles):
        carried.setdefault(concept, []).extend(rows_of[paper])
    kept = [concept for concept, rows in carried.items() if len(rows) >= least]
    names = concept_names(reader, kept)
    kept = [concept for concept in kept if concept in names]
    rows = [sorted(carried[concept]) for concept in kept]
    starts = np.cumsum([0, *map(len, rows)]).astype(np.int64)
    flat = np.array([row for part in rows for row in part], np.int32)
    texts, kinds = (tuple(names[concept][side] for concept in kept) for side in (0, 1))
    return Carried(texts, starts, flat, tuple(kept), kinds), only_titles


def counts_in(carried: Carried, sizes: Sequence[int]) -> NDArray[np.int64]:
    """(S, T) papers of each slice that carry each thing; the slices stand one after another."""
    edges = np.concatenate([[0], np.cumsum(sizes)])
    which = np.searchsorted(edges, carried.rows, side="right") - 1
    thing = np.repeat(np.arange(len(carried.texts)), np.diff(carried.starts))
    counts = np.zeros((len(sizes), len(carried.texts)), np.int64)
    np.add.at(counts, (which, thing), 1)
    return counts


def _trends(carried: Carried, slices: tuple[Slice, Slice]) -> tuple[Trend, ...]:
    sizes = (len(slices[0].papers), len(slices[1].papers))
    counts = counts_in(carried, sizes)
    found = change(counts[0], counts[1], sizes)
    tested = counts.sum(axis=0) >= LEAST
    q, significant = np.ones(len(tested)), np.zeros(len(tested), np.bool_)
    among = change(counts[0][tested], counts[1][tested], sizes)
    q[tested], significant[tested] = among.q, among.significant
    order = np.lexsort((np.array(carried.texts, np.str_), -np.abs(found.z), ~significant)).tolist()
    papers = np.array([*slices[0].papers, *slices[1].papers], np.int64)
    return tuple(_trend(row, carried, (found, q, significant), (papers, sizes[0])) for row in order)


def _trend(
    row: int,
    carried: Carried,
    figures: tuple[Change, NDArray[np.float64], NDArray[np.bool_]],
    of: tuple[NDArray[np.int64], int],
) -> Trend:
    found, q, significant = figures
    papers, border = of
    rows = carried.rows[carried.starts[row] : carried.starts[row + 1]]
    return Trend(
        carried.texts[row],
        float(found.share_from[row]),
        float(found.share_to[row]),
        float(found.effect[row]),
        float(found.z[row]),
        float(q[row]),
        bool(significant[row]),
        tuple(papers[rows[rows < border]].tolist()),
        tuple(papers[rows[rows >= border]].tolist()),
        carried.concepts[row] if carried.concepts else None,
        carried.kinds[row] if carried.kinds else "",
    )


def _notes(before: Slice, after: Slice, only_titles: bool) -> list[str]:
    notes = [
        f"No list of {one.name} is in the library"
        + (f"; documents name {len(one.papers):,} of its papers." if one.papers else ".")
        for one in (before, after)
        if one.lacks_list
    ]
    notes += [
        f"{one.name} has no papers." for one in (before, after) if not one.papers and not one.lacks_list
    ]
    both = len(set(before.papers) & set(after.papers))
    if both:
        notes.append(f"{both:,} of the papers stand in both, and count on both sides.")
    if only_titles:
        notes.append("Only one of the two has abstracts: methods are counted where titles name them.")
    return notes
