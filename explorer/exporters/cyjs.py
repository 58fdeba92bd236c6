"""Cytoscape JSON, for Cytoscape and Cytoscape.js."""

from __future__ import annotations

import json
from pathlib import Path

from explorer import __version__
from explorer.exporters import Exporter
from explorer.exporters._graph import Value, graph_of
from explorer.exporters.safe import write_whole
from explorer.graph.snapshot import Snapshot


def write(snapshot: Snapshot, path: Path) -> None:
    graph = graph_of(snapshot)
    edges = sorted(graph.edges(data=True, keys=True), key=lambda edge: edge[2])
    document = {
        "format_version": "1.0",
        "generated_by": f"paper-explorer {__version__}",
        "target_cytoscapejs_version": "~3.0",
        "data": {"name": graph.graph["title"], **graph.graph},
        "elements": {
            "nodes": [_node(data) for _, data in graph.nodes(data=True)],
            "edges": [_edge(*edge) for edge in edges],
        },
    }
    write_whole(path, json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def _node(data: dict[str, Value]) -> dict[str, object]:
    place = {axis: data[axis] for axis in ("x", "y")}
    rest = {name: value for name, value in data.items() if name not in place}
    return {"data": {**rest, "id": str(data["id"])}, "position": place}


def _edge(source: int, target: int, row: int, data: dict[str, Value]) -> dict[str, object]:
    ends = {"id": f"e{row}", "source": str(source), "target": str(target), "interaction": data["kind"]}
    return {"data": {**data, **ends}}


EXPORTER = Exporter("Cytoscape JSON", ".cyjs", write)
