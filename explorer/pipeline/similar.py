"""Vectors → similarity edges and the map."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.groups import Group
from explorer.compute.neighbours import NOBODY, Nearest, Pairs
from explorer.compute.similarity import Shipped, Space, Texts
from explorer.embedders import EMBEDDERS, Identity
from explorer.pipeline.embed import IsCancelled, Library, Progress
from explorer.pipeline.relating import Compared as MadePairs
from explorer.pipeline.relating import (
    Frame,
    Kept,
    compare_all,
    compare_more,
    keep_all,
    keep_more,
    kept_of,
)
from explorer.pipeline.shipped import shipped_for
from explorer.pipeline.worker import Worker
from explorer.store import Reader, Store
from explorer.store.edges import measure
from explorer.store.history import Operation
from explorer.store.vectors import (
    SpaceRow,
    clear_map,
    contents,
    count_edges,
    current_space,
    find_space,
    put_on_map,
    read_vectors,
    related_state,
    replace_map,
    replace_similar,
    set_current_space,
    set_related_state,
    whole_map,
)

KIND: Final = "similar"
WORDING: Final = "lexical"  #: the engine that gives every score its second term
_METHOD: Final = "3"  #: counted up when edges or map are made in another way
_FULL_WEIGHT: Final = 10.0  #: relative score of an edge of weight 1
_ANEW: Final = 0.1  #: share of new papers from which the map is made anew
_LEAST_AROUND: Final = 10  #: placed neighbours that each new paper needs to be put between them
_SEED: Final = 1

Nodes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Attributes:
    row: The space of the engine.
    nodes: (N,) int64 papers, ascending; aligned with the texts.
    texts: Their vectors and groups.
    shipped: What the program knows of the engine.
    """

    row: SpaceRow
    nodes: Nodes
    texts: Texts
    shipped: Shipped


def space_of(reader: Reader, identity: Identity) -> SpaceRow | None:
    """The library's vectors of an engine, or None."""
    return find_space(reader, identity.engine, identity.model, identity.version, identity.recipe)


def read_compared(reader: Reader, row: SpaceRow) -> Compared:
    """All vectors of a space with the wording beside them; zeros where a paper has none yet."""
    found = read_vectors(reader, row)
    groups = tuple(Group(*pair) for pair in zip(found.languages, found.kinds, strict=True))
    wording = _wording(reader, row, found.nodes)
    texts = Texts(found.vectors, wording, groups)
    return Compared(row, found.nodes, texts, shipped_for(row.engine, row.dim, wording.shape[1]))


def wording_space(reader: Reader) -> SpaceRow | None:
    """The lexical vectors that stand beside those of every other engine."""
    return space_of(reader, EMBEDDERS[WORDING].identify(""))


def _wording(reader: Reader, row: SpaceRow, nodes: Nodes) -> NDArray[np.float32]:
    beside = wording_space(reader) if row.engine != WORDING else None
    if beside is None:
        return np.zeros((len(nodes), 0), np.float32)
    found = read_vectors(reader, beside)
    if np.array_equal(found.nodes, nodes):
        return found.vectors
    wording = np.zeros((len(nodes), beside.dim), np.float32)
    place = np.searchsorted(nodes, found.nodes).clip(0, max(len(nodes) - 1, 0))
    known = nodes[place] == found.nodes if len(nodes) else np.zeros(len(place), bool)
    wording[place[known]] = found.vectors[known]
    return wording


@dataclass(frozen=True, slots=True, eq=False)
class Comparable:
    """A space ready for questions: row i of it is the paper nodes[i]."""

    row: SpaceRow
    nodes: Nodes
    space: Space


_opening = threading.Lock()


def comparable(reader: Reader, row: SpaceRow) -> Comparable:
    """The space of a library, kept until its vectors change; 50,000 papers take half a second to load."""
    beside = wording_space(reader)
    key = (str(reader.path), row, beside)
    with _opening:
        kept = _kept(key)
        if not kept:
            found = read_compared(reader, row)
            kept.append(Comparable(row, found.nodes, Space(found.texts, found.shipped)))
        return kept[0]


