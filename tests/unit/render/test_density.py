"""How strong an edge is among many: contracts of density and opacity."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.render.density import clipped, opacity, sampled

BOX = (0.0, 0.0, 400.0, 300.0)
LAYERS = st.floats(0, 500)


@given(st.lists(LAYERS, min_size=2, max_size=30), st.floats(0, 500))
def test_the_denser_the_fainter_is_each_edge_and_the_darker_are_all_of_them(layers, peak):
    ordered = np.sort(np.array(layers))
    each = opacity(ordered, peak)
    assert (np.diff(each) <= 1e-12).all()
    assert (np.diff(ordered * each) >= -1e-9).all()
    assert ((each > 0) & (each <= 1)).all()


@given(LAYERS, st.floats(0, 500), st.floats(0, 500))
def test_a_crowd_elsewhere_on_the_page_never_makes_an_edge_stronger(layers, peak, other):
    weak, strong = sorted((peak, other), reverse=True)
    here = np.array([layers])
    assert opacity(here, weak)[0] <= opacity(here, strong)[0] + 1e-12


def test_where_edges_are_few_they_are_opaque():
    assert opacity(np.array([0.0, 0.1, 0.3]), 0.3).tolist() == [1.0, 1.0, 1.0]


def test_a_bundle_of_lines_is_denser_than_a_single_one():
    bundle = np.tile([[20.0, 50.0, 380.0, 50.0]], (40, 1))
    alone = np.array([[20.0, 250.0, 380.0, 250.0]])
    lines = np.concatenate([bundle, alone])
    density = sampled(lines, BOX).density(np.ones(len(lines)))
    along = density.along(lines)
    assert along[0] == pytest.approx(40 * along[-1], rel=0.1)
    total = density.layers.sum() * 20.0**2
    assert total == pytest.approx(np.hypot(*(lines[:, 2:] - lines[:, :2]).T).sum())


points = st.tuples(*[st.floats(-2000, 2000)] * 4)


@given(st.lists(points, min_size=1, max_size=20))
def test_what_is_clipped_lies_on_the_line_and_in_the_box_or_is_a_point(lines):
    ends = np.array(lines)
    inside = clipped(ends, BOX)
    length = np.hypot(*(inside[:, 2:] - inside[:, :2]).T)
    seen = inside[length > 1e-6]
    assert (seen.reshape(-1, 2) >= -1e-6).all()
    assert (seen.reshape(-1, 2) <= np.array(BOX[2:]) + 1e-6).all()
    way, cut = ends[:, 2:] - ends[:, :2], inside[:, 2:] - inside[:, :2]
    assert np.abs(way[:, 0] * cut[:, 1] - way[:, 1] * cut[:, 0]).max() < 1e-3
    assert (length <= np.hypot(*way.T) + 1e-6).all()
