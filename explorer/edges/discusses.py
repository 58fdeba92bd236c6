"""Issue, report or talk speaks of a concept outside of its papers' own sections."""

from explorer.edges import EdgeKind, EdgeRow
from explorer.store import Reader

_SELECT = """
    select d.issue, m.concept, '', count(distinct m.block), count(distinct d.id)
    from mention m join block b on b.id = m.block join document d on d.id = b.document
    where b.appearance is null and d.issue is not null and {which}
    group by d.issue, m.concept
"""
BY_ISSUE = _SELECT.format(which="d.issue in (select value from json_each(?))")
BY_CONCEPT = _SELECT.format(which="m.concept in (select value from json_each(?))")


def derive(reader: Reader, scope: str) -> list[EdgeRow]:
    return [EdgeRow(*row) for sql in (BY_ISSUE, BY_CONCEPT) for row in reader.rows(sql, [scope])]


EDGE_KIND = EdgeKind("discusses", "edge.names", directed=True, derived=False, derive=derive)
