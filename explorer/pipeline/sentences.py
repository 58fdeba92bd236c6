"""Sentences of papers → vectors, made when somebody asks why two papers are alike, and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute import lexical
from explorer.compute.groups import Group
from explorer.compute.sentences import BestPair, best_pair
from explorer.compute.similarity import Space, Texts
from explorer.embedders import EMBEDDERS, Identity, encode
from explorer.errors import Cancelled, ExplorerError
from explorer.pipeline.embed import IsCancelled, Library
from explorer.pipeline.shipped import shipped_for
from explorer.pipeline.similar import WORDING, Comparable, comparable
from explorer.pipeline.worker import Worker
from explorer.store import Reader, Store
from explorer.store.sentences import abstracts_of, save_sentences, sentence_vectors
from explorer.store.statements import QuoteLine, passages_on
from explorer.store.vectors import SpaceRow, current_space
from explorer.text.language import language_in, language_of
from explorer.text.sentences import sentence_spans

ABSTRACT: Final = "abstract"  #: source of a sentence that stands in no document
TITLE: Final = "title"
_MOST: Final = 16  #: sentences of a paper
_MOST_PASSAGES: Final = 12
_SHORTEST, _LONGEST = (
    24,
    600,
)  #: half-width columns of a sentence that says something, and of one that is read
_CROWD: Final = 96  #: other papers of a language that lend a sentence to tell what chance does
_SHUFFLE: Final = 2654435761  #: Knuth's multiplicative hash
_KIND: Final = "summary"  #: a sentence is as long as a summary
_FOREIGN: Final = ("http://", "https://", "www.")  #: a sentence that is there for its address


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on a paper.

    Attributes:
        text: Normalised, on one line.
        language: "en", "ja", "zh" or "".
        content: SHA-256 of both.
        document, source: Where it stands; 0 and ABSTRACT or TITLE for what is known of the paper itself.
        start, end, exact: Its place in the document, and what stands there as written; of its whole block
            where the text was normalised.
        machine, uri: Of the block and its source.
    """

    text: str
    language: str
    content: str
    document: int = 0
    source: str = ABSTRACT
    start: int = 0
    end: int = 0
    exact: str = ""
    machine: bool = False
    uri: str = ""


_NOWHERE: Final = Sentence("", "", "")


@dataclass(frozen=True, slots=True)
class FoundPair:
    """Attributes:
    best: Score and percentile; its rows are those of the papers' sentences.
    one, other: The sentences.
    engine: Engine whose vectors decided.
    """

    best: BestPair
    one: Sentence
    other: Sentence
    engine: str


def sentences_of(reader: Reader, papers: Iterable[int]) -> dict[int, tuple[Sentence, ...]]:
    """Sentences of the abstracts of papers and of what digests say of them; the title where there is none."""
    found: dict[int, tuple[Sentence, ...]] = {}
    for row in abstracts_of(reader, papers):
        own = [*_split(row.abstract), *_passages(reader, row.node)]
        first = {sentence.content: sentence for sentence in reversed(own)}
        kept = [sentence for sentence in own if first[sentence.content] is sentence][:_MOST]
        title = _sentence(row.title, language_of(row.title), replace(_NOWHERE, source=TITLE))
        found[row.node] = tuple(kept) or (title,)
    return found


def _passages(reader: Reader, paper: int) -> list[Sentence]:
    return [
        sentence
        for line in passages_on(reader, paper, _MOST_PASSAGES)
        for sentence in _split(line.block_text, _place(line))
    ]


def _place(line: QuoteLine) -> Sentence:
    return Sentence(
        "",
        line.language,
        "",
        line.document,
        line.title,
        line.start,
        line.end,
        line.exact,
        bool(line.machine),
        line.uri,
    )


def _split(text: str, place: Sentence = _NOWHERE) -> list[Sentence]:
    """Sentences that say something: not too short, not there for an address."""
    whole = place.language or language_of(text)
    spans = [text[start:end] for start, end in sentence_spans(text)]
    made = [_sentence(span, whole, place) for span in spans if not any(mark in span for mark in _FOREIGN)]
    return [sentence for sentence in made if _SHORTEST <= _columns(sentence.text) <= _LONGEST]


def _sentence(text: str, document: str, place: Sentence) -> Sentence:
    line = " ".join(text.split())
    language = language_in(line, document)
    content = hashlib.sha256(f"{language}\0{line}".encode()).hexdigest()
    at = place.exact.find(text)
    if at >= 0 and place.document:
        place = replace(place, start=place.start + at, end=place.start + at + len(text), exact=text)
    return replace(place, text=line, language=language, content=content)


def _columns(text: str) -> int:
    return sum(2 if character > "\u2e7f" else 1 for character in text)


def pairs_of(reader: Reader, known: Comparable, paper: int, others: Sequence[int]) -> dict[int, FoundPair]:
    """Other paper → the pair of sentences most alike in meaning, where there is one.

    While one of the sentences has no vector of the library's engine, their wording decides.
    """
    asked = _asked(reader, known, [paper, *others])
    vectors = sentence_vectors(reader, known.row.id, [sentence.content for sentence in asked.everything])
    meaning = _Judge(known.row, asked.crowd, vectors) if _all_in(asked.crowd, vectors) else None
    wording: _Judge | None = None
    found = {}
    for other in others:
        one, two = asked.said.get(paper, ()), asked.said.get(other, ())
        judge = meaning if _all_in((*one, *two), vectors) else None
        if judge is None:
            judge = wording = wording or _Judge(None, asked.crowd, {})
        if best := judge.best(one, two):
            found[other] = FoundPair(best, one[best.one], two[best.other], judge.engine)
    return found


