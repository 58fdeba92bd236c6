"""Reads of whole tables for the dump, in a stable order."""

from __future__ import annotations

import json
from collections.abc import Iterable

from explorer.store.engine import Reader, Row


def documents(reader: Reader) -> list[Row]:
    return reader.rows(
        """select d.id, s.name, d.kind, d.title, d.publisher, d.authors, d.date, d.covers_from, d.covers_to,
                  d.language, d.editions,
                  (select min(o.id) from document o where o.issue = d.issue and o.id < d.id)
           from document d join source s on s.id = d.source order by d.id"""
    )


def with_renditions(reader: Reader) -> list[int]:
    """Documents that are one with another."""
    rows = reader.rows("select document from rendition union select other from rendition order by 1")
    return [row[0] for row in rows]


def papers(reader: Reader) -> list[Row]:
    return reader.rows(
        """select p.id, n.name, p.arxiv_id, p.doi, p.openreview, p.authors, p.published, p.updated, p.facts,
                  p.state
           from paper p join node n on n.id = p.id order by p.id"""
    )


def titles(reader: Reader) -> list[Row]:
    return reader.rows("select paper, title from paper_title order by paper, fingerprint")


def editions(reader: Reader) -> list[Row]:
    """(paper, edition name, award) of venue editions."""
    return reader.rows(
        """select distinct p.paper, e.series || ' ' || e.label, p.award from presence p
           join edition e on e.id = p.edition where e.series_kind = 'venue' order by 1, 2"""
    )


def appearances(reader: Reader) -> list[Row]:
    return reader.rows(
        """select paper, id, document, role, section, as_written, rank, qa_pairs, start, "end", exact
           from appearance order by id"""
    )


def concepts(reader: Reader) -> list[Row]:
    return reader.rows(
        """select c.id, n.name, c.kind,
                  (select min(l.subject) from link l
                   where l.object = c.id and l.predicate = 'introduces' and l.status = 'accepted')
           from concept c join node n on n.id = c.id order by c.id"""
    )


def aliases(reader: Reader) -> list[Row]:
    return reader.rows("select concept, form, language, script, kind, status from alias order by id")


def mentions(reader: Reader) -> list[Row]:
    return reader.rows(
        """select m.concept, b.document, m.start, m."end", m.exact from mention m
           join block b on b.id = m.block order by b.document, m.start, m.concept"""
    )


def links(reader: Reader) -> list[Row]:
    return reader.rows(
        """select id, subject, predicate, object, polarity, confidence, asserted_by, status from link
           order by subject, predicate, object, polarity"""
    )


def asserted(reader: Reader, links: Iterable[int]) -> dict[int, tuple[str, int, str]]:
    """Link -> (predicate, polarity, who asserted it), of some links."""
    rows = reader.rows(
        """select id, predicate, polarity, asserted_by from link
           where id in (select value from json_each(?))""",
        (json.dumps(sorted(links)),),
    )
    return {link: (predicate, polarity, who) for link, predicate, polarity, who in rows}


def evidence(reader: Reader) -> list[Row]:
    return reader.rows(
        """select e.link, b.document, e.start, e."end", e.exact from evidence e
           join block b on b.id = e.block order by e.link, b.document, e.start"""
    )


def people(reader: Reader) -> list[Row]:
    """(id, name, another of its names or None)."""
    return reader.rows(
        """select n.id, n.name, k.name from node n
           left join person_name k on k.person = n.id and k.name <> n.name
           where n.kind = 2 order by n.id, k.name"""
    )


def tags(reader: Reader) -> list[Row]:
    """(id, name, tagged node) of trend tags that are no document's; None where nothing carries one."""
    return reader.rows(
        """select t.id, n.name, g.node from tag t join node n on n.id = t.id
           left join tagging g on g.tag = t.id where t.origin = 'user' order by t.id, g.node"""
    )


def same_as(reader: Reader) -> list[Row]:
    return reader.rows("select a, b, decision, reason from same_as order by a, b")


def contradictions(reader: Reader) -> list[Row]:
    return reader.rows("select kind, detail, state from contradiction order by id")


def statistics(reader: Reader) -> list[Row]:
    """(document, what, value, edition, start, end, exact), in the order of the documents."""
    return reader.rows(
        'select document, what, value, edition, start, "end", exact from statistic order by document, id'
    )


def document_people(reader: Reader) -> list[Row]:
    """(document, name, role, affiliation, start, end, exact), in the order of the documents."""
    return reader.rows(
        """select document, name, role, affiliation, start, "end", exact from document_person
           order by document, id"""
    )


def trends(reader: Reader) -> list[Row]:
    """(id, document, parent, label, questions JSON, names JSON, start, end, exact)."""
    return reader.rows(
        """select id, document, parent, label, questions, names, start, "end", exact from trend
           order by document, id"""
    )


def trend_papers(reader: Reader) -> list[Row]:
    """(trend, paper, appearance), in the order in which the document names them."""
    return reader.rows(
        """select t.trend, a.paper, a.id from trend_appearance t join appearance a on a.id = t.appearance
           order by t.trend, a.id"""
    )


def notes(reader: Reader) -> list[Row]:
    """(node, text, at), by node."""
    return reader.rows("select node, text, at from note order by node")


def read_states(reader: Reader) -> list[Row]:
    """(node, state, at), by node."""
    return reader.rows("select node, state, at from reading order by node")
