"""Graphs for tests of layouts, painter and canvas: facts and made-up links, no library needed."""

from __future__ import annotations

import numpy as np

from explorer.graph.scene import Scene
from explorer.graph.style import make_scene
from explorer.graph.view import Appearances, GraphView
from explorer.model import NodeKind

#: key: (kind, name, importance, x, y, depth)
EGO_NODES = {
    "rag": (NodeKind.CONCEPT, "RAG", 26, 470, 330, 0),
    "ret": (NodeKind.CONCEPT, "RET token", 3, 640, 232, 2),
    "icl": (NodeKind.CONCEPT, "in-context learning", 6, 232, 430, 1),
    "coa": (NodeKind.CONCEPT, "Chain of Agents", 8, 690, 408, 1),
    "sel": (NodeKind.CONCEPT, "selective retrieval", 5, 330, 205, 1),
    "ralm": (NodeKind.CONCEPT, "RALM", 4, 520, 190, 1),
    "repo": (NodeKind.PAPER, "Repoformer", 4, 215, 290, 1),
    "rau": (NodeKind.PAPER, "RAG and RAU: A Survey", 4, 452, 92, 1),
    "adapt": (NodeKind.PAPER, "When to Retrieve", 4, 640, 118, 1),
    "coap": (NodeKind.PAPER, "Chain of Agents: LLMs Collaborating on Long-Context Tasks", 4, 800, 340, 1),
    "long": (NodeKind.PAPER, "ICL with Long-Context Models", 4, 205, 560, 2),
    "medg": (NodeKind.PAPER, "Med-Gemini", 3, 700, 560, 1),
    "icml": (NodeKind.EDITION, "ICML 2024", 7, 108, 200, 2),
    "dig": (NodeKind.ISSUE, "2024-04-29 – 05-05", 7, 812, 150, 2),
    "study": (NodeKind.ISSUE, "勉強会 2025-02-04", 7, 860, 470, 2),
    "neurips": (NodeKind.EDITION, "NeurIPS 2024", 6, 838, 250, 2),
    "trend": (NodeKind.TAG, "retrieval / 検索拡張 / 检索增强", 6, 236, 118, 2),
}
#: source, target, predicate, edge kind, sources
EGO_EDGES = (
    ("repo", "rag", "builds_on", "asserted", 2),
    ("rau", "rag", "surveys", "asserted", 2),
    ("adapt", "rag", "builds_on", "asserted", 1),
    ("coap", "rag", "criticises", "asserted", 2),
    ("rag", "sel", "compared_with", "asserted", 1),
    ("ralm", "rag", "part_of", "asserted", 1),
    ("adapt", "ret", "introduces", "asserted", 1),
    ("repo", "sel", "uses", "asserted", 1),
    ("rau", "ralm", "surveys", "asserted", 1),
    ("coap", "coa", "introduces", "asserted", 1),
    ("coa", "rag", "addresses_limit_of", "asserted", 3),
    ("repo", "icml", "", "presence", 1),
    ("rau", "dig", "", "presence", 1),
    ("adapt", "dig", "", "presence", 1),
    ("long", "dig", "", "presence", 1),
    ("coap", "study", "", "presence", 1),
    ("coap", "neurips", "", "presence", 1),
    ("long", "icl", "evaluates_on", "asserted", 1),
    ("rag", "icl", "", "similar", 0),
    ("medg", "rag", "uses", "asserted", 1),
    ("medg", "dig", "", "presence", 1),
    ("repo", "trend", "", "tagged", 1),
    ("adapt", "trend", "", "tagged", 1),
    ("rau", "trend", "", "tagged", 1),
    ("coa", "long", "", "similar", 0),
    ("adapt", "repo", "", "similar", 0),
    ("rau", "repo", "", "similar", 0),
)


def ego_view(parallel: bool = False) -> GraphView:
    """RAG at depth 2: every kind of node but people and documents, three scripts, all looks of edges.

    Args:
        parallel: Add a second and a third edge between nodes that have one.
    """
    keys = list(EGO_NODES)
    extra = (("repo", "rag", "", "similar", 0), ("rag", "coa", "builds_on", "asserted", 1))
    edges = [*EGO_EDGES, *(extra if parallel else ())]
    kinds = sorted({edge[3] for edge in edges})
    return GraphView(
        ids=np.arange(101, 101 + len(keys), dtype=np.int64),
        kinds=np.array([EGO_NODES[key][0] for key in keys], np.uint8),
        names=tuple(EGO_NODES[key][1] for key in keys),
        ends=np.array([(keys.index(a), keys.index(b)) for a, b, *_ in edges], np.int32),
        edge_kinds=np.array([kinds.index(edge[3]) for edge in edges], np.uint8),
        edge_labels=tuple(kinds),
        predicates=tuple(edge[2] for edge in edges),
        weights=np.array([1.0 + edge[4] for edge in edges], np.float32),
        sources=np.array([edge[4] for edge in edges], np.int32),
        columns={
            "importance": np.array([EGO_NODES[key][2] for key in keys], np.float32),
            "depth": np.array([EGO_NODES[key][5] for key in keys], np.int32),
        },
        center=0,
    )


