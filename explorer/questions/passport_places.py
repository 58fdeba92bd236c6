"""Places and papers of a passport, made from the library's rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from explorer.model import NodeKind
from explorer.questions.passport_page import Appearance, Count, PaperGroup, PaperLine, PaperPage, in_words
from explorer.store import Reader
from explorer.store import edition_facts as reads
from explorer.store.dating import as_known
from explorer.store.edition_facts import StandingRow
from explorer.store.graph import nodes
from explorer.store.passports import LinkedRow
from explorer.store.places import PlaceRow

PAPERS_SHOWN = 60  #: of an edition, before “show more”
_MOST_IN_GROUP = 200
_PREDICATES = ("introduces", "uses", "evaluates_on", "criticises", "surveys", "names")


def place(row: PlaceRow) -> Appearance:
    """Where a node stands."""
    papers = tuple((int(i), str(title)) for i, title in json.loads(row.papers))
    detail = in_words(row.track, row.status, row.award, f"no. {row.rank}" if row.rank else "")
    return Appearance(
        row.node,
        row.name,
        NodeKind(row.kind),
        as_known(row.date, row.by),
        papers,
        row.role,
        detail,
        row.series_kind,
        row.by,
    )


def grouped(rows: Iterable[LinkedRow]) -> tuple[PaperGroup, ...]:
    """Nodes by what they do: introduce, use, evaluate, criticise, survey, and only name, each counted."""
    found: dict[str, dict[int, str]] = {}
    for row in rows:
        found.setdefault(row.predicate, {})[row.id] = row.name
    told = {i for predicate, group in found.items() if predicate != "names" for i in group}
    if "names" in found:
        found["names"] = {i: name for i, name in found["names"].items() if i not in told}
    order = [*_PREDICATES, *sorted(found.keys() - set(_PREDICATES))]
    return tuple(
        PaperGroup(predicate, len(found[predicate]), tuple(found[predicate].items())[:_MOST_IN_GROUP])
        for predicate in order
        if found.get(predicate)
    )


def papers_page(reader: Reader, node: int, offset: int = 0, limit: int = PAPERS_SHOWN) -> PaperPage:
    """Papers of an edition or issue: by rank, else most important first."""
    rows = reads.standing(reader, node, limit, offset)
    return PaperPage(node, reads.count_papers_in(reader, node), offset, tuple(map(paper_line, rows)))


def paper_line(row: StandingRow) -> PaperLine:
    """A paper as it stands in an edition or issue; a reviewed paper needs no word for it."""
    rank = f"no. {row.rank}" if row.rank else ""
    role = row.role if row.role != "reviewed" else ""
    return PaperLine(row.paper, row.title, in_words(rank, role, row.status, row.track, row.award))


def counts(reader: Reader, pairs: Sequence[tuple[int, int]]) -> tuple[Count, ...]:
    """(node, number) pairs with the names of the nodes, in their order."""
    rows = {row.id: row for row in nodes(reader, [node for node, _ in pairs])}
    return tuple(
        Count(node, rows[node].name, NodeKind(rows[node].kind), number)
        for node, number in pairs
        if node in rows
    )
