"""Sources → ImportPlan: everything that an import would do; writes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import not_

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source
from explorer.model import Document, EditionRef
from explorer.model.incoming import TEXT_URI
from explorer.model.plan import Failure, ImportPlan, PlannedDocument, PlannedSource
from explorer.pipeline.contradictions import find_contradictions, with_disputes
from explorer.pipeline.disputes import Disputes, find_disputes
from explorer.pipeline.editions import NO_EDITION, without_edition
from explorer.pipeline.known import known_works, stated_in
from explorer.pipeline.known_text import KnownTexts
from explorer.pipeline.methods import find_methods
from explorer.pipeline.plan_names import with_names
from explorer.pipeline.readings import digest_of
from explorer.pipeline.recognise import recognise
from explorer.pipeline.renditions import Joined, join_renditions
from explorer.pipeline.resolve import resolve
from explorer.pipeline.time_cap import at_most, most_s
from explorer.pipeline.uncollected import uncollected
from explorer.pipeline.unpack import Report, as_taken, unpack, with_issues
from explorer.store import Reader
from explorer.store.documents import known_source, revision
from explorer.text.first_words import undated

Progress = Callable[[int, int, str], None]  #: done, total, what; raises Cancelled to stop


@dataclass(frozen=True, slots=True)
class Input:
    """A source to import: its bytes, and what the person said of it.

    Attributes:
        format: Id of the importer to use, or "" to recognise it.
        edition: Edition of a list that names none, NO_EDITION for a list of none, or None.
        columns: (field, column of a table) as the person chose.
        standing: ``readings.digest_of`` documents that the library has of this source: they are left out.
        sha256: Of the bytes as they came, where ``content`` is the text that was taken out of them; else "".
    """

    name: str
    uri: str
    content: bytes
    format: str = ""
    edition: EditionRef | None = None
    sha256: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    standing: frozenset[str] = frozenset()


@uncollected()
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
    len(IMPORTERS)  # loaded before the clock of the first source runs
    for i, item in enumerate(inputs):
        step(i, len(inputs) + 2, f"Reading {item.name}")
        try:
            seen = ({s.sha256: s.name for s in sources}, texts)
            source, documents = _read(reader, item, seen, _pages(step, (i, len(inputs) + 2), item.name))
        except ImportFailed as error:
            failures.append(Failure(item.name, error.message, error.hint))
            continue
        read += [(len(sources), document) for document in documents]
        sources.append(source)
    step(len(inputs), len(inputs) + 2, "Matching papers")
    joined, disputes = _match(reader, [document for _, document in read])
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
        find_contradictions(reader, planned, joined.merges, disputes),
        disputes.cleared,
        disputes.unjudged,
        renditions=joined.renditions,
    )
    return with_names(reader, made)


def _pages(step: Progress, place: tuple[int, int], name: str) -> Report:
    """Tells how many pages of one source are read."""
    return lambda done, total: step(*place, f"Reading {name}, page {done + 1} of {total}")


def _read(
    reader: Reader, item: Input, seen: tuple[dict[str, str], KnownTexts], pages: Report
) -> tuple[PlannedSource, tuple[Document, ...]]:
    hashes, texts = seen
    sha256 = item.sha256 or hashlib.sha256(item.content).hexdigest()
    edition = item.edition.name if item.edition else ""
    source = PlannedSource(item.name, item.uri, item.format, sha256, item.content, "", edition, known=True)
    if sha256 in hashes or known_source(reader, sha256):
        return replace(source, same_text_as=hashes.get(sha256, "")), ()
    taken = as_taken(item.content) if item.sha256 else unpack(item.name, item.content, pages)
    same_text = texts.name_of(taken.content, taken.text)
    source = replace(source, content=taken.content, text=taken.text, same_text_as=same_text)
    if same_text:
        return source, ()
    is_of_none = item.edition == NO_EDITION
    called = undated(item.name) if item.uri.startswith(TEXT_URI) else item.name
    read = Source(called, taken.text, None if is_of_none else item.edition, item.columns)
    with at_most(most_s(taken.content), item.name):
        format_id = recognise(read, item.format)
        sure = 1.0 if item.format else IMPORTERS[format_id].recognise(read)
        documents = with_issues(IMPORTERS[format_id].read(read), taken.issues)
    if called != item.name:
        documents = tuple(replace(d, title=item.name) if d.title == called else d for d in documents)
    if is_of_none:
        documents = tuple(without_edition(document, item.name) for document in documents)
    stands = [bool(item.standing) and digest_of(document) in item.standing for document in documents]
    if documents and all(stands):
        return source, ()
    texts.add(item.name, taken.text)
    source = replace(source, format=format_id, known=False, sure=sure, columns=item.columns)
    source = replace(source, is_again=bool(item.standing), unchanged=tuple(compress(documents, stands)))
    return source, tuple(compress(documents, map(not_, stands)))


def _match(reader: Reader, documents: Sequence[Document]) -> tuple[Joined, Disputes]:
    """Which works the records are; an id that is another paper's does not count."""
    known = known_works(reader, stated_in(documents))
    disputes = find_disputes(reader, documents, known)
    resolutions, _, merges = resolve(stated_in(disputes.documents), known)
    joined = join_renditions(reader, disputes.documents, resolutions, merges)
    as_read = (replace(one, papers=d.papers) for one, d in zip(joined.documents, documents, strict=True))
    resolutions = with_disputes(joined.resolutions, joined.merges, disputes)
    return replace(joined, documents=tuple(as_read), resolutions=resolutions), disputes


def _planned(sources: Sequence[int], joined: Joined) -> tuple[PlannedDocument, ...]:
    resolutions = iter(joined.resolutions)
    return tuple(
        PlannedDocument(source, document, tuple(next(resolutions) for _ in document.papers))
        for source, document in zip(sources, joined.documents, strict=True)
    )