def unembedded(reader: Reader, known: Comparable, papers: Sequence[int]) -> dict[str, Sentence]:
    """Sentences of some papers, and of those they are measured against, that have no vector yet, by hash."""
    everything = _asked(reader, known, papers).everything
    vectors = sentence_vectors(reader, known.row.id, [sentence.content for sentence in everything])
    return {s.content: s for s in everything if known.row.engine != WORDING and s.content not in vectors}


def embed_sentences(
    library: Library, worker: Worker, papers: Sequence[int], is_cancelled: IsCancelled
) -> int:
    """Give the sentences of papers vectors of the library's engine; how many were without.

    Does nothing where that engine, in the version of the library, does not run here. Looks between batches
    whether it is to stop: these are short, and loading the engine again would take longer than one.

    Raises:
        Cancelled: is_cancelled() was true; batches that were saved stay.
        ExplorerError: The process of the worker died.
    """
    row = library.read(current_space).result()
    if row is None or row.engine == WORDING or not _runs_here(row):
        return 0
    missing = library.read(_unembedded_in, row, papers).result()
    texts = sorted(missing.values(), key=lambda sentence: (len(sentence.text), sentence.content))
    for start, vectors in worker.embed([s.text for s in texts], row.engine, row.model):
        contents = [sentence.content for sentence in texts[start : start + len(vectors)]]
        library.write(_save, row, contents, vectors).result()
        if is_cancelled():
            raise Cancelled("Stopped.", "What was done before stays.")
    return len(texts)


def _unembedded_in(reader: Reader, row: SpaceRow, papers: Sequence[int]) -> dict[str, Sentence]:
    return unembedded(reader, comparable(reader, row), papers)


def _runs_here(row: SpaceRow) -> bool:
    part = EMBEDDERS.get(row.engine)
    try:
        return part is not None and not part.missing() and part.identify(row.model) == identity_of(row)
    except ExplorerError:  # the folder of the model is gone
        return False


def identity_of(row: SpaceRow) -> Identity:
    """What stands with the vectors of a space."""
    return Identity(row.engine, row.model, row.version, row.recipe, row.dim)


def _save(store: Store, row: SpaceRow, contents: Sequence[str], vectors: NDArray[np.float32]) -> None:
    with store.operation("Embed sentences", "derived"):
        save_sentences(store, row.id, contents, vectors)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Sentences by paper, and one of each of many others."""

    said: dict[int, tuple[Sentence, ...]]
    crowd: tuple[Sentence, ...]

    @property
    def everything(self) -> list[Sentence]:
        return [*self.crowd, *(sentence for own in self.said.values() for sentence in own)]


def _asked(reader: Reader, known: Comparable, papers: Sequence[int]) -> _Asked:
    said = sentences_of(reader, papers)
    languages = {sentence.language for own in said.values() for sentence in own}
    return _Asked(said, _crowd(reader, known, languages))


def _crowd(reader: Reader, known: Comparable, languages: set[str]) -> tuple[Sentence, ...]:
    """The middle sentence of each of some papers of each language; the same ones while a library grows."""
    of_language = np.array([group.language for group in known.space.groups], dtype=object)
    chosen: list[int] = []
    for language in sorted(languages):
        nodes = known.nodes[of_language == language]
        chosen += nodes[np.argsort((nodes * _SHUFFLE) % (1 << 32), kind="stable")[:_CROWD]].tolist()
    lent = [own[len(own) // 2] for _, own in sorted(sentences_of(reader, chosen).items())]
    return tuple(sentence for sentence in lent if sentence.language in languages)


class _Judge:
    """Compares sentences by the vectors of a space, or by their wording alone."""

    def __init__(
        self, row: SpaceRow | None, crowd: Sequence[Sentence], vectors: dict[str, NDArray[np.float32]]
    ) -> None:
        self._row = row
        self._vectors = vectors
        self.engine = row.engine if row else WORDING
        beside = lexical.DIM if row and row.engine != WORDING else 0
        shipped = shipped_for(self.engine, row.dim if row else lexical.DIM, beside)
        self._crowd = Space(self._texts(crowd), shipped)

    def best(self, one: Sequence[Sentence], other: Sequence[Sentence]) -> BestPair | None:
        return best_pair(self._crowd, self._texts(one), self._texts(other)) if one and other else None

    def _texts(self, sentences: Sequence[Sentence]) -> Texts:
        words = np.array([_wording(s.text) for s in sentences], np.float32).reshape(-1, lexical.DIM)
        groups = tuple(Group(sentence.language, _KIND) for sentence in sentences)
        if self._row is None or self._row.engine == WORDING:
            return Texts(words, np.zeros((len(words), 0), np.float32), groups)
        known = [self._vectors[sentence.content] for sentence in sentences]
        return Texts(np.array(known, np.float32).reshape(-1, self._row.dim), words, groups)


def _all_in(sentences: Iterable[Sentence], vectors: dict[str, NDArray[np.float32]]) -> bool:
    return all(sentence.content in vectors for sentence in sentences)


@lru_cache(maxsize=4096)
def _wording(text: str) -> NDArray[np.float32]:
    """(lexical.DIM,) vector of a sentence's characters: cheap enough to be made where it is needed."""
    vector: NDArray[np.float32] = encode(WORDING, "", [text])[0]
    return vector
