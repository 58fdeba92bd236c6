"""Reads for trends: the papers of a slice with their titles, and the concepts that they name."""

from __future__ import annotations

import json
from collections.abc import Sequence

from explorer.store.engine import Reader
from explorer.store.tags import below

#: papers that lists put into an edition, or all that stand in it
LISTED = """
    select distinct p.paper from presence p join appearance a on a.id = p.appearance
    join document d on d.id = a.document
    where p.edition = ? and d.kind = 'paper_list' order by p.paper
"""
STANDING = "select distinct paper from presence where edition = ? order by paper"
TITLES = """
    select n.id, n.name from node n where n.id in (select value from json_each(?)) order by n.id
"""
#: a concept stands in a paper's title or abstract, or a link says that the paper introduces or uses it
CONCEPTS_OF = """
    select e.target, e.source from edge e
    where e.source in (select value from json_each(?)) and e.kind in ('names', 'asserted')
    group by e.target, e.source order by e.target, e.source
"""
CONCEPTS_IN_TITLES = """
    select m.concept, a.paper from appearance a join block b on b.appearance = a.id
    join mention m on m.block = b.id
    where a.paper in (select value from json_each(?)) and b.kind = 'paper_title'
    group by m.concept, a.paper order by m.concept, a.paper
"""
WITH_ABSTRACT = """
    select count(*) from paper where id in (select value from json_each(?)) and abstract <> ''
"""
NAMES = """
    select c.id, n.name, c.kind from concept c join node n on n.id = c.id
    where c.id in (select value from json_each(?))
"""
TAGGED = """
    select t.node from tagging t join paper p on p.id = t.node
    where t.tag in (select value from json_each(?1))
    union select x.paper from tagging t join presence x on x.edition = t.node
    where t.tag in (select value from json_each(?1))
"""
OF_DOCUMENT = "select distinct paper from appearance where document = ? order by paper"
THERE = "select id from paper where id in (select value from json_each(?)) order by id"


def papers_of_edition(reader: Reader, edition: int) -> tuple[list[int], bool]:
    """Papers of an edition or issue, and whether a list of all its papers says so."""
    listed = _ids(reader, LISTED, edition)
    return (listed, True) if listed else (_ids(reader, STANDING, edition), False)


def papers_of_document(reader: Reader, document: int) -> list[int]:
    """Papers that a document names."""
    return _ids(reader, OF_DOCUMENT, document)


def papers_tagged(reader: Reader, tag: int) -> list[int]:
    """Papers that carry a tag or one under it, or stand in an edition that does."""
    return [int(row[0]) for row in reader.rows(TAGGED, [json.dumps(sorted(below(reader, tag)))])]


def papers_among(reader: Reader, nodes: Sequence[int]) -> list[int]:
    """Those of some nodes that are papers."""
    return [int(row[0]) for row in reader.rows(THERE, [json.dumps(list(nodes))])]


def titles_of(reader: Reader, papers: Sequence[int]) -> dict[int, str]:
    """Paper → title."""
    return {int(row[0]): str(row[1]) for row in reader.rows(TITLES, [json.dumps(list(papers))])}


def concepts_of(reader: Reader, papers: Sequence[int], only_titles: bool) -> list[tuple[int, int]]:
    """(concept, paper) of what papers name, introduce, use or evaluate on, by concept."""
    sql = CONCEPTS_IN_TITLES if only_titles else CONCEPTS_OF
    return [(row[0], row[1]) for row in reader.rows(sql, [json.dumps(list(papers))])]


def count_with_abstract(reader: Reader, papers: Sequence[int]) -> int:
    """How many of some papers have an abstract."""
    return int(str(reader.value(WITH_ABSTRACT, [json.dumps(list(papers))])))


def concept_names(reader: Reader, concepts: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Concept → (name, kind)."""
    rows = reader.rows(NAMES, [json.dumps(list(concepts))])
    return {row[0]: (row[1], row[2]) for row in rows}


def _ids(reader: Reader, sql: str, node: int) -> list[int]:
    return [int(row[0]) for row in reader.rows(sql, [node])]
