"""What single layouts do beyond the promise of all: room for names, rings, and a map that stays put."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.camera import estimated_boxes, fit
from explorer.graph.style import SPACING, make_scene
from explorer.layouts import LAYOUTS
from tests.scenes import big_view, ego_view


def free(view):
    return np.full((len(view.ids), 2), np.nan, np.float32)


def overlapping_boxes(boxes):
    left, top, right, bottom = boxes.T
    touch = (
        (left[:, None] < right) & (right[:, None] > left) & (top[:, None] < bottom) & (bottom[:, None] > top)
    )
    np.fill_diagonal(touch, False)
    return touch.sum() // 2


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_in_a_view_around_a_method_every_name_has_room_below_its_node(seed):
    view = ego_view()
    scene = make_scene(view, LAYOUTS["force"].place(view, free(view), seed))
    assert overlapping_boxes(estimated_boxes(scene, fit(scene, (1050, 760)))) == 0


def test_no_node_lies_on_the_line_between_two_others():
    view = ego_view()
    scene = make_scene(view, LAYOUTS["force"].place(view, free(view), 0))
    xy = fit(scene, (1050, 760)).to_screen(scene.pos)
    for a, b in view.ends.tolist():
        way = xy[b] - xy[a]
        share = np.clip((xy - xy[a]) @ way / (way @ way), 0, 1)
        gap = np.hypot(*(xy - xy[a] - share[:, None] * way).T)
        others = np.setdiff1d(np.arange(len(xy)), [a, b])
        assert gap[others].min() > 8


def test_rings_grow_with_the_hops():
    view = ego_view()
    pos = LAYOUTS["radial"].place(view, free(view), 0)
    reach = np.hypot(pos[:, 0] / 1.3, pos[:, 1])
    depth = view.columns["depth"]
    assert reach[depth == 0].max() == 0
    assert reach[depth == 1].max() < reach[depth == 2].min()
    assert np.ptp(reach[depth == 1]) < 1e-3


def test_nodes_that_no_hop_reaches_stand_on_the_outermost_ring():
    view = ego_view()
    depth = view.columns["depth"].astype(np.float32)
    depth[4] = np.nan
    pos = LAYOUTS["radial"].place(replace(view, columns={**view.columns, "depth": depth}), free(view), 0)
    reach = np.hypot(pos[:, 0] / 1.3, pos[:, 1])
    assert reach.argmax() == 4


def test_the_map_keeps_the_order_of_its_columns_and_does_not_depend_on_what_else_is_shown():
    view = big_view(600, 1)
    whole = LAYOUTS["map"].place(view, free(view), 0)
    assert np.corrcoef(whole[:, 0], view.columns["map_x"])[0, 1] > 0.999
    kept = np.arange(0, 600, 2)
    rows = np.isin(view.ends, kept).all(axis=1)
    some = replace(
        view,
        ids=view.ids[kept],
        kinds=view.kinds[kept],
        names=tuple(view.names[row] for row in kept),
        ends=np.searchsorted(kept, view.ends[rows]).astype(np.int32),
        edge_kinds=view.edge_kinds[rows],
        predicates=("",) * int(rows.sum()),
        weights=view.weights[rows],
        sources=view.sources[rows],
        columns={key: column[kept] for key, column in view.columns.items()},
    )
    start = whole[kept].copy()
    start[0] = np.nan
    moved = np.hypot(*(LAYOUTS["map"].place(some, start, 0)[0] - whole[0]))
    assert moved < 0.12 * np.ptp(whole, axis=0).max()


def test_a_method_stands_among_its_papers_on_the_map():
    view = big_view(600, 3)
    columns = {key: column.copy() for key, column in view.columns.items()}
    hidden = 17
    columns["map_x"][hidden] = columns["map_y"][hidden] = np.nan
    pos = LAYOUTS["map"].place(replace(view, columns=columns), free(view), 0)
    ends = view.ends[(view.ends == hidden).any(axis=1)]
    others = np.setdiff1d(ends, [hidden])
    assert np.allclose(pos[hidden], pos[others].mean(axis=0), rtol=0.2, atol=500)


def test_nodes_without_a_place_and_without_neighbours_stand_below_the_map():
    view = big_view(400, 1)
    columns = {key: column.copy() for key, column in view.columns.items()}
    lost = [3, 5, 8]
    for column in ("map_x", "map_y"):
        columns[column][lost] = np.nan
    keep = ~np.isin(view.ends, lost).any(axis=1)
    alone = replace(
        view,
        ends=view.ends[keep],
        edge_kinds=view.edge_kinds[keep],
        predicates=("",) * int(keep.sum()),
        weights=view.weights[keep],
        sources=view.sources[keep],
        columns=columns,
    )
    pos = LAYOUTS["map"].place(alone, free(alone), 0)
    rest = np.setdiff1d(np.arange(400), lost)
    assert pos[lost, 1].min() > pos[rest, 1].max()


def test_new_nodes_come_near_their_neighbours():
    view = big_view(200, 2)
    whole = LAYOUTS["force"].place(view, free(view), 0)
    fresh = np.arange(0, 200, 20)
    start = whole.copy()
    start[fresh] = np.nan
    pos = LAYOUTS["force"].place(view, start, 0)
    span = np.ptp(whole, axis=0).max()
    for row in fresh.tolist():
        ends = view.ends[(view.ends == row).any(axis=1)]
        others = np.setdiff1d(ends, [*fresh.tolist()])
        if len(others):
            nearest = np.hypot(*(pos[others] - pos[row]).T).min()
            assert nearest < span / 3


def test_linked_nodes_stand_closer_than_others_at_about_the_promised_length():
    view = ego_view()
    pos = LAYOUTS["force"].place(view, free(view), 0)
    apart = np.hypot(*(pos[:, None] - pos[None]).transpose(2, 0, 1))
    linked = apart[view.ends[:, 0], view.ends[:, 1]]
    assert linked.mean() < apart[np.triu_indices(len(pos), 1)].mean()
    assert SPACING / 2 < linked.mean() < SPACING * 3
