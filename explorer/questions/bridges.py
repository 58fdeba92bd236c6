"""Bridges: the methods that link some sources, the most surprising first, with the sentences on each side."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from explorer.errors import ExplorerError
from explorer.model import NodeKind
from explorer.questions.dump import Json
from explorer.questions.evidence import Quote, in_turn, quote
from explorer.questions.lookup import find_all
from explorer.store import Reader
from explorer.store.bridging import (
    documents_of,
    kinds_of,
    passages_by_concept,
    passages_everywhere,
    passages_naming,
    size_of,
    size_of_library,
)
from explorer.store.graph import nodes
from explorer.store.slice_choices import edition_rows

BRIDGES: Final = 40  #: that are told unless asked otherwise
_QUOTES: Final = 3  #: on each side
_KINDS: Final = (NodeKind.EDITION, NodeKind.ISSUE, NodeKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Source:
    """An edition, an issue (report, digest, talk, notes) or a document; ``passages`` is its size."""

    id: int
    name: str
    kind: NodeKind
    passages: int


def sources_there(reader: Reader) -> tuple[Source, ...]:
    """Editions, digests, reports, talks and notes with papers, those of most papers first, then the latest.

    Their size is counted in papers here.
    """
    rows = sorted(edition_rows(reader), key=lambda row: -row.papers)  # stable: the latest stay first
    return tuple(
        Source(row.id, row.name, NodeKind.EDITION if row.is_venue else NodeKind.ISSUE, row.papers)
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Side:
    """A method in one of the sources.

    Attributes:
        source: Id of the source.
        passages: How many of its passages name the method.
        quotes: The best of them.
    """

    source: int
    passages: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Attributes:
    kind: Of the concept: method, model, dataset …
    surprise: Bits; see ``surprise``.
    everywhere: Passages of the whole library that name it.
    sides: Where it stands, in the order of the sources that were asked for.
    """

    id: int
    name: str
    kind: str
    surprise: float
    everywhere: int
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class BridgesAnswer:
    """Attributes:
    bridges: Those that join more of the sources first, then the most surprising.
    total: How many there are.
    """

    sources: tuple[Source, ...]
    bridges: tuple[Bridge, ...]
    total: int


def bridges(reader: Reader, sources: Sequence[int], most: int = BRIDGES, least: int = 1) -> BridgesAnswer:
    """The methods that stand in at least two of the sources, and in each of these in ``least`` passages.

    Raises:
        ExplorerError: Fewer than two sources, one that is none, or two that are the same documents.
    """
    known = _sources(reader, sources)
    documents = {source: documents_of(reader, source) for source in known}
    _require_apart(known, documents)
    counts = {source: passages_by_concept(reader, documents[source], source) for source in known}
    sizes = {source: size_of(reader, documents[source], source) for source in known}
    joined = _joined(counts, max(least, 1))
    everywhere = passages_everywhere(reader, joined)
    library = size_of_library(reader)
    scores = {
        concept: surprise([(counts[s][concept], sizes[s]) for s in here], everywhere[concept] / library)
        for concept, here in joined.items()
    }
    names = {row.id: row.name for row in nodes(reader, joined)}
    chosen = sorted(joined, key=lambda c: (-len(joined[c]), -scores[c], names[c].casefold()))[: max(most, 1)]
    kinds = kinds_of(reader, chosen)
    quotes = {source: _quotes(reader, documents[source], source, chosen) for source in known}
    found = tuple(
        Bridge(
            concept,
            names[concept],
            kinds.get(concept, ""),
            round(scores[concept], 3),
            everywhere[concept],
            tuple(Side(s, counts[s][concept], quotes[s].get(concept, ())) for s in joined[concept]),
        )
        for concept in chosen
    )
    told = tuple(Source(s, name, kind, sizes[s]) for s, (name, kind) in known.items())
    return BridgesAnswer(told, found, len(joined))


def bridges_of(reader: Reader, words: Sequence[str], most: int = BRIDGES, least: int = 1) -> BridgesAnswer:
    """``bridges`` between the sources that some names mean; NotFound lists candidates."""
    return bridges(reader, find_all(reader, words), most, least)


