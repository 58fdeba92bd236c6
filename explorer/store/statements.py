"""Reads of what is stated: links with their evidence, mentions with their sentences."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader


@dataclass(frozen=True, slots=True)
class LinkLine:
    id: int
    subject: int
    subject_name: str
    predicate: str
    object: int
    object_name: str
    polarity: int
    confidence: float
    asserted_by: str
    status: str


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A slice of a document; ``owner`` is the link, mention or appearance that it stands behind."""

    owner: int
    document: int
    title: str
    uri: str
    start: int
    end: int
    exact: str
    block_text: str
    language: str
    machine: int
    paper: int | None
    paper_title: str | None


_LINK = """
    select l.id, l.subject, s.name, l.predicate, l.object, o.name, l.polarity, l.confidence, l.asserted_by,
           l.status
    from link l join node s on s.id = l.subject join node o on o.id = l.object
"""
_QUOTE_COLUMNS = """d.id, d.title, src.uri, {span}, b.text, b.language, b.machine, a.paper, n.name"""
_QUOTE_JOINS = """
    join document d on d.id = b.document join source src on src.id = d.source
    left join appearance a on a.id = b.appearance left join node n on n.id = a.paper
"""


def links_at(reader: Reader, node: int) -> list[LinkLine]:
    """Links with one end at a node that are not rejected, strongest first."""
    return [
        LinkLine(*row)
        for row in reader.rows(
            f"""select * from ({_LINK} where l.subject = ?1 and l.status <> 'rejected'
                union {_LINK} where l.object = ?1 and l.status <> 'rejected')
                order by status, confidence desc, id""",
            [node],
        )
    ]


def links_between(reader: Reader, a: int, b: int) -> list[LinkLine]:
    """Links between two nodes, either way, that are not rejected."""
    return [
        LinkLine(*row)
        for row in reader.rows(
            f"""select * from ({_LINK} where l.subject = ?1 and l.object = ?2
                union {_LINK} where l.subject = ?2 and l.object = ?1)
                where status <> 'rejected' order by status, confidence desc, id""",
            [a, b],
        )
    ]


def evidence_of(reader: Reader, links: Sequence[int]) -> list[QuoteLine]:
    """The evidence of links, by link and place."""
    columns = _QUOTE_COLUMNS.format(span='e.start, e."end", e.exact')
    return [
        QuoteLine(*row)
        for row in reader.rows(
            f"""select e.link, {columns} from evidence e join block b on b.id = e.block {_QUOTE_JOINS}
                where e.link in (select value from json_each(?)) order by e.link, d.id, e.start""",
            [json.dumps(sorted(links))],
        )
    ]


def mentions_of(reader: Reader, concept: int, limit: int) -> list[QuoteLine]:
    """Passages that name a concept, one per block; curated text before lists."""
    columns = _QUOTE_COLUMNS.format(span='m.start, m."end", m.exact')
    return [
        QuoteLine(*row)
        for row in reader.rows(
            f"""select m.id, {columns} from mention m join block b on b.id = m.block {_QUOTE_JOINS}
                where m.concept = ? and b.kind <> 'paper_title' group by b.id
                order by d.kind in ('paper_list', 'metadata'), b.machine, d.id, b.ordinal limit ?""",
            [concept, limit],
        )
    ]


def mentions_between(reader: Reader, node: int, concept: int, limit: int) -> list[QuoteLine]:
    """Passages on a paper, or of an issue's documents, that name a concept."""
    columns = _QUOTE_COLUMNS.format(span='m.start, m."end", m.exact')
    return [
        QuoteLine(*row)
        for row in reader.rows(
            f"""select m.id, {columns} from mention m join block b on b.id = m.block {_QUOTE_JOINS}
                where m.concept = ?2 and (a.paper = ?1 or (a.paper is null and d.issue = ?1))
                group by b.id order by b.kind = 'paper_title', b.machine, d.id, b.ordinal limit ?3""",
            [node, concept, limit],
        )
    ]


def appearances_between(reader: Reader, paper: int, edition: int) -> list[QuoteLine]:
    """Where documents put a paper into an edition or issue."""
    return [
        QuoteLine(*row)
        for row in reader.rows(
            """select a.id, d.id, d.title, src.uri, a.start, a."end", a.exact, a.as_written, d.language, 0,
                      a.paper, n.name
               from presence p join appearance a on a.id = p.appearance
               join document d on d.id = a.document join source src on src.id = d.source
               join node n on n.id = a.paper
               where p.paper = ? and p.edition = ? order by a.id""",
            [paper, edition],
        )
    ]


def passages_on(reader: Reader, paper: int, limit: int) -> list[QuoteLine]:
    """Summaries and other prose on a paper, curated text before machine-written."""
    columns = _QUOTE_COLUMNS.format(span='b.start, b."end", coalesce(b.raw, b.text)')
    return [
        QuoteLine(*row)
        for row in reader.rows(
            f"""select b.id, {columns} from appearance x join block b on b.appearance = x.id {_QUOTE_JOINS}
                where x.paper = ? and b.kind in ('summary', 'text')
                order by b.machine, d.id, b.ordinal limit ?""",
            [paper, limit],
        )
    ]
