"""GraphML, GEXF and Cytoscape JSON, read back by networkx and json."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from explorer.exporters import EXPORTERS
from explorer.exporters.safe import plain
from explorer.graph.snapshot import Snapshot
from explorer.render.theme import theme
from tests.hostile import HOSTILE
from tests.snapshots import NODES, hostile_snapshot, small_snapshot


def _exported(name: str, snapshot: Snapshot, tmp_path: Path) -> Path:
    path = tmp_path / f"out.{name}"
    EXPORTERS[name].write(snapshot, path)
    return path


def test_graphml_holds_places_kinds_and_names(tmp_path: Path) -> None:
    snapshot = small_snapshot()
    graph = nx.read_graphml(_exported("graphml", snapshot, tmp_path), node_type=int, force_multigraph=True)
    assert sorted(graph) == [node[0] for node in NODES]
    for row, (node_id, kind, name) in enumerate(NODES):
        node = graph.nodes[node_id]
        assert (node["id"], node["kind"], node["name"]) == (node_id, kind.name.lower(), name)
        assert (node["x"], node["y"]) == pytest.approx(tuple(snapshot.scene.pos[row].tolist()))
    assert graph.nodes[3]["date"] == "2024-04-28"
    assert "date" not in graph.nodes[5]
    assert graph.nodes[5]["importance"] == pytest.approx(float(np.linspace(1, 0.1, 9)[1]))


def test_graphml_holds_kind_verb_weight_and_evidence_of_every_edge(tmp_path: Path) -> None:
    graph = nx.read_graphml(
        _exported("graphml", small_snapshot(), tmp_path), node_type=int, force_multigraph=True
    )
    assert graph.is_directed() and graph.number_of_edges() == 9
    found = {(s, t, d["kind"], d.get("predicate", "")): d for s, t, d in graph.edges(data=True)}
    limit = found[5, 3, "asserted", "addresses_limit_of"]
    assert (limit["weight"], limit["evidence_count"], limit["sources"]) == (2.0, 2, 3)
    assert found[8, 13, "similar", ""]["weight"] == 0.8125
    assert found[8, 13, "similar", ""]["evidence_count"] == 0


def test_graphml_edge_ids_are_unique_as_its_schema_asks(tmp_path: Path) -> None:
    root = ET.parse(_exported("graphml", small_snapshot(), tmp_path)).getroot()
    ids = [edge.get("id") for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(set(ids)) == 9


def test_gexf_shows_the_same_picture_in_gephi_whose_y_axis_points_up(tmp_path: Path) -> None:
    snapshot = small_snapshot()
    path = _exported("gexf", snapshot, tmp_path)
    graph = nx.read_gexf(path, node_type=int, version="1.3")
    x, y = snapshot.scene.pos[1].tolist()
    place = graph.nodes[5]["viz"]["position"]
    assert (place["x"], place["y"]) == pytest.approx((x, -y))
    assert graph.nodes[13]["label"] == NODES[3][2]
    colour = "#{r:02x}{g:02x}{b:02x}".format(**graph.nodes[13]["viz"]["color"])
    assert colour == theme("light").nodes[NODES[3][1]]
    assert b'lastmodifieddate="2026-01-02"' in path.read_bytes()


def test_cytoscape_json_holds_elements_with_text_ids(tmp_path: Path) -> None:
    document = json.loads(_exported("cyjs", small_snapshot(), tmp_path).read_text(encoding="utf-8"))
    assert document["data"]["name"] == "RAG, depth 2"
    nodes, edges = document["elements"]["nodes"], document["elements"]["edges"]
    assert [node["data"]["id"] for node in nodes] == [str(node[0]) for node in NODES]
    assert edges[0]["data"]["source"] == "5" and edges[0]["data"]["target"] == "3"
    assert edges[0]["data"]["interaction"] == "asserted"
    assert {edge["data"][end] for edge in edges for end in ("source", "target")} <= {
        n["data"]["id"] for n in nodes
    }
    assert len({edge["data"]["id"] for edge in edges}) == 9


def test_hostile_names_are_read_back_equal(tmp_path: Path) -> None:
    texts = list(HOSTILE)
    names = [plain(text) for text in texts]
    snapshot = hostile_snapshot(texts)

    graphml = nx.read_graphml(_exported("graphml", snapshot, tmp_path), node_type=int, force_multigraph=True)
    assert [graphml.nodes[i + 1].get("name", "") for i in range(len(texts))] == names
    assert sorted(d.get("predicate", "") for *_, d in graphml.edges(data=True)) == sorted(names)

    gexf = nx.read_gexf(_exported("gexf", snapshot, tmp_path), node_type=int, version="1.3")
    assert [gexf.nodes[i + 1]["name"] for i in range(len(texts))] == names

    cyjs = json.loads(_exported("cyjs", snapshot, tmp_path).read_text(encoding="utf-8"))
    assert [node["data"]["name"] for node in cyjs["elements"]["nodes"]] == names
    assert [edge["data"]["predicate"] for edge in cyjs["elements"]["edges"]] == names


@pytest.mark.parametrize("name", ["graphml", "gexf", "cyjs"])
def test_numbers_that_are_none_do_not_break_a_reader(name: str, tmp_path: Path) -> None:
    snapshot = small_snapshot()
    scene = replace(snapshot.scene, pos=np.full((9, 2), np.nan, np.float32))
    text = _exported(name, replace(snapshot, scene=scene), tmp_path).read_text(encoding="utf-8")
    assert "nan" not in text.lower()
