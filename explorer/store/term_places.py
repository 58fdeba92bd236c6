"""Which papers have a word, a method: reads for rankings by example."""

from __future__ import annotations

import json
from collections.abc import Sequence

from explorer.store.engine import Reader

#: what some papers say of themselves; of a digest's paper its summary
TEXTS = """
    select p.id, n.name, p.abstract, coalesce(iif(p.abstract <> '', '',
        (select b.text from appearance a join block b on b.appearance = a.id
         where a.paper = p.id and b.kind = 'summary' order by b.id limit 1)), '')
    from paper p join node n on n.id = p.id where p.id in (select value from json_each(?)) order by p.id
"""
SIZES = (
    "select p.id, length(n.name) + length(p.abstract) from paper p join node n on n.id = p.id order by p.id"
)
SPEAKING = "select b.id, a.paper from block b join appearance a on a.id = b.appearance order by b.id"
IN_NAMES = "select rowid from node_fts where node_fts match ?"
IN_BLOCKS = "select rowid from block_fts where block_fts match ?"
METHODS_OF = """
    select distinct target from edge
    where source in (select value from json_each(?)) and kind in ('names', 'asserted') order by target
"""
PAPERS_WITH = """
    select distinct e.target, e.source from edge e
    where e.target in (select value from json_each(?)) and e.kind in ('names', 'asserted')
    order by e.target, e.source
"""


def texts_of(reader: Reader, papers: Sequence[int]) -> list[str]:
    """Title with abstract or summary of some papers, by id."""
    rows = reader.rows(TEXTS, [json.dumps(list(papers))])
    return [f"{title}\n{abstract or summary}" for _, title, abstract, summary in rows]


def sizes(reader: Reader) -> list[tuple[int, int]]:
    """(paper, characters of its title and abstract), by id."""
    return [(int(row[0]), int(row[1])) for row in reader.rows(SIZES)]


def speaking_blocks(reader: Reader) -> list[tuple[int, int]]:
    """(block, paper that it speaks of), by block."""
    return [(int(row[0]), int(row[1])) for row in reader.rows(SPEAKING)]


def places_of(reader: Reader, match: str) -> tuple[list[int], list[int]]:
    """Nodes whose names, and blocks whose texts match an FTS5 query."""
    return _firsts(reader, IN_NAMES, match), _firsts(reader, IN_BLOCKS, match)


def _firsts(reader: Reader, sql: str, match: str) -> list[int]:
    return [row[0] for row in reader.rows(sql, [match])]


def methods_of(reader: Reader, papers: Sequence[int]) -> list[int]:
    """Methods (and other concepts) that some papers name, introduce or use."""
    return [int(row[0]) for row in reader.rows(METHODS_OF, [json.dumps(list(papers))])]


def papers_with(reader: Reader, methods: Sequence[int]) -> list[tuple[int, int]]:
    """(method, paper) of all papers that have some methods."""
    return [(int(row[0]), int(row[1])) for row in reader.rows(PAPERS_WITH, [json.dumps(list(methods))])]
