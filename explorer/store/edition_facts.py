"""Reads of an edition or issue: its papers by page, status, method and tag, and who saw them first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader, Row


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A paper in an edition or issue."""

    paper: int
    title: str
    role: str
    rank: int | None
    status: str
    track: str
    award: str


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A paper of an edition that stood in a digest issue before."""

    paper: int
    title: str
    issue: int
    issue_name: str
    last_day: str  #: of the week that the issue covers


PAPERS_IN = """
    select p.paper, n.name, min(a.role), min(a.rank), max(p.status), max(p.track), max(p.award)
    from presence p join node n on n.id = p.paper join appearance a on a.id = p.appearance
    left join measure m on m.node = n.id
    where p.edition = ? group by p.paper
    order by min(a.rank) is null, min(a.rank), m.importance desc, p.paper limit ? offset ?
"""
AWARDED = """
    select p.paper, n.name, '', null, max(p.status), max(p.track), p.award
    from presence p join node n on n.id = p.paper where p.edition = ? and p.award <> ''
    group by p.paper, p.award order by p.award, n.name
"""
BY_STATUS = """
    select status, track, count(*) from (
        select max(status) as status, max(track) as track from presence where edition = ? group by paper)
    group by status, track order by count(*) desc, status, track
"""
METHODS_IN = """
    select x.target, count(distinct x.source) from presence p cross join edge x on x.source = p.paper
    where p.edition = ? and x.kind in ('names', 'asserted') group by x.target
    order by count(distinct x.source) desc, x.target
"""
TAGS_IN = """
    select t.tag, count(distinct p.paper) from presence p join tagging t on t.node = p.paper
    where p.edition = ? group by t.tag order by count(distinct p.paper) desc, t.tag
"""
DOCUMENTS_IN = """
    select a.document, count(distinct p.paper) from presence p join appearance a on a.id = p.appearance
    where p.edition = ? group by a.document order by a.document
"""
LEADS = """
    select p.paper, w.name, g.id, n.name, min(coalesce(nullif(g.date_to, ''), g.date_from))
    from presence p join presence q on q.paper = p.paper join edition g on g.id = q.edition
    join node n on n.id = g.id join node w on w.id = p.paper
    where p.edition = ?1 and g.series_kind = 'digest' and g.date_from <> ''
        and coalesce(nullif(g.date_to, ''), g.date_from) < ?2
    group by p.paper order by 5, p.paper
"""
CHILDREN = """
    select id, name from node
    where kind = 3 and key >= ?1 || ' ' and key < ?1 || '!' and key like '%workshop%' order by name
"""
EVENTS = """
    select b.document, b.start, b.section, b.text
    from block b where b.document in (select value from json_each(?)) and b.kind = 'heading'
        and b.section <> '' order by b.section, b.ordinal
"""


def standing(reader: Reader, edition: int, limit: int, offset: int = 0) -> list[StandingRow]:
    """Papers of an edition or issue: by rank, else most important first."""
    return [StandingRow(*row) for row in reader.rows(PAPERS_IN, [edition, limit, offset])]


def count_papers_in(reader: Reader, edition: int) -> int:
    """Number of works in an edition or issue."""
    return int(reader.value("select count(distinct paper) from presence where edition = ?", [edition]))


def awarded(reader: Reader, edition: int) -> list[StandingRow]:
    """Papers of an edition that won something."""
    return [StandingRow(*row) for row in reader.rows(AWARDED, [edition])]


def counts_by_status(reader: Reader, edition: int) -> list[tuple[str, str, int]]:
    """(status, track, papers), most first."""
    return [(row[0], row[1], row[2]) for row in reader.rows(BY_STATUS, [edition])]


def methods_in(reader: Reader, edition: int) -> list[tuple[int, int]]:
    """(concept, papers that name it or are linked with it), most first."""
    return _pairs(reader.rows(METHODS_IN, [edition]))


def tags_in(reader: Reader, edition: int) -> list[tuple[int, int]]:
    """(tag, papers), most first."""
    return _pairs(reader.rows(TAGS_IN, [edition]))


def documents_in(reader: Reader, edition: int) -> list[tuple[int, int]]:
    """(document, papers that it puts into the edition)."""
    return _pairs(reader.rows(DOCUMENTS_IN, [edition]))


def leads(reader: Reader, edition: int, first_day: str) -> list[LeadRow]:
    """Papers of an edition with the first digest issue whose week ended before a day, earliest first."""
    return [LeadRow(*row) for row in reader.rows(LEADS, [edition, first_day])]


def workshops_of(reader: Reader, edition: int) -> list[tuple[int, str]]:
    """(edition, name) of the workshops that are editions of their own."""
    key = reader.value("select key from node where id = ?", [edition])
    return [(row[0], row[1]) for row in reader.rows(CHILDREN, [key])]


def events_in(reader: Reader, documents: Sequence[int]) -> list[tuple[int, int, str, str]]:
    """(document, offset, section, name) of the workshops, tutorials and talks that lists name."""
    rows = reader.rows(EVENTS, [json.dumps(sorted(documents))])
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _pairs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    return [(row[0], row[1]) for row in rows]
