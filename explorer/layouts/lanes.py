"""Lanes: a row per method, a mark per appearance, time to scale."""

from __future__ import annotations

from explorer.graph.lane_places import lanes_finished, place_marks
from explorer.graph.lanes import method_marks
from explorer.graph.scene import Scene
from explorer.layouts import Layout


def finish(scene: Scene) -> Scene:
    """The time axis, a named row for each method, a band for each edition."""
    return lanes_finished(scene, "methods", names_marks=False)


LAYOUT = Layout("Lanes", place_marks, ("date",), drawn=method_marks, finish=finish)