@lru_cache(maxsize=2)
def _kept(key: tuple[str, SpaceRow, SpaceRow | None]) -> list[Comparable]:
    """A place for one space; the caller fills it."""
    return []


def relate_papers(
    library: Library, worker: Worker, identity: Identity, progress: Progress, is_cancelled: IsCancelled
) -> int:
    """Write similarity edges and the map anew from an engine's vectors; the number of edges.

    Does nothing where the vectors are those that edges and map were made from. Raises what ``Worker.call``
    raises; edges and map then stay as they were.
    """
    row = library.read(space_of, identity).result()
    if row is None:
        return 0
    state, before, edges = library.read(_states, row).result()
    if state == before:
        return edges
    hashes = library.read(
        contents, row.id
    ).result()  # before the vectors: what changes meanwhile is seen later
    compared = library.read(read_compared, row).result()
    made = _compare(library, worker, (compared, hashes), progress, is_cancelled)
    nodes = compared.nodes
    if not _add_to_map(library, worker, (nodes, made), is_cancelled):
        found = made.found
        if made.stale is not None:  # the map looks farther than what is kept
            found = compare_all(worker, compared.texts, compared.shipped, progress, is_cancelled)[0].found
        _draw_map(library, worker, (nodes, found), progress, is_cancelled)
    library.write(_save_state, state).result()
    return len(made.pairs.ends)


def _compare(
    library: Library,
    worker: Worker,
    read: tuple[Compared, dict[int, str]],
    progress: Progress,
    is_cancelled: IsCancelled,
) -> MadePairs:
    """Compare and save: a few new papers with all, or all with all where too much has changed."""
    compared, hashes = read
    nodes, texts = compared.nodes, compared.texts
    now = nodes, [hashes.get(node, "") for node in nodes.tolist()]
    key = f"{_METHOD} {compared.row.id}"
    kept = library.read(kept_of, key, now, texts).result()
    if kept is not None:
        made = compare_more(worker, texts, kept, is_cancelled)
        library.write(_save_more, compared, (key, kept), made).result()
    else:
        made, frame = compare_all(worker, texts, compared.shipped, progress, is_cancelled)
        library.write(_save_all, (compared, now[1]), (key, frame), made).result()
    return made


def _states(reader: Reader, row: SpaceRow) -> tuple[str, str, int]:
    """State of the vectors, the one that edges and map were made from, and how many edges there are."""
    beside = wording_space(reader)
    state = f"{_METHOD} {row.id}:{row.changes} {beside.changes if beside else 0}"
    return state, related_state(reader), count_edges(reader, KIND)


def _save_state(store: Store, state: str) -> None:
    with store.operation("Relate papers", "derived"):
        set_related_state(store, state)


def _save_all(
    store: Store, read: tuple[Compared, list[str]], kept: tuple[str, Frame], made: MadePairs
) -> None:
    """One transaction: neighbours and edges of all papers."""
    compared, hashes = read
    with store.operation("Relate papers", "derived") as operation:
        keep_all(store, *kept, compared.nodes, (hashes, made.found))
        _write_edges(store, operation, compared.row, (compared.nodes, made.pairs))


def _save_more(store: Store, compared: Compared, kept: tuple[str, Kept], made: MadePairs) -> None:
    """One transaction: neighbours and edges that have changed."""
    with store.operation("Relate papers", "derived") as operation:
        keep_more(store, *kept, compared.nodes, made.found)
        _write_edges(store, operation, compared.row, (compared.nodes, made.pairs))


