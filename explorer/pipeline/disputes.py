"""Ids that a document gives to the wrong paper: found before records are matched, so that no work takes both.

Of all that state one arXiv id, metadata names the paper; where no metadata
does, a list, and where no list does, what the library has, or what comes
first. A statement whose title cannot be that paper's keeps what it said, but
the id does not count: its record is matched by its title like one without.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from explorer.model import BlockKind, Document, DocumentKind
from explorer.pipeline.people import people_agree
from explorer.pipeline.rivals import Rival, Rivals
from explorer.store import Reader
from explorer.store.disputes import IdClaim, id_claims, texts_on
from explorer.text.fingerprint import title_fingerprint
from explorer.text.title_agreement import Titled, Verdict, same_title, titles_agree

_RANK = {DocumentKind.METADATA.value: 0, DocumentKind.PAPER_LIST.value: 1}
_OWN_WORD = (
    "arXiv"  #: publisher of metadata; what is published by others are references, no surer than a list
)
_UNSURE = 2  #: rank of a document that may itself be wrong
_NO_PROSE = (BlockKind.META, BlockKind.FURNITURE, BlockKind.PAPER_TITLE)
_TEXT_CHARS = 3_000


class Keyed(Protocol):
    """A work of the library with its ids: arxiv_id, doi, openreview -> value."""

    id: int
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that a paper has an arXiv id.

    Attributes:
        rank: 0 metadata of arXiv, 1 a list or references, 2 anything else.
        record: Its index among the records of the plan, or -1.
        appearance, paper: Of the library, or 0.
        disputed: Whether it did not count so far.
    published: ISO date of the first version as it states it, or "".
    """

    arxiv_id: str
    title: str
    authors: tuple[str, ...]
    rank: int
    record: int = -1
    appearance: int = 0
    paper: int = 0
    disputed: bool = False
    published: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A statement whose id is another paper's.

    Attributes:
        claim: The statement that does not count.
        holder: The statement that says whose id it is.
        belongs: Id of the paper whose title the statement gives, or "".
    """

    claim: Claim
    holder: Claim
    belongs: str = ""


@dataclass(frozen=True, slots=True)
class Disputes:
    """Attributes:
    documents: Those of the plan without the ids that do not count, or with the right one where it is known.
    found: In the order of the ids.
    cleared: Appearances of the library that did not count so far, and do now.
    unjudged: How many statements of the plan could not be compared with what is known of their id.
    claims: arXiv id -> who states it, where several do; the library first.
    """

    documents: tuple[Document, ...]
    found: tuple[Dispute, ...] = ()
    cleared: tuple[int, ...] = ()
    unjudged: int = 0
    claims: Mapping[str, Sequence[Claim]] = field(default_factory=dict)


@dataclass(slots=True)
class _Court:
    """What is needed to judge: the texts beside the titles, and who else bears a title."""

    texts: dict[int, str]  #: record -> what its document says of it
    stored: dict[int, str]  #: appearance -> the same
    rivals: Rivals
    unjudged: int = 0
    found: list[Dispute] = field(default_factory=list)
    cleared: list[Claim] = field(default_factory=list)


def find_disputes(reader: Reader, documents: Sequence[Document], works: Sequence[Keyed]) -> Disputes:
    """Judge every id that the documents state; ``works`` of the library lose and gain ids accordingly."""
    new = list(_new_claims(documents))
    known = [_stored_claim(c) for c in id_claims(reader, _ids(new, works))]
    stated = {claim.arxiv_id for claim in new}
    by_id: dict[str, list[Claim]] = defaultdict(list)
    for claim in (*known, *new):
        if claim.arxiv_id in stated and title_fingerprint(claim.title):
            by_id[claim.arxiv_id].append(claim)
    several = {i: claims for i, claims in by_id.items() if len(claims) > 1}
    doubtful = {i: claims for i, claims in several.items() if _differ(claims)}
    if not doubtful:
        return Disputes(tuple(documents), claims=several)
    asked = [c.appearance for claims in doubtful.values() for c in claims if c.appearance]
    sure = (Rival(c.arxiv_id, c.title) for c in (*known, *new) if _is_sure(c))
    court = _Court(_texts(documents, doubtful), texts_on(reader, asked), Rivals(sure))
    for arxiv_id in sorted(doubtful):
        _judge(doubtful[arxiv_id], court)
    _change_works(works, court, by_id)
    return Disputes(
        tuple(_corrected(documents, court.found)),
        tuple(court.found),
        tuple(sorted(claim.appearance for claim in court.cleared)),
        court.unjudged,
        several,
    )


def _ids(claims: Sequence[Claim], works: Sequence[Keyed]) -> set[str]:
    return {claim.arxiv_id for claim in claims} | {
        work.keys["arxiv_id"] for work in works if "arxiv_id" in work.keys
    }


def _new_claims(documents: Sequence[Document]) -> Iterator[Claim]:
    number = -1
    for document in documents:
        rank = _rank(document.kind.value, document.publisher)
        for record in document.papers:
            number += 1
            if record.arxiv_id:
                yield Claim(
                    record.arxiv_id, record.title, record.authors, rank, number, published=record.published
                )


def _rank(kind: str, publisher: str) -> int:
    rank = _RANK.get(kind, _UNSURE)
    return rank if rank or publisher == _OWN_WORD else 1


def _stored_claim(row: IdClaim) -> Claim:
    stated = json.loads(row.stated)
    return Claim(
        str(stated["arxiv_id"]),
        str(stated.get("title", "")),
        tuple(stated.get("authors", ())),
        _rank(row.document_kind, row.publisher),
        appearance=row.appearance,
        paper=row.paper,
        disputed=row.disputed,
        published=str(stated.get("published", "")),
    )


def _differ(claims: Sequence[Claim]) -> bool:
    return len({title_fingerprint(claim.title) for claim in claims}) > 1


def _texts(documents: Sequence[Document], doubtful: dict[str, list[Claim]]) -> dict[int, str]:
    """What the documents say of the records in doubt, without links and ids."""
    wanted = {claim.record for claims in doubtful.values() for claim in claims if claim.record >= 0}
    texts: dict[int, list[str]] = defaultdict(list)
    first = 0
    for document in documents:
        for block in document.blocks:
            if block.paper is not None and first + block.paper in wanted and block.kind not in _NO_PROSE:
                texts[first + block.paper].append(block.text)
        first += len(document.papers)
    return {record: "\n".join(parts)[:_TEXT_CHARS] for record, parts in texts.items()}


def _is_sure(claim: Claim) -> bool:
    return claim.rank < _UNSURE and not claim.disputed


def holder_of(claims: Sequence[Claim]) -> Claim:
    """The statement that says whose the id is: metadata, then lists, then what was there first."""
    return min(claims, key=lambda claim: (claim.disputed, claim.rank))


def _judge(claims: Sequence[Claim], court: _Court) -> None:
    """Find the statement that says whose the id is, and those that cannot be of that paper."""
    holder = holder_of(claims)
    for claim in claims:
        if claim is holder or (claim.rank == 0 and holder.rank == 0):
            continue  # arXiv's own titles of one id are versions of one paper
        if claim.appearance and (holder.record < 0 or claim.disputed):
            if claim.disputed and holder.record >= 0 and same_title(claim.title, holder.title):
                court.cleared.append(claim)
            continue  # the library has judged it already
        verdict, belongs = _verdict(claim, holder, court)
        if verdict is Verdict.OTHER:
            court.found.append(Dispute(claim, holder, belongs))
        court.unjudged += verdict is Verdict.UNKNOWN


def _verdict(claim: Claim, holder: Claim, court: _Court) -> tuple[Verdict, str]:
    """Whether the claim can be of the holder's paper, and the id of the paper that it is of, or "".

    Of two unsure statements, neither may fit the other.
    """
    if same_title(claim.title, holder.title):
        return Verdict.SAME, ""
    mine, theirs = (Titled(c.title, _text(c, court)) for c in (claim, holder))
    belongs = court.rivals.bearer(claim.arxiv_id, mine)
    if belongs or court.rivals.closer(Rival(holder.arxiv_id, holder.title), mine):
        return Verdict.OTHER, belongs
    verdict = titles_agree(mine, theirs)
    if holder.rank == _UNSURE and verdict is Verdict.OTHER:
        verdict = titles_agree(theirs, mine)
    if verdict is Verdict.OTHER and people_agree(claim.authors, holder.authors) is True:
        verdict = Verdict.UNKNOWN
    return verdict, ""


def _text(claim: Claim, court: _Court) -> str:
    return court.texts.get(claim.record, "") or court.stored.get(claim.appearance, "")


def _change_works(works: Sequence[Keyed], court: _Court, by_id: dict[str, list[Claim]]) -> None:
    """Let works of the library lose ids that no statement gives them that counts, and gain their own."""
    numbered = {work.id: work for work in works}
    gone = {dispute.claim.appearance for dispute in court.found}
    for dispute in court.found:
        work, claim = numbered.get(dispute.claim.paper), dispute.claim
        counted = [c for c in by_id[claim.arxiv_id] if c.paper == claim.paper and not c.disputed]
        if work is not None and all(c.appearance in gone for c in counted):
            work.keys = {key: value for key, value in work.keys.items() if value != claim.arxiv_id}
    held = {work.keys.get("arxiv_id") for work in works}
    gained = [(d.claim, d.belongs) for d in court.found] + [(c, c.arxiv_id) for c in court.cleared]
    for claim, arxiv_id in gained:
        work = numbered.get(claim.paper)
        if work is not None and arxiv_id and arxiv_id not in held and "arxiv_id" not in work.keys:
            work.keys["arxiv_id"] = arxiv_id
            held.add(arxiv_id)
    court.cleared = [
        c for c in court.cleared if (w := numbered.get(c.paper)) and w.keys.get("arxiv_id") == c.arxiv_id
    ]


def _corrected(documents: Sequence[Document], found: Sequence[Dispute]) -> Iterator[Document]:
    ids = {dispute.claim.record: dispute.belongs for dispute in found if dispute.claim.record >= 0}
    first = 0
    for document in documents:
        wrong = {i - first for i in ids if first <= i < first + len(document.papers)}
        papers = tuple(
            replace(record, arxiv_id=ids[first + i], arxiv_version="") if i in wrong else record
            for i, record in enumerate(document.papers)
        )
        yield replace(document, papers=papers) if wrong else document
        first += len(papers)
