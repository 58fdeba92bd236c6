"""ImportPlan → library, in the caller's transaction; and the way back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.model.plan import ImportPlan, PlannedDocument
from explorer.pipeline.claimed_tags import claim_tags, settle_claims
from explorer.pipeline.disputed import give_back_ids, take_ids, unopposed
from explorer.pipeline.merging import join, refold
from explorer.pipeline.relate import relate
from explorer.pipeline.tag_rules import put_by_rules
from explorer.pipeline.uncollected import uncollected
from explorer.store import Store, concepts, disputes, documents, moves, nodes, renditions, stated, works
from explorer.store.edges import measure, neighbours_of
from explorer.store.rule_texts import named_by


@dataclass(frozen=True, slots=True)
class Written:
    """Ids of a document's rows: blocks align with its blocks, papers and appearances with its papers."""

    document: int
    blocks: list[int]
    papers: list[int]
    appearances: list[int]


@uncollected()
def ingest(store: Store, plan: ImportPlan, at: str) -> tuple[list[int], set[int]]:
    """Write a plan. Ids of its sources, and the nodes that it touched (derived rows included)."""
    sources = [documents.add_source(store, source, at) for source in plan.sources if not source.known]
    row_of = iter(sources)
    source_ids = [0 if source.known else next(row_of) for source in plan.sources]
    paper_ids = _reserve_works(store, plan)
    touched: set[int] = set()
    written: list[Written] = []
    ordinals: dict[int, int] = {}
    for planned in plan.documents:
        ordinal = ordinals[planned.source] = ordinals.get(planned.source, -1) + 1
        row = _write_document(store, plan, planned, (source_ids[planned.source], ordinal, paper_ids))
        written.append(row)
        touched |= {row.document, *row.papers}
    papers = {paper for row in written for paper in row.papers} | {m.keep for m in plan.merges}
    papers |= take_ids(store, plan, [row.appearances for row in written])
    papers -= {m.drop for m in plan.merges}
    with store.noting():  # what an import merges, its undo takes apart
        around = {node for m in plan.merges for node in join(store, m.keep, m.drop, m.reason)}
    touched |= refold(store, papers)
    with store.noting():
        around -= nodes.remove_lone_people(store, around)
    touched |= _write_proposals(store, plan, paper_ids)
    _write_contradictions(store, plan, written, paper_ids)
    touched |= _write_methods(store, plan, written, at)
    touched |= _join_renditions(store, plan, written)
    touched |= nodes.editions_of(store.reader, sorted(papers))
    touched = relate(store, touched)
    measure(store, around)
    touched |= _put_tags(store, written, papers)
    return sources, touched | around


def _put_tags(store: Store, written: Sequence[Written], papers: Iterable[int]) -> set[int]:
    """Tags that the documents claim, and those that rules put on what they name; the nodes that changed."""
    scope = {*papers, *(row.document for row in written)}
    scope |= nodes.editions_of(store.reader, sorted(scope)) | named_by(store.reader, scope)
    with store.noting():
        tagged = claim_tags(store, [row.document for row in written])
        tagged |= settle_claims(store) | put_by_rules(store, scope)
    return relate(store, tagged)


def _reserve_works(store: Store, plan: ImportPlan) -> dict[int, int]:
    """Plan's work numbers → node ids; new works get their row at once, for appearances to point at."""
    numbers = {r.work for d in plan.documents for r in d.resolutions}
    new = sorted((n for n in numbers if n < 0), reverse=True)
    first = works.reserve(store, len(new))
    return {n: n for n in numbers if n > 0} | {n: first + i for i, n in enumerate(new)}


def _write_document(
    store: Store, plan: ImportPlan, planned: PlannedDocument, place: tuple[int, int, dict[int, int]]
) -> Written:
    """One document with its blocks, appearances, presences and claims."""
    source, ordinal, paper_ids = place
    read = planned.document
    issue = nodes.ensure_edition(store, read.issue_of) if read.issue_of else None
    document = documents.add_document(store, source, ordinal, read, issue)
    papers = [paper_ids[r.work] for r in planned.resolutions]
    appearances = documents.add_appearances(store, document, read.papers, papers)
    blocks = documents.add_blocks(store, document, (read, plan.sources[planned.source].text), appearances)
    editions = {
        record.edition: nodes.ensure_edition(store, record.edition)
        for record in read.papers
        if record.edition
    }
    rows = []
    for record, paper, appearance in zip(read.papers, papers, appearances, strict=True):
        if issue is not None:
            rows.append((paper, issue, appearance, "", "", ""))
        if record.edition:
            edition = editions[record.edition]
            rows.append((paper, edition, appearance, record.track, record.status, record.award))
    nodes.add_presence(store, rows)
    stated.add_stated(store, document, read, appearances)
    return Written(document, blocks, papers, appearances)


