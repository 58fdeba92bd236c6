"""Where nodes stand: editions, issues and documents, with the papers through which they stand there."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.store.dating import DOCUMENT_BY, DOCUMENT_DAY, EDITION_BY, EDITION_DAY
from explorer.store.engine import Reader


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A node in an edition, an issue or a document that has neither; ``papers`` is JSON [[id, title], …].

    ``by`` is the edition that stands for ``date``, "" where that is its own.
    """

    node: int
    name: str
    kind: int
    series_kind: str
    date: str
    role: str
    status: str
    track: str
    award: str
    rank: int | None
    papers: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class AppearanceRow:
    """One place of a document that names a paper."""

    id: int
    document: int
    title: str
    uri: str
    language: str
    kind: str
    date: str
    by: str
    issue: int | None
    issue_name: str | None
    role: str
    section: str
    as_written: str
    rank: int | None
    start: int
    end: int
    exact: str
    trends: str  #: labels, one a line


PLACES_OF_PAPER = f"""
    select n.id, n.name, n.kind, e.series_kind, {EDITION_DAY} as day, min(a.role), max(p.status),
           max(p.track), max(p.award), min(a.rank), '[]', {EDITION_BY}
    from presence p join edition e on e.id = p.edition join node n on n.id = e.id
    join appearance a on a.id = p.appearance
    where p.paper = ? group by n.id order by day = '', day, n.name
"""
APPEARANCES_OF_PAPER = f"""
    select a.id, d.id, n.name, s.uri, d.language, d.kind, {DOCUMENT_DAY},
           {DOCUMENT_BY}, d.issue, i.name, a.role, a.section, a.as_written, a.rank, a.start, a."end", a.exact,
           coalesce((select group_concat(t.label, char(10)) from trend_appearance x
                     join trend t on t.id = x.trend where x.appearance = a.id), '')
    from appearance a join document d on d.id = a.document join node n on n.id = d.id
    join source s on s.id = d.source left join node i on i.id = d.issue
    where a.paper = ? order by d.kind in ('paper_list', 'metadata'), a.role = 'background', d.id, a.id limit ?
"""
_PLACES = f"""
    select n.id, n.name, n.kind, e.series_kind, {EDITION_DAY} as day, '', '', '', '', null,
           json_group_array(distinct json_array(w.id, w.name)), {EDITION_BY}
    from {{source}} join edition e on e.id = p.edition join node n on n.id = e.id
    join node w on w.id = p.paper
    where {{which}} group by n.id order by day = '', day, n.name
"""
PLACES_OF_PERSON = _PLACES.format(
    source="paper_author x join presence p on p.paper = x.paper", which="x.person = ?"
)
#: by the place that names it: a list of the same paper that does not is none
PLACES_OF_CONCEPT = _PLACES.format(
    source="mention x join block b on b.id = x.block join presence p on p.appearance = b.appearance",
    which="x.concept = ?",
)
ISSUES_ON_CONCEPT = f"""
    select n.id, n.name, n.kind, e.series_kind, {EDITION_DAY}, '', '', '', '', null, '[]', {EDITION_BY}
    from edge x join edition e on e.id = x.source join node n on n.id = e.id
    where x.target = ? and x.kind = 'discusses'
"""
#: articles and other documents that are no issue; lists and records name everything and say nothing
DOCUMENTS_ON_CONCEPT = f"""
    select n.id, n.name, n.kind, d.kind, {DOCUMENT_DAY}, '', '', '', '', null, '[]', {DOCUMENT_BY}
    from mention m join block b on b.id = m.block join document d on d.id = b.document
    join node n on n.id = d.id
    where m.concept = ? and d.issue is null and d.kind not in ('paper_list', 'metadata') group by n.id
"""


def places_of_paper(reader: Reader, node: int) -> list[PlaceRow]:
    """Editions and issues in which a paper stands, by date; those without one last."""
    return [PlaceRow(*row) for row in reader.rows(PLACES_OF_PAPER, [node])]


def appearances_of_paper(reader: Reader, node: int, limit: int) -> list[AppearanceRow]:
    """Every place that names a paper: documents that say something of it before lists."""
    return [AppearanceRow(*row) for row in reader.rows(APPEARANCES_OF_PAPER, [node, limit])]


def places_of_person(reader: Reader, node: int) -> list[PlaceRow]:
    """Editions and issues in which a person's papers stand, by date."""
    return [PlaceRow(*row) for row in reader.rows(PLACES_OF_PERSON, [node])]


def places_of_concept(reader: Reader, node: int) -> list[PlaceRow]:
    """Editions, issues and other documents whose papers or own text name a concept, by date."""
    found = {
        row[0]: PlaceRow(*row)
        for sql in (DOCUMENTS_ON_CONCEPT, ISSUES_ON_CONCEPT, PLACES_OF_CONCEPT)
        for row in reader.rows(sql, [node])
    }
    return sorted(found.values(), key=lambda place: (place.date == "", place.date, place.name))
