"""Similarity asked from outside: for a paper by its name, for texts that are not in the library."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from explorer.compute.groups import group_of
from explorer.compute.similarity import Texts
from explorer.embedders import Identity, embedder
from explorer.errors import Cancelled, ExplorerError
from explorer.model import NodeKind
from explorer.ops.session import Session
from explorer.ops.task import CancelToken
from explorer.pipeline.sentences import embed_sentences
from explorer.pipeline.similar import WORDING
from explorer.pipeline.worker import Worker
from explorer.questions.lookup import find_node
from explorer.questions.similar import SimilarAnswer, SimilarPaper, shown_space, similar, similar_to_vectors
from explorer.store import Reader
from explorer.text.language import language_of

_MARGIN: Final = " " * 20


@dataclass(frozen=True, slots=True)
class AskedText:
    """A line of a file of texts: {"id", "text", "language", "kind"}; the last two may be missing."""

    id: str
    text: str
    language: str
    kind: str


def similar_to(session: Session, words: str, count: int = 10) -> SimilarAnswer:
    """Papers near to the one that is meant; NotFound where that is not clear.

    Sentences that have no vector yet get one first, where the library's engine runs here.
    """

    def ask(reader: Reader) -> SimilarAnswer:
        return similar(reader, find_node(reader, words, NodeKind.PAPER), count)

    answer = session.read(ask).result()
    if not answer.hits or not isinstance(answer.paper, int):
        return answer
    with Worker() as worker:
        made = read_sentences(session, worker, [answer.paper, *(hit.id for hit in answer.hits)])
    return session.read(ask).result() if made else answer


def read_sentences(
    session: Session, worker: Worker, papers: Sequence[int], cancel: CancelToken | None = None
) -> int:
    """Vectors for the sentences of papers that have none; how many got one. To be run as a task.

    None where the library can only be read, or where somebody else is asked about by now.
    """
    token = cancel or CancelToken()
    if session.is_read_only or token.is_cancelled():
        return 0
    try:
        return embed_sentences(session, worker, papers, token.is_cancelled)
    except Cancelled:
        return 0


def similar_to_texts(session: Session, path: Path, count: int = 10) -> list[SimilarAnswer]:
    """Papers near to each text of a JSON-lines file, in its order.

    Raises ExplorerError where a line is no such text, or where the library's engine does not run here.
    """
    return near_texts(session, read_texts(path), count)


def near_texts(session: Session, asked: Sequence[AskedText], count: int = 10) -> list[SimilarAnswer]:
    """Papers near to each text; ExplorerError where the library's engine does not run here."""
    space = session.read(shown_space).result()
    identity = Identity(space.engine, space.model, space.version, space.recipe, space.dim)
    here = embedder(space.engine).identify(space.model)
    if here != identity:
        raise ExplorerError(
            f"The library was embedded with {space.engine} {space.version}; here is {here.version}.",
            "Run embed again.",
        )
    with Worker() as worker:

        def vectors(engine: str, model: str = "") -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
            batches = worker.embed([line.text for line in asked], engine, model)
            found = [batch for _, batch in batches]
            return np.concatenate(found) if found else np.zeros((0, space.dim), np.float32)

        meaning = vectors(space.engine, space.model)
        wording = vectors(WORDING) if space.engine != WORDING else np.zeros((len(asked), 0), np.float32)
    groups = tuple(group_of(line.text, line.language or language_of(line.text), line.kind) for line in asked)
    texts = Texts(meaning, wording, groups)
    names = [line.id for line in asked]
    return session.read(similar_to_vectors, names, texts, count).result()


def read_texts(path: Path) -> list[AskedText]:
    """Lines of a JSON-lines file; ExplorerError names the first that is not what it should be."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ExplorerError(f"{path.name} cannot be read: {error.strerror}.", "Check its rights.") from error
    except UnicodeDecodeError as error:
        raise ExplorerError(f"{path.name} is not UTF-8.", "Save it as UTF-8.") from error
    asked = []
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            name, text = str(entry["id"]), str(entry["text"])
            asked.append(AskedText(name, text, str(entry.get("language", "")), str(entry.get("kind", ""))))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ExplorerError(
                f"Line {number} of {path.name} is no text to compare.",
                'A line reads {"id": "1", "text": "…", "language": "en", "kind": "title"}.',
            ) from error
    return asked


def lines(answer: SimilarAnswer) -> Iterator[str]:
    """The answer for a terminal."""
    yield f"Near to {answer.title} ({answer.engine}):"
    for hit in answer.hits:
        yield f"{hit.percentile:6.2f} %  {hit.id:>7}  {hit.title}"
        yield from _reasons(hit)
    if not answer.hits:
        yield "Nothing to compare it with."


def _reasons(hit: SimilarPaper) -> Iterator[str]:
    both = [f"{r.text} ({r.weight:.2f})" for r in hit.reasons if r.pair is None]
    if both:
        yield _MARGIN + "both: " + ", ".join(both)
    for pair in (reason.pair for reason in hit.reasons if reason.pair is not None):
        by = "wording alone" if pair.engine == WORDING else pair.engine
        yield f"{_MARGIN}two sentences, nearer than {pair.percentile:.4g} % of pairs by {by}:"
        yield from (f"{_MARGIN}  “{quote.sentence}” — {quote.source}" for quote in pair.quotes)