def _write_proposals(store: Store, plan: ImportPlan, paper_ids: dict[int, int]) -> set[int]:
    for planned in plan.documents:
        for resolution in planned.resolutions:
            for other, reason in resolution.proposals:
                pair = sorted((paper_ids[resolution.work], paper_ids.get(other, other)))
                if pair[0] != pair[1] and pair[0] > 0:
                    works.propose_same(store, pair[0], pair[1], reason)
    return set()


def _write_contradictions(
    store: Store, plan: ImportPlan, written: Sequence[Written], paper_ids: dict[int, int]
) -> None:
    rows = [
        (
            c,
            written[c.document].document,
            None if c.record is None else written[c.document].appearances[c.record],
            paper_ids.get(c.other, c.other) or None,
        )
        for c in plan.contradictions
        if not c.appearance
    ]
    stated.add_contradictions(store, rows)
    for c in plan.contradictions:
        if c.appearance:
            disputes.add_dispute(store, c.appearance, c.detail, paper_ids.get(c.other, c.other))


def _join_renditions(store: Store, plan: ImportPlan, written: Sequence[Written]) -> set[int]:
    """Documents that are one share an issue; the nodes that changed."""
    ids = [row.document for row in written]
    own = [renditions.own_issue(planned.document) for planned in plan.documents]
    renditions.note_own_issues(store, zip(ids, own, strict=True))
    rows = [(ids[r.document], r.known or ids[r.other], r.why) for r in plan.renditions]
    renditions.add_renditions(store, rows)
    touched = renditions.settle_issues(store, {document for document, _, _ in rows})
    return touched - renditions.remove_empty(store, touched)


def _write_methods(store: Store, plan: ImportPlan, written: Sequence[Written], run: str) -> set[int]:
    """Concepts, mentions and links of a plan; the nodes at their ends."""
    ids = concepts.ensure_concepts(store, plan.concepts)
    ids |= nodes.ids_by_key(
        store.reader,
        NodeKind.CONCEPT,
        {m.concept for m in plan.mentions} | {k for x in plan.links for k in (x.subject, x.object)},
    )
    block_of = {(d, b): block for d, row in enumerate(written) for b, block in enumerate(row.blocks)}
    mentions = [
        (
            ids[m.concept],
            m.block if m.document < 0 else block_of[m.document, m.block],
            m.start,
            m.end,
            m.exact,
        )
        for m in plan.mentions
    ]
    concepts.add_mentions(store, mentions)
    links = [
        concepts.LinkRow(
            written[x.document].papers[int(x.subject[1:])] if x.subject.startswith("#") else ids[x.subject],
            x.predicate,
            ids[x.object],
            x.polarity,
            x.confidence,
            x.asserted_by,
            block_of[x.document, x.block],
            x.start,
            x.end,
            x.exact,
            x.accepted,
        )
        for x in plan.links
    ]
    concepts.add_links(store, links, run)
    return set(ids.values()) | {x.subject for x in links}


def forget(store: Store, sources: Iterable[int], parted: Iterable[int] = ()) -> set[int]:
    """Undo of an import: remove its documents and everything that only they assert.

    Works that other documents speak of are folded anew; decisions made since stay.

    Args:
        parted: Works whose statements have just been put back to where they were before the import.
    """
    touched: set[int] = set()
    were = unopposed(store)
    parted = set(parted)
    papers = set(moves.ensure_rows(store, parted))
    touched |= parted
    going = list(sources)
    left = renditions.left_behind(store.reader, going)
    for source in going:
        gone, others = documents.remove_documents(store, source)
        papers |= gone
        touched |= others
    touched |= renditions.settle_issues(store, left)
    return tidy(store, papers, touched, were)


def tidy(
    store: Store, papers: set[int], touched: set[int], unopposed_before: Collection[int] = ()
) -> set[int]:
    """Remove what nothing stands behind once documents have gone, fold what they spoke of; what changed."""
    around = neighbours_of(store, json.dumps(sorted(papers | touched)))  # edges go with what is removed
    orphans = nodes.remove_orphans(store, people=False)
    touched |= refold(store, papers - orphans) | (papers - orphans)
    touched |= refold(store, give_back_ids(store, unopposed_before))
    disputes.name_holders(store, unopposed_before)
    orphans |= nodes.remove_orphans(store)  # people whose last paper changed its authors
    touched = relate(store, touched - orphans)
    measure(store, around - orphans)
    return touched | (around - orphans)
