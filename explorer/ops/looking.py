"""A look at one thing before it is imported: what it is, what would come in, what a person may change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from explorer.errors import Cancelled, ExplorerError, ImportFailed
from explorer.importers import IMPORTERS, Column, Source
from explorer.importers._column_names import fields
from explorer.model import DocumentKind
from explorer.model.incoming import Choice, Thing
from explorer.model.plan import ImportPlan
from explorer.ops.intake import input_of
from explorer.ops.task import CancelToken
from explorer.pipeline.plan import Input
from explorer.pipeline.plan import plan as plan_inputs
from explorer.pipeline.readings import as_before
from explorer.pipeline.recognise import candidates
from explorer.pipeline.report import report
from explorer.pipeline.report_rows import ImportReport
from explorer.pipeline.unpack import unpack
from explorer.store import Reader, Store
from explorer.store.planning import sources_from

_LISTS = (DocumentKind.PAPER_LIST, DocumentKind.METADATA)


@dataclass(frozen=True, slots=True)
class Counts:
    """What would come in. Attributes: leftovers: lines that nobody read."""

    documents: int = 0
    papers: int = 0
    new: int = 0
    methods: int = 0
    links: int = 0
    leftovers: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Attributes:
    choice: What the look was made with.
    format: Id of the importer, "" where nobody reads it; ``formats``: those that might, with their
        names for people, the surest first.
    languages: Of its documents.
    edition: Which edition it is a list of, as read or as chosen, or "".
    is_list: Whether an edition can be said of it.
    columns: Of a table; ``fields``: what each may hold, with its name for people.
    known: The library holds it, or ``same_text_as`` with the same text: nothing would come in.
    newer: The library holds another version from the same place.
    why, hint: Why it cannot be read, or "".
    plan: What an import of this thing alone would do, with its ``report``, or None.
    """

    choice: Choice
    format: str = ""
    formats: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    counts: Counts = Counts()
    edition: str = ""
    is_list: bool = False
    columns: tuple[Column, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    known: bool = False
    same_text_as: str = ""
    newer: bool = False
    why: str = ""
    hint: str = ""
    plan: ImportPlan | None = None
    report: ImportReport | None = None


def look(reader: Reader | None, thing: Thing, choice: Choice, cancel: CancelToken) -> Look | None:
    """Read a file or a text as an import would, and store nothing.

    Args:
        reader: Of the library; None where none is open.

    Returns:
        None where the person stopped.
    """
    try:
        with _library(reader) as library:
            return _look(library, thing, choice, cancel)
    except Cancelled:
        return None
    except ExplorerError as error:
        return Look(choice, format=choice.format, why=error.message, hint=error.hint)


def _look(reader: Reader, thing: Thing, choice: Choice, cancel: CancelToken) -> Look:
    item = input_of(thing, choice)

    def step(done: int, total: int, what: str) -> None:
        cancel.check()

    made = plan_inputs(reader, [as_before(reader, item)], progress=step)
    if made.failed:
        failed = made.failed[0]
        return _unread(item, choice, (failed.why, failed.hint))
    source, told = made.sources[0], report(made)
    if source.known:
        same = source.same_text_as
        return Look(choice, source.format, known=True, same_text_as=same, plan=made, report=told)
    read = Source(item.name, source.text, item.edition, item.columns)
    documents = [planned.document for planned in made.documents]
    counts = Counts(
        len(told.documents),
        sum(d.found.papers for d in told.documents),
        sum(d.new for d in told.documents),
        sum(d.found.methods for d in told.documents),
        sum(d.found.links for d in told.documents),
        sum(d.lines.unparsed for d in told.documents),
    )
    lists = (d for d in documents if d.kind is DocumentKind.PAPER_LIST)
    stated = Counter(p.edition.name for d in lists for p in d.papers if p.edition)
    return Look(
        choice,
        source.format,
        _formats(read, source.format),
        tuple(dict.fromkeys(d.language for d in documents)),
        counts,
        choice.edition or (stated.most_common(1)[0][0] if stated else ""),
        all(d.kind in _LISTS for d in documents),
        _columns(read, source.format),
        tuple(fields().items()),
        newer=any(digest != source.sha256 for _, digest in sources_from(reader, item.uri)),
        plan=made,
        report=told,
    )


def _unread(item: Input, choice: Choice, said: tuple[str, str]) -> Look:
    """What nobody reads as it is; another format or other columns may do."""
    try:
        read = Source(item.name, unpack(item.name, item.content).text, item.edition, item.columns)
    except ImportFailed:
        return Look(choice, why=said[0], hint=said[1])
    formats = _formats(read, choice.format)
    columns = _columns(read, choice.format)
    known = tuple(fields().items())
    return Look(choice, choice.format, formats, columns=columns, fields=known, why=said[0], hint=said[1])


def _formats(read: Source, chosen: str) -> tuple[tuple[str, str], ...]:
    able = candidates(read)
    able = able if not chosen or chosen in able else (chosen, *able)
    return tuple((form, IMPORTERS[form].label) for form in able if form in IMPORTERS)


def _columns(read: Source, form: str) -> tuple[Column, ...]:
    importer = IMPORTERS.get(form)
    if importer is None or importer.columns is None:
        return ()
    try:
        return importer.columns(read)
    except ImportFailed:  # a column that was chosen before is not in this table
        return importer.columns(Source(read.name, read.text, read.edition))


@contextmanager
def _library(reader: Reader | None) -> Iterator[Reader]:
    """The library, or an empty one for as long as the look takes."""
    if reader is not None:
        yield reader
        return
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "empty.db")
        try:
            yield store.reader
        finally:
            store.close()
