"""Reads behind the passports: one function per thing that a panel shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader


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


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A paper in an edition, or a node's papers there."""

    node: int
    name: str
    kind: int
    date: str
    role: str
    status: str
    track: str
    award: str
    rank: int | None
    document: int
    papers: str  #: JSON [[id, title], …]


def places_of_paper(reader: Reader, node: int) -> list[PlaceRow]:
    """Editions and issues in which a paper stands, by date."""
    return [
        PlaceRow(*row)
        for row in reader.rows(
            """select n.id, n.name, n.kind, e.date_from, a.role, p.status, p.track, p.award, a.rank,
                      a.document, '[]'
               from presence p join edition e on e.id = p.edition join node n on n.id = e.id
               join appearance a on a.id = p.appearance
               where p.paper = ? group by n.id order by e.date_from, n.name""",
            [node],
        )
    ]


_PLACES = """
    select n.id, n.name, n.kind, e.date_from, '', '', '', '', null, min(a.document),
           json_group_array(distinct json_array(w.id, w.name))
    from {source} join presence p on p.paper = w.id join edition e on e.id = p.edition
    join node n on n.id = e.id join appearance a on a.id = p.appearance
    where {which} group by n.id order by e.date_from, n.name
"""
PLACES_OF_PERSON = _PLACES.format(source="paper_author x join node w on w.id = x.paper", which="x.person = ?")
PLACES_OF_CONCEPT = _PLACES.format(
    source="edge x join node w on w.id = x.source and w.kind = 1 and x.kind in ('names', 'asserted')",
    which="x.target = ?",
)


def places_of_person(reader: Reader, node: int) -> list[PlaceRow]:
    """Editions and issues in which a person's papers stand, by date."""
    return [PlaceRow(*row) for row in reader.rows(PLACES_OF_PERSON, [node])]


def places_of_concept(reader: Reader, node: int) -> list[PlaceRow]:
    """Editions and issues whose papers or own text name a concept, by date."""
    through_papers = reader.rows(PLACES_OF_CONCEPT, [node])
    own_text = reader.rows(
        """select n.id, n.name, n.kind, e.date_from, '', '', '', '', null, 0, '[]'
           from edge x join edition e on e.id = x.source join node n on n.id = e.id
           where x.target = ? and x.kind = 'discusses'""",
        [node],
    )
    found = {row[0]: PlaceRow(*row) for row in [*own_text, *through_papers]}
    return sorted(found.values(), key=lambda place: (place.date, place.name))


def papers_in(reader: Reader, edition: int, limit: int) -> list[tuple[int, str, int | None]]:
    """(id, title, rank) of the papers of an edition or issue: by rank, else most important first."""
    return [
        (node, str(name), rank)
        for node, name, rank in reader.rows(
            """select n.id, n.name, min(a.rank) from presence p join node n on n.id = p.paper
               join appearance a on a.id = p.appearance left join measure m on m.node = n.id
               where p.edition = ? group by n.id
               order by a.rank is null, a.rank, m.importance desc, n.id limit ?""",
            [edition, limit],
        )
    ]


def count_papers_in(reader: Reader, edition: int) -> int:
    """Number of works in an edition or issue."""
    return int(reader.value("select count(distinct paper) from presence where edition = ?", [edition]))


def edition(reader: Reader, node: int) -> tuple[str, str, str, str, str]:
    """(series kind, series, label, first day, last day)."""
    row = reader.rows(
        "select series_kind, series, label, date_from, date_to from edition where id = ?", [node]
    )[0]
    return row[0], row[1], row[2], row[3], row[4]


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


def text_of(reader: Reader, node: int, limit: int) -> list[tuple[int, str, str, str]]:
    """(block, kind, section, text) of a document's blocks in order."""
    return [
        (block, str(kind), str(section), str(text))
        for block, kind, section, text in reader.rows(
            "select id, kind, section, text from block where document = ? order by ordinal limit ?",
            [node, limit],
        )
    ]


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


def tags_on(reader: Reader, node: int) -> list[tuple[int, str]]:
    """(id, name) of the tags on a node."""
    return [
        (tag, str(name))
        for tag, name in reader.rows(
            """select n.id, n.name from tagging t join node n on n.id = t.tag where t.node = ?
               order by n.name""",
            [node],
        )
    ]


def tagged(reader: Reader, tag: int) -> list[int]:
    """Ids of the nodes that carry a tag."""
    return [row[0] for row in reader.rows("select node from tagging where tag = ? order by node", [tag])]


def questions_on(reader: Reader, node: int) -> list[tuple[str, str, int]]:
    """(kind, text, machine) of the question and answer blocks on a paper in order."""
    return [
        (str(kind), str(text), machine)
        for kind, text, machine in reader.rows(
            """select b.kind, b.text, b.machine from appearance a join block b on b.appearance = a.id
               where a.paper = ? and b.kind in ('question', 'answer') order by a.id, b.ordinal""",
            [node],
        )
    ]


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
