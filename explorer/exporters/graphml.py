"""GraphML for yEd, Gephi, Cytoscape and networkx."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._graph import graph_of
from explorer.exporters.safe import write_whole
from explorer.graph.snapshot import Snapshot


def write(snapshot: Snapshot, path: Path) -> None:
    import networkx as nx

    out = BytesIO()
    # the writer on the standard library: the one on lxml is picked only where lxml happens to be installed
    nx.write_graphml_xml(graph_of(snapshot), out, named_key_ids=True)
    write_whole(path, out.getvalue())


EXPORTER = Exporter("GraphML", ".graphml", write)
