"""Full-text reads over names and blocks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader


@dataclass(frozen=True, slots=True)
class NameHit:
    id: int
    kind: int
    name: str
    rank: float
    importance: float


@dataclass(frozen=True, slots=True)
class BlockHit:
    """A passage; ``paper`` is the work it speaks of, or None."""

    block: int
    document: int
    document_title: str
    paper: int | None
    paper_title: str
    text: str
    rank: float


def find_names(reader: Reader, match: str, limit: int) -> list[NameHit]:
    """Nodes whose names, titles or aliases match an FTS5 query, best first."""
    return [
        NameHit(i, kind, str(name), rank, importance)
        for i, kind, name, rank, importance in reader.rows(
            """select n.id, n.kind, n.name, bm25(node_fts, 3.0, 1.5, 1.0) as rank, coalesce(m.importance, 0)
               from node_fts f join node n on n.id = f.rowid left join measure m on m.node = n.id
               where node_fts match ? order by rank limit ?""",
            [match, limit],
        )
    ]


def find_beginning(reader: Reader, name: tuple[int, str], limit: int) -> list[NameHit]:
    """Nodes of one kind whose key begins so, the most important first.

    Args:
        name: NodeKind and beginning of the folded key.
    """
    kind, key = name
    return [
        NameHit(i, k, str(words), 0.0, importance)
        for i, k, words, importance in reader.rows(
            """select n.id, n.kind, n.name, coalesce(m.importance, 0) as importance
               from node n left join measure m on m.node = n.id
               where n.kind = ?1 and n.key >= ?2 and n.key < ?2 || char(1114111)
               order by importance desc, n.id limit ?3""",
            [kind, key, limit],
        )
    ]


def find_blocks(reader: Reader, match: str, limit: int) -> list[BlockHit]:
    """Passages that match an FTS5 query, best first."""
    return [
        BlockHit(
            block,
            document,
            str(title),
            None if paper is None else paper,
            str(name or ""),
            str(text),
            rank,
        )
        for block, document, title, paper, name, text, rank in reader.rows(
            """select b.id, d.id, d.title, a.paper, n.name, b.text, f.rank
               from (select rowid, rank from block_fts where block_fts match ? order by rank limit ?) f
               join block b on b.id = f.rowid join document d on d.id = b.document
               left join appearance a on a.id = b.appearance left join node n on n.id = a.paper
               order by f.rank""",
            [match, limit],
        )
    ]


def find_exact(reader: Reader, keys: Sequence[str]) -> list[tuple[int, int, str]]:
    """(id, kind, name) of nodes whose folded key or alias is one of ``keys``."""
    scope = json.dumps(list(keys), ensure_ascii=False)
    return [
        (i, kind, str(name))
        for i, kind, name in reader.rows(
            """select id, kind, name from node where kind in (1, 2, 3, 4, 5, 6, 7)
                   and key in (select value from json_each(?1))
               union
               select n.id, n.kind, n.name from alias a join node n on n.id = a.concept
                   where a.fold in (select value from json_each(?1)) and a.status <> 'rejected'
               union
               select n.id, n.kind, n.name from person_name k join node n on n.id = k.person
                   where k.key in (select value from json_each(?1))
               union
               select n.id, n.kind, n.name from concept_key k join node n on n.id = k.concept
                   where k.key in (select value from json_each(?1))
               order by 2, 1""",
            [scope],
        )
    ]


def find_paper_keys(reader: Reader, ids: Sequence[str], fingerprints: Sequence[str]) -> list[tuple[int, str]]:
    """(id, title) of papers by arXiv id, DOI or OpenReview id, by title fingerprint or by its head."""
    keys, titles = json.dumps(list(ids)), json.dumps(list(fingerprints), ensure_ascii=False)
    return [
        (i, str(name))
        for i, name in reader.rows(
            """select n.id, n.name from node n where n.id in (
                   select id from paper where arxiv_id in (select value from json_each(?1))
                   union select id from paper where doi in (select value from json_each(?1))
                   union select id from paper where openreview in (select value from json_each(?1))
                   union select paper from paper_key
                       where value in (select value from json_each(?1)) and decision = 'also'
                   union select paper from paper_title where fingerprint in (select value from json_each(?2))
                   union select paper from paper_title where head in (select value from json_each(?2)))
               order by n.id""",
            [keys, titles],
        )
    ]
