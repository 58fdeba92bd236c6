"""Works of the library that records of an import may be, and what documents say around each record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from explorer.model import BlockKind, Document, DocumentKind
from explorer.pipeline.identity import Stated, Work, reviewed_editions
from explorer.store import Reader
from explorer.store.candidates import ISSUED, LISTED, WorkRow, candidates, work_rows, works_between, works_in
from explorer.store.identity import said_of
from explorer.text.names import fold_name
from explorer.text.title_forms import title_forms

_BEFORE = timedelta(days=550)  #: a paper of an edition is looked for in the digests of this time before it
_AFTER = timedelta(days=120)
_SHORTEST_BEGINNING = 8  #: letters


def stated_in(documents: Iterable[Document]) -> list[Stated]:
    """Every record of the documents, in order, with what its document says around it."""
    return [stated for document in documents for stated in _stated(document)]


def _stated(document: Document) -> list[Stated]:
    texts: list[list[str]] = [[] for _ in document.papers]
    for block in document.blocks:
        if block.paper is not None and block.kind is BlockKind.SUMMARY and block.language == "en":
            texts[block.paper].append(block.text)
    editions = () if document.kind is DocumentKind.PAPER_LIST else document.editions
    return [
        Stated(
            record,
            reviewed_editions(record, editions),
            document.covers_from or document.date,
            " ".join(texts[i]),
            document.kind,
            editions,
        )
        for i, record in enumerate(document.papers)
    ]


def known_works(reader: Reader, records: Sequence[Stated]) -> list[Work]:
    """Works of the library that some of the records may be: by id, by title, or by time."""
    ids = {key for s in records for key in (s.record.arxiv_id, s.record.doi, s.record.openreview) if key}
    forms = [title_forms(s.record.title) for s in records]
    names = {name for f in forms for name in (f.full, *f.heads, f.tail, *f.prefixes, *f.acronyms) if name}
    beginnings = {f.full for f in forms if len(f.full) >= _SHORTEST_BEGINNING}
    found = candidates(reader, sorted(ids), sorted(names), sorted(beginnings))
    found |= works_in(reader, sorted({edition.key for s in records for edition in s.editions}))
    for kind, first, last in _times(records):
        found |= works_between(reader, kind, first, last)
    rows = work_rows(reader, sorted(found))
    works = [_work(row) for row in rows]
    said = said_of(reader, [work.id for work in works])
    for work in works:
        if work.id in said:
            work.apart |= said[work.id].apart
            work.more_keys |= {(c.scheme, c.value) for c in said[work.id].keys if c.decision != "wrong"}
            work.given.update(said[work.id].titles)
            work.first_authors.update(filter(None, map(fold_name, said[work.id].authors)))
    return works


def _times(records: Sequence[Stated]) -> list[tuple[int, str, str]]:
    """(kind, first day, last day) of the lists that may hold what digests describe, or the reverse."""
    days = [s.day for s in records if s.description and s.day]
    starts = [s.record.edition.date_from for s in records if s.record.edition and s.record.abstract]
    times = [(LISTED, min(days), max(days), -_AFTER, _BEFORE)] if days else []
    dated = [start for start in starts if start]
    times += [(ISSUED, min(dated), max(dated), -_BEFORE, _AFTER)] if dated else []
    return [(kind, _moved(first, before), _moved(last, after)) for kind, first, last, before, after in times]


def _moved(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _work(row: WorkRow) -> Work:
    keys = {"arxiv_id": row.arxiv_id, "doi": row.doi, "openreview": row.openreview}
    names = [name for author in row.authors if (name := fold_name(author))]
    return Work(
        row.id,
        keys={key: value for key, value in keys.items() if value},
        titles=row.titles,
        whole=row.whole,
        first_authors=set(names[:1]),
        authors=set(names) if row.authors_complete else set(),
        editions=row.editions,
        stated_editions=dict.fromkeys(row.stated_editions, ""),
        around=row.around,
        days=row.days,
        descriptions=row.descriptions,
        abstract=row.abstract,
    )
