"""Import report: what a plan would do, counted, for a person and for ``--json``."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from explorer.model.plan import Failure, ImportPlan, PlannedDocument


@dataclass(frozen=True, slots=True)
class Found:
    papers: int
    methods: int
    links: int


@dataclass(frozen=True, slots=True)
class Merged:
    """A record that joined a work which stood there before."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class NeedsYou:
    """Something that only a person can decide."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Unparsed:
    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class StatedTotal:
    what: str
    stated: int
    counted: int


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """Attributes:
    source, format, kind, title, language: Of the document.
    found: Papers, distinct methods named, stated links.
    new: Works that the library does not have.
    merged: How many records joined a work of the library or of an earlier document; ``joined`` says which.
    known: The library holds these very bytes: nothing to do.
    """

    source: str
    format: str
    kind: str
    title: str
    language: str
    found: Found
    new: int
    merged: int
    needs_you: tuple[NeedsYou, ...]
    contradictions: tuple[str, ...]
    unparsed: tuple[Unparsed, ...]
    stated_totals: tuple[StatedTotal, ...]
    joined: tuple[Merged, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    documents: tuple[DocumentReport, ...]
    failed: tuple[Failure, ...]


def report(plan: ImportPlan) -> ImportReport:
    """The report of a plan; sources that the library holds already come last."""
    seen: set[int] = set()
    documents = []
    methods, links = _methods(plan), Counter(link.document for link in plan.links)
    for i, planned in enumerate(plan.documents):
        documents.append(_document(plan, planned, seen, (len(methods.get(i, ())), links[i])))
        seen |= {r.work for r in planned.resolutions}
    known = [
        DocumentReport(s.name, s.format, "", s.name, "", Found(0, 0, 0), 0, 0, (), (), (), (), known=True)
        for s in plan.sources
        if s.known
    ]
    return ImportReport((*documents, *known), plan.failed)


def _methods(plan: ImportPlan) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for mention in plan.mentions:
        found.setdefault(mention.document, set()).add(mention.concept)
    return found


def _document(
    plan: ImportPlan, planned: PlannedDocument, seen: set[int], counts: tuple[int, int]
) -> DocumentReport:
    read, source = planned.document, plan.sources[planned.source]
    pairs = list(zip(read.papers, planned.resolutions, strict=True))
    joined = tuple(Merged(record.title, r.why) for record, r in pairs if r.work > 0 or r.work in seen)
    fresh = {r.work for r in planned.resolutions if r.work < 0} - seen
    totals = tuple(
        StatedTotal(what, stated, len(pairs)) for what, stated in read.stated_totals if what == "papers"
    )
    return DocumentReport(
        source.name,
        source.format,
        read.kind.value,
        read.title,
        read.language,
        Found(len(pairs), *counts),
        len(fresh),
        len(joined),
        tuple(_needs(planned)),
        tuple(
            f"{total.what}: {total.stated} stated, {total.counted} counted"
            for total in totals
            if total.stated != total.counted
        ),
        tuple(Unparsed(issue.line, issue.text, issue.why) for issue in read.issues),
        totals,
        joined,
    )


def _needs(planned: PlannedDocument) -> list[NeedsYou]:
    needs = []
    for record, resolution in zip(planned.document.papers, planned.resolutions, strict=True):
        if not record.title:
            needs.append(NeedsYou(", ".join(record.authors[:3]), "a paper with authors but no title"))
        for _, reason in resolution.proposals:
            needs.append(NeedsYou(record.title, f"may be a paper of the library: {reason}, and nothing else"))
    return needs
