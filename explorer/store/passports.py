"""Reads behind the passports: one function per thing that a panel shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.store.dating import EDITION_BY, EDITION_DAY, EDITION_LAST
from explorer.store.engine import Reader
from explorer.store.tags import below


@dataclass(frozen=True, slots=True)
class PaperRow:
    arxiv_id: str | None
    doi: str | None
    openreview: str | None
    authors: str
    authors_complete: int
    published: str
    updated: str
    abstract: str
    language: str
    facts: str
    state: str


def paper(reader: Reader, node: int) -> PaperRow:
    """A paper's row."""
    return PaperRow(
        *reader.rows(
            """select arxiv_id, doi, openreview, authors, authors_complete, published, updated, abstract,
                      language, facts, state from paper where id = ?""",
            [node],
        )[0]
    )


def titles(reader: Reader, node: int) -> list[str]:
    """All titles under which documents name a paper."""
    return [str(row[0]) for row in reader.rows("select title from paper_title where paper = ?", [node])]


def authors(reader: Reader, node: int) -> list[tuple[int, str]]:
    """(person, name) of a paper's authors in order."""
    return [
        (person, str(name))
        for person, name in reader.rows(
            """select n.id, n.name from paper_author a join node n on n.id = a.person
               where a.paper = ? order by a.position""",
            [node],
        )
    ]


def edition(reader: Reader, node: int) -> tuple[str, str, str, str, str]:
    """(series kind, series, label, first day, last day)."""
    row = reader.rows(
        "select series_kind, series, label, date_from, date_to from edition where id = ?", [node]
    )[0]
    return row[0], row[1], row[2], row[3], row[4]


def days_of_issue(reader: Reader, node: int) -> tuple[str, str, str]:
    """(first day, last day, edition that stands for them or "") of an issue, report or talk."""
    row = reader.rows(
        f"select {EDITION_DAY}, {EDITION_LAST}, {EDITION_BY} from edition e where e.id = ?", [node]
    )[0]
    return row[0], row[1], row[2]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    id: int
    title: str
    kind: str
    publisher: str
    language: str
    date: str
    covers_from: str
    covers_to: str
    machine_written: int
    source: str
    uri: str
    format: str
    unread: int


_DOCUMENT = """
    select d.id, d.title, d.kind, d.publisher, d.language, d.date, d.covers_from, d.covers_to,
           d.machine_written,
           s.name, s.uri, s.format, (select count(*) from unread u where u.document = d.id)
    from document d join source s on s.id = d.source
"""
DOCUMENT = f"{_DOCUMENT} where d.id = ?"
RENDITIONS = f"{_DOCUMENT} where d.issue = ? order by d.id"


def document(reader: Reader, node: int) -> DocumentRow:
    """A document's row."""
    return DocumentRow(*reader.rows(DOCUMENT, [node])[0])


def renditions(reader: Reader, issue: int) -> list[DocumentRow]:
    """The documents that are one issue, in the order in which they were imported."""
    return [DocumentRow(*r) for r in reader.rows(RENDITIONS, [issue])]


def concept_kind(reader: Reader, node: int) -> str:
    return str(reader.value("select kind from concept where id = ?", [node]))


def aliases(reader: Reader, node: int) -> list[tuple[str, str, str, str, str]]:
    """(form, language, script, kind, status) of a concept's aliases in the order in which they were found."""
    return [
        (row[0], row[1], row[2], row[3], row[4])
        for row in reader.rows(
            "select form, language, script, kind, status from alias where concept = ? order by id", [node]
        )
    ]


