"""Paper's text names a concept, and no link says more."""

from explorer.edges import EdgeKind, EdgeRow
from explorer.store import Reader

_SELECT = """
    select a.paper, m.concept, '', count(distinct m.block), count(distinct a.document)
    from mention m join block b on b.id = m.block join appearance a on a.id = b.appearance
    where {which} and not exists (
        select 1 from link l where l.subject = a.paper and l.object = m.concept and l.status = 'accepted')
    group by a.paper, m.concept
"""
BY_PAPER = _SELECT.format(which="a.paper in (select value from json_each(?))")
BY_CONCEPT = _SELECT.format(which="m.concept in (select value from json_each(?))")


def derive(reader: Reader, scope: str) -> list[EdgeRow]:
    return [EdgeRow(*row) for sql in (BY_PAPER, BY_CONCEPT) for row in reader.rows(sql, [scope])]


EDGE_KIND = EdgeKind("names", "edge.names", directed=True, derived=False, derive=derive)
