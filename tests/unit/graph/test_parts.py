"""Parts of a scene, and the way of the arrow keys."""

import numpy as np

from explorer.graph.parts import edges_of, neighbour_towards, part_of
from tests.scenes import EGO_NODES, ego_scene

KEYS = list(EGO_NODES)


def test_a_part_keeps_names_places_looks_and_the_center():
    scene = ego_scene()
    nodes = np.array([KEYS.index(key) for key in ("rag", "coa", "coap")])
    nodes.sort()
    edges = np.array([row for row, ends in enumerate(scene.view.ends) if set(ends) <= set(nodes)])
    part = part_of(scene, nodes, edges)
    assert part.view.names == tuple(scene.view.names[row] for row in nodes)
    assert np.array_equal(part.pos, scene.pos[nodes])
    assert np.array_equal(nodes[part.view.ends], scene.view.ends[edges])
    assert np.array_equal(part.looks, scene.looks[edges])
    assert part.view.center == 0
    assert part.view.names[part.label_order[0]] == "RAG"


def test_a_part_without_the_center_has_none():
    scene = ego_scene()
    assert part_of(scene, np.array([3, 4]), np.zeros(0, np.int64)).view.center == -1


def test_edges_of_nodes_are_those_that_touch_them():
    scene = ego_scene()
    row = KEYS.index("coa")
    touching = [k for k, ends in enumerate(scene.view.ends.tolist()) if row in ends]
    assert edges_of(scene, np.array([row])).tolist() == touching


def test_arrows_walk_to_the_linked_node_in_their_direction():
    scene = ego_scene()
    rag = KEYS.index("rag")
    assert neighbour_towards(scene, rag, (-1.0, 0.0)) == KEYS.index("repo")
    assert neighbour_towards(scene, rag, (1.0, 0.0)) == KEYS.index("coa")
    assert neighbour_towards(scene, rag, (0.0, -1.0)) == KEYS.index("ralm")
    assert neighbour_towards(scene, rag, (0.0, 1.0)) == KEYS.index("medg")


def test_arrows_stay_where_no_linked_node_lies_that_way():
    scene = ego_scene()
    assert neighbour_towards(scene, KEYS.index("icml"), (-1.0, 0.0)) == -1
