"""Vectors of papers, the spaces they lie in, and the places of the map. All of it derived."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.store.engine import Reader, Store

_SPACE = "select id, engine, model, version, recipe, dim, changes from vector_space"
_CURRENT = "space"  #: key in table meta: the space that similarity edges and the map were made from

#: the next rows of a space by node
PIECE = """
    select node, language, kind, vector from embedding where space = ? and node > ? order by node limit ?
"""
_PIECE = 128  #: rows

_EDGES_OF = "select source, target, weight from edge where kind = ?"
_RELATED = "related"  #: key in table meta: the state of the vectors that they were made from


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """Vectors that may be compared with one another; ``changes`` counts what was done to them."""

    id: int
    engine: str
    model: str
    version: str
    recipe: str
    dim: int
    changes: int


@dataclass(frozen=True, slots=True)
class TextRow:
    """What a paper says of itself; the summary is that of a digest."""

    node: int
    title: str
    abstract: str
    summary: str


@dataclass(frozen=True, slots=True, eq=False)
class VectorRows:
    """Attributes:
    nodes: (N,) int64, ascending.
    languages, kinds: N strings each.
    vectors: (N, dim) float32.
    """

    nodes: NDArray[np.int64]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    vectors: NDArray[np.float32]


def paper_texts(reader: Reader) -> list[TextRow]:
    """Texts of all papers, by id."""
    return [
        TextRow(*row)
        for row in reader.rows(
            """select p.id, n.name, p.abstract, coalesce(iif(p.abstract <> '', '',
                   (select b.text from appearance a join block b on b.appearance = a.id
                    where a.paper = p.id and b.kind = 'summary' order by b.id limit 1)), '')
               from paper p join node n on n.id = p.id order by p.id"""
        )
    ]


def spaces(reader: Reader) -> list[SpaceRow]:
    """All spaces, by id."""
    return [SpaceRow(*row) for row in reader.rows(f"{_SPACE} order by id")]


def find_space(reader: Reader, engine: str, model: str, version: str, recipe: str) -> SpaceRow | None:
    """The space of exactly this engine, model, version and recipe."""
    row = reader.row(
        """select id, engine, model, version, recipe, dim, changes from vector_space
           where engine = ? and model = ? and version = ? and recipe = ?""",
        [engine, model, version, recipe],
    )
    return SpaceRow(*row) if row else None


def ensure_space(store: Store, engine: str, model: str, version: str, recipe: str, dim: int) -> SpaceRow:
    """The same, made where it is new."""
    store.execute(
        """insert or ignore into vector_space (engine, model, version, recipe, dim)
           values (?, ?, ?, ?, ?)""",
        [engine, model, version, recipe, dim],
    )
    found = find_space(store.reader, engine, model, version, recipe)
    assert found is not None
    return found


def current_space(reader: Reader) -> SpaceRow | None:
    """The space whose similarities are shown."""
    row = reader.row(
        """select id, engine, model, version, recipe, dim, changes from vector_space
           where id = (select cast(value as integer) from meta where key = ?)""",
        [_CURRENT],
    )
    return SpaceRow(*row) if row else None


def set_current_space(store: Store, space: int) -> None:
    store.execute(
        "insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        [_CURRENT, str(space)],
    )


def related_state(reader: Reader) -> str:
    """What edges and map were made from, as the pipeline wrote it; "" before the first time."""
    return str(reader.value("select value from meta where key = ?", [_RELATED]) or "")


def set_related_state(store: Store, state: str) -> None:
    store.execute(
        "insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        [_RELATED, state],
    )


def count_edges(reader: Reader, kind: str) -> int:
    """Edges of a kind."""
    return int(reader.value("select count(*) from edge where kind = ?", [kind]) or 0)


def contents(reader: Reader, space: int) -> dict[int, str]:
    """Node -> hash of the text that its vector stands for."""
    return dict(reader.rows("select node, content from embedding where space = ?", [space]))


def has_vector(reader: Reader, space: int, node: int) -> bool:
    """Whether a paper has been embedded in a space."""
    return reader.value("select 1 from embedding where space = ? and node = ?", [space, node]) is not None


def save_vectors(
    store: Store, space: int, rows: Iterable[tuple[int, str, str, str]], vectors: NDArray[np.float32]
) -> None:
    """Vectors (N, dim) of N rows (node, content hash, language, kind); older ones of the same nodes go.

    Nodes that are gone by now are left out.
    """
    blobs = [vector.tobytes() for vector in vectors.astype("<f2")]
    store.insert_many(
        """insert into embedding (space, node, content, language, kind, vector)
           select ?, n.id, ?, ?, ?, ? from node n where n.id = ?
           on conflict (space, node) do update set content = excluded.content,
               language = excluded.language, kind = excluded.kind, vector = excluded.vector""",
        [
            (space, content, language, kind, blob, node)
            for (node, content, language, kind), blob in zip(rows, blobs, strict=True)
        ],
    )


def read_vectors(reader: Reader, space: SpaceRow) -> VectorRows:
    """All vectors of a space, read in pieces that stay in the processor's cache until they are numbers."""
    nodes: list[int] = []
    languages: list[str] = []
    kinds: list[str] = []
    with reader.at_once():
        total = int(reader.value("select count(*) from embedding where space = ?", [space.id]) or 0)
        vectors = np.empty((total, space.dim), np.float32)
        while len(nodes) < total:
            piece = reader.rows(PIECE, [space.id, nodes[-1] if nodes else -1, _PIECE])
            of_piece, its_languages, its_kinds, packed = zip(*piece, strict=True)
            known = np.frombuffer(b"".join(packed), "<f2").reshape(len(piece), space.dim)
            vectors[len(nodes) : len(nodes) + len(piece)] = known
            nodes += of_piece
            languages += its_languages
            kinds += its_kinds
    return VectorRows(np.array(nodes, np.int64), tuple(languages), tuple(kinds), vectors)


