"""Reads of when papers appeared, and of when conferences were: the time histogram is made from them."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.store.dating import EDITION_DAY
from explorer.store.engine import Reader, Row

#: a paper's own day, or the month of its arXiv id, where it has either
OWN_DAYS = """
    select id, coalesce(nullif(published, ''),
        '20' || substr(arxiv_id, 1, 2) || '-' || substr(arxiv_id, 3, 2))
    from paper where published <> '' or arxiv_id glob '[0-9][0-9][0-9][0-9].*'
"""
#: the days of the editions, digests, reports and talks that it stands in
EDITION_DAYS = f"""
    select distinct p.paper, {EDITION_DAY} as day, e.series_kind = 'venue'
    from edition e cross join presence p on p.edition = e.id where day <> ''
"""
VENUES = """
    select n.name, e.date_from, coalesce(nullif(e.date_to, ''), e.date_from),
        (select count(distinct p.paper) from presence p where p.edition = e.id) as papers
    from edition e join node n on n.id = e.id
    where e.series_kind = 'venue' and e.date_from <> '' order by e.date_from, n.name
"""

#: the papers of each conference edition
VENUE_PAPERS = """
    select distinct e.id, n.name, e.date_from, coalesce(nullif(e.date_to, ''), e.date_from), p.paper
    from edition e join node n on n.id = e.id cross join presence p on p.edition = e.id
    where e.series_kind = 'venue' and e.date_from <> '' order by e.date_from, n.name, p.paper
"""

#: papers by their first day: their own, else that of the first edition, digest or report that they stand in
DATED = f"""
    select p.id from paper p where coalesce(nullif(p.published, ''),
        (select min(nullif({EDITION_DAY}, '')) from presence x join edition e on e.id = x.edition
         where x.paper = p.id)) between ?1 and ?2 || '~'
"""


def paper_days(reader: Reader) -> list[Row]:
    """(paper, ISO day or month, 1 where that is the day of a conference); several for a paper."""
    own = [(paper, day, 0) for paper, day in reader.rows(OWN_DAYS)]
    return [*own, *reader.rows(EDITION_DAYS)]


def all_papers(reader: Reader) -> list[int]:
    """Ids of all papers, ascending."""
    return [int(row[0]) for row in reader.rows("select id from paper order by id")]


def venue_days(reader: Reader) -> list[Row]:
    """(name, first day, last day, papers) of the conference editions whose days are known, by day."""
    return reader.rows(VENUES)


def papers_dated(reader: Reader, first: str, last: str) -> list[int]:
    """Papers of a time: ISO days, months or years, the last one included."""
    return [int(row[0]) for row in reader.rows(DATED, [first, last])]


@dataclass(frozen=True, slots=True)
class EditionPapers:
    """A conference edition: name, ISO days, ids of its papers."""

    name: str
    first: str
    last: str
    papers: tuple[int, ...]


def venue_papers(reader: Reader) -> list[EditionPapers]:
    """The conference editions whose days are known, by day."""
    of: dict[tuple[int, str, str, str], list[int]] = {}
    for edition, name, first, last, paper in reader.rows(VENUE_PAPERS):
        of.setdefault((edition, name, first, last), []).append(paper)
    return [EditionPapers(*key[1:], tuple(papers)) for key, papers in of.items()]
