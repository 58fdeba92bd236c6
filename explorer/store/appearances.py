"""Reads of when and where methods stand: the time axis of a view is made from them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.store.dating import DOCUMENT_BY, DOCUMENT_DAY, EDITION_BY, EDITION_DAY, EDITION_LAST
from explorer.store.engine import Reader
from explorer.store.statements import QuoteLine


@dataclass(frozen=True, slots=True)
class StandRow:
    """A concept in a place, or the paper that introduces it.

    Attributes:
        concept, node: Ids; the node is an edition, an issue, a document without one, or a paper.
        kind: NodeKind of the node.
        series_kind: "venue", "digest" …; of a document its kind, of a paper "".
        day: ISO day or month, "" unknown.
        papers: Through how many papers it stands there; 0 where the place's own text names it.
        last: Last day of the period of an issue, "" where there is none.
        by: The edition whose days stand for its own, "" where ``day`` is its own.
    """

    concept: int
    node: int
    kind: int
    name: str
    series_kind: str
    series: str
    day: str
    papers: int
    last: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """When an edition, an issue or a document was, and what series it belongs to; ``by`` as of a stand."""

    node: int
    series_kind: str
    series: str
    first: str
    last: str
    by: str = ""


STANDS_IN_EDITIONS = f"""
    select x.target, e.id, n.kind, n.name, e.series_kind, e.series, {EDITION_DAY}, count(distinct p.paper),
        iif(e.series_kind = 'digest', {EDITION_LAST}, ''), {EDITION_BY}
    from json_each(?) s cross join edge x on x.target = s.value and x.kind in ('names', 'asserted')
    cross join presence p on p.paper = x.source cross join edition e on e.id = p.edition
    cross join node n on n.id = e.id
    group by x.target, e.id
"""
DISCUSSED_IN = f"""
    select x.target, e.id, n.kind, n.name, e.series_kind, e.series, {EDITION_DAY}, 0,
        iif(e.series_kind = 'digest', {EDITION_LAST}, ''), {EDITION_BY}
    from json_each(?) s cross join edge x on x.target = s.value and x.kind = 'discusses'
    cross join edition e on e.id = x.source cross join node n on n.id = e.id
"""
NAMED_IN_DOCUMENTS = f"""
    select m.concept, d.id, n.kind, n.name, d.kind, d.kind, {DOCUMENT_DAY}, 0, '', {DOCUMENT_BY}
    from json_each(?) s cross join mention m on m.concept = s.value cross join block b on b.id = m.block
    cross join document d on d.id = b.document cross join node n on n.id = d.id
    where d.issue is null and d.kind not in ('paper_list', 'metadata')
    group by m.concept, d.id
"""
#: a paper's own date, never that of a venue: that is another appearance
INTRODUCED_BY = """
    select l.object, p.id, n.kind, n.name, '', '', coalesce(nullif(p.published, ''),
        '20' || substr(p.arxiv_id, 1, 2) || '-' || substr(p.arxiv_id, 3, 2)), 1
    from json_each(?) s cross join link l on l.object = s.value and l.predicate = 'introduces'
    cross join paper p on p.id = l.subject cross join node n on n.id = p.id
    where l.status = 'accepted' and l.polarity = 1
        and (p.published <> '' or p.arxiv_id glob '[0-9][0-9][0-9][0-9].*')
"""
SERIES_OF = f"""
    select e.id, e.series_kind, e.series, {EDITION_DAY}, {EDITION_LAST}, {EDITION_BY}
    from json_each(?) s cross join edition e on e.id = s.value
"""
SERIES_OF_DOCUMENTS = f"""
    select d.id, d.kind, d.kind, {DOCUMENT_DAY}, '', {DOCUMENT_BY}
    from json_each(?) s cross join document d on d.id = s.value
"""
FROM_ARXIV = """
    select p.id from json_each(?) s cross join paper p on p.id = s.value
    where p.published <> '' or p.arxiv_id is not null
"""
_QUOTE = """
    select m.id, d.id, d.title, src.uri, m.start, m."end", m.exact, b.text, b.language, b.machine, a.paper,
           n.name
    from mention m join block b on b.id = m.block join document d on d.id = b.document
    join source src on src.id = d.source left join appearance a on a.id = b.appearance
    left join node n on n.id = a.paper
"""
SAID_IN = f"""
    {_QUOTE}
    where m.concept = ?1 and (d.id = ?2 or a.paper = ?2 or (a.id is null and d.issue = ?2)
        or a.id in (select appearance from presence where edition = ?2))
    group by b.id order by b.kind = 'paper_title', b.machine, d.id, b.ordinal limit ?3
"""


def stands(reader: Reader, concepts: Iterable[int]) -> list[StandRow]:
    """Where concepts stand, ascending by concept and node; one row for each pair."""
    scope = json.dumps(sorted(set(concepts)))
    found: dict[tuple[int, int], StandRow] = {}
    for sql in (NAMED_IN_DOCUMENTS, DISCUSSED_IN, STANDS_IN_EDITIONS, INTRODUCED_BY):
        rows = [StandRow(*row) for row in reader.rows(sql, [scope])]
        found |= {(row.concept, row.node): row for row in rows}
    return [found[pair] for pair in sorted(found)]


def series_of(reader: Reader, nodes: Iterable[int]) -> list[SeriesRow]:
    """Series and days of those of the nodes that are editions, issues or documents."""
    scope = json.dumps(sorted(set(nodes)))
    rows = [*reader.rows(SERIES_OF, [scope]), *reader.rows(SERIES_OF_DOCUMENTS, [scope])]
    return [SeriesRow(*row) for row in rows]


def from_arxiv(reader: Reader, nodes: Iterable[int]) -> frozenset[int]:
    """Those of the nodes that are papers with a day of their own, not only that of where they stand."""
    scope = json.dumps(sorted(set(nodes)))
    return frozenset(int(row[0]) for row in reader.rows(FROM_ARXIV, [scope]))


def said_in(reader: Reader, concept: int, node: int, limit: int) -> list[QuoteLine]:
    """Passages of a place (or on a paper) that name a concept, curated text first."""
    return [QuoteLine(*row) for row in reader.rows(SAID_IN, [concept, node, limit])]
