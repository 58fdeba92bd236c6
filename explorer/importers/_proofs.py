"""A citation and what proves it: ids, links, authors and editions that stand beside a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from explorer.importers._links import Identifiers
from explorer.importers._witnesses import NO_IDS, Witness, authors_before
from explorer.model import EditionRef

QUOTED = re.compile(
    r"[“”„\"](?P<a>[^“”„\"]{3,300})[“”\"]|《(?P<b>[^《》]{3,300})》|『(?P<c>[^『』]{3,300})』|「(?P<d>[^「」]{3,300})」|"
    r"\*\*(?P<e>[^*]{3,300})\*\*|(?<![\w*])\*(?P<f>[^*\s][^*]{5,300})\*(?![\w*])|"
    r"(?<!\w)__(?P<g>[^_]{6,300})__(?!\w)|(?<!\w)_(?P<h>[^_\s][^_]{5,300})_(?!\w)"
)
_STOP = re.compile(r"[。!！;；]|\.(?=\s+[A-Z][a-z]+\s+[a-z])")
_AFTER = 160  #: characters behind a title in which what proves it stands


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper as one place of a normalised text names it.

    Attributes:
        title: (start, end), or None where only an id names it.
        start, end: All of the citation: label, authors, title, ids.
        authors: As stated; ``complete`` is False for "et al.".
        award, status: "Outstanding Paper", "Spotlight", or "".
        aside: A word in front says that it is a source or a reference ("出典:").
        labelled: A word in front says that the text presents it ("Paper 2:").
    """

    title: tuple[int, int] | None
    start: int
    end: int
    ids: Identifiers = NO_IDS
    urls: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    complete: bool = True
    edition: EditionRef | None = None
    award: str = ""
    status: str = ""
    aside: bool = False
    labelled: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Cited:
    """A text with its witnesses, and what of it citations have taken (1 for each such character)."""

    text: str
    witnesses: Sequence[Witness]
    taken: bytearray

    def free(self, start: int, end: int) -> bool:
        return self.taken.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\1" * (end - start)


def proved(work: Cited, citation: Citation) -> Citation:
    """The citation with what stands beside it: witnesses behind it, authors in front."""
    limit = min(citation.end + _AFTER, len(work.text))
    stop = _STOP.search(work.text, citation.end, limit)
    limit = stop.start() if stop else limit
    following = QUOTED.search(work.text, citation.end, limit)
    for witness in witnesses_between(work, citation.end, following.start() if following else limit):
        if not work.free(witness.start, witness.end):
            continue
        if _is_of_another(citation, witness):
            break
        citation = _joined(citation, witness)
    before = None if citation.authors else authors_before(work.text, citation.start)
    if before:
        citation = replace(citation, start=before[0], authors=before[1], complete=before[2])
    return citation


def witnesses_between(work: Cited, start: int, end: int) -> Iterator[Witness]:
    low, high = 0, len(work.witnesses)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if work.witnesses[middle].start < start else (low, middle)
    while low < len(work.witnesses) and work.witnesses[low].start < end:
        yield work.witnesses[low]
        low += 1


def _is_of_another(citation: Citation, witness: Witness) -> bool:
    """Whether the witness belongs to the next paper: another id, or one more edition behind the citation."""
    if witness.names_paper and citation.ids != NO_IDS and not _agree(citation.ids, witness.ids):
        return True
    return bool(witness.edition and citation.edition) and witness.start >= citation.end


def _joined(citation: Citation, witness: Witness) -> Citation:
    ids = Identifiers(
        citation.ids.arxiv_id or witness.ids.arxiv_id,
        citation.ids.arxiv_version or witness.ids.arxiv_version,
        citation.ids.doi or witness.ids.doi,
        citation.ids.openreview or witness.ids.openreview,
    )
    return replace(
        citation,
        end=max(citation.end, witness.end),
        ids=ids,
        urls=(*citation.urls, witness.url) if witness.url else citation.urls,
        authors=citation.authors or witness.authors,
        complete=citation.complete if citation.authors else witness.complete,
        edition=citation.edition or witness.edition,
        award=citation.award or witness.award,
        status=citation.status or witness.status,
    )


def _agree(one: Identifiers, other: Identifiers) -> bool:
    """Whether no identifier of one kind differs."""
    pairs = ((one.arxiv_id, other.arxiv_id), (one.doi, other.doi), (one.openreview, other.openreview))
    return all(not (a and b) or a == b for a, b in pairs)
