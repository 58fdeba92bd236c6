"""Two languages of one issue, report or talk are one thing with two renditions.

Weekly digests: the same week with the same papers. Reports, talks and notes:
one text (``same_text``). What one rendition knows of a paper then holds for the
other (``inherit``). Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from explorer.model import Document, DocumentKind, EditionRef, SeriesKind
from explorer.model.plan import Merge, PlannedRendition, Resolution
from explorer.pipeline.inherit import Known, Works, inherit
from explorer.pipeline.same_text import same_text
from explorer.store import Reader
from explorer.store.candidates import work_rows
from explorer.store.identity import said_of
from explorer.store.read_back import documents_of_period, documents_on, read_back
from explorer.store.renditions import bears_issue

_SHARED = 0.8  #: of the papers of the shorter digest
_SHARED_OF_LONGER = 0.6
_FEWEST_SHARED = 3  #: papers
_DAYS_OFF = 1  #: a week may be said to begin on Sunday or Monday
_DAYS_APART = 120  #: between the dates of two renditions
_KEYS = ("arxiv_id", "doi", "openreview")
_TEXTS = (DocumentKind.CONFERENCE_REPORT, DocumentKind.SLIDE_TRANSCRIPT, DocumentKind.STUDY_NOTES)


@dataclass(frozen=True, slots=True)
class Joined:
    """Attributes:
    documents: As given; an issue whose name another document bears by chance is told apart.
    resolutions: As given, with what renditions inherit from each other; flat, in the order of the records.
    merges: Those given, and works of the library that proved to be one.
    renditions: Pairs of documents that are one.
    """

    documents: tuple[Document, ...]
    resolutions: tuple[Resolution, ...]
    merges: tuple[Merge, ...]
    renditions: tuple[PlannedRendition, ...]


def join_renditions(
    reader: Reader,
    documents: Sequence[Document],
    resolutions: Sequence[Resolution],
    merges: Sequence[Merge],
) -> Joined:
    """Find renditions among new documents and between them and the library; join their papers.

    Args:
        resolutions: Of all records of the documents, in order.
    """
    each = iter(resolutions)
    new = [Known(0, i, d, [next(each) for _ in d.papers]) for i, d in enumerate(documents)]
    works = Works({m.drop: m.keep for m in merges})
    _learn(reader, works, new)
    library: dict[int, Known] = {}
    found: list[PlannedRendition] = []
    for one in new:
        for other in [*_of_library(reader, one, works, library), *_of_plan(one, new)]:
            if why := _why_one(one, other, works):
                found.append(PlannedRendition(one.index, other.index, other.node, why))
                inherit(one, other, works)
    return Joined(
        _told_apart(reader, new, found, library),
        tuple(works.resolved(r) for one in new for r in one.resolutions),
        (*merges, *works.merges),
        tuple(found),
    )


def _learn(reader: Reader, works: Works, documents: Iterable[Known]) -> None:
    """Tell the ids of all works behind some documents."""
    known: set[int] = set()
    for one in documents:
        for record, resolution in zip(one.document.papers, one.resolutions, strict=True):
            works.learn(resolution.work, {key: getattr(record, key) for key in _KEYS})
            known |= {resolution.work} if resolution.work > 0 else set()
    for row in work_rows(reader, sorted(known)):
        works.learn(row.id, {key: getattr(row, key) for key in _KEYS})
    for work, said in said_of(reader, sorted(known)).items():
        works.part(work, said.apart)


def _of_library(reader: Reader, one: Known, works: Works, library: dict[int, Known]) -> list[Known]:
    """Documents of the library that may be renditions of a new one; ``library`` keeps what was read."""
    document = one.document
    if document.kind is DocumentKind.WEEKLY_DIGEST and document.covers_from:
        ids = documents_of_period(reader, document.kind, _days_around(document.covers_from))
    elif document.kind in _TEXTS:
        ids = documents_on(reader, document.kind, [e.name for e in document.editions])
    else:
        return []
    for node in ids:
        if node not in library:
            read = read_back(reader, node)
            library[node] = Known(node, -1, read.document, [Resolution(work, "") for work in read.papers])
            _learn(reader, works, [library[node]])
    return [library[node] for node in ids]


def _of_plan(one: Known, new: Sequence[Known]) -> list[Known]:
    if one.document.kind is not DocumentKind.WEEKLY_DIGEST and one.document.kind not in _TEXTS:
        return []
    return [other for other in new[: one.index] if other.document.kind is one.document.kind]


def _days_around(day: str) -> list[str]:
    middle = date.fromisoformat(day)
    return [(middle + timedelta(off)).isoformat() for off in range(-_DAYS_OFF, _DAYS_OFF + 1)]


def _why_one(one: Known, other: Known, works: Works) -> str:
    """Why two documents of one kind are renditions of one thing, or ""."""
    if one.document.kind is DocumentKind.WEEKLY_DIGEST:
        shared = _shared_papers(one, other, works) if _same_week(one.document, other.document) else 0
        return f"the same week, {shared} papers in common" if shared else ""
    if not _may_be_one(one.document, other.document):
        return ""
    sections = same_text(one.document, other.document, (one.sections(), other.sections()))
    return f"{sections} sections say the same" if sections else ""


def _same_week(a: Document, b: Document) -> bool:
    return all(
        _days_between(x, y) <= _DAYS_OFF
        for x, y in ((a.covers_from, b.covers_from), (a.covers_to, b.covers_to))
    )


def _days_between(a: str, b: str) -> float:
    """Days between two ISO dates; infinite where one is missing."""
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) if a and b else float("inf")


def _shared_papers(one: Known, other: Known, works: Works) -> int:
    """How many papers two digests have in common, or 0 where these are not most of both."""
    mine = {works.find(r.work) for r in one.resolutions}
    theirs = {works.find(r.work) for r in other.resolutions}
    shared, (short, long) = len(mine & theirs), sorted((len(mine), len(theirs)))
    enough = shared >= max(_FEWEST_SHARED, _SHARED * short, _SHARED_OF_LONGER * long)
    return shared if enough else 0


def _may_be_one(a: Document, b: Document) -> bool:
    """Whether nothing that two texts state keeps them apart: another edition, or another season."""
    on = [{edition.name for edition in document.editions} for document in (a, b)]
    if all(on):
        return bool(on[0] & on[1])
    return not (a.date and b.date) or _days_between(a.date, b.date) <= _DAYS_APART


def _told_apart(
    reader: Reader,
    new: Sequence[Known],
    renditions: Sequence[PlannedRendition],
    library: Mapping[int, Known],
) -> tuple[Document, ...]:
    """The documents; a report whose name another one bears by chance gets a label of its own.

    Weeks of one series are one issue by their own word.
    """
    told: list[Document] = []
    for one in new:
        issue = one.document.issue_of
        if issue is None or issue.kind is SeriesKind.DIGEST:
            told.append(one.document)
            continue
        mine = [r for r in renditions if r.document == one.index]
        mates = [library[r.known].document if r.known else told[r.other] for r in mine]
        if all(mate.issue_of != issue for mate in mates):
            issue = _free(reader, issue, [document.issue_of for document in told])
        told.append(replace(one.document, issue_of=issue))
    return tuple(told)


def _free(reader: Reader, issue: EditionRef, taken: Sequence[EditionRef | None]) -> EditionRef:
    """The issue, or it with the first number that no other one bears."""
    free, number = issue, 1
    while free in taken or bears_issue(reader, free):
        number += 1
        free = replace(issue, label=f"{issue.label} ({number})".strip())
    return free
