"""What changed since a day, a step, a view or a snapshot: papers, methods, links, contradictions, movers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from explorer.graph.build import build_view
from explorer.graph.query import ViewQuery
from explorer.model import NodeId, NodeKind
from explorer.questions.since import Since, SinceKind, find_since
from explorer.questions.views import ALL_KINDS, WantedView, view_from_words
from explorer.store import Reader
from explorer.store import news as reads
from explorer.store.graph import nodes
from explorer.store.movers import method_counts, tag_counts
from explorer.store.news import ClaimRow, ContradictionRow, NewLinkRow, NewNodeRow, ReadRow, StepRow

MOVERS: Final = 20
SHOWN: Final = 500  #: nodes of the view that shows what is new


@dataclass(frozen=True, slots=True)
class Mover:
    """A method or tag with more papers than before.

    Attributes:
        before, after: Papers; of a tag all that carries it.
        rank_before, rank_after: By those numbers among its kind, 1 is the most; equals share a rank.
    """

    node: NodeId
    name: str
    kind: NodeKind
    before: int
    after: int
    rank_before: int
    rank_after: int


@dataclass(frozen=True, slots=True)
class News:
    """Attributes:
    papers, methods: That the library did not have; of those that were merged since, the one that is kept.
    links: Accepted and proposed.
    documents: Read since; ``again`` where an earlier reading was there.
    contradictions, claims: Of those documents.
    movers: Methods, then tags, which were there before: those that gained most first.
    steps: What was done, oldest first.
    in_view: Of a saved view: what it would show now and did not hold then; () for the others.
    """

    since: Since
    documents: tuple[ReadRow, ...] = ()
    papers: tuple[NewNodeRow, ...] = ()
    methods: tuple[NewNodeRow, ...] = ()
    links: tuple[NewLinkRow, ...] = ()
    contradictions: tuple[ContradictionRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    movers: tuple[Mover, ...] = ()
    steps: tuple[StepRow, ...] = ()
    in_view: tuple[NodeId, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing came and nothing was done."""
        return not (self.documents or self.papers or self.methods or self.links or self.movers or self.steps)


def whats_new_since(reader: Reader, words: str) -> News:
    """What changed since what a person names."""
    return whats_new(reader, find_since(reader, words))


def whats_new(reader: Reader, since: Since) -> News:
    """What changed since then."""
    steps = tuple(reads.steps_since(reader, since.at))
    mark = reads.mark_at(reader, since.at)
    node, link = mark if mark else reads.ends(reader)
    documents = tuple(reads.documents_since(reader, since.at, node))
    read = [row.id for row in documents]
    return News(
        since,
        documents,
        tuple(reads.nodes_since(reader, node, NodeKind.PAPER)),
        tuple(reads.nodes_since(reader, node, NodeKind.CONCEPT)),
        tuple(reads.links_since(reader, link)),
        tuple(reads.contradictions_in(reader, read)),
        tuple(reads.claims_in(reader, read)),
        (*_methods(reader, node), *_tags(reader, node, since.at)),
        steps,
        _in_view(reader, since, node),
    )


def news_view(reader: Reader, since: Since) -> WantedView:
    """New papers and methods as a graph, the most linked ones where there are too many."""
    news = whats_new(reader, since)
    fresh = [row.id for row in (*news.methods, *news.papers)]
    gained = [mover.node for mover in news.movers if mover.kind is NodeKind.CONCEPT]
    only = frozenset(fresh) | frozenset(gained)
    query = ViewQuery(only=only, filters=ALL_KINDS, limit=SHOWN)
    return WantedView(query, "force", f"New since {since.name}")


def _methods(reader: Reader, mark: NodeId) -> list[Mover]:
    return _movers(reader, method_counts(reader, mark), NodeKind.CONCEPT)


def _tags(reader: Reader, mark: NodeId, at: str) -> list[Mover]:
    """What people tagged since on nodes that were there before counts as new, too."""
    by_hand = Counter[int]()
    for tag, node, sign in reads.tagged_since(reader, at):
        by_hand[tag] += sign if node <= mark else 0
    counts = [(tag, before - by_hand[tag], after) for tag, before, after in tag_counts(reader, mark)]
    return _movers(reader, counts, NodeKind.TAG)


def _movers(reader: Reader, counts: Sequence[tuple[NodeId, int, int]], kind: NodeKind) -> list[Mover]:
    gained = [(node, before, after) for node, before, after in counts if after > before > 0]
    gained.sort(key=lambda row: (row[1] - row[2], row[1], row[0]))
    ranks = _ranks(row[1] for row in counts), _ranks(row[2] for row in counts)
    shown = gained[:MOVERS]
    names = {row.id: row.name for row in nodes(reader, [node for node, _, _ in shown])}
    return [
        Mover(node, names[node], kind, before, after, ranks[0][before], ranks[1][after])
        for node, before, after in shown
    ]


def _ranks(counts: Iterable[int]) -> dict[int, int]:
    """Count → its rank, 1 for the highest; as in sports, equals share one."""
    ranks: dict[int, int] = {}
    for place, count in enumerate(sorted(counts, reverse=True), start=1):
        ranks.setdefault(count, place)
    return ranks


def _in_view(reader: Reader, since: Since, mark: NodeId) -> tuple[NodeId, ...]:
    if since.kind is not SinceKind.VIEW:
        return ()
    view = view_from_words(reader, since.name)
    now = frozenset(build_view(reader, view.query).ids.tolist())
    if view.nodes is not None:
        return tuple(sorted(now - view.nodes))
    return tuple(sorted(node for node in now if node > mark))
