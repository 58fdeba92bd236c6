"""Search: full text over names, notes and passages, best first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log2

from explorer.model import NodeKind
from explorer.questions.evidence import shortened
from explorer.questions.named import beginning, called, folded, papers_by_id
from explorer.store import Reader
from explorer.store.reading import NoteHit, find_notes
from explorer.store.search import BlockHit, find_blocks, find_names
from explorer.text.bigrams import match_query
from explorer.text.han import one_form
from explorer.text.mapped import normalise
from explorer.text.sentences import sentence_around

_KINDS = {
    NodeKind.PAPER: "paper",
    NodeKind.PERSON: "person",
    NodeKind.EDITION: "edition",
    NodeKind.ISSUE: "document",
    NodeKind.CONCEPT: "concept",
    NodeKind.TAG: "tag",
    NodeKind.DOCUMENT: "document",
}
_NAME_BONUS = 10.0  #: a name that matches comes before a passage that does
_NOTE_BONUS = 8.0  #: what one wrote oneself comes before a passage
_CALLED = 45.0  #: whoever types a whole name, an alias or an id means just that
_BEGINS = 16.0  #: of a name that begins so; what full text finds has ranks up to that
_HEAD_BONUS = 6.0  #: "KAN" begins "KAN: Kolmogorov-Arnold Networks"
_WEIGHT_MAX = 8.0  #: what the importance of a node counts at most, two doublings a point
_KIND_BONUS = {NodeKind.CONCEPT: 6.0, NodeKind.TAG: 6.0, NodeKind.EDITION: 4.0, NodeKind.PERSON: -12.0}


@dataclass(frozen=True, slots=True)
class Hit:
    """Attributes:
    kind: paper, concept, person, edition, document or tag (digest issues are documents here).
    why: "text" or "meaning".
    snippet: Passage around the match, plain text, or "".
    """

    kind: str
    id: int
    title: str
    snippet: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    query: str
    hits: tuple[Hit, ...]


def search(reader: Reader, query: str, limit: int = 50, prefix: bool = False) -> SearchAnswer:
    """Nodes that are called so, then those whose name, note or passages hold all words of the query.

    Args:
        prefix: The last word may be the beginning of a longer one (search while typing).
    """
    match = match_query(query, prefix, any_form=True)
    if not match:
        return SearchAnswer(query, ())
    hits = _names(reader, query, match, (limit, prefix))
    for hit in _passages(reader, query, match, limit) if len(query.strip()) > 1 or not prefix else ():
        if hit.id not in hits:
            hits[hit.id] = hit
        elif not hits[hit.id].snippet:
            hits[hit.id] = replace(hits[hit.id], snippet=hit.snippet)
    ranked = sorted(hits.values(), key=lambda hit: (-hit.score, hit.id))
    return SearchAnswer(query, tuple(ranked[:limit]))


def _names(reader: Reader, query: str, match: str, how: tuple[int, bool]) -> dict[int, Hit]:
    """Nodes by their names: called so, beginning so (while typing), or holding the words."""
    limit, is_typing = how
    found = [(row, -row.rank + _head(row.name, query)) for row in find_names(reader, match, limit)]
    found += [(row, _BEGINS) for row in beginning(reader, query)] if is_typing else []
    hits: dict[int, Hit] = {}
    for row, fits in found:
        kind = NodeKind(row.kind)
        weight = min(log2(1 + max(row.importance, 0.0)), _WEIGHT_MAX)
        score = _NAME_BONUS + fits + _KIND_BONUS.get(kind, 0.0) + weight
        if row.id not in hits or hits[row.id].score < score:
            hits[row.id] = Hit(_KINDS[kind], row.id, row.name, "", round(score, 4), "text")
    for node, number, name in (*called(reader, query), *papers_by_id(reader, query)):
        score = _CALLED + _KIND_BONUS.get(NodeKind(number), 0.0) + (hits[node].score if node in hits else 0.0)
        hits[node] = Hit(_KINDS[NodeKind(number)], node, name, "", round(score, 4), "text")
    return hits


def _head(name: str, query: str) -> float:
    return _HEAD_BONUS if folded(name).startswith(f"{folded(query)}:") else 0.0


def _passages(reader: Reader, query: str, match: str, limit: int) -> list[Hit]:
    notes = [_note_hit(note, query) for note in find_notes(reader, match, limit)]
    return notes + [_block_hit(block, query) for block in find_blocks(reader, match, limit)]


def _note_hit(row: NoteHit, query: str) -> Hit:
    score = round(_NOTE_BONUS - row.rank, 4)
    return Hit(_KINDS[NodeKind(row.kind)], row.id, row.name, _snippet(row.text, query), score, "text")


def _block_hit(row: BlockHit, query: str) -> Hit:
    node, title, kind = (
        (row.paper, row.paper_title, "paper") if row.paper else (row.document, row.document_title, "document")
    )
    return Hit(kind, node, title, _snippet(row.text, query), round(-row.rank, 4), "text")


def _snippet(text: str, query: str) -> str:
    words = one_form(normalise(query).casefold()).split()
    folded = one_form(text.casefold())
    places = [at for word in words if (at := folded.find(word.strip('"'))) >= 0]
    at = min(places, default=0)
    start, end = sentence_around(text, at, at + 1)
    return shortened(text[start:end], 240)
