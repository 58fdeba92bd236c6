"""Names of what a plan joins in the library, so that its report needs no library."""

from __future__ import annotations

from dataclasses import replace

from explorer.model.plan import ImportPlan
from explorer.store import Reader
from explorer.store.planning import node_names


def with_names(reader: Reader, made: ImportPlan) -> ImportPlan:
    """The plan with the names of all works and documents of the library that it speaks of."""
    resolved = [r for d in made.documents for r in d.resolutions]
    nodes = {n for r in resolved for n in (r.work, *(other for other, _ in r.proposals))}
    nodes |= {n for m in made.merges for n in (m.keep, m.drop)} | {c.other for c in made.contradictions}
    nodes |= {r.known for r in made.renditions}
    return replace(made, titles=tuple(node_names(reader, (n for n in nodes if n > 0))))
