"""Vectors → neighbours: of all papers, or of a few new ones among those that were compared before."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.groups import Group, Means
from explorer.compute.map import NEIGHBOURS
from explorer.compute.neighbours import NOBODY, Nearest, Pairs
from explorer.compute.relating import KEPT, Known, Related, holds
from explorer.compute.similarity import Scale, Shipped, Texts
from explorer.pipeline.embed import IsCancelled, Progress
from explorer.pipeline.worker import Worker
from explorer.store import Reader, Store
from explorer.store.near import frame as kept_frame
from explorer.store.near import read_near, replace_frame, save_near, update_frame

Nodes = NDArray[np.int64]
_MOVED: Final = "moved"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Attributes:
    measures: Means and scales.
    counts: Texts of each group when they were made.
    moved: Texts that have come or changed since; those that went are missed in the count of their group.
    """

    measures: Shipped
    counts: Counter[Group]
    moved: int


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What was kept of a library whose papers may have changed.

    Attributes:
        frame: That still serves.
        known: Neighbours in rows of today.
        contents: Hashes of the texts of today.
        before: (N, KEPT) neighbours as they are kept, as nodes; those of fresh rows are NOBODY.
    """

    frame: Frame
    known: Known
    contents: list[str]
    before: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Attributes:
    found: (N, k) neighbours of all; k is KEPT where only some were compared.
    stale, of_stale: (S,) rows that were compared with all, and their (S, k) neighbours; None for all.
    pairs: Edges.
    """

    found: Nearest
    stale: NDArray[np.int32] | None
    of_stale: Nearest
    pairs: Pairs


def kept_of(reader: Reader, state: str, now: tuple[Nodes, list[str]], texts: Texts) -> Kept | None:
    """What of a state can be used again, for nodes with the hashes of their texts; None for nothing."""
    nodes, contents = now
    packed = kept_frame(reader, state)
    if packed is None:
        return None
    frame = _unpacked(packed)
    old, hashes, others, scores = read_near(reader, KEPT)
    place = np.searchsorted(old, nodes).clip(0, max(len(old) - 1, 0))
    was = np.array(
        [
            len(old) > 0 and old[p] == n and hashes[p] == c
            for p, n, c in zip(place, nodes, contents, strict=True)
        ],
        bool,
    )
    moved = frame.moved + int((~was).sum())
    if not holds(frame.counts, Counter(texts.groups), moved):
        return None
    rows = np.full((len(nodes), KEPT), NOBODY, np.int64)
    values = np.full((len(nodes), KEPT), -np.inf, np.float32)
    rows[was], values[was] = others[place[was]], scores[place[was]]
    inside = np.searchsorted(nodes, rows).clip(0, len(nodes) - 1)
    stays = (nodes[inside] == rows) & was[inside]
    lost = ((rows != NOBODY) & ~stays).any(axis=1)
    known = Nearest(np.where(stays, inside, NOBODY).astype(np.int32), values)
    fresh = np.flatnonzero(~was).astype(np.int32)
    stale = np.flatnonzero(~was | lost).astype(np.int32)
    return Kept(Frame(frame.measures, frame.counts, moved), Known(known, fresh, stale), contents, rows)


def compare_more(worker: Worker, texts: Texts, kept: Kept, is_cancelled: IsCancelled) -> Compared:
    """Neighbours where most of them are known."""
    answer = worker.call(
        "explorer.compute.relating:relate_more",
        texts,
        kept.frame.measures,
        kept.known,
        NEIGHBOURS,
        is_cancelled=is_cancelled,
    )
    assert isinstance(answer, tuple)
    found, of_stale, pairs = answer
    return Compared(found, kept.known.stale, of_stale, pairs)


def compare_all(
    worker: Worker, texts: Texts, shipped: Shipped, progress: Progress, is_cancelled: IsCancelled
) -> tuple[Compared, Frame]:
    """Neighbours of all papers, and the frame of what is compared later."""
    related = worker.call(
        "explorer.compute.relating:relate",
        texts,
        shipped,
        NEIGHBOURS,
        is_cancelled=is_cancelled,
        progress=lambda done, total: progress(done, total, "Neighbours"),
    )
    assert isinstance(related, Related)
    compared = Compared(related.found, None, related.found, related.pairs)
    return compared, Frame(related.frame, Counter(texts.groups), 0)


def keep_all(store: Store, state: str, frame: Frame, nodes: Nodes, made: tuple[list[str], Nearest]) -> None:
    """Keep the neighbours of all papers. To be called inside an operation."""
    contents, found = made
    replace_frame(store, state, _packed(frame))
    save_near(store, zip(nodes.tolist(), contents, strict=True), *_as_nodes(nodes, found))


def keep_more(store: Store, state: str, kept: Kept, nodes: Nodes, found: Nearest) -> None:
    """Keep those that have changed. To be called inside an operation."""
    others, scores = _as_nodes(nodes, found)
    changed = (others != kept.before).any(axis=1)
    changed[kept.known.stale] = True
    rows = [(int(nodes[row]), kept.contents[row]) for row in np.flatnonzero(changed)]
    save_near(store, rows, others[changed], scores[changed])
    update_frame(store, state, _packed(kept.frame))


def _as_nodes(nodes: Nodes, found: Nearest) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    rows, scores = found.rows[:, :KEPT], found.scores[:, :KEPT]
    return np.where(rows == NOBODY, NOBODY, nodes[rows]).astype(np.int64), scores


def _packed(frame: Frame) -> bytes:
    """The frame as a NumPy archive: nothing in it is run when a library of somebody else is opened."""
    arrays: dict[str, NDArray[np.generic]] = {_MOVED: np.array(frame.moved)}
    for (language, kind), count in sorted(frame.counts.items()):
        group = Group(language, kind)
        arrays[f"count/{language}/{kind}"] = np.array(count)
        arrays[f"means/{language}/{kind}"] = frame.measures.means.of(group)
        arrays[f"wording/{language}/{kind}"] = frame.measures.wording.of(group)
    for (one, other), scale in sorted(frame.measures.scales.items()):
        arrays[f"scale/{one}/{other}"] = scale.quantiles
    file = io.BytesIO()
    np.savez(file, **arrays)  # type: ignore[arg-type]
    return file.getvalue()


def _unpacked(packed: bytes) -> Frame:
    parts: dict[str, dict[tuple[str, str], NDArray[np.float32]]] = {}
    with np.load(io.BytesIO(packed), allow_pickle=False) as file:
        moved = int(file[_MOVED])
        for key in sorted(set(file.files) - {_MOVED}):
            what, one, other = key.split("/")
            parts.setdefault(what, {})[one, other] = file[key]
    means = {what: _means(parts.get(what, {})) for what in ("means", "wording")}
    scales = {pair: Scale(quantiles) for pair, quantiles in parts.get("scale", {}).items()}
    counts = Counter({Group(*key): int(value) for key, value in parts.get("count", {}).items()})
    return Frame(Shipped(means["means"], means["wording"], scales), counts, moved)


def _means(found: dict[tuple[str, str], NDArray[np.float32]]) -> Means:
    dim = len(next(iter(found.values()))) if found else 0
    return Means({Group(*key): mean for key, mean in found.items()}, dim)
