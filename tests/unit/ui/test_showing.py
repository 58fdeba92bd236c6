"""What the window says of a view."""

from dataclasses import replace

import numpy as np

from explorer.model import NodeKind
from explorer.ui.showing import off_the_map
from tests.scenes import ego_view


def test_papers_without_a_place_on_the_map_are_counted_and_methods_are_not():
    view = ego_view()
    assert off_the_map(replace(view, columns={})) == 0
    places = np.full(len(view.ids), np.nan, np.float32)
    papers = int((view.kinds == NodeKind.PAPER).sum())
    assert papers and papers < len(view.ids)
    assert off_the_map(replace(view, columns={"map_x": places})) == papers
    assert off_the_map(replace(view, columns={"map_x": np.zeros_like(places)})) == 0
