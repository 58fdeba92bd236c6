"""Where a page is looked at from."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.graph.camera import Camera


@dataclass(frozen=True, slots=True)
class Look:
    """A camera, and whether it shows everything."""

    camera: Camera
    is_fitted: bool
