"""Search: full text over names, notes and passages, best first."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.questions.evidence import shortened
from explorer.store import Reader
from explorer.store.reading import NoteHit, find_notes
from explorer.store.search import BlockHit, NameHit, find_blocks, find_names
from explorer.text.bigrams import match_query
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
_EXACT_BONUS = 20.0
_BEGINS_BONUS = 6.0  #: "KAN" begins "KAN: Kolmogorov-Arnold Networks"
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
    """Nodes whose name, note or passages hold all words of the query.

    Args:
        prefix: The last word may be the beginning of a longer one (search while typing).
    """
    match = match_query(query, prefix)
    if not match:
        return SearchAnswer(query, ())
    hits: dict[int, Hit] = {}
    for name in find_names(reader, match, limit):
        hits[name.id] = _name_hit(name, normalise(query).casefold().strip())
    passages = [_note_hit(note, query) for note in find_notes(reader, match, limit)]
    passages += [_block_hit(block, query) for block in find_blocks(reader, match, limit)]
    for hit in passages:
        if hit.id not in hits:
            hits[hit.id] = hit
        elif not hits[hit.id].snippet:
            old = hits[hit.id]
            hits[hit.id] = Hit(old.kind, old.id, old.title, hit.snippet, old.score, old.why)
    ranked = sorted(hits.values(), key=lambda hit: (-hit.score, hit.id))
    return SearchAnswer(query, tuple(ranked[:limit]))


def _name_hit(row: NameHit, query: str) -> Hit:
    name = row.name.casefold()
    fits = _EXACT_BONUS if name == query else _BEGINS_BONUS if name.startswith(f"{query}:") else 0.0
    bonus = _KIND_BONUS.get(NodeKind(row.kind), 0.0) + min(row.importance, 100.0) / 20
    score = _NAME_BONUS + fits + bonus - row.rank
    return Hit(_KINDS[NodeKind(row.kind)], row.id, row.name, "", round(score, 4), "text")


def _note_hit(row: NoteHit, query: str) -> Hit:
    score = round(_NOTE_BONUS - row.rank, 4)
    return Hit(_KINDS[NodeKind(row.kind)], row.id, row.name, _snippet(row.text, query), score, "text")


def _block_hit(row: BlockHit, query: str) -> Hit:
    node, title, kind = (
        (row.paper, row.paper_title, "paper") if row.paper else (row.document, row.document_title, "document")
    )
    return Hit(kind, node, title, _snippet(row.text, query), round(-row.rank, 4), "text")


def _snippet(text: str, query: str) -> str:
    words = normalise(query).casefold().split()
    folded = text.casefold()
    places = [at for word in words if (at := folded.find(word.strip('"'))) >= 0]
    at = min(places, default=0)
    start, end = sentence_around(text, at, at + 1)
    return shortened(text[start:end], 240)
