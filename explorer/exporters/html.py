"""One HTML file with the graph, its list and its evidence; it opens without any network."""

from __future__ import annotations

from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters.safe import write_whole
from explorer.graph.snapshot import Snapshot


def write(snapshot: Snapshot, path: Path) -> None:
    from explorer.exporters._html import page  # pyvis brings IPython along, the page Qt's fonts

    write_whole(path, page(snapshot))


EXPORTER = Exporter("HTML page (interactive, one file)", ".html", write)
