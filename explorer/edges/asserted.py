"""What a document states of two things: the accepted links, under their predicates."""

from explorer.edges import EdgeKind, EdgeRow
from explorer.store import Reader

SQL = """
    select l.subject, l.object, l.predicate, l.confidence, count(distinct b.document) from link l
    left join evidence e on e.link = l.id left join block b on b.id = e.block
    where l.status = 'accepted' and l.polarity = 1 and l.subject in (select value from json_each(?))
    group by l.id
    union
    select l.subject, l.object, l.predicate, l.confidence, count(distinct b.document) from link l
    left join evidence e on e.link = l.id left join block b on b.id = e.block
    where l.status = 'accepted' and l.polarity = 1 and l.object in (select value from json_each(?))
    group by l.id
"""


def derive(reader: Reader, scope: str) -> list[EdgeRow]:
    return [EdgeRow(*row) for row in reader.rows(SQL, [scope, scope])]


EDGE_KIND = EdgeKind("states", "edge.asserted", directed=True, derived=False, derive=derive)
