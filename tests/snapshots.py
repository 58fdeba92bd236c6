"""Snapshots for the tests of the exporters: a small one of every kind, a hostile one, a large one."""

from __future__ import annotations

import numpy as np

from explorer.graph.snapshot import Quote, Record, Snapshot
from explorer.graph.style import make_scene
from explorer.graph.view import GraphView
from explorer.model import NodeKind

NODES = (
    (3, NodeKind.CONCEPT, "RAG"),
    (5, NodeKind.CONCEPT, "Chain of Agents"),
    (8, NodeKind.PAPER, "RAG and RAU: A Survey on Retrieval-Augmented Language Model"),
    (13, NodeKind.PAPER, "プロメテウス2: 評価に特化した言語モデル"),
    (21, NodeKind.EDITION, "ICML 2024"),
    (34, NodeKind.ISSUE, "週刊ダイジェスト 2024-04-29"),
    (55, NodeKind.PERSON, "José Müller"),
    (89, NodeKind.TAG, "retrieval / 検索拡張 / 检索增强"),
    (144, NodeKind.DOCUMENT, "检索增强生成综述"),
)
EDGES = (  # row, row, kind, verb, weight, distinct sources
    (1, 0, "asserted", "addresses_limit_of", 2.0, 3),
    (2, 0, "asserted", "surveys", 1.0, 1),
    (2, 5, "appears", "", 1.0, 1),
    (3, 4, "appears", "", 1.0, 1),
    (3, 6, "wrote", "", 1.0, 1),
    (2, 7, "tagged", "", 1.0, 0),
    (2, 3, "similar", "", 0.8125, 0),
    (1, 0, "asserted", "builds_on", 1.0, 1),
    (8, 0, "discusses", "", 1.0, 1),
)


def small_snapshot(scheme: str = "light") -> Snapshot:
    """Nine nodes of all seven kinds, nine edges of every look, in three scripts."""
    view = _view(NODES, EDGES)
    pos = np.array([[60.0 * np.cos(i * 0.7) * (i > 0), 60.0 * np.sin(i * 0.7) * (i > 0)] for i in range(9)])
    return Snapshot(
        scene=make_scene(view, pos.astype(np.float32)),
        title="RAG, depth 2",
        library="papers.db",
        made_on="2026-01-02",
        records=RECORDS,
        quotes={
            0: (
                Quote("RAGでは検索の誤りがそのまま残る。", "勉強会 2025-02-04"),
                Quote("Chain of Agents reads all of the text instead.", "Study notes", machine=True),
            ),
            1: (Quote("A survey of <retrievers> & language models.", "Weekly digest, 29 April 2024"),),
        },
        edge_names={"asserted": "states", "appears": "appears in", "similar": "is similar to"},
        scheme=scheme,
        notes={3: "Ask who uses it now.", 13: RECORDS[1].note},
    )


RECORDS = (
    Record(
        id=8,
        title="RAG and RAU: A Survey on Retrieval-Augmented Language Model",
        authors=("Yucheng Hu", "Yuxing Lu"),
        published="2024-04-30",
        arxiv_id="2404.19543",
        methods=("RAG", "RAU"),
        tags=("retrieval / 検索拡張 / 检索增强",),
        read_state="to read",
    ),
    Record(
        id=13,
        title="プロメテウス2: 評価に特化した言語モデル",
        authors=("金 承源", "José Müller"),
        published="2023-11-02",
        venue="ICML 2024",
        doi="10.1234/abc_d%e",
        abstract="100 % of {braces}, $x_1$ & C:\\path ~ ^.\nSecond line.",
        read_state="read",
        note="再読する。\n\nCompare with *RAG*.",
    ),
)


def hostile_snapshot(texts: list[str], edges: bool = True) -> Snapshot:
    """A node, an edge, a quote and a record per text, and the text in every field that can hold one.

    Without edges, all nodes stand in one place.
    """
    kinds = list(NodeKind)
    nodes = [(i + 1, kinds[i % len(kinds)], text) for i, text in enumerate(texts)]
    links = [
        (i, (i + 1) % len(texts), text, text, float("nan") if i == 0 else 1.0, i % 3)
        for i, text in enumerate(texts)
    ]
    view = _view(nodes, links if edges else [])
    pos = np.random.default_rng(1).normal(0, 300 if edges else 0, (len(texts), 2)).astype(np.float32)
    return Snapshot(
        scene=make_scene(view, pos),
        title=texts[0],
        library=texts[1],
        made_on=texts[2],
        records=tuple(_hostile_record(i + 1, text) for i, text in enumerate(texts)),
        quotes={i: (Quote(text, text, machine=i % 2 == 0),) for i, text in enumerate(texts) if edges},
        edge_names={text: text for text in texts},
        notes={i + 1: text for i, text in enumerate(texts)},
    )


def _hostile_record(number: int, text: str) -> Record:
    fields = ("title", "published", "venue", "arxiv_id", "doi", "openreview", "url", "abstract", "note")
    texts = dict.fromkeys(fields, text)
    lists = dict.fromkeys(("authors", "methods", "tags"), (text, text))
    return Record(id=number, read_state=text, **texts, **lists)


def large_snapshot(count: int, per_node: int = 3, seed: int = 1) -> Snapshot:
    """``count`` nodes around random centres, ``per_node`` edges each, a quote behind half of them."""
    rng = np.random.default_rng(seed)
    kinds = rng.choice([1, 2, 3, 4, 5, 6], count, p=[0.5, 0.1, 0.02, 0.08, 0.25, 0.05])
    nodes = [
        (10 * i + 3, NodeKind(int(k)), f"{NodeKind(int(k)).name.title()} {i} 検索拡張生成")
        for i, k in enumerate(kinds)
    ]
    ends = rng.integers(0, count, (count * per_node, 2))
    edges = [
        (
            int(a),
            int(b),
            "asserted" if i % 2 else "similar",
            "builds_on" if i % 2 else "",
            float(i % 7),
            i % 2,
        )
        for i, (a, b) in enumerate(ends.tolist())
    ]
    spread = rng.normal(0, 60 * np.sqrt(count), (count, 2)).astype(np.float32)
    return Snapshot(
        scene=make_scene(_view(nodes, edges), spread),
        title=f"{count} nodes",
        library="large.db",
        made_on="2026-01-02",
        records=tuple(Record(id=i, title=name, authors=("A. Author",)) for i, k, name in nodes if k == 1),
        quotes={
            i: (Quote(f"Sentence {i}: 検索の限界を越える。" * 3, "Digest"),) for i in range(1, len(edges), 2)
        },
        edge_names={"similar": "is similar to"},
    )


def _view(nodes, edges) -> GraphView:
    labels = sorted({edge[2] for edge in edges})
    count = len(nodes)
    return GraphView(
        ids=np.array([node[0] for node in nodes], np.int64),
        kinds=np.array([node[1] for node in nodes], np.uint8),
        names=tuple(node[2] for node in nodes),
        ends=np.array([edge[:2] for edge in edges], np.int32).reshape(-1, 2),
        edge_kinds=np.array([labels.index(edge[2]) for edge in edges], np.uint8),
        edge_labels=tuple(labels),
        predicates=tuple(edge[3] for edge in edges),
        weights=np.array([edge[4] for edge in edges], np.float32),
        sources=np.array([edge[5] for edge in edges], np.int32),
        columns={
            "importance": np.linspace(1, 0.1, count),
            "date": np.array([19_841.0, *[np.nan] * (count - 1)]),
            "community": np.arange(count, dtype=np.int32) % 3,
        },
        center=0,
    )
