"""What every layout promises: given places stay, the rest is finite, apart, and the same each time."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.view import empty_view
from explorer.layouts import LAYOUTS
from tests.scenes import appearances, big_view, ego_view

pytestmark = pytest.mark.parametrize("name", list(LAYOUTS))


def free(view):
    return np.full((len(view.ids), 2), np.nan, np.float32)


def with_columns(view):
    """The view with every column that some layout needs, some rows without a value."""
    count = len(view.ids)
    rng = np.random.default_rng(5)
    columns = dict(view.columns)
    for column in ("map_x", "map_y"):
        columns.setdefault(column, rng.normal(0, 3, count).astype(np.float32))
        columns[column] = columns[column].copy()
        columns[column][: min(count, 1)] = np.nan
    columns.setdefault(
        "date", np.where(np.arange(count) % 7 == 3, np.nan, rng.integers(19_000, 20_000, count))
    )
    columns.setdefault(
        "series", np.array([("ICML", "digest", "arXiv")[k % 3] for k in range(count)], np.str_)
    )
    columns.setdefault("depth", np.minimum(np.arange(count), 2).astype(np.int32))
    return replace(view, columns=columns, appearances=appearances(view))


def drawn(name, view):
    """The rows that a layout places: lanes show one for each appearance."""
    return LAYOUTS[name].drawn(view)


def without_edges(view):
    return replace(
        view,
        ends=view.ends[:0],
        edge_kinds=view.edge_kinds[:0],
        predicates=(),
        weights=view.weights[:0],
        sources=view.sources[:0],
    )


def one_node(view):
    columns = {key: column[:1] for key, column in view.columns.items()}
    lone = without_edges(view)
    return replace(lone, ids=view.ids[:1], kinds=view.kinds[:1], names=view.names[:1], columns=columns)


VIEWS = {
    "ego": lambda: with_columns(ego_view(parallel=True)),
    "clustered": lambda: with_columns(big_view(200, 2)),
    "large": lambda: with_columns(big_view(700, 2)),
    "no edges": lambda: with_columns(without_edges(ego_view())),
    "one node": lambda: with_columns(one_node(ego_view())),
    "components": lambda: with_columns(_two_pieces()),
}


def _two_pieces():
    view = ego_view()
    kept = [k for k, ends in enumerate(view.ends.tolist()) if (ends[0] < 6) == (ends[1] < 6)]
    return replace(
        view,
        ends=view.ends[kept],
        edge_kinds=view.edge_kinds[kept],
        predicates=tuple(view.predicates[k] for k in kept),
        weights=view.weights[kept],
        sources=view.sources[kept],
    )


@pytest.mark.parametrize("which", VIEWS)
def test_every_node_gets_a_finite_place_of_its_own(name, which):
    view = drawn(name, VIEWS[which]())
    pos = LAYOUTS[name].place(view, free(view), 0)
    assert pos.shape == (len(view.ids), 2)
    assert pos.dtype == np.float32
    assert np.isfinite(pos).all()
    assert len(np.unique(pos, axis=0)) == len(pos)


def test_an_empty_view_gives_no_places(name):
    view = drawn(name, with_columns(empty_view()))
    assert LAYOUTS[name].place(view, free(view), 0).shape == (0, 2)


@pytest.mark.parametrize("which", ["ego", "clustered", "components"])
def test_the_same_seed_gives_the_same_bytes(name, which):
    view = drawn(name, VIEWS[which]())
    first, second = (LAYOUTS[name].place(view, free(view), 7).tobytes() for _ in range(2))
    assert first == second


@pytest.mark.parametrize("which", ["ego", "clustered", "components", "no edges"])
def test_given_places_come_back_unchanged(name, which):
    view = drawn(name, VIEWS[which]())
    whole = LAYOUTS[name].place(view, free(view), 0)
    start = whole.copy()
    start[::3] = np.nan
    pos = LAYOUTS[name].place(view, start, 0)
    given = np.isfinite(start).all(axis=1)
    assert np.array_equal(pos[given], start[given])
    assert np.isfinite(pos).all()
    assert len(np.unique(pos, axis=0)) == len(pos)


def test_with_everything_given_nothing_moves(name):
    view = drawn(name, VIEWS["ego"]())
    whole = LAYOUTS[name].place(view, free(view), 0)
    assert np.array_equal(LAYOUTS[name].place(view, whole, 3), whole)


def test_the_columns_that_it_needs_are_named(name):
    view = ego_view()
    missing = [column for column in LAYOUTS[name].columns if column not in view.columns]
    if missing:
        with pytest.raises(KeyError):
            LAYOUTS[name].place(view, free(view), 0)
    else:
        assert len(LAYOUTS[name].place(view, free(view), 0)) == len(view.ids)
    assert LAYOUTS[name].label
