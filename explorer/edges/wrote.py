"""Person wrote paper."""

from explorer.edges import EdgeKind, EdgeRow
from explorer.store import Reader

SQL = """
    select person, paper from paper_author where paper in (select value from json_each(?1))
    union select person, paper from paper_author where person in (select value from json_each(?1))
"""


def derive(reader: Reader, scope: str) -> list[EdgeRow]:
    return [EdgeRow(a, b, sources=1) for a, b in reader.rows(SQL, [scope])]


EDGE_KIND = EdgeKind("wrote", "edge.wrote", directed=True, derived=False, derive=derive)
