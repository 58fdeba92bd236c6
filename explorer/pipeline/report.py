"""Import report: what a plan would do, counted and quoted, for a person and for ``--json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explorer.model import BlockKind, Document, DocumentKind, PaperRecord
from explorer.model.plan import ImportPlan, PlannedSource
from explorer.pipeline.accounting import Account, account
from explorer.pipeline.report_rows import (
    Contradicts,
    DocumentReport,
    Found,
    ImportReport,
    Merged,
    NeedsYou,
    SameIssue,
    StatedNumber,
    StatedTotal,
)

_QUOTE_CHARS = 200


def report(plan: ImportPlan) -> ImportReport:
    """The report of a plan; sources that the library holds already come last."""
    context = _Context(plan, _accounts(plan), _titles(plan), _methods(plan), Counter(_linked(plan)))
    seen: set[int] = set()
    documents = []
    for number, planned in enumerate(plan.documents):
        documents.append(_document(context, number, seen))
        seen |= {r.work for r in planned.resolutions}
    known = [_known(source) for source in plan.sources if source.known or source.unchanged]
    merges = tuple(
        Merged(context.titles.get(m.drop, ""), context.titles.get(m.keep, ""), m.reason, 0)
        for m in plan.merges
    )
    return ImportReport((*documents, *known), plan.failed, merges, plan.unjudged_ids)


@dataclass(frozen=True, slots=True, eq=False)
class _Context:
    """Attributes:
    places: Document -> the account of its source and its row there.
    titles: Work or document, as the plan numbers it -> what it is called.
    methods: Document -> concepts that it names.
    links: Document -> how many it states.
    """

    plan: ImportPlan
    places: Sequence[tuple[Account, int]]
    titles: dict[int, str]
    methods: dict[int, set[str]]
    links: Counter[int]


def _accounts(plan: ImportPlan) -> list[tuple[Account, int]]:
    """The account of its source, and its row there, for each document."""
    by_source: dict[int, list[Document]] = {}
    rows = []
    for planned in plan.documents:
        of_source = by_source.setdefault(planned.source, [])
        rows.append(len(of_source))
        of_source.append(planned.document)
    made = {
        source: account(plan.sources[source].text, [*read, *plan.sources[source].unchanged])
        for source, read in by_source.items()
    }
    return [(made[planned.source], row) for planned, row in zip(plan.documents, rows, strict=True)]


def _titles(plan: ImportPlan) -> dict[int, str]:
    titles = dict(plan.titles)
    for planned in plan.documents:
        for record, resolution in zip(planned.document.papers, planned.resolutions, strict=True):
            if not titles.get(resolution.work):
                titles[resolution.work] = _named(record)
    return titles


def _methods(plan: ImportPlan) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for mention in plan.mentions:
        found.setdefault(mention.document, set()).add(mention.concept)
    return found


def _linked(plan: ImportPlan) -> Iterator[int]:
    return (link.document for link in plan.links)


def _known(source: PlannedSource) -> DocumentReport:
    return DocumentReport(
        source.name,
        source.format,
        "",
        source.name,
        "",
        known=True,
        same_text_as=source.same_text_as,
        unchanged=len(source.unchanged),
    )


def _document(context: _Context, number: int, seen: set[int]) -> DocumentReport:
    planned = context.plan.documents[number]
    read, source = planned.document, context.plan.sources[planned.source]
    made, row = context.places[number]
    joined = tuple(_joined(context, number, seen))
    new = len({r.work for r in planned.resolutions if r.work < 0} - seen)
    totals = tuple(StatedTotal(what, stated, _counted(read, what)) for what, stated in read.stated_totals)
    return DocumentReport(
        source.name,
        source.format,
        read.kind.value,
        read.title,
        read.language,
        Found(len(read.papers), len(context.methods.get(number, ())), context.links[number]),
        new,
        len(joined),
        tuple(_needs(context, number)),
        tuple(_contradictions(context, number, totals)),
        made.unparsed(row),
        totals,
        joined,
        repeated=len(read.papers) - new - len(joined),
        sure=source.sure,
        lines=made.lines(row),
        doubts=made.doubts(row, read.issues),
        statistics=tuple(
            StatedNumber(s.what, s.value, s.edition, made.line_at(s.evidence.start)) for s in read.statistics
        ),
        others=_others(read),
        same_issue=tuple(_same_issue(context, number)),
    )


def _joined(context: _Context, number: int, seen: set[int]) -> Iterator[Merged]:
    planned, (made, _) = context.plan.documents[number], context.places[number]
    for record, resolution in zip(planned.document.papers, planned.resolutions, strict=True):
        if resolution.work > 0 or resolution.work in seen:
            into = context.titles.get(resolution.work, "")
            yield Merged(_named(record), into, resolution.why, made.line_at(record.evidence.start))


def _needs(context: _Context, number: int) -> Iterator[NeedsYou]:
    planned, (made, _) = context.plan.documents[number], context.places[number]
    for record, resolution in zip(planned.document.papers, planned.resolutions, strict=True):
        line, text = made.line_at(record.evidence.start), _quote(record.evidence.exact)
        if not record.title:
            has_id = record.arxiv_id or record.doi or record.openreview
            known = (
                "with authors but no"
                if record.authors
                else "with an id but no"
                if has_id
                else "without id or"
            )
            yield NeedsYou(_named(record), f"a paper {known} title", line, text)
        for other, reason in resolution.proposals:
            title = context.titles.get(other, "")
            yield NeedsYou(_named(record), f"may be “{title}”: {reason}, and nothing else", line, text, title)


def _contradictions(context: _Context, number: int, totals: Sequence[StatedTotal]) -> Iterator[Contradicts]:
    """Those of the plan, and totals that disagree unless the plan has them already."""
    planned, (made, _) = context.plan.documents[number], context.places[number]
    known = False
    for c in context.plan.contradictions:
        if c.document == number:
            known |= c.kind == "total"
            evidence = c.evidence
            if evidence is None and c.record is not None:
                evidence = planned.document.papers[c.record].evidence
            line = made.line_at(evidence.start) if evidence else 0
            yield Contradicts(c.kind, c.detail, line, _quote(evidence.exact) if evidence else "")
    for total in totals:
        if not known and total.counted not in (None, total.stated):
            yield Contradicts("total", f"{total.what}: {total.stated} stated, {total.counted} counted", 0, "")


def _counted(document: Document, what: str) -> int | None:
    """How many were read of what a total speaks of: papers (all, of a section), trends, questions."""
    wanted = what.casefold()
    counts = {
        "papers": len(document.papers),
        "trends": sum(trend.parent is None for trend in document.trends),
        "questions": sum(record.qa_pairs for record in document.papers),
        "papers not accepted": sum(record.edition is None for record in document.papers),
    }
    if wanted in counts:
        return counts[wanted]
    sections = {b.section.casefold() for b in document.blocks} | {
        b.text.casefold() for b in document.blocks if b.kind is BlockKind.HEADING
    }
    found = sum(record.section.casefold() == wanted for record in document.papers)
    return found if found or wanted in sections else None


def _others(document: Document) -> tuple[tuple[str, int], ...]:
    """Workshops, tutorials, talks: the headings of a list, by their type."""
    if document.kind is not DocumentKind.PAPER_LIST:
        return ()
    return tuple(sorted(Counter(b.section for b in document.blocks if b.kind is BlockKind.HEADING).items()))


def _same_issue(context: _Context, number: int) -> Iterator[SameIssue]:
    for rendition in context.plan.renditions:
        if rendition.document == number:
            other = context.plan.documents[rendition.other].document if rendition.other >= 0 else None
            title = other.title if other else context.titles.get(rendition.known, "")
            yield SameIssue(title, other.language if other else "", rendition.why)


def _named(record: PaperRecord) -> str:
    """Its title, else what it is known by."""
    ids = (record.arxiv_id and f"arXiv:{record.arxiv_id}", record.doi, record.openreview)
    known = record.title or ", ".join(record.authors[:3]) or next(filter(None, ids), "")
    return known or record.as_written


def _quote(text: str) -> str:
    return " ".join(text.split())[:_QUOTE_CHARS]
