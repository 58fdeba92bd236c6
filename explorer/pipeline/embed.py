"""Papers → vectors, a batch at a time; an unchanged text is never embedded twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from explorer.compute.groups import group_of
from explorer.embedders import Identity, embedder
from explorer.errors import Cancelled
from explorer.pipeline.worker import Worker
from explorer.store import Reader, Store
from explorer.store.vectors import (
    SpaceRow,
    TextRow,
    contents,
    ensure_space,
    find_space,
    paper_texts,
    save_vectors,
)
from explorer.text.language import language_of
from explorer.text.scripts import script_counts

P = ParamSpec("P")
T = TypeVar("T")

Progress = Callable[[int, int, str], None]  #: done, total, what is being done
IsCancelled = Callable[[], bool]


class Library(Protocol):
    """An open library with its threads (ops.session.Session is one)."""

    def read(
        self, question: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]: ...

    def write(
        self, operation: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]: ...


@dataclass(frozen=True, slots=True)
class PaperText:
    """What is embedded of a paper.

    Attributes:
        node: The paper.
        text: Title, then abstract or a digest's summary.
        language, kind: Its group, see explorer.compute.groups.
        content: SHA-256 of the three.
    """

    node: int
    text: str
    language: str
    kind: str
    content: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """Attributes:
    engine: Id of the engine.
    embedded: Texts that got a vector in this run.
    kept: Texts whose vector was there.
    """

    engine: str
    embedded: int
    kept: int


def paper_text(row: TextRow) -> PaperText:
    """The text of a paper with its language and kind."""
    body = row.abstract or row.summary
    language = _language(body or row.title)
    text = f"{row.title}\n{body}" if body else row.title
    stated = "abstract" if row.abstract else "summary" if body else "title"
    group = group_of(text, language, stated)
    digest = hashlib.sha256("\0".join([*group, text]).encode()).hexdigest()
    return PaperText(row.node, text, group.language, group.kind, digest)


def _language(text: str) -> str:
    """ "en", "ja", "zh" or "": a mixture counts as the language that is not English."""
    found = language_of(text)
    if found != "mixed":
        return found
    return "ja" if script_counts(text)["kana"] else "zh"


def pending(reader: Reader, identity: Identity) -> tuple[list[PaperText], int]:
    """Papers without a vector of their present text, the shortest first, and how many have one."""
    space = _space(reader, identity)
    known = contents(reader, space.id) if space else {}
    texts = [paper_text(row) for row in paper_texts(reader)]
    missing = [text for text in texts if known.get(text.node) != text.content]
    missing.sort(key=lambda text: (len(text.text), text.node))  # texts of like length fill a batch well
    return missing, len(texts) - len(missing)


def _space(reader: Reader, identity: Identity) -> SpaceRow | None:
    return find_space(reader, identity.engine, identity.model, identity.version, identity.recipe)


def save(store: Store, identity: Identity, texts: Sequence[PaperText], vectors: NDArray[np.float32]) -> None:
    """One transaction: the vectors (N, dim) of N papers."""
    with store.operation("Embed papers", "derived") as operation:
        space = ensure_space(
            store, identity.engine, identity.model, identity.version, identity.recipe, identity.dim
        )
        rows = [(text.node, text.content, text.language, text.kind) for text in texts]
        save_vectors(store, space.id, rows, vectors)
        operation.tables |= {"embedding"}


def embed_papers(
    library: Library, worker: Worker, identity: Identity, progress: Progress, is_cancelled: IsCancelled
) -> Embedded:
    """Embed what has no vector yet, committing each batch: whatever ends the run, it goes on from there.

    Raises:
        Cancelled: is_cancelled() was true; what was committed stays.
        ExplorerError: The engine cannot run here, or its process died.
    """
    missing, kept = library.read(pending, identity).result()
    label = embedder(identity.engine).label
    progress(0, len(missing), label)
    batches = worker.embed([text.text for text in missing], identity.engine, identity.model, is_cancelled)
    for start, vectors in batches:
        done = start + len(vectors)
        library.write(save, identity, missing[start:done], vectors).result()
        progress(done, len(missing), label)
        if is_cancelled():
            raise Cancelled("Stopped.", "What was done before stays.")
    return Embedded(identity.engine, len(missing), kept)
