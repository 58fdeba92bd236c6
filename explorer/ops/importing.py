"""Import: plan, then apply as one transaction; and its undo."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from explorer.errors import ImportFailed, WrongUse
from explorer.importers import IMPORTERS
from explorer.model import Changes, EditionRef
from explorer.model.plan import Failure, ImportPlan
from explorer.ops.clock import now
from explorer.ops.rereading import payload_of_reading
from explorer.ops.task import CancelToken, Progress, no_progress
from explorer.pipeline import fetch
from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.fetch import folders
from explorer.pipeline.plan import Input
from explorer.pipeline.plan import plan as plan_inputs
from explorer.pipeline.readings import as_before, digests_of, write_again
from explorer.store import Reader, Store
from explorer.store.documents import revision
from explorer.store.history import Operation
from explorer.store.whole_history import noting_all

IMPORTED = frozenset({"document", "paper", "edge", "node"})  #: tables that an import writes
_TO_BE_MADE_AGAIN = -1  #: no library has this revision


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants imported.

    Attributes:
        words: Files, folders, web addresses, arXiv ids.
        format: Importer id, or "" to recognise each source.
        edition: "NeurIPS 2023" for lists that name no venue, or "".
        standard_input: What came through a pipe, or None.
        columns: (field, column) for tables.
    """

    words: tuple[str, ...]
    format: str = ""
    edition: str = ""
    standard_input: bytes | None = None
    columns: tuple[tuple[str, str], ...] = ()


def plan(
    reader: Reader, wish: Wish, progress: Progress = no_progress, cancel: CancelToken | None = None
) -> ImportPlan:
    """Fetch and read everything, decide what is new; nothing is written.

    A source that cannot be had goes into ``plan.failed``; ExplorerError only for a wrong wish.
    """
    if wish.format and wish.format not in IMPORTERS:
        raise WrongUse(f"There is no format {wish.format}.", f"Known formats: {', '.join(IMPORTERS)}.")
    token = cancel or CancelToken()
    edition = edition_from_words(wish.edition) if wish.edition else None
    inputs, failed = gather(wish, edition, token)

    def step(done: int, total: int, what: str) -> None:
        token.check()
        progress(done, total, what)

    return plan_inputs(reader, [as_before(reader, item) for item in inputs], failed, step)


def gather(wish: Wish, edition: EditionRef | None, token: CancelToken) -> tuple[list[Input], list[Failure]]:
    """The bytes behind the words of a wish, folders opened, in a stable order."""
    inputs: list[Input] = []
    failed: list[Failure] = []
    if wish.standard_input is not None:
        inputs.append(
            Input("standard input", "-", wish.standard_input, wish.format, edition, columns=wish.columns)
        )
    for had in fetch.read_sources(_expand(wish.words, failed), token):
        if isinstance(had, Failure):
            failed.append(had)
        else:
            word, name, content = had
            name, uri = _storable(name), _storable(word)
            inputs.append(Input(name, uri, content, wish.format, edition, columns=wish.columns))
    return inputs, failed


def _storable(name: str) -> str:
    """A name with U+FFFD for the bytes of a file name that are no text; SQLite holds nothing else."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_pipe(stream: BinaryIO) -> bytes:
    """All of a pipe, for ``Wish.standard_input``; ImportFailed where it is too much."""
    return folders.read_pipe(stream)


def _expand(words: Sequence[str], failed: list[Failure]) -> list[str]:
    """The words with folders opened; a folder with too many files goes to ``failed``."""
    found: list[str] = []
    for word in words:
        path = Path(word)
        try:
            found += folders.files_in(path) if path.is_dir() else [word]
        except ImportFailed as error:
            failed.append(Failure(word, error.message, error.hint))
        except (OSError, ValueError):  # a name too long, or with a NUL in it
            found.append(word)
    return list(dict.fromkeys(found))


def without(plan: ImportPlan, names: Collection[str]) -> ImportPlan:
    """The plan without the sources of these names, to be made again by ``apply``: others may lean on them."""
    kept = tuple(source for source in plan.sources if source.name not in names)
    if len(kept) == len(plan.sources):
        return plan
    return replace(plan, revision=_TO_BE_MADE_AGAIN, sources=kept)


def apply(store: Store, plan: ImportPlan, at: str = "") -> Changes:
    """Write a plan as one transaction and one undo step; plans again if the library has changed since."""
    plan = up_to_date(store, plan)
    fresh = [s for s in plan.sources if not s.known]
    if not fresh:
        return Changes("Nothing new to import")
    at = at or now()
    names = fresh[0].name if len(fresh) == 1 else f"{len(fresh)} sources"
    with store.operation(f"Import {names}", "import", at) as operation:
        write(store, plan, operation)
    return operation.changes


def up_to_date(store: Store, plan: ImportPlan) -> ImportPlan:
    """The plan, made again where the library has changed since."""
    if revision(store.reader) == plan.revision:
        return plan
    return plan_inputs(store.reader, _inputs_again(store.reader, plan), plan.failed)


def write(store: Store, plan: ImportPlan, operation: Operation) -> None:
    """Write a plan within an operation of kind "import", which then can be taken back."""
    if any(source.is_again for source in plan.sources):
        with noting_all(store):
            kept = write_again(store, plan, operation.at)
        operation.payload = payload_of_reading(store, kept.sources)
    else:
        kept = write_again(store, plan, operation.at)
        operation.payload = payload_of(store, kept.sources)
    operation.touched |= kept.touched
    operation.tables |= IMPORTED


def payload_of(store: Store, sources: Sequence[int]) -> dict[str, object]:
    """What an import must remember to be taken back: its sources, and the rows that its merges moved."""
    rows = store.noted()
    return {"sources": sources, "rows": rows} if rows else {"sources": sources}


def _inputs_again(reader: Reader, plan: ImportPlan) -> list[Input]:
    return [
        Input(
            s.name,
            s.uri,
            s.content,
            "" if s.known else s.format,
            edition_from_words(s.edition) if s.edition else None,
            "" if s.known and not s.text else s.sha256,
            s.columns,
            digests_of(reader, s.uri) if s.is_again else frozenset(),
        )
        for s in plan.sources
    ]


def require_something(plan: ImportPlan) -> None:
    """Raise ImportFailed where not one source could be read."""
    if plan.failed and not plan.sources:
        first = plan.failed[0]
        raise ImportFailed(f"{first.source}: {first.why}", first.hint)
