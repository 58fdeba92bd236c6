from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.query import ViewQuery
from explorer.graph.view import GraphView
from explorer.layouts import LAYOUTS
from explorer.ui.view_state import (
    Places,
    ViewHistory,
    ViewState,
    expanded_in,
    hidden_in,
    lacking,
    placed,
    places_of,
)


def view_of(ids, ends=(), **columns):
    ids = np.array(ids, np.int64)
    ends = np.array(ends, np.int32).reshape(-1, 2)
    count = len(ends)
    return GraphView(
        ids=ids,
        kinds=np.ones(len(ids), np.uint8),
        names=tuple(f"Paper {i}" for i in ids),
        ends=ends,
        edge_kinds=np.zeros(count, np.uint8),
        edge_labels=("asserted",) if count else (),
        predicates=("builds_on",) * count,
        weights=np.ones(count, np.float32),
        sources=np.ones(count, np.int32),
        columns={name: np.array(column, np.float32) for name, column in columns.items()},
    )


def at(number):
    return ViewState(ViewQuery((number,)))


def test_going_back_and_forward_visits_the_same_states():
    history = ViewHistory(at(1))
    history.go(at(2))
    history.go(at(3))
    assert (history.back().query.centers, history.back().query.centers) == ((2,), (1,))
    assert not history.can_go_back and history.can_go_forward
    assert history.back().query.centers == (1,)
    assert history.forward().query.centers == (2,)


def test_a_new_view_drops_the_ones_that_lie_ahead():
    history = ViewHistory(at(1))
    history.go(at(2))
    history.back()
    history.go(at(9))
    assert not history.can_go_forward
    assert history.back().query.centers == (1,)


def test_the_same_question_again_is_no_step():
    history = ViewHistory(at(1))
    history.go(replace(at(1), layout="map"))
    assert not history.can_go_back
    assert history.current.layout == "map"


def test_what_is_amended_is_there_again_after_going_back():
    history = ViewHistory(at(1))
    history.amend(selection=frozenset({7}))
    history.go(at(2))
    assert history.back().selection == {7}


def test_the_history_is_bounded():
    history = ViewHistory(at(0))
    for number in range(1, 500):
        history.go(at(number))
    steps = 0
    while history.can_go_back:
        history.back()
        steps += 1
    assert steps == 199


def test_hidden_nodes_leave_centers_and_expansions():
    query = ViewQuery((1, 2), expanded=(2, 3))
    hidden = hidden_in(query, frozenset({2}))
    assert (hidden.centers, hidden.expanded, hidden.hidden) == ((1,), (3,), {2})
    assert expanded_in(query, frozenset({3, 9})).expanded == (2, 3, 9)


def test_nodes_stay_where_they_were_when_others_come():
    state = ViewState(ViewQuery((1,)), "force")
    first = placed(view_of([1, 2, 3], [(0, 1), (1, 2)]), state)
    state = replace(state, places=places_of(first, "force"))
    second = placed(view_of([1, 2, 3, 4, 5], [(0, 1), (1, 2), (2, 3), (3, 4)]), state)
    np.testing.assert_array_equal(second.pos[:3], first.pos)
    assert np.isfinite(second.pos).all()


def test_another_layout_moves_all_but_the_pinned():
    view = view_of([1, 2, 3], [(0, 1), (1, 2)])
    places = Places("map", view.ids, np.array([[900, 0], [0, 900], [5, 5]], np.float32))
    scene = placed(view, ViewState(ViewQuery((1,)), "force", pinned=frozenset({2}), places=places))
    assert scene.pos[1].tolist() == [0, 900]
    assert scene.pos[0].tolist() != [900, 0]


def test_an_empty_view_can_be_placed():
    scene = placed(view_of([]), ViewState())
    assert scene.pos.shape == (0, 2)


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_a_layout_lacks_columns_that_are_missing_or_empty(layout):
    columns = LAYOUTS[layout].columns
    assert lacking(view_of([1, 2]), layout) == columns
    assert lacking(view_of([1, 2], **{name: [np.nan, np.nan] for name in columns}), layout) == columns
    assert lacking(view_of([1, 2], **{name: [1, np.nan] for name in columns}), layout) == ()
