"""The view as a networkx graph whose every value a file format can hold."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from explorer.exporters.safe import number, one_line, plain
from explorer.graph.snapshot import Snapshot
from explorer.graph.view import GraphView
from explorer.model import NodeKind

if TYPE_CHECKING:
    import networkx as nx

Value = str | int | float | bool

#: columns that only serve the drawing, or stand in the file under another name
_NOT_CARRIED = frozenset({"x", "y", "id", "kind", "name", "map_x", "map_y", "told"})


def kind_name(value: int) -> str:
    """Word for a NodeKind value ("paper"), as the command line prints it."""
    return NodeKind(value).name.lower()


def iso_date(days: float) -> str:
    """ISO date of days since 1970, "" where unknown."""
    if not np.isfinite(days):
        return ""
    return datetime.fromtimestamp(days * 86_400, UTC).date().isoformat()


def graph_of(snapshot: Snapshot) -> nx.MultiDiGraph[int]:
    """Nodes keyed by id with x, y, id, kind, name and the view's columns; edges keyed by row.

    x and y are world units as drawn, y downwards. Edges carry kind, predicate,
    weight, evidence_count (sentences) and sources (distinct ones). An unknown
    value is left out, for no format has the same word for it.
    """
    import networkx as nx

    view, pos = snapshot.scene.view, snapshot.scene.pos
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph(
        title=plain(snapshot.title), library=plain(snapshot.library), made_on=plain(snapshot.made_on)
    )
    columns = _columns(view)
    for row, node_id in enumerate(view.ids.tolist()):
        x, y = pos[row].tolist()
        graph.add_node(
            node_id,
            id=node_id,
            kind=kind_name(int(view.kinds[row])),
            name=plain(view.names[row]),
            x=number(x),
            y=number(y),
            **{name: values[row] for name, values in columns.items() if values[row] is not None},
        )
    for row, (source, target) in enumerate(view.ends.tolist()):
        graph.add_edge(
            int(view.ids[source]),
            int(view.ids[target]),
            key=row,
            kind=plain(view.edge_labels[view.edge_kinds[row]]),
            predicate=plain(view.predicates[row]),
            weight=number(float(view.weights[row])),
            evidence_count=len(snapshot.quotes.get(row, ())),
            sources=int(view.sources[row]),
        )
    return graph


def edge_words(snapshot: Snapshot, row: int) -> str:
    """What the source of an edge does to its target, in words for people."""
    from explorer.render.verbs import verb  # which draws them, too: Qt's fonts come along

    view = snapshot.scene.view
    kind, predicate = view.edge_labels[view.edge_kinds[row]], view.predicates[row]
    return one_line(verb(predicate) or snapshot.edge_names.get(kind) or kind.replace("_", " "))


def _columns(view: GraphView) -> dict[str, list[Value | None]]:
    return {
        plain(name): [_value(name, item) for item in values.tolist()]
        for name, values in sorted(view.columns.items())
        if name not in _NOT_CARRIED
    }


def _value(name: str, item: object) -> Value | None:
    if name == "date" and isinstance(item, float | int):
        return iso_date(item) or None
    if isinstance(item, float):
        return item if np.isfinite(item) else None
    if isinstance(item, bool | int):
        return item
    return plain(str(item)) or None
