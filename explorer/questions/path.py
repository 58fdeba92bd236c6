"""Path: how two nodes hang together, step by step, each with the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from explorer.errors import ExplorerError, NotFound
from explorer.model import NodeKind
from explorer.questions.dump import Json
from explorer.questions.evidence import Quote, Statement, statements
from explorer.questions.explain import edge_statement, together
from explorer.questions.lookup import find_node
from explorer.questions.neighbourhood import passive_of_kind, spoken
from explorer.questions.walk_graph import TOGETHER, Walk, WalkEdge, stated, walks, weak_edges, weak_kinds
from explorer.store import Reader
from explorer.store.graph import EdgeLine, edges_among, nodes
from explorer.store.statements import links_between
from explorer.store.walks import degrees

PATHS: Final = 3  #: that are sought unless asked otherwise
_MOST_PATHS: Final = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """A node on a path."""

    id: int
    name: str
    kind: NodeKind


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of a path.

    Attributes:
        source, target: Where it begins and ends.
        kind: Id of the edge kind; "asserted" is a stated link, any other is weaker.
        predicate: Of the link, or the edge kind.
        forward: Whether the step goes from the link's subject to its object.
        words: The verb, read from ``source``.
        trust: "stated in 2 sources", "proposed, nobody has checked it" …
        is_checked: False for a proposal.
        confidence: 0 to 1.
        quotes: Sentences behind it, the best one first.
        link: Id of the link, or 0.
    """

    source: Stop
    target: Stop
    kind: str
    predicate: str
    forward: bool
    words: str
    trust: str
    is_checked: bool
    confidence: float
    quotes: tuple[Quote, ...]
    link: int = 0


@dataclass(frozen=True, slots=True)
class QuotedPath:
    """Attributes:
    cost: Steps, what is doubtful of them, and the hubs they pass; less is better.
    stops: Nodes from one end to the other.
    """

    cost: float
    stops: tuple[Stop, ...]
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class PathAnswer:
    """Attributes:
    paths: Over what is stated, best first.
    weaker: Over passages that only name both ends of a step, sought where nothing stated joins the two.
    """

    source: Stop
    target: Stop
    paths: tuple[QuotedPath, ...]
    weaker: tuple[QuotedPath, ...]


def find_path(reader: Reader, a: int, b: int, k: int = PATHS, weaker: bool = False) -> PathAnswer:
    """The k best paths between two nodes over stated links; over weaker edges where there is none.

    Args:
        weaker: Seek paths over mentions, and what else joins such nodes, in any case.

    Raises:
        NotFound: A node is not in the library.
        ExplorerError: Both are the same.
    """
    ends = _stops(reader, (a, b))
    if a == b:
        raise ExplorerError(
            f"“{ends[a].name}” is one thing: a path needs two.", "Name another end for the path."
        )
    count = min(max(k, 1), _MOST_PATHS)
    links = stated(reader)
    found = walks(links, a, b, count, {})
    paths = _told(reader, found)
    if paths and not weaker:
        return PathAnswer(ends[a], ends[b], paths, ())
    loose = weak_edges(reader, a, b, weak_kinds((ends[a].kind, ends[b].kind)))
    near = {node for edge in loose for node in (edge.source, edge.target)}
    known = {walk.nodes for walk in found}
    more = walks(links.with_edges(loose), a, b, count + len(found), degrees(reader, near))
    fresh = [walk for walk in more if walk.nodes not in known][:count]
    return PathAnswer(ends[a], ends[b], paths, _told(reader, fresh))


def find_path_of(reader: Reader, a: str, b: str, k: int = PATHS, weaker: bool = False) -> PathAnswer:
    """``find_path`` between the nodes that two names mean; NotFound lists candidates."""
    return find_path(reader, find_node(reader, a), find_node(reader, b), k, weaker)


def path_json(answer: PathAnswer) -> dict[str, Json]:
    """INTERFACE ``path --json``."""
    return {
        "from": {"id": answer.source.id, "name": answer.source.name},
        "to": {"id": answer.target.id, "name": answer.target.name},
        "paths": [_path_json(path) for path in answer.paths],
        "weaker": [_path_json(path) for path in answer.weaker],
    }


