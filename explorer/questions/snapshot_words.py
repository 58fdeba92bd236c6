"""Snapshots in words and as JSON: the same for a terminal and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explorer.edges import EDGES
from explorer.graph.difference import Change, EdgeChange, NodeChange
from explorer.graph.scene import Scene
from explorer.model import NodeKind
from explorer.questions.snapshot_diff import Compared
from explorer.questions.snapshots import NOW, Opened, SnapshotWords

_SIGNS = {Change.NEW: "+", Change.GONE: "-", Change.CHANGED: "~"}
_STATES = ("unread", "being read", "read")


def counted(count: int, one: str) -> str:
    """ "1 node", "1,204 nodes"."""
    return f"{count:,} {one}{'' if count == 1 else 's'}"


def list_lines(found: Iterable[SnapshotWords]) -> Iterator[str]:
    """A line each, the newest first; the note below it."""
    for words in found:
        at = words.at.replace("T", " ")[:16]
        counts = f"{counted(words.nodes, 'node')}, {counted(words.edges, 'link')}"
        yield f"{at}  {words.name}  ({words.title} · {counts})"
        yield from (f"    {line}" for line in words.note.splitlines())


def opened_lines(opened: Opened) -> Iterator[str]:
    """What a snapshot showed, and what became of it."""
    yield from list_lines([opened.words])
    graph = opened.kept.graph
    names = dict(zip(graph.ids.tolist(), graph.names, strict=True))
    for node in sorted(opened.gone, key=lambda node: names[node].casefold()):
        yield f"  {names[node]}: no longer in the library"
    for then, now in sorted(opened.merged.items(), key=lambda pair: names[pair[0]].casefold()):
        yield f"  {names[then]}: is {opened.names_now[now]} now"


def opened_json(opened: Opened, scene: Scene) -> dict[str, object]:
    """A snapshot with everything that it showed; places are world units."""
    graph, kept, words = opened.kept.graph, opened.kept, opened.words
    at: dict[int, list[float]] = {}
    for node, place in zip(scene.view.nodes.tolist(), scene.pos.tolist(), strict=True):
        at.setdefault(node, place)
    nodes = [
        {
            "id": node,
            "key": kept.keys[row],
            "kind": NodeKind(kind).name.lower(),
            "name": graph.names[row],
            "x": at[node][0] if node in at else None,
            "y": at[node][1] if node in at else None,
            "tags": list(kept.tags.get(node, ())),
            "now": opened.now.get(node),
        }
        for row, (node, kind) in enumerate(zip(graph.ids.tolist(), graph.kinds.tolist(), strict=True))
    ]
    edges = [
        {
            "source": int(graph.ids[source]),
            "target": int(graph.ids[target]),
            "kind": graph.edge_labels[int(graph.edge_kinds[row])],
            "predicate": graph.predicates[row],
            "weight": float(graph.weights[row]),
            "sources": int(graph.sources[row]),
            "sentences": [quote.exact for quote in kept.quotes.get(row, ())],
        }
        for row, (source, target) in enumerate(graph.ends.tolist())
    ]
    head = {"name": words.name, "at": words.at, "title": words.title, "note": words.note}
    return head | {"layout": kept.places.layout, "nodes": nodes, "edges": edges}


def diff_lines(found: Compared, limit: int) -> Iterator[str]:
    """What came (+), went (-) and changed (~), at most ``limit`` of each."""
    other = NOW if found.name == NOW else f"“{found.name}”"
    yield f"From “{found.before.words.name}” ({found.before.words.at[:10]}) to {other}:"
    if found.difference.is_empty:
        yield "  nothing changed"
    for change in (Change.NEW, Change.GONE, Change.CHANGED):
        nodes = found.difference.nodes_that(change)
        yield from _some((f"{_SIGNS[change]} {node_words(found, node)}" for node in nodes), len(nodes), limit)
    for change in (Change.NEW, Change.GONE, Change.CHANGED):
        edges = found.difference.edges_that(change)
        yield from _some((f"{_SIGNS[change]} {edge_words(edge)}" for edge in edges), len(edges), limit)


def _some(lines: Iterable[str], total: int, limit: int) -> Iterator[str]:
    for place, line in enumerate(lines):
        if place == limit:
            yield f"  … and {total - limit:,} more"
            return
        yield f"  {line}"


def node_words(found: Compared, node: NodeChange) -> str:
    """ "RAG (concept): called Retrieval before, tag +agents"."""
    said = [f"merged into {node.into}"] if node.into else []
    if node.change is Change.GONE and not node.into:
        said.append("not in this view now" if node.id in found.elsewhere else "no longer in the library")
    said += [f"was called {node.was}"] if node.was else []
    said += [f"tag +{tag}" for tag in node.tags_on] + [f"tag -{tag}" for tag in node.tags_off]
    said += [f"{_STATES[node.read[0]]} → {_STATES[node.read[1]]}"] if node.read[0] != node.read[1] else []
    words = f"{node.name} ({node.kind.name.lower()})"
    return f"{words}: {', '.join(said)}" if said else words


def edge_words(edge: EdgeChange) -> str:
    """ "A builds on B: 1 → 2 sources"."""
    words = f"{edge.names[0]} {edge_verb(edge)} {edge.names[1]}"
    if edge.change is not Change.CHANGED:
        return words
    if edge.sources[0] != edge.sources[1]:
        return f"{words}: {edge.sources[0]} → {counted(edge.sources[1], 'source')}"
    return f"{words}: {edge.weights[0]:.2f} → {edge.weights[1]:.2f}"


def edge_verb(edge: EdgeChange) -> str:
    """What an edge says: "builds on", "is tagged"."""
    return edge.predicate.replace("_", " ") or (EDGES[edge.kind].label if edge.kind in EDGES else edge.kind)


def diff_json(found: Compared) -> dict[str, object]:
    """Everything that differs; ``why`` of what is gone: merged, not in view, or gone from the library."""
    return {
        "from": {"name": found.before.words.name, "at": found.before.words.at},
        "to": {"name": found.name, "at": found.at},
        "nodes": [_node_json(found, node) for node in found.difference.nodes],
        "edges": [
            {
                "change": edge.change.name.lower(),
                "source": edge.source,
                "target": edge.target,
                "names": list(edge.names),
                "kind": edge.kind,
                "predicate": edge.predicate,
                "weights": list(edge.weights) if edge.change is Change.CHANGED else None,
                "sources": list(edge.sources) if edge.change is Change.CHANGED else None,
            }
            for edge in found.difference.edges
        ],
    }


def _node_json(found: Compared, node: NodeChange) -> dict[str, object]:
    why = "merged" if node.into else "not in view" if node.id in found.elsewhere else "not in library"
    return {
        "change": node.change.name.lower(),
        "id": node.id,
        "kind": node.kind.name.lower(),
        "name": node.name,
        "was": node.was,
        "into": node.into,
        "why": why if node.change is Change.GONE else "",
        "tags_on": list(node.tags_on),
        "tags_off": list(node.tags_off),
        "read": [_STATES[state] for state in node.read] if node.read[0] != node.read[1] else None,
    }