def replace_map(store: Store, nodes: Sequence[int], places: NDArray[np.float32]) -> None:
    """The map: (N, 2) places of N nodes, instead of whatever it was."""
    clear_map(store)
    put_on_map(store, nodes, places)


def put_on_map(store: Store, nodes: Sequence[int], places: NDArray[np.float32]) -> None:
    """Add places to the map; nodes that are gone by now are left out."""
    store.insert_many(
        "insert or replace into map_place (node, x, y) select n.id, ?, ? from node n where n.id = ?",
        [(float(x), float(y), int(node)) for node, (x, y) in zip(nodes, places, strict=True)],
    )


def map_places(reader: Reader, nodes: Iterable[int]) -> dict[int, tuple[float, float]]:
    """Node -> place on the map, for those of some nodes that are on it."""
    found = reader.rows(
        "select node, x, y from map_place where node in (select value from json_each(?))",
        [json.dumps(sorted(nodes))],
    )
    return {node: (x, y) for node, x, y in found}


def has_map(reader: Reader) -> bool:
    """Whether anything has a place on the map."""
    return reader.value("select 1 from map_place limit 1") is not None


def whole_map(reader: Reader) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """(N,) nodes, ascending, and their (N, 2) places."""
    rows = reader.rows("select node, x, y from map_place order by node")
    return np.array([row[0] for row in rows], np.int64), np.array(
        [row[1:] for row in rows], np.float32
    ).reshape(-1, 2)


def replace_similar(store: Store, kind: str, edges: Sequence[tuple[int, int, float]]) -> set[int]:
    """All edges of a kind, (node, node, weight), instead of whatever they were; the nodes touched.

    Only those that differ are written. Edges whose nodes are gone by now are left out.
    """
    there = {tuple(row) for row in store.reader.rows(_EDGES_OF, [kind])}
    before, edges = sorted(there - set(edges)), [edge for edge in edges if edge not in there]
    store.insert_many(
        "delete from edge where source = ? and target = ? and kind = ?", [(a, b, kind) for a, b, _ in before]
    )
    store.insert_many(
        """insert into edge (source, target, kind, weight)
           select a.id, b.id, ?, ? from node a join node b where a.id = ? and b.id = ?""",
        [(kind, weight, one, other) for one, other, weight in edges],
    )
    return {node for edge in before for node in edge[:2]} | {node for edge in edges for node in edge[:2]}


def clear_map(store: Store) -> None:
    store.execute("delete from map_place")


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """A paper that a similarity edge joins with another, and the languages of both texts."""

    paper: int
    title: str
    weight: float
    language: str
    other_language: str


SIMILAR_TO = """
    select n.id, n.name, x.weight, mine.language, theirs.language
    from (select target as other, weight from edge where source = ?2 and kind = 'similar'
          union select source, weight from edge where target = ?2 and kind = 'similar') x
    join node n on n.id = x.other
    join embedding mine on mine.space = ?1 and mine.node = ?2
    join embedding theirs on theirs.space = ?1 and theirs.node = x.other
    order by x.weight desc, n.id
"""


def similar_to(reader: Reader, space: int, paper: int) -> list[AlikeRow]:
    """The papers that similarity edges join with a paper, nearest first."""
    return [AlikeRow(*row) for row in reader.rows(SIMILAR_TO, [space, paper])]
