"""Reads of the sets of papers that can be compared: editions, years, tags, saved views."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.store.dating import EDITION_DAY
from explorer.store.engine import Reader
from explorer.store.tags import WITH_ABOVE

#: papers of each edition and issue, and those that lists put into it
EDITIONS = """
    select e.id, n.name, e.series, e.series_kind = 'venue', e.date_from,
        count(distinct p.paper), count(distinct case when d.kind = 'paper_list' then p.paper end)
    from edition e join node n on n.id = e.id
    join presence p on p.edition = e.id
    left join appearance a on a.id = p.appearance
    left join document d on d.id = a.document
    group by e.id order by e.date_from desc, n.name
"""
YEARS = f"""
    select substr(coalesce(nullif(p.published, ''),
        (select min(nullif({EDITION_DAY}, '')) from presence x join edition e on e.id = x.edition
         where x.paper = p.id)), 1, 4) as year, count(*)
    from paper p group by year having year <> '' order by year desc
"""
TAGS = f"""
    select n.name, count(distinct c.node) from tag g join node n on n.id = g.id
    left join ({WITH_ABOVE}) c on c.over = g.id group by g.id order by n.name
"""
VIEWS = "select name from saved_view order by name"


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition or issue: ISO day on which it begins, papers that stand in it, and those of its list."""

    id: int
    name: str
    series: str
    is_venue: bool
    first: str
    papers: int
    listed: int


def edition_rows(reader: Reader) -> list[EditionRow]:
    """Editions and issues with papers, the latest first."""
    return [
        EditionRow(row[0], row[1], row[2], bool(row[3]), row[4], row[5], row[6])
        for row in reader.rows(EDITIONS)
    ]


def year_rows(reader: Reader) -> list[tuple[int, int]]:
    """(year, papers), the latest first."""
    return [(int(row[0]), int(row[1])) for row in reader.rows(YEARS) if str(row[0]).isdigit()]


def tag_rows(reader: Reader) -> list[tuple[str, int]]:
    """(tag, how many nodes carry it or one under it), by name."""
    return [(str(row[0]), int(row[1])) for row in reader.rows(TAGS)]


def view_names(reader: Reader) -> list[str]:
    """Names of saved views."""
    return [str(row[0]) for row in reader.rows(VIEWS)]
