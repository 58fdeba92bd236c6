"""GEXF 1.3 for Gephi, with places, sizes and colours as drawn."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._graph import graph_of
from explorer.exporters.safe import number, one_line, write_whole
from explorer.graph.snapshot import Snapshot
from explorer.model import NodeKind


def write(snapshot: Snapshot, path: Path) -> None:
    import networkx as nx

    from explorer.render.theme import theme

    graph = graph_of(snapshot)
    view, colours = snapshot.scene.view, theme(snapshot.scheme).nodes
    for row, node_id in enumerate(view.ids.tolist()):
        node = graph.nodes[node_id]
        node["label"] = one_line(node["name"])
        node["viz"] = {
            # Gephi's y axis points upwards, ours downwards
            "position": {"x": node["x"], "y": -node["y"], "z": 0.0},
            "size": number(float(snapshot.scene.radius[row])),
            "color": _rgb(colours[NodeKind(int(view.kinds[row]))]),
        }
    for _, _, edge in graph.edges(data=True):
        edge["label"] = edge["predicate"] or edge["kind"]
    out = BytesIO()
    nx.write_gexf(graph, out, version="1.3")
    write_whole(path, _dated(out.getvalue(), snapshot.made_on))


def _rgb(colour: str) -> dict[str, int | float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return {"r": red, "g": green, "b": blue, "a": 1.0}


def _dated(xml: bytes, made_on: str) -> bytes:
    """The same with the snapshot's date: networkx writes today's, so no two days gave the same bytes."""
    date = f'lastmodifieddate="{re.sub("[^0-9-]", "", made_on)}"'
    return re.sub(rb'lastmodifieddate="[^"]*"', date.encode("ascii"), xml, count=1)


EXPORTER = Exporter("GEXF (Gephi)", ".gexf", write)