def surprise(sides: Sequence[tuple[int, int]], share: float) -> float:
    """Bits by which it is unexpected that a method stands in all of some sources, for how common it is.

    Pointwise mutual information of standing in each of them: were the method strewn over all passages of the
    library alike, a source of n passages would name it with probability 1 - (1 - share) ** n; that it does
    is worth -log2 of this, and the sources add up. Such information overrates what is rare, so each side's
    is multiplied by count / (count + 1): a single passage counts half.

    Args:
        sides: (passages that name it, passages) of each source.
        share: Of the library's passages that name it, 0 to 1.

    References:
        Church, Hanks, "Word Association Norms, Mutual Information, and Lexicography", Computational
        Linguistics 16(1), 1990; Pantel, Lin, "Discovering Word Senses from Text", KDD 2002, section 3
        (the discount).

    >>> common, rare = surprise([(5, 100), (5, 100)], 0.2), surprise([(5, 100), (5, 100)], 0.02)
    >>> common < rare
    True
    """
    total = 0.0
    for count, passages in sides:
        by_chance = -math.expm1(passages * math.log1p(-min(share, 1 - 1e-12)))
        total += -math.log2(by_chance) * count / (count + 1) if by_chance > 0 else 0.0
    return abs(total)


def bridges_json(answer: BridgesAnswer) -> dict[str, Json]:
    """The answer as the command line prints it."""
    return {
        "sources": [
            {"id": s.id, "name": s.name, "kind": s.kind.name.lower(), "passages": s.passages}
            for s in answer.sources
        ],
        "total": answer.total,
        "bridges": [
            {
                "id": b.id,
                "name": b.name,
                "kind": b.kind,
                "surprise": b.surprise,
                "passages": b.everywhere,
                "sides": [_side_json(side) for side in b.sides],
            }
            for b in answer.bridges
        ],
    }


def _side_json(side: Side) -> Json:
    return {
        "source": side.source,
        "passages": side.passages,
        "evidence": [
            {"document": q.document, "start": q.start, "end": q.end, "exact": q.exact} for q in side.quotes
        ],
    }


def _sources(reader: Reader, wanted: Sequence[int]) -> dict[int, tuple[str, NodeKind]]:
    """Source → its name and kind, in the order asked for."""
    rows = {row.id: row for row in nodes(reader, wanted)}
    found = {node: (rows[node].name, NodeKind(rows[node].kind)) for node in wanted if node in rows}
    for name, kind in found.values():
        if kind not in _KINDS:
            raise ExplorerError(
                f"“{name}” is no source: it is a {kind.name.lower()}.",
                "Name editions, digests, reports, talks, notes or documents.",
            )
    if len(found) < 2:
        raise ExplorerError("A bridge needs two different sources.", "Name two or more.")
    return found


def _require_apart(known: Mapping[int, tuple[str, NodeKind]], documents: Mapping[int, Sequence[int]]) -> None:
    seen: dict[int, int] = {}
    for source, own in documents.items():
        for document in own:
            if document in seen:
                raise ExplorerError(
                    f"“{known[source][0]}” is also among “{known[seen[document]][0]}”: all would link them.",
                    "Name sources that share no document.",
                )
            seen[document] = source


def _joined(counts: Mapping[int, Mapping[int, int]], least: int) -> dict[int, tuple[int, ...]]:
    """Concept → the sources in which it stands often enough, of those that stand in two."""
    where: dict[int, list[int]] = {}
    for source, of_source in counts.items():
        for concept, count in of_source.items():
            if count >= least:
                where.setdefault(concept, []).append(source)
    return {concept: tuple(where[concept]) for concept in sorted(where) if len(where[concept]) > 1}


def _quotes(
    reader: Reader, documents: Sequence[int], source: int, concepts: Sequence[int]
) -> dict[int, tuple[Quote, ...]]:
    found: dict[int, list[Quote]] = {}
    for line in passages_naming(reader, documents, source, concepts):
        of_concept = found.setdefault(line.owner, [])
        if len(of_concept) < 4 * _QUOTES:
            of_concept.append(quote(line))
    return {concept: tuple(in_turn(quotes)[:_QUOTES]) for concept, quotes in found.items()}
