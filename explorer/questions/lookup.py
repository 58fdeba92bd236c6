"""Lookup: the one node that a person means by an id, a name or a title."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import NotFound
from explorer.model import NodeId, NodeKind
from explorer.questions.named import called, papers_by_id
from explorer.questions.search import search
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.identity import kept_for
from explorer.store.search import find_paper_keys
from explorer.text.fingerprint import short_fingerprint, title_fingerprint

_MOST_CANDIDATES = 8


def find_node(reader: Reader, words: str, kind: NodeKind | None = None) -> NodeId:
    """Id of the node meant; NotFound, listing the candidates, where none or several fit.

    Tried in this order: an id of the library (that of a merged paper finds the one that was kept), an arXiv
    id, a name or alias, a title (in full, or the part before its colon), and the only full-text hit (or the
    only one of just that name).

    Args:
        kind: What it must be, or None for anything; concepts come before papers of the same name.
    """
    words = words.strip()
    for found in (_by_number(reader, words), called(reader, words), _by_title(reader, words)):
        fitting = [row for row in found if kind is None or row[1] == kind]
        if fitting and len({row[1] for row in fitting}) == len(fitting):
            return min(fitting, key=lambda row: _PREFERENCE.index(NodeKind(row[1])))[0]
        if fitting:
            raise NotFound(f"“{words}” may be several things.", _candidates(fitting))
    hits = [(h.id, int(_KIND_OF[h.kind]), h.title) for h in search(reader, words).hits if h.why == "text"]
    hits = [row for row in hits if (kind is None or row[1] == kind) and _is_meant(row, words)]
    named = [row for row in hits if row[2].casefold() == words.casefold()]
    if len(hits) == 1 or len(named) == 1:
        return (named or hits)[0][0]
    if not hits:
        raise NotFound(f"Nothing in the library is called “{words}”.", "Look for it with search.")
    raise NotFound(f"“{words}” is not clear.", _candidates(hits))


def _is_meant(row: tuple[NodeId, int, str], words: str) -> bool:
    """Not a document that holds the words somewhere: its title has to."""
    title = row[2].casefold()
    return row[1] != NodeKind.DOCUMENT or all(word in title for word in words.casefold().split())


def find_all(reader: Reader, words: Sequence[str]) -> list[NodeId]:
    """Ids of several nodes; NotFound for the first that is not clear."""
    return [find_node(reader, word) for word in words]


_PREFERENCE = [
    NodeKind.CONCEPT,
    NodeKind.PAPER,
    NodeKind.TAG,
    NodeKind.EDITION,
    NodeKind.ISSUE,
    NodeKind.PERSON,
    NodeKind.DOCUMENT,
]
_KIND_OF = {
    "paper": NodeKind.PAPER,
    "concept": NodeKind.CONCEPT,
    "person": NodeKind.PERSON,
    "edition": NodeKind.EDITION,
    "document": NodeKind.DOCUMENT,
    "tag": NodeKind.TAG,
}


def _by_number(reader: Reader, words: str) -> list[tuple[int, int, str]]:
    if not words.isascii() or not words.isdigit() or len(words) > 18:
        return []
    found = nodes(reader, [int(words)]) or nodes(reader, [kept_for(reader, int(words))])
    return [(row.id, row.kind, row.name) for row in found]


def _by_title(reader: Reader, words: str) -> list[tuple[int, int, str]]:
    found = papers_by_id(reader, words)
    if found:
        return found
    full = [title_fingerprint(words)]
    titled = find_paper_keys(reader, [], [f for f in full if f])
    exact = [row for row in titled if title_fingerprint(row[1]) in full]
    fitting = exact or [row for row in titled if short_fingerprint(row[1]) in full]
    return [(node, int(NodeKind.PAPER), title) for node, title in fitting]


def _candidates(rows: list[tuple[int, int, str]]) -> str:
    shown = [
        f"{node} {title} ({NodeKind(kind).name.lower()})" for node, kind, title in rows[:_MOST_CANDIDATES]
    ]
    more = len(rows) - len(shown)
    return "Say which: " + "; ".join(shown) + (f"; and {more} more." if more > 0 else ".")
