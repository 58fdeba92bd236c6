"""Sources → ImportPlan: everything that an import would do; writes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source
from explorer.model import Document, EditionRef, PaperRecord
from explorer.model.plan import Failure, ImportPlan, PlannedDocument, PlannedSource
from explorer.pipeline.known_text import KnownTexts
from explorer.pipeline.methods import find_methods
from explorer.pipeline.plan_names import with_names
from explorer.pipeline.recognise import recognise
from explorer.pipeline.renditions import Joined, join_renditions
from explorer.pipeline.resolve import Work, resolve
from explorer.store import Reader
from explorer.store.documents import known_source, revision
from explorer.store.works import WorkRow, candidates
from explorer.text.fingerprint import short_fingerprint, title_fingerprint
from explorer.text.names import fold_name

Progress = Callable[[int, int, str], None]  #: done, total, what; raises Cancelled to stop


@dataclass(frozen=True, slots=True)
class Input:
    """A source to import: its bytes, and what the person said of it.

    Attributes:
        format: Id of the importer to use, or "" to recognise it.
        edition: Edition of a list that names none, or None.
    """

    name: str
    uri: str
    content: bytes
    format: str = ""
    edition: EditionRef | None = None


def plan(
    reader: Reader, inputs: Sequence[Input], failed: Sequence[Failure] = (), progress: Progress | None = None
) -> ImportPlan:
    """Read the sources and decide what each record is.

    Args:
        failed: Sources that could not even be fetched; they go into the report.
    """
    step = progress or (lambda done, total, what: None)
    sources: list[PlannedSource] = []
    read: list[tuple[int, Document]] = []
    failures = list(failed)
    texts = KnownTexts(reader)
    for i, item in enumerate(inputs):
        step(i, len(inputs) + 2, f"Reading {item.name}")
        try:
            source, documents = _read(reader, item, ({s.sha256: s.name for s in sources}, texts))
        except ImportFailed as error:
            failures.append(Failure(item.name, error.message, error.hint))
            continue
        read += [(len(sources), document) for document in documents]
        sources.append(source)
    step(len(inputs), len(inputs) + 2, "Matching papers")
    records = [record for _, document in read for record in document.papers]
    resolutions, _, merges = resolve(records, known_works(reader, records))
    joined = join_renditions(reader, [document for _, document in read], resolutions, merges)
    step(len(inputs) + 1, len(inputs) + 2, "Finding methods")
    planned = _planned([source for source, _ in read], joined)
    concepts, mentions, links = find_methods(reader, sources, planned)
    step(len(inputs) + 2, len(inputs) + 2, "Done")
    made = ImportPlan(
        revision(reader),
        tuple(sources),
        planned,
        len({r.work for r in joined.resolutions if r.work < 0}),
        joined.merges,
        concepts,
        mentions,
        links,
        tuple(failures),
        renditions=joined.renditions,
    )
    return with_names(reader, made)


def _read(
    reader: Reader, item: Input, seen: tuple[dict[str, str], KnownTexts]
) -> tuple[PlannedSource, tuple[Document, ...]]:
    hashes, texts = seen
    sha256 = hashlib.sha256(item.content).hexdigest()
    text = item.content.decode("utf-8", errors="replace")
    known = sha256 in hashes or known_source(reader, sha256)
    same_text = hashes.get(sha256, "") if known else texts.name_of(item.content, text)
    sure = 1.0
    documents: tuple[Document, ...] = ()
    format_id = item.format
    known = known or bool(same_text)
    if not known:
        source = Source(item.name, text, item.edition)
        format_id = recognise(source, item.format)
        sure = 1.0 if item.format else IMPORTERS[format_id].recognise(source)
        documents = IMPORTERS[format_id].read(source)
        texts.add(item.name, text)
    edition = item.edition.name if item.edition else ""
    made = PlannedSource(item.name, item.uri, format_id, sha256, item.content, text, edition)
    return replace(made, known=known, sure=sure, same_text_as=same_text), documents


def _planned(sources: Sequence[int], joined: Joined) -> tuple[PlannedDocument, ...]:
    resolutions = iter(joined.resolutions)
    return tuple(
        PlannedDocument(source, document, tuple(next(resolutions) for _ in document.papers))
        for source, document in zip(sources, joined.documents, strict=True)
    )


def known_works(reader: Reader, records: Sequence[PaperRecord]) -> list[Work]:
    """Works of the library that some of the records may be."""
    ids = {key for r in records for key in (r.arxiv_id, r.doi, r.openreview) if key}
    titles = {
        name for r in records for name in (title_fingerprint(r.title), short_fingerprint(r.title)) if name
    }
    return [_work(row) for row in candidates(reader, sorted(ids), sorted(titles))]


def _work(row: WorkRow) -> Work:
    keys = {"arxiv_id": row.arxiv_id, "doi": row.doi, "openreview": row.openreview}
    return Work(
        row.id,
        {key: value for key, value in keys.items() if value},
        {title_fingerprint(title) for title in row.titles},
        {short for title in row.titles if (short := short_fingerprint(title))},
        {fold_name(row.authors[0])} if row.authors else set(),
        {name for name, _ in row.editions},
        {start for _, start in row.editions if start},
    )
