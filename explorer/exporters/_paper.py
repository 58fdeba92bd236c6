"""The page that pictures are drawn on: its size, and what stands in the file beside the drawing."""

from __future__ import annotations

from explorer import __version__
from explorer.exporters.safe import one_line
from explorer.graph.snapshot import Snapshot

#: up to so many nodes, this page: device-independent pixels
_PAGES = ((120, (1_400, 900)), (400, (1_920, 1_240)), (2_000, (2_800, 1_800)))
_LARGEST = (4_000, 2_600)


def page_size(snapshot: Snapshot) -> tuple[int, int]:
    """Width and height on which the names of most nodes find room, device-independent pixels."""
    count = len(snapshot.scene.view.ids)
    return next((size for limit, size in _PAGES if count <= limit), _LARGEST)


def texts(snapshot: Snapshot) -> dict[str, str]:
    """Title and provenance, for the fields that picture formats have for them."""
    return {
        "Title": one_line(snapshot.title),
        "Source": one_line(snapshot.library),
        "Creation Time": one_line(snapshot.made_on),
        "Software": f"Paper Explorer {__version__}",
    }
