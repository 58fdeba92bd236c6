"""Counts of papers behind methods and tags, before and after a mark, over the whole library."""

from __future__ import annotations

from explorer.store.engine import Reader

METHODS = """
    select e.target, count(distinct iif(e.source <= ?1, e.source, null)), count(distinct e.source)
    from edge e join paper p on p.id = e.source join concept c on c.id = e.target
    where e.kind in ('names', 'asserted') and c.state = 'accepted' group by e.target
"""
TAGS = "select tag, sum(node <= ?1), count(*) from tagging group by tag"


def method_counts(reader: Reader, mark: int) -> list[tuple[int, int, int]]:
    """(concept, papers that were there before, papers) of all concepts that papers are linked with."""
    return [(row[0], row[1], row[2]) for row in reader.rows(METHODS, [mark])]


def tag_counts(reader: Reader, mark: int) -> list[tuple[int, int, int]]:
    """(tag, nodes under it that were there before, nodes under it)."""
    return [(row[0], row[1], row[2]) for row in reader.rows(TAGS, [mark])]
