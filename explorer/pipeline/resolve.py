"""Which work is meant: records → works of the library, by ids, or by titles with a witness.

A shared arXiv id, DOI or OpenReview forum is proof. Without one, two records
are one work when their titles agree and at least one witness agrees and none
disagrees; a title alone is a proposal ("Segment Anything" is not "Segment
Anything in High Quality").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from explorer.model import PaperRecord
from explorer.model.plan import Merge, Resolution
from explorer.text.arxiv_ids import month_of
from explorer.text.fingerprint import short_fingerprint, title_fingerprint
from explorer.text.names import fold_name

_KEYS = ("arxiv_id", "doi", "openreview")
_WHY = {"arxiv_id": "arXiv id", "doi": "DOI", "openreview": "OpenReview forum"}
_MONTHS_BEFORE = 12  #: a conference paper's preprint is at most this much older than the edition
_SHORTEST_TITLE = 12  #: letters; a shorter full title says too little even with a month


@dataclass(slots=True)
class Work:
    """What identifies a work; grows while records are added to it.

    Attributes:
        id: Id in the library, or ``-n`` for a new one.
        keys: arxiv_id, doi, openreview -> value.
        fingerprints: Of all its titles; ``heads`` of the parts before the colon.
        first_authors: Folded names.
        editions: Names of the venue editions in which it stands.
        starts: First days of these editions, ISO.
    """

    id: int
    keys: dict[str, str] = field(default_factory=dict)
    fingerprints: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    first_authors: set[str] = field(default_factory=set)
    editions: set[str] = field(default_factory=set)
    starts: set[str] = field(default_factory=set)


def work_of(work_id: int, record: PaperRecord) -> Work:
    """A work that knows what one record states."""
    work = Work(work_id)
    _learn(work, record)
    return work


def _learn(work: Work, record: PaperRecord) -> None:
    for key in _KEYS:
        if value := getattr(record, key):
            work.keys.setdefault(key, value)
    if full := title_fingerprint(record.title):
        work.fingerprints.add(full)
        if short := short_fingerprint(record.title):
            work.heads.add(short)
    if record.authors:
        work.first_authors.add(fold_name(record.authors[0]))
    if record.edition:
        work.editions.add(record.edition.name)
        if record.edition.date_from:
            work.starts.add(record.edition.date_from)


class Index:
    """Works by key and by title."""

    def __init__(self, works: Iterable[Work]) -> None:
        self._by_key: dict[tuple[str, str], Work] = {}
        self._by_title: dict[str, list[Work]] = defaultdict(list)
        self._by_head: dict[str, list[Work]] = defaultdict(list)
        for work in works:
            self.add(work)

    def add(self, work: Work) -> None:
        for key, value in work.keys.items():
            self._by_key.setdefault((key, value), work)
        for table, names in ((self._by_title, work.fingerprints), (self._by_head, work.heads)):
            for name in names:
                if work not in table[name]:
                    table[name].append(work)

    def by_key(self, record: PaperRecord) -> list[tuple[Work, str]]:
        """Works that share an id with the record, each with the words for it."""
        found: dict[int, tuple[Work, str]] = {}
        for key in _KEYS:
            work = self._by_key.get((key, getattr(record, key)))
            if work is not None:
                found.setdefault(work.id, (work, _WHY[key]))
        return list(found.values())

    def by_title(self, record: PaperRecord) -> list[tuple[Work, bool]]:
        """(work, full title agrees) for works whose full or short title is the record's."""
        full, short = title_fingerprint(record.title), short_fingerprint(record.title)
        found = {work.id: (work, True) for work in self._by_title.get(full, ()) if full}
        shorter = [*self._by_head.get(full, ()), *self._by_title.get(short, ())] if full else []
        for work in shorter:
            found.setdefault(work.id, (work, False))
        return list(found.values())


