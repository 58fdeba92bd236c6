"""Facts → edges, for every edge kind in explorer/edges, around the nodes that changed."""

from __future__ import annotations

import json
from collections.abc import Iterable

from explorer.edges import EDGES
from explorer.store import Store
from explorer.store.edges import measure, neighbours_of, replace_edges


def relate(store: Store, nodes: Iterable[int]) -> set[int]:
    """Write the derived edges and measures around some nodes anew, inside the caller's transaction.

    Returns:
        The nodes whose edges or measures changed: those given and their neighbours, before and after.
    """
    changed = set(nodes)
    if not changed:
        return changed
    scope = json.dumps(sorted(changed))
    around = neighbours_of(store, scope)
    for kind_id, kind in EDGES.items():
        if kind.derive is not None:
            rows = kind.derive(store.reader, scope)
            replace_edges(
                store, kind_id, scope, ((r.source, r.target, r.predicate, r.weight, r.sources) for r in rows)
            )
    around |= neighbours_of(store, scope)
    measure(store, changed | around)
    return changed | around
