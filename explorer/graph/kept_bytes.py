"""A kept view as bytes, and back: a line of JSON, then the arrays as they lie in memory, packed by zlib."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Final, TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ExplorerError
from explorer.graph.kept import Kept
from explorer.graph.places import Places
from explorer.graph.regions import Region
from explorer.graph.snapshot import Quote
from explorer.graph.view import Appearances, GraphView

Arrays: TypeAlias = dict[str, NDArray[np.generic]]

_VERSION: Final = 1
_LEVEL: Final = 6
_COLUMN: Final = "column "  #: begins the name of an array that is a column of the view
_APPEARANCE: Final = "appearance "


class _Head(TypedDict):
    """The line of JSON; rows align with the arrays."""

    version: int
    names: list[str]
    keys: list[str]
    edge_labels: list[str]
    predicates: list[str]
    center: int
    left_out: int
    last: int
    regions: list[tuple[int, str, int, int]]
    appearances: tuple[list[str], list[str], list[str]]
    layout: str
    about: list[int]
    tags: list[list[int | str]]
    quotes: list[tuple[int, list[tuple[str, str, bool]]]]
    texts: dict[str, list[str]]
    arrays: list[tuple[str, str, list[int]]]


def pack(kept: Kept) -> bytes:
    """The same bytes for the same view."""
    arrays = _arrays_of(kept)
    raw = {name: array for name, array in sorted(arrays.items()) if array.dtype.kind != "U"}
    texts = {name: array.tolist() for name, array in sorted(arrays.items()) if name not in raw}
    listed = [(name, array.dtype.newbyteorder("<").str, array.shape) for name, array in raw.items()]
    head = _head(kept) | {"texts": texts, "arrays": listed}
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    lying = [np.ascontiguousarray(a, a.dtype.newbyteorder("<")).tobytes() for a in raw.values()]
    return zlib.compress(b"".join([line, b"\n", *lying]), _LEVEL)


def _head(kept: Kept) -> dict[str, object]:
    graph, places = kept.graph, kept.places
    quotes = [[r, [[q.exact, q.source, q.machine] for q in kept.quotes[r]]] for r in sorted(kept.quotes)]
    return {
        "version": _VERSION,
        "names": graph.names,
        "keys": kept.keys,
        "edge_labels": graph.edge_labels,
        "predicates": graph.predicates,
        "center": graph.center,
        "left_out": graph.left_out,
        "last": kept.last,
        "regions": [[one.id, one.name, one.hue, one.papers] for one in graph.regions],
        "appearances": [graph.appearances.names, graph.appearances.series, graph.appearances.told],
        "layout": places.layout,
        "about": places.about,
        "tags": [[node, *names] for node, names in sorted(kept.tags.items())],
        "quotes": quotes,
    }


def _arrays_of(kept: Kept) -> Arrays:
    graph, seen = kept.graph, kept.graph.appearances
    arrays: Arrays = {
        "ids": graph.ids,
        "kinds": graph.kinds,
        "ends": graph.ends,
        "edge_kinds": graph.edge_kinds,
        "weights": graph.weights,
        "sources": graph.sources,
        "place ids": kept.places.ids,
        "places": kept.places.pos,
        f"{_APPEARANCE}rows": seen.rows,
        f"{_APPEARANCE}nodes": seen.nodes,
        f"{_APPEARANCE}kinds": seen.kinds,
        f"{_APPEARANCE}days": seen.days,
        f"{_APPEARANCE}papers": seen.papers,
    }
    if seen.until is not None:
        arrays[f"{_APPEARANCE}until"] = seen.until
    return arrays | {f"{_COLUMN}{name}": column for name, column in graph.columns.items()}


def unpack(packed: bytes) -> Kept:
    """What was packed; ExplorerError where it is damaged, or of a newer version."""
    try:
        line, _, rest = zlib.decompress(packed).partition(b"\n")
        head: _Head = json.loads(line.decode("utf-8", "surrogatepass"))
        if head["version"] > _VERSION:
            raise ExplorerError("The snapshot was saved by a newer version.", "Update Paper Explorer.")
        arrays = _unpacked(head["arrays"], rest)
        arrays |= {name: np.array(words, np.str_) for name, words in head["texts"].items()}
        return _kept(head, arrays)
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise ExplorerError(
            "What the snapshot showed cannot be read.", "Restore a backup of the library from before."
        ) from error


def _unpacked(listed: Sequence[tuple[str, str, list[int]]], rest: bytes) -> Arrays:
    arrays: Arrays = {}
    at = 0
    for name, dtype, shape in listed:
        count = int(np.prod(shape, dtype=np.int64))
        arrays[name] = np.frombuffer(rest, np.dtype(dtype), count, at).reshape(shape)
        at += arrays[name].nbytes
    if at != len(rest):
        raise ValueError("bytes are left over")
    return arrays


def _kept(head: _Head, arrays: Arrays) -> Kept:
    graph = GraphView(
        arrays["ids"].astype(np.int64),
        arrays["kinds"].astype(np.uint8),
        tuple(head["names"]),
        arrays["ends"].astype(np.int32),
        arrays["edge_kinds"].astype(np.uint8),
        tuple(head["edge_labels"]),
        tuple(head["predicates"]),
        arrays["weights"].astype(np.float32),
        arrays["sources"].astype(np.int32),
        {name.removeprefix(_COLUMN): array for name, array in arrays.items() if name.startswith(_COLUMN)},
        head["center"],
        head["left_out"],
        _appearances(head, arrays),
        None,
        tuple(Region(*region) for region in head["regions"]),
    )
    rows = {len(graph.ids), len(graph.kinds), len(graph.names), len(head["keys"])}
    edges = {len(graph.ends), len(graph.edge_kinds), len(graph.predicates), len(graph.weights)}
    if len(rows) > 1 or len(edges) > 1:
        raise ValueError("rows do not align")
    about, pos = tuple(head["about"]), arrays["places"].astype(np.float32)
    places = Places(head["layout"], arrays["place ids"].astype(np.int64), pos, about)
    tags = {int(str(node)): tuple(map(str, names)) for node, *names in head["tags"]}
    quotes = {row: tuple(Quote(*quote) for quote in found) for row, found in head["quotes"]}
    return Kept(graph, places, tuple(head["keys"]), tags, quotes, head["last"])


def _appearances(head: _Head, arrays: Arrays) -> Appearances:
    of = {
        key.removeprefix(_APPEARANCE): array for key, array in arrays.items() if key.startswith(_APPEARANCE)
    }
    names, series, told = (tuple(words) for words in head["appearances"])
    return Appearances(
        of["rows"].astype(np.int32),
        of["nodes"].astype(np.int64),
        of["kinds"].astype(np.uint8),
        of["days"].astype(np.float64),
        of["papers"].astype(np.int32),
        names,
        series,
        of["until"].astype(np.float64) if "until" in of else None,
        told,
    )
