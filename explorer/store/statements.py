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
LINKS_AT = f"""
    select * from ({_LINK} where l.subject = ?1 and l.status <> 'rejected'
                   union {_LINK} where l.object = ?1 and l.status <> 'rejected')
    order by status, confidence desc, id
"""
LINKS_BETWEEN = f"""
    select * from ({_LINK} where l.subject = ?1 and l.object = ?2
                   union {_LINK} where l.subject = ?2 and l.object = ?1)
    where status <> 'rejected' order by status, confidence desc, id
"""
EVERY_LINK_AT = f"""
    select * from ({_LINK} where l.subject = ?1 union {_LINK} where l.object = ?1)
    order by status, confidence desc, id
"""
PROPOSED_LINKS = f"{_LINK} where l.status = 'proposed' order by l.confidence desc, l.id limit ? offset ?"
LINKS_AMONG = """
    select id, subject, object, predicate from link
    where subject in (select value from json_each(?1)) and object in (select value from json_each(?1))
        and status = 'accepted' and polarity = 1
"""

_OF_MENTION = """
    d.id, d.title, src.uri, m.start, m."end", m.exact, b.text, b.language, b.machine, a.paper, n.name
"""
_AROUND_BLOCK = """
    join document d on d.id = b.document join source src on src.id = d.source
    left join appearance a on a.id = b.appearance left join node n on n.id = a.paper
"""
EVIDENCE_OF = f"""
    select e.link, d.id, d.title, src.uri, e.start, e."end", e.exact, b.text, b.language, b.machine, a.paper,
           n.name
    from evidence e join block b on b.id = e.block {_AROUND_BLOCK}
    where e.link in (select value from json_each(?)) order by e.link, d.id, e.start
"""
MENTIONS_OF = f"""
    select m.id, {_OF_MENTION} from mention m join block b on b.id = m.block {_AROUND_BLOCK}
    where m.concept = ? and b.kind <> 'paper_title' group by b.id
    order by d.kind in ('paper_list', 'metadata'), b.machine, d.id, b.ordinal limit ?
"""
MENTIONS_BETWEEN = f"""
    select m.id, {_OF_MENTION} from mention m join block b on b.id = m.block {_AROUND_BLOCK}
    where m.concept = ?2 and (a.paper = ?1 or (a.paper is null and d.issue = ?1))
    group by b.id order by b.kind = 'paper_title', b.machine, d.id, b.ordinal limit ?3
"""
NAMING_AMONG = f"""
    select min(b.kind = 'paper_title'), a.paper, m.concept, m.id, {_OF_MENTION}
    from appearance a join block b on b.appearance = a.id join mention m on m.block = b.id
    join document d on d.id = b.document join source src on src.id = d.source join node n on n.id = a.paper
    where a.paper in (select value from json_each(?1)) and m.concept in (select value from json_each(?1))
    group by a.paper, m.concept order by a.paper, m.concept
"""
APPEARANCES_BETWEEN = """
    select a.id, d.id, d.title, src.uri, a.start, a."end", a.exact, a.as_written, d.language, 0, a.paper,
           n.name
    from presence p join appearance a on a.id = p.appearance join document d on d.id = a.document
    join source src on src.id = d.source join node n on n.id = a.paper
    where p.paper = ? and p.edition = ? order by a.id
"""
PASSAGES_ON = f"""
    select b.id, d.id, d.title, src.uri, b.start, b."end", coalesce(b.raw, b.text), b.text, b.language,
           b.machine, a.paper, n.name
    from appearance x join block b on b.appearance = x.id {_AROUND_BLOCK}
    where x.paper = ? and b.kind in ('summary', 'text') order by b.machine, d.id, b.ordinal limit ?
"""


def links_at(reader: Reader, node: int) -> list[LinkLine]:
    """Links with one end at a node that are not rejected, strongest first."""
    return [LinkLine(*row) for row in reader.rows(LINKS_AT, [node])]


def links_between(reader: Reader, a: int, b: int) -> list[LinkLine]:
    """Links between two nodes, either way, that are not rejected."""
    return [LinkLine(*row) for row in reader.rows(LINKS_BETWEEN, [a, b])]


def every_link_at(reader: Reader, node: int) -> list[LinkLine]:
    """All links with one end at a node, the rejected ones too."""
    return [LinkLine(*row) for row in reader.rows(EVERY_LINK_AT, [node])]


def proposed_links(reader: Reader, limit: int, offset: int = 0) -> list[LinkLine]:
    """Links that nobody has checked, the most confident first."""
    return [LinkLine(*row) for row in reader.rows(PROPOSED_LINKS, [limit, offset])]


def link_ids_among(reader: Reader, nodes: Sequence[int]) -> dict[int, tuple[int, int, str]]:
    """Link id → (subject, object, predicate) of the accepted links with both ends among some nodes."""
    rows = reader.rows(LINKS_AMONG, [json.dumps(sorted(nodes))])
    return {link: (subject, target, str(predicate)) for link, subject, target, predicate in rows}


def evidence_of(reader: Reader, links: Sequence[int]) -> list[QuoteLine]:
    """The evidence of links, by link and place."""
    return [QuoteLine(*row) for row in reader.rows(EVIDENCE_OF, [json.dumps(sorted(links))])]


def mentions_of(reader: Reader, concept: int, limit: int) -> list[QuoteLine]:
    """Passages that name a concept, one per block; curated text before lists."""
    return [QuoteLine(*row) for row in reader.rows(MENTIONS_OF, [concept, limit])]


def mentions_between(reader: Reader, node: int, concept: int, limit: int) -> list[QuoteLine]:
    """Passages on a paper, or of an issue's documents, that name a concept."""
    return [QuoteLine(*row) for row in reader.rows(MENTIONS_BETWEEN, [node, concept, limit])]


def naming_among(reader: Reader, nodes: Sequence[int]) -> list[tuple[tuple[int, int], QuoteLine]]:
    """((paper, concept), passage): the first passage in which a paper's text names a concept."""
    rows = reader.rows(NAMING_AMONG, [json.dumps(sorted(nodes))])
    return [((paper, concept), QuoteLine(*line)) for _, paper, concept, *line in rows]


def appearances_between(reader: Reader, paper: int, edition: int) -> list[QuoteLine]:
    """Where documents put a paper into an edition or issue."""
    return [QuoteLine(*row) for row in reader.rows(APPEARANCES_BETWEEN, [paper, edition])]


def passages_on(reader: Reader, paper: int, limit: int) -> list[QuoteLine]:
    """Summaries and other prose on a paper, curated text before machine-written."""
    return [QuoteLine(*row) for row in reader.rows(PASSAGES_ON, [paper, limit])]