def _path_json(path: QuotedPath) -> Json:
    return {"cost": round(path.cost, 4), "hops": [_hop_json(hop) for hop in path.hops]}


def _hop_json(hop: Hop) -> Json:
    return {
        "from": hop.source.id,
        "from_name": hop.source.name,
        "to": hop.target.id,
        "to_name": hop.target.name,
        "predicate": hop.predicate,
        "direction": "forward" if hop.forward else "backward",
        "words": hop.words,
        "kind": hop.kind,
        "trust": hop.trust,
        "confidence": hop.confidence,
        "evidence": [
            {"document": q.document, "start": q.start, "end": q.end, "exact": q.exact} for q in hop.quotes
        ],
    }


def cost_in_words(path: QuotedPath) -> str:
    """ "2 steps, one of them a proposal that nobody has checked"."""
    count = len(path.hops)
    words = [f"{count} step{'s' if count > 1 else ''}"]
    weak = sum(hop.kind != "asserted" for hop in path.hops)
    open_ = sum(not hop.is_checked for hop in path.hops)
    if weak:
        what = "a passage that only names both" if weak == 1 else "passages that only name both"
        words.append(f"{_of(weak, count)} over {what}")
    if open_:
        words.append(f"{_of(open_, count)} proposed, unchecked")
    if not weak and not open_:
        words.append("stated" if count == 1 else "all of them stated")
    return ", ".join(words)


def _of(some: int, count: int) -> str:
    if count == 1:
        return "it is"
    return "all" if some == count else f"{some} of them"


def _stops(reader: Reader, ids: Iterable[int]) -> dict[int, Stop]:
    wanted = sorted(set(ids))
    found = {row.id: Stop(row.id, row.name, NodeKind(row.kind)) for row in nodes(reader, wanted)}
    missing = [str(node) for node in wanted if node not in found]
    if missing:
        raise NotFound(f"There is no {', '.join(missing)} in the library.", "Look for it with search.")
    return found


def _told(reader: Reader, found: Sequence[Walk]) -> tuple[QuotedPath, ...]:
    stops = _stops(reader, [node for walk in found for node in walk.nodes])
    kept: dict[tuple[WalkEdge, int], Hop] = {}  # paths share steps
    out = []
    for walk in found:
        for edge, a, b in zip(walk.edges, walk.nodes[:-1], walk.nodes[1:], strict=True):
            if (edge, a) not in kept:
                kept[edge, a] = _hop(reader, edge, stops[a], stops[b])
        hops = tuple(kept[edge, a] for edge, a in zip(walk.edges, walk.nodes[:-1], strict=True))
        out.append(QuotedPath(walk.cost, tuple(stops[node] for node in walk.nodes), hops))
    return tuple(out)


def _hop(reader: Reader, edge: WalkEdge, a: Stop, b: Stop) -> Hop:
    forward = edge.source == a.id
    if edge.link:
        lines = [line for line in links_between(reader, a.id, b.id) if line.id == edge.link]
        said, predicate = statements(reader, lines)[0], lines[0].predicate
        words = spoken(predicate, forward)
    elif edge.kind == TOGETHER:
        said, predicate, words = together(reader, a.id, b.id, {}), edge.kind, "is named together with"
    else:
        said, predicate = edge_statement(reader, _line(reader, edge), {}), edge.kind
        words = said.words if forward else passive_of_kind(edge.kind)
    return Hop(
        a,
        b,
        edge.kind,
        predicate,
        forward,
        words,
        said.trust,
        said.status != "proposed",
        said.confidence,
        best_first(said, (a.name, b.name)),
        edge.link,
    )


def _line(reader: Reader, edge: WalkEdge) -> EdgeLine:
    return next(
        line
        for line in edges_among(reader, (edge.source, edge.target))
        if (line.source, line.target, line.kind) == (edge.source, edge.target, edge.kind)
    )


def best_first(said: Statement, names: tuple[str, str]) -> tuple[Quote, ...]:
    """Quotes of a statement: what people wrote first, then what names both ends, then as they came."""

    def rank(quote: Quote) -> tuple[bool, int]:
        text = quote.sentence.casefold()
        return quote.machine, -sum(name.casefold() in text for name in names)

    return tuple(sorted(said.quotes, key=rank))
