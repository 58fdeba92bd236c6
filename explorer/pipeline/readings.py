"""A source that is read again: what stands of it is left alone, what has changed takes its place.

A document whose text is as before is not planned at all, so its tags, notes and
settled questions are never touched. One that has changed takes the node of its
earlier reading where it still names every work of that; where works have rolled
off (a feed of the last days) both stand, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from explorer.model import Document
from explorer.model.incoming import TEXT_URI
from explorer.model.plan import ImportPlan, PlannedDocument
from explorer.pipeline.claimed_tags import settle_claims
from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.ingest import ingest, tidy
from explorer.pipeline.relate import relate
from explorer.store import Reader, Store, readings, renditions
from explorer.store.readings import Standing

if TYPE_CHECKING:
    from explorer.pipeline.plan import Input

_PLACELESS: Final = ("-", TEXT_URI)  #: begin the names of what came through a pipe, and of what was pasted


@dataclass(frozen=True, slots=True)
class Kept:
    """What reading again wrote.

    Attributes:
        sources: Ids of the new sources.
        touched: Nodes whose rows changed.
    """

    sources: list[int]
    touched: set[int]


def digest_of(document: Document) -> str:
    """What tells two readings of a document apart, as ``Standing.digest``."""
    quotes = (record.evidence.exact for record in document.papers)
    blocks = ((block.kind.value, block.text) for block in document.blocks)
    return readings.digest_of(blocks, quotes, bool(document.covers_from))


def digests_of(reader: Reader, uri: str) -> frozenset[str]:
    """Of the documents that earlier readings of a source left."""
    return frozenset(one.digest for one in readings.standing_of(reader, [uri]))


def as_before(reader: Reader, item: Input) -> Input:
    """A source of which the library has documents, to be read as it was read then; else as it is.

    Whoever says anew what it is (format, edition, columns) wants another reading, beside the earlier one.
    What came through a pipe or was pasted has no place that it could come from again.
    """
    is_told = item.format or item.edition or item.columns
    if item.standing or is_told or item.uri.startswith(_PLACELESS):
        return item
    standing = digests_of(reader, item.uri)
    if not standing:
        return item
    said = readings.said_for(reader, item.uri)
    edition = edition_from_words(said.edition) if said.edition else None
    return replace(item, standing=standing, edition=edition, columns=said.columns)


def write_again(store: Store, plan: ImportPlan, at: str) -> Kept:
    """Write a plan in the caller's transaction; its documents take the places of earlier readings."""
    standing = readings.standing_of(store.reader, {s.uri for s in plan.sources if s.is_again})
    plan, pairs = _matched(plan, standing)
    sources, touched = ingest(store, plan, at)
    made = _documents(store.reader, plan, sources)
    left = renditions.mates_of(store.reader, [one.node for one in pairs.values()])
    works: set[int] = set()
    for number, one in sorted(pairs.items()):
        works |= readings.take_place(store, one.node, made[number])
        touched.discard(made[number])
    readings.remove_emptied(store, {one.source for one in pairs.values()})
    if pairs:
        touched |= {one.node for one in pairs.values()} | works
        touched |= renditions.settle_issues(store, left)
        touched = tidy(store, works, touched)
        with store.noting():
            tagged = settle_claims(store)
        touched |= relate(store, tagged)
    return Kept(sources, touched)


def _documents(reader: Reader, plan: ImportPlan, sources: Sequence[int]) -> list[int]:
    """Nodes of the documents of a plan that has been written."""
    rows = iter(sources)
    fresh = [i for i, source in enumerate(plan.sources) if not source.known]
    ids = {i: iter(readings.documents_of(reader, next(rows))) for i in fresh}
    return [next(ids[planned.source]) for planned in plan.documents]


def _matched(plan: ImportPlan, standing: Sequence[Standing]) -> tuple[ImportPlan, dict[int, Standing]]:
    """The plan with the works of the earlier readings, and the document whose place each one takes."""
    pairs = _pairs(plan, standing)
    plan = _with_works(plan, pairs)
    pairs = {i: one for i, one in pairs.items() if one.works <= _works(plan.documents[i])}
    taken = {one.node for one in pairs.values()}
    kept = tuple(r for r in plan.renditions if not (r.document in pairs and r.known in taken))
    return replace(plan, renditions=kept), pairs


def _works(planned: PlannedDocument) -> set[int]:
    return {resolution.work for resolution in planned.resolutions}


def _pairs(plan: ImportPlan, standing: Sequence[Standing]) -> dict[int, Standing]:
    """Document of the plan -> its latest earlier reading: of one period and title, or the only one."""
    free = {one.node: one for one in standing}
    pairs: dict[int, Standing] = {}
    for wants_title in (True, False):
        for i, planned in enumerate(plan.documents):
            alike = [one for one in free.values() if _alike(plan, planned, one, wants_title)]
            if i not in pairs and alike and (wants_title or _is_alone(plan, planned, alike)):
                pairs[i] = max(alike, key=lambda one: one.node)
                del free[pairs[i].node]
    return pairs


def _alike(plan: ImportPlan, planned: PlannedDocument, one: Standing, wants_title: bool) -> bool:
    read = planned.document
    return (
        plan.sources[planned.source].uri == one.uri
        and read.kind.value == one.kind
        and (read.covers_from, read.covers_to) == one.period
        and (not wants_title or read.title == one.title)
    )


def _is_alone(plan: ImportPlan, planned: PlannedDocument, alike: Sequence[Standing]) -> bool:
    same = [d for d in plan.documents if d.source == planned.source]
    return len(alike) == 1 and (len(same) == 1 or bool(planned.document.covers_from))


def _with_works(plan: ImportPlan, pairs: dict[int, Standing]) -> ImportPlan:
    """A record that stands as it stood is the work that it was, though nothing but its title says so."""
    known: dict[int, int] = {}
    for i, one in pairs.items():
        was = _once(one.named)
        for record, resolution in zip(
            plan.documents[i].document.papers, plan.documents[i].resolutions, strict=True
        ):
            work = was.get(record.evidence.exact, 0)
            if resolution.work < 0 and work:
                known[resolution.work] = work
    if not known:
        return plan
    documents = tuple(_renamed(planned, known) for planned in plan.documents)
    others = tuple(replace(c, other=known.get(c.other, c.other)) for c in plan.contradictions)
    new = {r.work for d in documents for r in d.resolutions if r.work < 0}
    return replace(plan, documents=documents, contradictions=others, new_works=len(new))


def _once(named: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Quote -> its work, of quotes that speak of one work."""
    found: dict[str, int] = {}
    for exact, work in named:
        found[exact] = work if found.get(exact, work) == work else 0
    return found


def _renamed(planned: PlannedDocument, known: dict[int, int]) -> PlannedDocument:
    resolutions = tuple(
        replace(r, work=known[r.work], why="as it stood there before", proposals=()) if r.work in known else r
        for r in planned.resolutions
    )
    return replace(planned, resolutions=resolutions)
