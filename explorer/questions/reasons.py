"""Reasons: why two papers are alike. What both are linked with, and the two sentences nearest in meaning."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from explorer.model import NodeId, NodeKind
from explorer.pipeline.sentences import FoundPair, Sentence, pairs_of
from explorer.pipeline.similar import Comparable, comparable
from explorer.questions.evidence import SAMPLE_URI, Quote, Reason, SentencePair, shortened
from explorer.store import Reader
from explorer.store.graph import NodeRow, edges_at, nodes
from explorer.store.vectors import current_space

_MOST: Final = 5
_FULL: Final = 10.0  #: relative score of two sentences that makes a reason of weight 1, as of an edge
_KINDS: Final = {
    NodeKind.CONCEPT: "method",
    NodeKind.PERSON: "person",
    NodeKind.TAG: "tag",
    NodeKind.ISSUE: "issue",
    NodeKind.EDITION: "edition",
}
_WORTH: Final = {"method": 1.0, "person": 1.0, "tag": 0.8, "issue": 0.5, "edition": 0.2}


def reasons(
    reader: Reader, known: Comparable, paper: NodeId, others: Sequence[NodeId]
) -> dict[NodeId, tuple[Reason, ...]]:
    """For each other paper why it is alike, weightiest first: five at most of what both share, and a pair.

    Weights, 0 to 1: of what is shared its kind's worth (method and person 1, tag .8, issue .5, edition .2)
    divided by 1 + log2(half of its links), so that what only these two share counts in full; of sentences
    their score above chance, in tenths of ten spreads.
    """
    shared = shared_by(reader, paper, others)
    pairs = pairs_of(reader, known, paper, others)
    return {other: _ranked([*shared.get(other, ()), *_said(pairs.get(other))]) for other in others}


def reasons_between(reader: Reader, a: NodeId, b: NodeId) -> tuple[Reason, ...]:
    """The same of two papers; what they share, before vectors were made."""
    row = current_space(reader)
    if row is None:
        return shared_by(reader, a, [b]).get(b, ())
    return reasons(reader, comparable(reader, row), a, [b])[b]


def shared_by(reader: Reader, paper: NodeId, others: Sequence[NodeId]) -> dict[NodeId, tuple[Reason, ...]]:
    """For each other paper, what both it and the paper are linked with; five at most."""
    linked: dict[NodeId, set[NodeId]] = defaultdict(set)
    for edge in edges_at(reader, [paper, *others]):
        linked[edge.source].add(edge.target)
        linked[edge.target].add(edge.source)
    common = {other: linked[paper] & linked[other] for other in others}
    rows = {row.id: row for row in nodes(reader, set().union(*common.values()))}
    return {other: _ranked(_shared(rows, shared))[:_MOST] for other, shared in common.items()}


def _ranked(found: Sequence[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(found, key=lambda r: (-r.weight, r.kind, r.text)))


def _shared(rows: dict[NodeId, NodeRow], shared: set[NodeId]) -> list[Reason]:
    found = []
    for node in shared:
        kind = _KINDS.get(NodeKind(rows[node].kind)) if node in rows else None
        if kind is not None:
            rarity = 1 / (1 + math.log2(max(rows[node].degree, 2) / 2))
            found.append(Reason(kind, rows[node].name, round(_WORTH[kind] * rarity, 3)))
    return found


def _said(found: FoundPair | None) -> list[Reason]:
    if found is None:
        return []
    one, other = _quote(found.one), _quote(found.other)
    weight = round(min(max(found.best.score / _FULL, 0.0), 1.0), 3)
    pair = SentencePair((one, other), found.best.percentile, found.engine.replace("_", "-"))
    return [Reason("sentence", f"{one.sentence} ↔ {other.sentence}", weight, pair)]


def _quote(said: Sentence) -> Quote:
    is_sample = said.uri.startswith(SAMPLE_URI)
    return Quote(
        said.document,
        said.source,
        said.start,
        said.end,
        said.exact,
        shortened(said.text),
        said.language,
        said.machine,
        is_sample,
    )
