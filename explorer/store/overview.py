"""Counts over the whole library, for the filter panel and the status line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from json import dumps

from explorer.store.engine import Reader, Row


def counts(reader: Reader) -> dict[int, int]:
    """Node kind → number of nodes."""
    return dict(reader.rows("select kind, count(*) from node group by kind"))


def edge_count(reader: Reader) -> int:
    return int(reader.value("select count(*) from edge"))


def editions(reader: Reader, series_kind: str) -> list[Row]:
    """(id, name, papers, series) of the editions of one kind of series, newest first."""
    return reader.rows(
        """select n.id, n.name, count(distinct p.paper), e.series from edition e join node n on n.id = e.id
           left join presence p on p.edition = e.id where e.series_kind = ?
           group by e.id order by e.date_from desc, n.name""",
        [series_kind],
    )


def series(reader: Reader) -> list[Row]:
    """(series kind, series, issues, works) of everything that is not a venue."""
    return reader.rows(
        """select e.series_kind, e.series, count(distinct e.id), count(distinct p.paper) from edition e
           left join presence p on p.edition = e.id where e.series_kind <> 'venue'
           group by e.series_kind, e.series order by 4 desc, 2"""
    )


def tags(reader: Reader) -> list[Row]:
    """(id, name, tagged nodes), most used first."""
    return reader.rows(
        """select n.id, n.name, count(t.node) from tag join node n on n.id = tag.id
           left join tagging t on t.tag = tag.id group by tag.id order by 3 desc, 2"""
    )


def top_concepts(reader: Reader, limit: int) -> list[Row]:
    """(id, name, issues and editions) of the concepts that stand in most sources.

    Sources are the issues and editions of the papers that name the concept, and the issues whose own text
    does.
    """
    return reader.rows(
        """with named as materialized (
               select m.concept, coalesce(d.issue, -d.id) as place, m.block from mention m
               join block b on b.id = m.block join document d on d.id = b.document)
           select n.id, n.name, count(distinct place) as places
           from named join node n on n.id = named.concept
           group by n.id order by places desc, count(distinct block) desc, n.id limit ?""",
        [limit],
    )


def weeks(reader: Reader) -> list[Row]:
    """(first day, works) of digest issues and venue editions, by date."""
    return reader.rows(
        """select e.date_from, count(distinct p.paper) from edition e join presence p on p.edition = e.id
           where e.date_from <> '' group by e.date_from order by 1"""
    )


def has_sample(reader: Reader) -> bool:
    return bool(reader.value("select 1 from source where uri like 'sample:%' and removed = 0 limit 1"))


def listing(reader: Reader, kinds: Collection[int], limit: int) -> list[Row]:
    """(id, kind, name, date, degree) of nodes of some kinds, most important first."""
    return reader.rows(
        """select n.id, n.kind, n.name, m.date, m.degree
           from measure m indexed by measure_importance cross join node n on n.id = m.node
           where n.kind in (select value from json_each(?))
           order by m.importance desc, n.id limit ?""",
        [dumps(sorted(int(k) for k in kinds)), limit],
    )


def listing_of(reader: Reader, nodes: Sequence[int]) -> list[Row]:
    """The same columns for given nodes, in ascending id."""
    return reader.rows(
        """select n.id, n.kind, n.name, coalesce(m.date, ''), coalesce(m.degree, 0)
           from node n left join measure m on m.node = n.id
           where n.id in (select value from json_each(?)) order by n.id""",
        [dumps(sorted(set(nodes)))],
    )
