"""PNG picture of the whole view on a page with margins and legend, two device pixels per pixel."""

from __future__ import annotations

from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._paper import page_size, texts
from explorer.exporters.safe import write_whole
from explorer.graph.snapshot import Snapshot


def write(snapshot: Snapshot, path: Path) -> None:
    from explorer.render.png import render_png
    from explorer.render.theme import theme

    colours = theme(snapshot.scheme)
    write_whole(path, render_png(snapshot.scene, page_size(snapshot), colours, texts=texts(snapshot)))


EXPORTER = Exporter("PNG picture", ".png", write)