def _write_edges(store: Store, operation: Operation, row: SpaceRow, made: tuple[Nodes, Pairs]) -> None:
    nodes, pairs = made
    weights = np.clip(pairs.scores / _FULL_WEIGHT, 0.0, 1.0)
    ends = zip(nodes[pairs.ends].tolist(), weights.tolist(), strict=True)
    touched = replace_similar(store, KIND, [(a, b, round(w, 4)) for (a, b), w in ends])
    measure(store, touched)
    before = current_space(store.reader)
    if before is None or before.id != row.id:
        clear_map(store)
    set_current_space(store, row.id)
    operation.tables |= {"edge", "measure"}
    operation.touched |= touched


def _places(library: Library, nodes: Nodes) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """(N,) which nodes are on the map, and their (N, 2) places."""
    known, old = library.read(whole_map).result()
    placed = np.isin(nodes, known)
    before = np.full((len(nodes), 2), np.nan, np.float32)
    before[placed] = old[np.searchsorted(known, nodes[placed])]
    return placed, before


def _add_to_map(
    library: Library, worker: Worker, made: tuple[Nodes, MadePairs], is_cancelled: IsCancelled
) -> bool:
    """Place new papers among those that have a place; False where the map is to be made anew."""
    nodes, compared = made
    placed, before = _places(library, nodes)
    fresh = np.flatnonzero(~placed)
    if not len(fresh):
        return bool(placed.any())
    if len(fresh) > _ANEW * len(nodes):
        return False
    rows = fresh if compared.stale is None else np.searchsorted(compared.stale, fresh)
    if compared.stale is not None and not np.isin(fresh, compared.stale).all():
        return False
    found = Nearest(compared.of_stale.rows[rows], compared.of_stale.scores[rows])
    around = _among(found, placed)
    if (around.rows[:, _LEAST_AROUND - 1] == NOBODY).any():
        return False
    places = worker.call("explorer.compute.map:add", before[placed], around, _SEED, is_cancelled=is_cancelled)
    library.write(_save_places, nodes[fresh], np.asarray(places, np.float32), False).result()
    return True


def _draw_map(
    library: Library,
    worker: Worker,
    made: tuple[Nodes, Nearest],
    progress: Progress,
    is_cancelled: IsCancelled,
) -> None:
    """Make the map anew, beginning from the places that there are."""
    nodes, found = made
    places = worker.call(
        "explorer.compute.map:place",
        found,
        _places(library, nodes)[1],
        _SEED,
        is_cancelled=is_cancelled,
        progress=lambda done, total: progress(done, total, "Map"),
    )
    library.write(_save_places, nodes, np.asarray(places, np.float32), True).result()


def _among(found: Nearest, placed: NDArray[np.bool_]) -> Nearest:
    """Neighbours of some rows among the placed ones, counted within those."""
    number = np.where(placed, np.cumsum(placed) - 1, NOBODY).astype(np.int32)
    rows, scores = found.rows, found.scores.copy()
    inside = np.where(rows == NOBODY, NOBODY, number[rows]).astype(np.int32)
    scores[inside == NOBODY] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")
    return Nearest(np.take_along_axis(inside, order, axis=1), np.take_along_axis(scores, order, axis=1))


def _save_places(store: Store, nodes: Nodes, places: NDArray[np.float32], anew: bool) -> None:
    """One transaction: places of papers."""
    with store.operation("Draw the map", "derived") as operation:
        (replace_map if anew else put_on_map)(store, nodes.tolist(), places)
        operation.tables |= {"map_place"}
        operation.touched |= set(nodes.tolist())


def percentile_of(row: SpaceRow, languages: tuple[str, str], weight: float) -> float:
    """Share of random pairs of two languages that are less alike than the ends of an edge, 0 to 100.

    Told from the scales that come with the program, without loading the vectors; where it brings none for
    the two languages, relative scores are taken for normally distributed.
    """
    relative = weight * _FULL_WEIGHT
    scale = shipped_for(row.engine, row.dim, 0).scales.get((min(languages), max(languages)))
    if scale is None:
        return round(50 * (1 + math.erf(relative / math.sqrt(2))), 2)
    return round(float(scale.percentile(np.array([relative], np.float32))[0]), 2)
