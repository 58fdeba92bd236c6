"""Bibliographic rows of papers, for exports."""

from __future__ import annotations

import json
from collections.abc import Iterable

from explorer.store.engine import Reader, Row


def records(reader: Reader, papers: Iterable[int]) -> list[Row]:
    """(id, title, authors JSON, published, arxiv, doi, openreview, abstract, date) by ascending id."""
    return reader.rows(
        """select p.id, n.name, p.authors, p.published, coalesce(p.arxiv_id, ''), coalesce(p.doi, ''),
                  coalesce(p.openreview, ''), p.abstract, coalesce(m.date, '')
           from paper p join node n on n.id = p.id left join measure m on m.node = p.id
           where p.id in (select value from json_each(?)) order by p.id""",
        [json.dumps(sorted(papers))],
    )


def venues(reader: Reader, papers: Iterable[int]) -> list[Row]:
    """(paper, "ICML 2024") of venue editions."""
    return reader.rows(
        """select distinct p.paper, n.name from presence p cross join edition e on e.id = p.edition
           join node n on n.id = e.id
           where e.series_kind = 'venue' and p.paper in (select value from json_each(?)) order by 1, 2""",
        [json.dumps(sorted(papers))],
    )


def methods(reader: Reader, papers: Iterable[int]) -> list[Row]:
    """(paper, concept name) of what a paper introduces, uses or names."""
    return reader.rows(
        """select distinct x.source, n.name from edge x cross join node n on n.id = x.target and n.kind = 5
           where x.kind in ('asserted', 'names') and x.source in (select value from json_each(?))
           order by 1, 2""",
        [json.dumps(sorted(papers))],
    )


def tags(reader: Reader, papers: Iterable[int]) -> list[Row]:
    """(paper, tag name)."""
    return reader.rows(
        """select t.node, n.name from tagging t join node n on n.id = t.tag
           where t.node in (select value from json_each(?)) order by 1, 2""",
        [json.dumps(sorted(papers))],
    )


def naming(reader: Reader) -> list[Row]:
    """(id, title, authors JSON, published or date, arxiv) of every paper, ascending id: what keys are of."""
    return reader.rows(
        """select p.id, n.name, p.authors, coalesce(nullif(p.published, ''), m.date, ''),
                  coalesce(p.arxiv_id, '')
           from paper p cross join node n on n.id = p.id left join measure m on m.node = p.id order by p.id"""
    )


def all_venues(reader: Reader) -> list[Row]:
    """(paper, "ICML 2024") of every paper with a venue: of several the first by name."""
    return reader.rows(
        """select p.paper, min(n.name) from presence p cross join edition e on e.id = p.edition
           join node n on n.id = e.id where e.series_kind = 'venue' group by p.paper"""
    )
