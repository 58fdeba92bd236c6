"""Reading list: the few papers that cover an edition, a tag, a search or a view best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy import sparse

from explorer.compute.reading_list import Cover, Field, cover, method_table, weighed
from explorer.errors import ExplorerError
from explorer.model import NodeId, NodeKind
from explorer.pipeline.similar import comparable
from explorer.questions.search import search
from explorer.questions.similar import shown_space
from explorer.questions.slices import find_slice, slice_of
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.reading import states_of
from explorer.store.term_counts import concept_names, concepts_of, papers_among
from explorer.store.undecided import untitled

FIRST: Final = 10  #: papers of a list where nobody says how many
_MOST_METHODS: Final = 4
_HITS: Final = 500  #: papers of a search
_SEARCH: Final = "search"
_HOLDERS: Final = (NodeKind.EDITION, NodeKind.ISSUE, NodeKind.TAG, NodeKind.DOCUMENT)

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pick:
    """A paper of the list and what it covers.

    Attributes:
        papers: Papers of the selection that it is the nearest of the list to, itself among them.
        methods: Methods that it adds to the list, those of the most papers of the selection first.
        gain: Share of the whole selection that it covers beyond the papers before it, in per cent.
    """

    id: NodeId
    title: str
    papers: int
    methods: tuple[str, ...]
    gain: float


@dataclass(frozen=True, slots=True)
class ReadingList:
    """Attributes:
    name: What was asked for.
    papers: Size of the selection.
    compared: How many of them have vectors; the others cannot be told apart.
    known: Share that is covered by what was read already, in per cent; 0 where nobody asked.
    read: Papers of it that were read already and are left out.
    picks: In the order in which to read them.
    """

    name: str
    papers: int
    compared: int
    known: float
    read: int
    picks: tuple[Pick, ...]


def ask_reading_list(reader: Reader, words: str, k: int = FIRST, unread: bool = False) -> ReadingList:
    """The list of what a person names: an edition, tag, view, time, "search: words"; "" is the library."""
    prefix, _, rest = words.partition(":")
    if not words.strip():
        space = shown_space(reader)
        papers = comparable(reader, space).nodes.tolist()
        return reading_list(reader, papers, "", k, unread)
    if prefix.strip().casefold() == _SEARCH:
        hits = [hit.id for hit in search(reader, rest.strip(), _HITS).hits]
        return reading_list(reader, papers_among(reader, hits), rest.strip(), k, unread)
    found = find_slice(reader, words)
    return reading_list(reader, found.papers, found.name, k, unread)


def reading_list(
    reader: Reader, selection: Sequence[NodeId], name: str = "", k: int = FIRST, unread: bool = False
) -> ReadingList:
    """The k papers that cover a selection best; those without a title are not of it.

    Args:
        unread: Leave out what was read already; what that covers counts as covered.

    Raises:
        ExplorerError: The selection has no papers, or none that has been embedded.
    """
    papers = sorted(set(papers_among(reader, selection)) - set(untitled(reader)))
    known = comparable(reader, shown_space(reader))
    rows = np.flatnonzero(np.isin(known.nodes, papers))
    if not len(rows):
        words = "No papers are in it." if not papers else "None of its papers has been compared yet."
        raise ExplorerError(words, "Name an edition, a tag or a view with papers; after an import run embed.")
    ids = known.nodes[rows]
    methods, concepts = _methods(reader, ids)
    states = states_of(reader, ids.tolist()) if unread else {}
    read = np.flatnonzero([states.get(node) == "read" for node in ids.tolist()])
    found = cover(Field(known.space.meaning[rows], weighed(methods)), max(k, 1), read)
    picks = _picks(reader, (ids, methods, concepts), found, read)
    return ReadingList(name, len(papers), len(ids), round(100 * found.known, 1), len(read), picks)


def _picks(
    reader: Reader, about: tuple[Rows, sparse.csr_matrix, list[int]], found: Cover, read: Rows
) -> tuple[Pick, ...]:
    ids, methods, concepts = about
    titles = {row.id: row.name for row in nodes(reader, ids[found.picks].tolist())}
    names = concept_names(reader, concepts)
    often = np.asarray(methods.sum(axis=0)).ravel()
    counts = np.bincount(found.nearest[found.nearest >= 0], minlength=len(found.picks))
    told = set(methods[read].indices.tolist())
    picks = []
    for place, row in enumerate(found.picks.tolist()):
        new = sorted(set(methods[row].indices.tolist()) - told, key=lambda c: (-often[c], concepts[c]))
        told.update(new)
        shown = tuple(names[concepts[c]][0] for c in new[:_MOST_METHODS] if concepts[c] in names)
        node = int(ids[row])
        gain = round(100 * float(found.gains[place]), 1)
        picks.append(Pick(node, titles.get(node, ""), int(counts[place]), shown, gain))
    return tuple(picks)


def _methods(reader: Reader, papers: Rows) -> tuple[sparse.csr_matrix, list[int]]:
    """(N, M) 0 or 1, and the ids of the M methods."""
    pairs = np.array(concepts_of(reader, papers.tolist(), False), np.int64).reshape(-1, 2)
    concepts, columns = np.unique(pairs[:, 0], return_inverse=True)
    rows = np.searchsorted(papers, pairs[:, 1])
    shape = (len(papers), len(concepts))
    return method_table(rows, columns, shape), concepts.tolist()


def list_of_nodes(
    reader: Reader, chosen: Sequence[NodeId], shown: Sequence[NodeId], unread: bool = False
) -> ReadingList:
    """The list of chosen papers, or of what one edition, tag or document holds; else of what is shown."""
    rows = nodes(reader, chosen) if len(chosen) == 1 else []
    if rows and NodeKind(rows[0].kind) in _HOLDERS:
        found = slice_of(reader, chosen[0])
        return reading_list(reader, found.papers, found.name, FIRST, unread)
    papers = papers_among(reader, chosen)
    return reading_list(reader, papers if len(papers) > 1 else shown, "", FIRST, unread)
