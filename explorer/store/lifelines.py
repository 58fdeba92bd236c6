"""Reads of lifelines: where papers and methods stand in digests, conferences and other editions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.store.dating import (
    DOCUMENT_BY,
    DOCUMENT_DAY,
    DOCUMENT_LAST,
    EDITION_BY,
    EDITION_DAY,
    EDITION_LAST,
)
from explorer.store.engine import Reader


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place (an edition, an issue, a document) with the slice of a document that says so.

    Attributes:
        owner: The paper or concept whose place it is.
        paper: Through which it stands there; None where the place's own words name it.
        how: "paper" (a paper itself, or the one that introduces the concept), "named" (in a paper's title,
            abstract or review there) or "own words".
        document_kind: "paper_list" where a list says so.
    """

    owner: int
    node: int
    paper: int | None
    how: str
    document: int
    document_kind: str
    role: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class EditionRow:
    """Days are ISO, "" unknown; ``name`` is that of its node, ``by`` the edition that stands for its days."""

    id: int
    name: str
    kind: int
    series_kind: str
    series: str
    first: str
    last: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class StatedDay:
    """What a document states of a paper's id and days; ``published`` is "" where it states none."""

    paper: int
    document: int
    arxiv_id: str
    published: str
    start: int
    end: int
    exact: str


PLACE = 'd.id, d.kind, a.role, a.start, a."end", a.exact'
SCOPE = "(select value from json_each(?1))"


def introduced_where(which: str) -> str:
    """Query of the places of the papers that introduce concepts."""
    return f"""
    select l.object, p.edition, p.paper, 'paper', {PLACE}
    from link l cross join presence p on p.paper = l.subject cross join edition e on e.id = p.edition
    cross join appearance a on a.id = p.appearance cross join document d on d.id = a.document
    where l.predicate = 'introduces' and l.status = 'accepted' and l.polarity = 1 and {which}
"""


def named_where(source: str, which: str = "1") -> str:
    """Query of the editions and issues in whose papers concepts are named; ``source`` has m and b."""
    return f"""
    select m.concept, p.edition, p.paper, 'named', d.id, d.kind, '', m.start, m."end", m.exact, min(m.id)
    from {source} cross join presence p on p.appearance = b.appearance
    cross join edition e on e.id = p.edition cross join document d on d.id = b.document
    where {which} group by m.concept, p.edition
"""


PAPER = f"""
    select p.paper, p.edition, p.paper, 'paper', {PLACE}
    from presence p join appearance a on a.id = p.appearance join document d on d.id = a.document
    where p.paper in {SCOPE}
"""
INTRODUCED = introduced_where(f"l.object in {SCOPE}")
NAMED = named_where(
    source="json_each(?1) s cross join mention m on m.concept = s.value cross join block b on b.id = m.block",
    which="1",
)
OWN_WORDS = """
    select m.concept, coalesce(d.issue, d.id), null, 'own words', d.id, d.kind, '', m.start, m."end", m.exact,
           min(m.id)
    from json_each(?1) s cross join mention m on m.concept = s.value cross join block b on b.id = m.block
    cross join document d on d.id = b.document
    where (b.appearance is null or d.issue is null) and d.kind not in ('paper_list', 'metadata')
    group by m.concept, coalesce(d.issue, d.id)
"""
EDITIONS = f"""
    select e.id, n.name, n.kind, e.series_kind, e.series, {EDITION_DAY}, {EDITION_LAST}, {EDITION_BY}
    from edition e join node n on n.id = e.id where e.id in (select value from json_each(?1))
"""
DOCUMENTS = f"""
    select d.id, n.name, n.kind, d.kind, '', {DOCUMENT_DAY}, {DOCUMENT_LAST}, {DOCUMENT_BY}
    from document d join node n on n.id = d.id where d.id in (select value from json_each(?1))
"""
STATED = """
    select a.paper, a.document, coalesce(json_extract(a.stated, '$.arxiv_id'), ''),
           coalesce(json_extract(a.stated, '$.published'), ''), a.start, a."end", a.exact
    from appearance a where a.paper in (select value from json_each(?1))
        and not exists (select 1 from json_each(a.stated, '$.disputed') x where x.value = 'arxiv_id')
    order by a.id
"""
ARXIV_IDS = (
    "select id, arxiv_id from paper where arxiv_id is not null and id in (select value from json_each(?1))"
)
INTRODUCERS = """
    select l.object, l.subject from link l
    where l.object in (select value from json_each(?1)) and l.predicate = 'introduces'
        and l.status = 'accepted' and l.polarity = 1 order by l.object, l.subject
"""


def editions(reader: Reader, nodes: Iterable[int]) -> dict[int, EditionRow]:
    """The editions and issues among some nodes, by their ids."""
    return {row[0]: EditionRow(*row) for row in reader.rows(EDITIONS, [_json(nodes)])}


def documents(reader: Reader, nodes: Iterable[int]) -> dict[int, EditionRow]:
    """Documents as places of their own, by their ids; ``series_kind`` is the kind of the document."""
    return {row[0]: EditionRow(*row) for row in reader.rows(DOCUMENTS, [_json(nodes)])}


def of_papers(reader: Reader, papers: Iterable[int]) -> list[PlaceRow]:
    """Every edition and issue that some papers stand in."""
    return _places(reader, (PAPER,), papers)


def of_concepts(reader: Reader, concepts: Iterable[int]) -> list[PlaceRow]:
    """Every edition, issue and other document that some concepts stand in, those of their papers first."""
    return _places(reader, (INTRODUCED, NAMED, OWN_WORDS), concepts)


def stated_days(reader: Reader, papers: Iterable[int]) -> list[StatedDay]:
    """What documents state of the arXiv id and the day of some papers, without disputed ids."""
    return [StatedDay(*row) for row in reader.rows(STATED, [_json(papers)])]


def arxiv_ids(reader: Reader, papers: Iterable[int]) -> dict[int, str]:
    """Paper → arXiv id, of those that have one."""
    return {row[0]: row[1] for row in reader.rows(ARXIV_IDS, [_json(papers)])}


def introducers(reader: Reader, concepts: Iterable[int]) -> dict[int, list[int]]:
    """Concept → the papers that introduce it."""
    found: dict[int, list[int]] = {}
    for concept, paper in reader.rows(INTRODUCERS, [_json(concepts)]):
        found.setdefault(concept, []).append(paper)
    return found


def _places(reader: Reader, queries: Iterable[str], scope: Iterable[int]) -> list[PlaceRow]:
    words = _json(scope)
    return [PlaceRow(*row[:10]) for sql in queries for row in reader.rows(sql, [words])]


def _json(values: Iterable[int]) -> str:
    return json.dumps(sorted(set(values)))
