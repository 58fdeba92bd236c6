"""SVG drawing of the whole view: shapes are shapes, text stays text that can be searched and edited."""

from __future__ import annotations

from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._paper import page_size
from explorer.exporters.safe import one_line, write_whole
from explorer.graph.snapshot import Snapshot


def write(snapshot: Snapshot, path: Path) -> None:
    from explorer.render.svg import render_svg
    from explorer.render.theme import theme

    colours, title = theme(snapshot.scheme), one_line(snapshot.title)
    write_whole(path, render_svg(snapshot.scene, page_size(snapshot), colours, title=title))


EXPORTER = Exporter("SVG drawing", ".svg", write)
