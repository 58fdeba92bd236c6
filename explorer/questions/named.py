"""Named: nodes that are called just so, or begin so: full text ranks them by length, people do not."""

from __future__ import annotations

from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.search import NameHit, find_beginning, find_exact, find_paper_keys
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.han import written_forms
from explorer.text.mapped import normalise
from explorer.text.matcher import concept_key
from explorer.text.names import fold_name

_BEGINNINGS = 8  #: most nodes of each kind


def folded(words: str) -> str:
    """Words as names are compared: NFKC, one space, lower case."""
    return " ".join(normalise(words).split()).casefold()


def called(reader: Reader, words: str) -> list[tuple[int, int, str]]:
    """(id, kind, name) of the nodes of which a name or alias is just this, else this in other characters.

    A name in traditional characters finds the one in simplified or Japanese ones, and the other way round.
    """
    for form in written_forms(words):
        if found := _called(reader, form):
            return found
    return []


def _called(reader: Reader, words: str) -> list[tuple[int, int, str]]:
    name = folded(words)
    series, _, label = name.rpartition(" ")
    return find_exact(reader, [name, fold_name(words), concept_key(words), f"venue:{series}:{label}"])


def papers_by_id(reader: Reader, words: str) -> list[tuple[int, int, str]]:
    """(id, kind, name) of the paper of an arXiv id, a DOI or an OpenReview id."""
    base, _ = parse_arxiv_id(words[:200])
    found = find_paper_keys(reader, [base or words], [])
    return [(node, int(NodeKind.PAPER), title) for node, title in found]


def beginning(reader: Reader, words: str) -> list[NameHit]:
    """Concepts, people and tags whose name begins so, the most important of each kind."""
    concept, person, tag = concept_key(words), fold_name(words), folded(words)
    keys = ((NodeKind.CONCEPT, concept), (NodeKind.PERSON, person), (NodeKind.TAG, tag))
    return [hit for kind, key in keys if key for hit in find_beginning(reader, (int(kind), key), _BEGINNINGS)]
