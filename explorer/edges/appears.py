"""Paper stands in a conference edition or in an issue of a digest."""

from explorer.edges import EdgeKind, EdgeRow
from explorer.store import Reader

SQL = """
    select p.paper, p.edition, a.role, 1.0, count(distinct a.document)
    from presence p join appearance a on a.id = p.appearance
    where p.paper in (select value from json_each(?)) group by p.paper, p.edition
    union
    select p.paper, p.edition, a.role, 1.0, count(distinct a.document)
    from presence p join appearance a on a.id = p.appearance
    where p.edition in (select value from json_each(?)) group by p.paper, p.edition
"""


def derive(reader: Reader, scope: str) -> list[EdgeRow]:
    return [EdgeRow(*row) for row in reader.rows(SQL, [scope, scope])]


EDGE_KIND = EdgeKind("appears in", "edge.appears", directed=True, derived=False, derive=derive)
