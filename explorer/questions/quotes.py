"""Quotes behind the edges of a view, for exports: many edges in few queries."""

from __future__ import annotations

from explorer.graph.view import GraphView
from explorer.questions.evidence import Quote, in_turn, quote
from explorer.store import Reader
from explorer.store.statements import evidence_of, link_ids_among, naming_among

_MOST_PER_EDGE = 3


def quotes_of_edges(reader: Reader, view: GraphView) -> dict[int, tuple[Quote, ...]]:
    """Edge row → sentences behind it; only stated links and namings have any."""
    ids = [int(i) for i in view.ids]
    rows: dict[tuple[int, int, str], int] = {}
    for row, (source, target) in enumerate(view.ends.tolist()):
        kind = view.edge_labels[int(view.edge_kinds[row])]
        rows[ids[source], ids[target], view.predicates[row] if kind == "asserted" else kind] = row
    found: dict[int, list[Quote]] = {}
    links = link_ids_among(reader, ids)
    for line in evidence_of(reader, sorted(links)):
        if (row := rows.get(links[line.owner], -1)) >= 0:
            found.setdefault(row, []).append(quote(line))
    for pair, line in naming_among(reader, ids):
        if (row := rows.get((*pair, "names"), -1)) >= 0:
            found.setdefault(row, []).append(quote(line))
    return {row: tuple(in_turn(quotes)[:_MOST_PER_EDGE]) for row, quotes in sorted(found.items())}
