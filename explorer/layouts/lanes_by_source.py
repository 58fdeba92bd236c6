"""Lanes by source: a row per venue series, digest, arXiv, reports, talks and notes; time to scale."""

from __future__ import annotations

from explorer.graph.lane_places import lanes_finished, place_marks
from explorer.graph.lanes import source_marks
from explorer.graph.scene import Scene
from explorer.layouts import Layout


def finish(scene: Scene) -> Scene:
    """The time axis and a named row for each source."""
    return lanes_finished(scene, "sources", names_marks=True)


LAYOUT = Layout("Lanes by source", place_marks, ("date",), drawn=source_marks, finish=finish, under="lanes")