def resolve(
    records: Sequence[PaperRecord], known: Iterable[Work]
) -> tuple[tuple[Resolution, ...], int, tuple[Merge, ...]]:
    """Decide for every record which work it is, in the order given.

    Returns:
        One Resolution per record, the number of new works, and works of the library that proved to be one.
    """
    index = Index(known)
    merged: dict[int, int] = {}
    merges: list[Merge] = []
    decided: list[Resolution] = []
    new = 0
    for record in records:
        matches = _matches(record, index, merged)
        if matches:
            work, why = matches[0]
            for other, reason in matches[1:]:
                if other.id > 0:
                    merges.append(Merge(work.id, other.id, reason))
                merged[other.id] = work.id
                _absorb(work, other)
            decided.append(Resolution(work.id, why))
            _learn(work, record)
        else:
            new += 1
            work = work_of(-new, record)
            proposals = tuple((w.id, "the same title") for w, full in index.by_title(record) if full)
            decided.append(Resolution(work.id, "new", proposals))
        index.add(work)
    return _follow(decided, merged), new, tuple(merges)


def _matches(record: PaperRecord, index: Index, merged: dict[int, int]) -> list[tuple[Work, str]]:
    found = [(work, why) for work, why in index.by_key(record) if work.id not in merged]
    seen = {work.id for work, _ in found}
    for work, full in index.by_title(record):
        if work.id in seen or work.id in merged or _keys_clash(record, work, found):
            continue
        if witness := _witness(record, work, full):
            found.append((work, f"{'title' if full else 'short title'} and {witness}"))
            seen.add(work.id)
    return sorted(found, key=lambda match: match[0].id < 0)  # a work of the library stays, a new one joins it


def _keys_clash(record: PaperRecord, work: Work, found: Sequence[tuple[Work, str]]) -> bool:
    """Whether the record, or a work that it already is, carries another id of the same kind."""
    keys = [{key: getattr(record, key) for key in _KEYS}, *(other.keys for other, _ in found)]
    return any(
        mine.get(key) and work.keys.get(key) and mine[key] != work.keys[key] for mine in keys for key in _KEYS
    )


def _witness(record: PaperRecord, work: Work, full: bool) -> str:
    """The witness that agrees, or "" where none does or one disagrees. A short title needs its author."""
    author = _author_agrees(record, work)
    if author is False:
        return ""
    if author:
        return "first author"
    if not full or len(title_fingerprint(record.title)) < _SHORTEST_TITLE:
        return ""
    if record.edition and record.edition.name in work.editions:
        return "the same edition"
    if _month_agrees(record.arxiv_id, {record.edition.date_from} if record.edition else set(), work):
        return "arXiv month before the edition"
    return ""


def _author_agrees(record: PaperRecord, work: Work) -> bool | None:
    if not record.authors or not work.first_authors:
        return None
    mine = fold_name(record.authors[0])
    return any(mine == other or _initials_agree(mine, other) for other in work.first_authors)


def _initials_agree(a: str, b: str) -> bool:
    """ "c lu" and "chris lu": one family name, given names that begin alike and one of them an initial."""
    (*given_a, family_a), (*given_b, family_b) = a.split() or [""], b.split() or [""]
    if family_a != family_b or not given_a or not given_b:
        return False
    first_a, first_b = given_a[0], given_b[0]
    return first_a == first_b or (first_a[0] == first_b[0] and 1 in (len(first_a), len(first_b)))


def _month_agrees(arxiv_id: str, starts: set[str], work: Work) -> bool:
    pairs = [(arxiv_id, start) for start in work.starts] + [
        (work.keys.get("arxiv_id", ""), start) for start in starts
    ]
    return any(0 <= gap <= _MONTHS_BEFORE for pair in pairs if (gap := _months_between(*pair)) is not None)


def _months_between(arxiv_id: str, start: str) -> int | None:
    month = month_of(arxiv_id) if arxiv_id else ""
    if not month or not start:
        return None
    first, edition = date.fromisoformat(f"{month}-01"), date.fromisoformat(start)
    return (edition.year - first.year) * 12 + edition.month - first.month


def _absorb(work: Work, other: Work) -> None:
    work.keys = other.keys | work.keys
    for name in ("fingerprints", "heads", "first_authors", "editions", "starts"):
        getattr(work, name).update(getattr(other, name))


def _follow(decided: Sequence[Resolution], merged: dict[int, int]) -> tuple[Resolution, ...]:
    """Resolutions whose work was merged into another later point at the one that stays."""

    def final(work: int) -> int:
        while work in merged:
            work = merged[work]
        return work

    return tuple(
        Resolution(
            final(r.work),
            r.why,
            tuple((final(w), reason) for w, reason in r.proposals if final(w) != final(r.work)),
        )
        for r in decided
    )
