"""More like these, less like those; suggestions for a trend tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.more_like import TOP, MoreLike, Traits
from explorer.errors import ExplorerError
from explorer.model import NodeId
from explorer.pipeline.similar import Comparable, comparable
from explorer.questions.similar import shown_space
from explorer.questions.traits import Mark, read_traits
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.taggings import taken_off
from explorer.store.term_counts import papers_tagged
from explorer.store.undecided import untitled
from explorer.text.telling_words import joined_pairs

FIRST: Final = 20  #: papers that are shown where nobody says how many
_MOST_MARKS: Final = 4  #: terms and methods that are named with a paper
_COMMON: Final = 0.06  #: a term that a larger share of all papers has is no reason: "several", "moreover"
_FEW: Final = 8  #: papers that may have it in any library

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likely:
    """A paper that is like the marked ones.

    Attributes:
        score: How far above the middle of all papers, in their spreads.
        methods, terms: What it has of that which tells the marked papers from others, weightiest first.
        nearest: The marked paper that it is nearest to in meaning, with its title.
    """

    id: NodeId
    title: str
    score: float
    methods: tuple[str, ...]
    terms: tuple[str, ...]
    nearest: tuple[NodeId, str]


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """How well the marked papers tell: each is left out once and looked for by the others.

    Attributes:
        found: How many came among the first ``among``.
        tried: Of how many; 0 where there is one marked paper only.
    """

    found: int
    tried: int
    among: int


@dataclass(frozen=True, slots=True)
class MoreAnswer:
    """Attributes:
    name: The tag; "" of marked papers.
    tag: Its id.
    more, less: Papers that are meant, and that are not; (id, title) each.
    hits: Best first, without those.
    """

    name: str
    tag: NodeId | None
    engine: str
    more: tuple[tuple[NodeId, str], ...]
    less: tuple[tuple[NodeId, str], ...]
    hits: tuple[Likely, ...]
    quality: FoundAgain


def more_like(
    reader: Reader, more: Sequence[NodeId], less: Sequence[NodeId] = (), k: int = FIRST
) -> MoreAnswer:
    """The k papers most like some and least like others, of those that have a title.

    Raises:
        ExplorerError: Nothing has been embedded, or none of the papers that are meant has.
    """
    known = comparable(reader, shown_space(reader))
    meant, against = _rows(known, set(more) - set(less)), _rows(known, less)
    if not len(meant):
        hint = "Choose papers; after an import, compute similarity (embed) first."
        raise ExplorerError("None of these is a paper that has been compared with the others.", hint)
    marked = known.nodes[np.concatenate([meant, against])].tolist()
    traits, marks = read_traits(reader, known, sorted(marked))
    ranks = MoreLike(traits)
    ranking = ranks.rank(meant, against)
    scores = ranking.scores.copy()
    scores[meant] = scores[against] = scores[_rows(known, untitled(reader))] = -np.inf
    best = np.argsort(-scores, kind="stable")[: max(k, 1)]
    best = best[np.isfinite(scores[best])]
    near = meant[np.argmax(traits.meaning[best] @ traits.meaning[meant].T, axis=1)]
    titles = {row.id: row.name for row in nodes(reader, [*marked, *known.nodes[best].tolist()])}
    told = [_told(traits, marks, _telling(traits, ranking.weights), row) for row in best.tolist()]
    hits = tuple(
        Likely(node, titles[node], round(score, 2), *why, (to, titles[to]))
        for node, score, why, to in zip(
            known.nodes[best].tolist(), scores[best].tolist(), told, known.nodes[near].tolist(), strict=True
        )
        if node in titles
    )
    places = ranks.found_again(meant, against)
    quality = FoundAgain(int(np.count_nonzero((places > 0) & (places <= TOP))), int((places > 0).sum()), TOP)
    named = [
        tuple((n, titles[n]) for n in known.nodes[rows].tolist() if n in titles) for rows in (meant, against)
    ]
    return MoreAnswer("", None, known.row.engine.replace("_", "-"), named[0], named[1], hits, quality)


def suggest(reader: Reader, tag: NodeId, k: int = FIRST) -> MoreAnswer:
    """The k papers that a tag may be meant for: like those that carry it, unlike those it was taken off.

    Raises:
        ExplorerError: No paper carries the tag or one under it, or none of them has been embedded.
    """
    name = nodes(reader, [tag])[0].name
    carried = papers_tagged(reader, tag)
    known = comparable(reader, shown_space(reader))
    if not carried:
        raise ExplorerError(f"No paper carries the tag “{name}” yet.", "Tag a few papers first.")
    if not len(_rows(known, carried)):
        raise ExplorerError("These papers came after the last embed.", "Run embed first.")
    return replace(more_like(reader, carried, taken_off(reader, tag), k), name=name, tag=tag)


def _rows(known: Comparable, papers: Sequence[NodeId] | set[NodeId]) -> Rows:
    wanted = np.array(sorted(set(papers)), np.int64)
    place = np.searchsorted(known.nodes, wanted).clip(0, max(len(known.nodes) - 1, 0))
    return place[known.nodes[place] == wanted] if len(known.nodes) else place[:0]


def _telling(traits: Traits, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """(T,) weights of what is rare enough to be named as a reason."""
    have = np.asarray(traits.marks.sum(axis=0)).ravel()
    return np.where(have <= max(_COMMON * traits.marks.shape[0], _FEW), weights, 0.0)


def _told(
    traits: Traits, marks: Sequence[Mark], weights: NDArray[np.float64], row: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Methods and terms that a paper has and that count, weightiest first; no word of a method twice."""
    own = traits.marks[row].indices
    own = own[weights[own] > 0]
    ordered = [marks[column] for column in own[np.lexsort((own, -weights[own]))].tolist()]
    methods = tuple(mark.name for mark in ordered if mark.method is not None)[:_MOST_MARKS]
    spoken = {word for name in methods for word in name.casefold().replace("-", " ").split()}
    terms = [mark.name for mark in ordered if mark.method is None and mark.name not in spoken]
    return methods, tuple(joined_pairs(terms)[:_MOST_MARKS])