def tags_on(reader: Reader, node: int) -> list[tuple[int, str, str, bool]]:
    """(id, name, "#rrggbb" or "", is only claimed by a document) of the tags on a node."""
    return [
        (tag, str(name), str(colour), origin != "user")
        for tag, name, colour, origin in reader.rows(
            """select n.id, n.name, g.color, g.origin from tagging t join tag g on g.id = t.tag
               join node n on n.id = t.tag where t.node = ? order by n.name""",
            [node],
        )
    ]


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question or answer on a paper."""

    kind: str
    text: str
    machine: int
    language: str
    document: int
    start: int


def questions_on(reader: Reader, node: int) -> list[AskedRow]:
    """The question and answer blocks on a paper in order."""
    return [
        AskedRow(*row)
        for row in reader.rows(
            """select b.kind, b.text, b.machine, b.language, b.document, b.start
               from appearance a join block b on b.appearance = a.id
               where a.paper = ? and b.kind in ('question', 'answer') order by a.id, b.ordinal""",
            [node],
        )
    ]


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """A node that an edge joins with another: a paper with a concept."""

    predicate: str  #: "names" where no link says more
    id: int
    name: str
    sources: int


PAPERS_ON = """
    select case x.kind when 'asserted' then x.predicate else 'names' end, n.id, n.name, x.sources
    from edge x join node n on n.id = x.source left join measure m on m.node = n.id
    where x.target = ? and n.kind = 1 and x.kind in ('asserted', 'names')
    order by x.sources desc, m.importance desc, n.id
"""
CONCEPTS_OF = """
    select case x.kind when 'asserted' then x.predicate else 'names' end, n.id, n.name, x.sources
    from edge x join node n on n.id = x.target left join measure m on m.node = n.id
    where x.source = ? and n.kind = 5 and x.kind in ('asserted', 'names', 'discusses')
    order by x.sources desc, m.importance desc, n.id
"""
COAUTHORS = """
    select other.person, n.name, count(*) from paper_author mine
    join paper_author other on other.paper = mine.paper and other.person <> mine.person
    join node n on n.id = other.person
    where mine.person = ? group by other.person order by count(*) desc, n.name limit ?
"""
METHODS_OF_PERSON = """
    select n.id, n.name, count(distinct x.source) from paper_author a join edge x on x.source = a.paper
    join node n on n.id = x.target
    where a.person = ? and n.kind = 5 and x.kind in ('asserted', 'names')
    group by n.id order by count(distinct x.source) desc, n.name limit ?
"""
CARRIED = """
    select n.kind, n.id, n.name, coalesce(m.date, '') from node n left join measure m on m.node = n.id
    where n.id in (select node from tagging where tag in (select value from json_each(?)))
    order by n.kind, m.importance desc, n.id
"""


def papers_on(reader: Reader, concept: int) -> list[LinkedRow]:
    """Papers that introduce, use, evaluate, criticise, survey or name a concept, most sources first."""
    return [LinkedRow(*row) for row in reader.rows(PAPERS_ON, [concept])]


def concepts_of(reader: Reader, node: int) -> list[LinkedRow]:
    """Concepts that a paper, or an issue in its own words, is linked with or names."""
    return [LinkedRow(*row) for row in reader.rows(CONCEPTS_OF, [node])]


def coauthors(reader: Reader, person: int, limit: int) -> list[tuple[int, str, int]]:
    """(person, name, papers together), most first."""
    return [(row[0], row[1], row[2]) for row in reader.rows(COAUTHORS, [person, limit])]


def methods_of_person(reader: Reader, person: int, limit: int) -> list[tuple[int, str, int]]:
    """(concept, name, papers of the person on it), most first."""
    return [(row[0], row[1], row[2]) for row in reader.rows(METHODS_OF_PERSON, [person, limit])]


def carried(reader: Reader, tag: int) -> list[tuple[int, int, str, str]]:
    """(kind, id, name, ISO date or "") of what carries a tag or one under it."""
    tags = json.dumps(sorted(below(reader, tag)))
    return [(row[0], row[1], row[2], row[3]) for row in reader.rows(CARRIED, [tags])]


def from_sample_only(reader: Reader, papers: Sequence[int]) -> bool:
    """Whether every document that names these papers was written for the app."""
    rows = reader.rows(
        """select count(*), sum(s.uri like 'sample:%') from appearance a
           join document d on d.id = a.document join source s on s.id = d.source
           where a.paper in (select value from json_each(?))""",
        [json.dumps(list(papers))],
    )
    total, sample = rows[0]
    return bool(total) and total == sample
