"""Trend tag stands on a node, or over another tag."""

from explorer.edges import EdgeKind, EdgeRow
from explorer.store import Reader

SQL = """
    select node, tag from tagging where node in (select value from json_each(?1))
    union select node, tag from tagging where tag in (select value from json_each(?1))
    union select id, parent from tag where parent is not null and id in (select value from json_each(?1))
    union select id, parent from tag where parent in (select value from json_each(?1))
"""


def derive(reader: Reader, scope: str) -> list[EdgeRow]:
    return [EdgeRow(node, tag, sources=1) for node, tag in reader.rows(SQL, [scope])]


EDGE_KIND = EdgeKind("is tagged", "edge.tagged", directed=True, derived=False, derive=derive)
