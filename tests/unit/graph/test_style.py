"""Sizes, labels and looks: what a scene says before anything is drawn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.style import (
    CENTER_RADIUS_PX,
    RADIUS_PX,
    EdgeLook,
    edge_lanes,
    make_scene,
    node_spacing,
    shorten,
    text_columns,
    zoom_factor,
)
from explorer.graph.view import empty_view
from tests.scenes import EGO_EDGES, ego_scene, ego_view


def test_the_area_of_a_node_grows_with_its_importance_and_the_center_stands_out():
    scene = ego_scene()
    importance = scene.view.columns["importance"]
    others = np.arange(1, len(importance))
    order = np.argsort(importance[others], kind="stable")
    assert (np.diff(scene.radius[others][order]) >= 0).all()
    assert RADIUS_PX[0] <= scene.radius[others].min()
    assert scene.radius[others].max() <= RADIUS_PX[1]
    assert scene.radius[0] == CENTER_RADIUS_PX


def test_the_center_and_then_the_important_get_labels_first():
    scene = ego_scene()
    importance = scene.view.columns["importance"]
    assert scene.label_order[0] == scene.view.center
    assert (np.diff(importance[scene.label_order[1:]]) <= 0).all()


def test_a_view_without_importance_takes_the_degree():
    view = ego_view()
    bare = make_scene(
        type(view)(
            view.ids, view.kinds, view.names, view.ends, view.edge_kinds, view.edge_labels,
            view.predicates, view.weights, view.sources,
        ),
        np.zeros((len(view.ids), 2), np.float32),
    )  # fmt: skip
    degree = np.bincount(view.ends.ravel())
    assert bare.radius.argmax() == degree.argmax()


def test_an_empty_view_makes_an_empty_scene():
    scene = make_scene(empty_view(), np.zeros((0, 2), np.float32))
    assert len(scene.radius) == len(scene.label_order) == len(scene.looks) == len(scene.lanes) == 0


def test_each_verb_has_the_look_that_speaks_for_it():
    scene = ego_scene()
    looks = {edge[2] or edge[3]: EdgeLook(look) for edge, look in zip(EGO_EDGES, scene.looks, strict=True)}
    assert looks["builds_on"] is EdgeLook.ARROW_AT_SOURCE  # the source is the newer one
    assert looks["compared_with"] is looks["addresses_limit_of"] is EdgeLook.CROSSBAR
    assert looks["evaluates_on"] is EdgeLook.DOTS
    assert looks["similar"] is EdgeLook.DASHED
    assert looks["surveys"] is looks["tagged"] is EdgeLook.PLAIN


def test_parallel_edges_run_in_lanes_of_their_own_whichever_way_they_point():
    ends = np.array([(0, 1), (1, 0), (0, 1), (2, 3), (4, 5), (4, 5)], np.int32)
    lanes = edge_lanes(ends)
    # seen along the way from the lower row to the higher one
    aside = np.where(ends[:, 0] > ends[:, 1], -lanes, lanes)
    assert sorted(aside[:3].tolist()) == [-1.0, 0.0, 1.0]
    assert lanes[3] == 0
    assert sorted(aside[4:].tolist()) == [-0.5, 0.5]
    assert len(edge_lanes(np.zeros((0, 2), np.int32))) == 0


@pytest.mark.parametrize(
    ("text", "columns", "short"),
    [
        ("KAN", 30, "KAN"),
        ("Chain of Agents: LLMs Collaborating on Long Tasks", 30, "Chain of Agents: LLMs…"),
        ("検索拡張生成による大規模言語モデルの知識更新と評価", 20, "検索拡張生成による…"),
        ("  two\n lines ", 30, "two lines"),
        ("Supercalifragilisticexpialidocious", 10, "Supercali…"),
    ],
)
def test_long_names_are_cut_where_words_end(text, columns, short):
    assert shorten(text, columns) == short


def test_a_date_at_the_end_of_a_name_survives_the_cut():
    short = shorten("DAIR.AI Top ML Papers of the Week 2024-04-29", 30, keep_tail=True)
    assert short.endswith("2024-04-29")
    assert "…" in short


@given(st.text(), st.integers(4, 40), st.booleans())
def test_a_shortened_name_is_never_wider_than_asked_for(text, columns, keep_tail):
    assert text_columns(shorten(text, max(columns, 20), keep_tail)) <= max(columns, 20)


def test_kanji_count_two_columns_and_combining_marks_none():
    assert text_columns("検索") == 4
    assert text_columns("e\u0301") == 1


def test_spacing_is_the_distance_to_the_nearest_neighbour_also_when_it_is_estimated():
    pos = np.random.default_rng(0).uniform(0, 1000, (499, 2)).astype(np.float32)
    more = np.random.default_rng(1).uniform(0, 1000, (2000, 2)).astype(np.float32)
    exact = node_spacing(pos)
    assert 10 < exact < 40
    # four times as dense: half as far apart, by the other way of finding out
    assert node_spacing(more) == pytest.approx(exact / 2, rel=0.35)
    assert node_spacing(pos[:1]) > 0
    assert node_spacing(np.zeros((5, 2), np.float32)) > 0


def test_nodes_shrink_to_dots_where_they_crowd_and_never_vanish():
    factors = [zoom_factor(px) for px in (0.0, 1.0, 10.0, 45.0, 200.0, 5000.0)]
    assert factors == sorted(factors)
    assert factors[0] > 0
    assert zoom_factor(45.0) == 1.0
    assert factors[-1] <= 1.25
