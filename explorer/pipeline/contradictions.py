"""Statements that cannot both be true, as rows that a person can settle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from explorer.model import Document, DocumentKind, PaperRecord
from explorer.model.plan import Contradiction, Merge, PlannedDocument, Resolution
from explorer.pipeline.disputes import Claim, Dispute, Disputes, holder_of
from explorer.pipeline.people import people_agree
from explorer.pipeline.totals import find_totals
from explorer.store import Reader
from explorer.text.arxiv_ids import month_of

WRONG_ID = "its arXiv id is another paper's"
_BY_TITLE = "title; the arXiv id beside it is another paper's"
_TIME_ZONE = timedelta(days=1)
#: an id is of the month in which arXiv announces the paper: after a weekend, and holidays
_UNTIL_ANNOUNCED = timedelta(days=7)


def with_disputes(
    resolutions: Sequence[Resolution], merges: Sequence[Merge], disputes: Disputes
) -> tuple[Resolution, ...]:
    """The resolutions of records whose id is another paper's say so, and ask whether it is that paper."""
    changed = list(resolutions)
    for dispute in disputes.found:
        if (i := dispute.claim.record) < 0:
            continue
        mine, other = changed[i], _work_of(dispute.holder, resolutions, merges)
        why = _BY_TITLE if dispute.belongs else mine.why
        asked = () if dispute.belongs or other == mine.work else ((other, WRONG_ID),)
        changed[i] = replace(mine, why=why, proposals=(*mine.proposals, *asked), disputed=("arxiv_id",))
    return tuple(changed)


def _work_of(claim: Claim, resolutions: Sequence[Resolution], merges: Sequence[Merge]) -> int:
    if claim.record >= 0:
        return resolutions[claim.record].work
    into = {merge.drop: merge.keep for merge in merges}
    work = claim.paper
    while work in into:
        work = into[work]
    return work


def find_contradictions(
    reader: Reader, planned: Sequence[PlannedDocument], merges: Sequence[Merge], disputes: Disputes
) -> tuple[Contradiction, ...]:
    """Contradictions of the records and documents of a plan, by document, record and kind."""
    places = [(d, i) for d, one in enumerate(planned) for i in range(len(one.document.papers))]
    resolutions = [resolution for one in planned for resolution in one.resolutions]
    found = [_wrong_id(d, places, planned, _work_of(d.holder, resolutions, merges)) for d in disputes.found]
    wrong = {(c.document, c.record) for c in found if not c.appearance}
    others = [*_authors(disputes, places, planned), *_twice(planned), *_dates(planned, disputes, places)]
    found += [c for c in others if (c.document, c.record) not in wrong]
    found += find_totals(reader, planned)
    return tuple(sorted(found, key=lambda c: (c.document, -1 if c.record is None else c.record, c.kind)))


def _wrong_id(
    dispute: Dispute, places: Sequence[tuple[int, int]], planned: Sequence[PlannedDocument], other: int
) -> Contradiction:
    claim, holder = dispute.claim, dispute.holder
    detail = f"arXiv {claim.arxiv_id} is “{holder.title}”; here it stands for “{claim.title}”"
    detail += f", which is arXiv {dispute.belongs}" if dispute.belongs else ""
    document, record = places[holder.record if claim.record < 0 else claim.record]
    if claim.record < 0:
        return Contradiction("id", document, detail, record, None, other, claim.appearance)
    return Contradiction("id", document, detail, record, _record(planned, document, record).evidence, other)


def _record(planned: Sequence[PlannedDocument], document: int, record: int) -> PaperRecord:
    return planned[document].document.papers[record]


def _authors(
    disputes: Disputes, places: Sequence[tuple[int, int]], planned: Sequence[PlannedDocument]
) -> Iterator[Contradiction]:
    """Statements on one id whose first authors are different people."""
    for arxiv_id, claims in sorted(disputes.claims.items()):
        holder = holder_of([claim for claim in claims if claim.authors] or claims)
        for claim in claims:
            at = claim if claim.record >= 0 else holder
            if claim is holder or at.record < 0 or people_agree(claim.authors, holder.authors) is not False:
                continue
            document, record = places[at.record]
            detail = (
                f"The first author of arXiv {arxiv_id} is {holder.authors[0]} in one statement "
                f"and {claim.authors[0]} in another"
            )
            evidence = _record(planned, document, record).evidence
            yield Contradiction("author", document, detail, record, evidence)


def _twice(planned: Sequence[PlannedDocument]) -> Iterator[Contradiction]:
    """Names that stand twice among the authors of one paper."""
    for d, one in enumerate(planned):
        for i, record in enumerate(one.document.papers):
            folded = [" ".join(name.casefold().split()) for name in record.authors]
            if len(set(folded)) == len(folded):
                continue
            again = [record.authors[n] for n, name in enumerate(folded) if name and name in folded[:n]]
            if again:
                detail = f"{again[0]} stands twice among the authors: two people of one name, or a slip"
                yield Contradiction("author", d, detail, i, record.evidence)


def _dates(
    planned: Sequence[PlannedDocument], disputes: Disputes, places: Sequence[tuple[int, int]]
) -> Iterator[Contradiction]:
    first_version = {
        arxiv_id: claim.published
        for arxiv_id, claims in disputes.claims.items()
        for claim in reversed(claims)
        if claim.rank == 0 and claim.published
    }
    for d, one in enumerate(planned):
        for i, record in enumerate(one.document.papers):
            for detail in _date_of(record, one.document, first_version.get(record.arxiv_id, "")):
                yield Contradiction("date", d, detail, i, record.evidence)


def _date_of(record: PaperRecord, document: Document, first_version: str) -> Iterator[str]:
    """What cannot be true of the dates of a record; metadata is arXiv's own word on its dates."""
    published, updated, ends = (_day(d) for d in (record.published, record.updated, document.covers_to))
    if published and updated and updated < published:
        yield f"Updated {updated}, before it was published {published}"
    if not record.arxiv_id:
        return
    month = date.fromisoformat(f"{month_of(record.arxiv_id)}-01")
    first = _day(first_version)
    if published and document.kind is not DocumentKind.METADATA:
        if first and published < first - _TIME_ZONE:
            yield f"Published {published}, before its first version of {first}"
        elif not first and published < month - _UNTIL_ANNOUNCED:
            yield f"Published {published}, before the month of arXiv {record.arxiv_id} ({month:%Y-%m})"
    if document.kind is DocumentKind.WEEKLY_DIGEST and ends and ends < month - _TIME_ZONE:
        yield f"An issue up to {ends} lists arXiv {record.arxiv_id}, a paper of {month:%Y-%m}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