def ego_scene(parallel: bool = False) -> Scene:
    """The same at fixed places; one mean edge is some 200 world units."""
    pos = np.array([EGO_NODES[key][3:5] for key in EGO_NODES], np.float32)
    return make_scene(ego_view(parallel), pos / 4)


_WORDS = (
    *("検索", "拡張", "生成", "言語", "模型", "学習", "推論", "評価", "強化", "選好", "最適化"),
    *("长文本", "对齐", "扩散", "图神经", "网络", "多模态", "因果", "注意", "压缩"),
)


def big_view(nodes: int, edges_per_node: int = 5, seed: int = 7, names: str = "ja") -> GraphView:
    """A clustered graph whose map columns say where nodes stand; names in Japanese and Chinese, or Latin."""
    rng = np.random.default_rng(seed)
    clusters = max(8, int(np.sqrt(nodes) / 2))
    middle = rng.uniform(0, 1000, (clusters, 2))
    community = rng.integers(0, clusters, nodes)
    pos = middle[community] + rng.normal(0, 1000 / clusters**0.5 / 4, (nodes, 2))
    order = np.lexsort((pos[:, 1], pos[:, 0] // 25))
    place = np.argsort(order)
    source = np.repeat(np.arange(nodes), edges_per_node)
    target = order[np.clip(place[source] + rng.integers(1, 9, len(source)), 0, nodes - 1)]
    far = rng.random(len(source)) < 0.15
    target[far] = rng.integers(0, nodes, int(far.sum()))
    ends = np.stack([source, target], axis=1)[source != target].astype(np.int32)
    degree = np.bincount(ends.ravel(), minlength=nodes)
    words = [f"{_WORDS[k % 20]}{_WORDS[k // 20 % 20]}{k}" for k in range(nodes)]
    words = words if names == "ja" else [f"Paper {k} on a topic" for k in range(nodes)]
    return GraphView(
        ids=np.arange(1, nodes + 1, dtype=np.int64),
        kinds=rng.choice(np.array([1, 1, 1, 1, 5, 5, 3, 4, 6], np.uint8), nodes),
        names=tuple(words),
        ends=ends,
        edge_kinds=np.zeros(len(ends), np.uint8),
        edge_labels=("asserted",),
        predicates=("",) * len(ends),
        weights=np.ones(len(ends), np.float32),
        sources=np.ones(len(ends), np.int32),
        columns={
            "importance": degree.astype(np.float32),
            "community": community.astype(np.int32),
            "map_x": pos[:, 0].astype(np.float32),
            "map_y": pos[:, 1].astype(np.float32),
        },
    )


def big_scene(nodes: int, edges_per_node: int = 5, seed: int = 7, names: str = "ja") -> Scene:
    """The same at its map places, a unit being about a fiftieth of the mean edge."""
    view = big_view(nodes, edges_per_node, seed, names)
    pos = np.stack([view.columns["map_x"], view.columns["map_y"]], axis=1).astype(np.float32)
    length = np.hypot(*(pos[view.ends[:, 0]] - pos[view.ends[:, 1]]).T).mean()
    return make_scene(view, pos * np.float32(50 / length))


def appearances(view: GraphView) -> Appearances:
    """Made-up appearances of the methods of a view: an arXiv paper, some digests, every second at a venue."""
    rng = np.random.default_rng(3)
    rows = [
        (method, kind, float(day), series)
        for method in np.flatnonzero(view.kinds == NodeKind.CONCEPT).tolist()
        for kind, day, series in (
            (NodeKind.PAPER, 19_500 + 9 * method % 200, "arXiv"),
            *((NodeKind.ISSUE, 19_520 + 7 * k, "weekly") for k in rng.integers(0, 60, 4).tolist()),
            *(((NodeKind.EDITION, 19_923, "ICML"),) if method % 2 else ()),
        )
    ]
    rows = sorted(set(rows), key=lambda row: (row[0], row[2], row[1]))
    return Appearances(
        np.array([row[0] for row in rows], np.int32),
        np.array(
            [1000 * row[1] + row[2] + (row[1] == NodeKind.PAPER) * row[0] * 1e5 for row in rows], np.int64
        ),
        np.array([row[1] for row in rows], np.uint8),
        np.array([row[2] for row in rows], np.float64),
        np.ones(len(rows), np.int32),
        tuple(f"{row[3]} {row[2]:.0f}" for row in rows),
        tuple(row[3] for row in rows),
    )
