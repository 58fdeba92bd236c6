"""Totals that documents state, against what was counted: of themselves, and of a venue edition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from explorer.model import Document, DocumentKind
from explorer.model.plan import Contradiction, PlannedDocument
from explorer.store import Reader
from explorer.store.counted import listed_papers, stated_counts

ACCEPTED = "accepted papers"
_REFUSED = re.compile(r"reject|withdr|not accepted|declin", re.I)
_WHOLE_LIST = 0.5  #: of the stated number; a list that holds fewer papers is a part of one


def find_totals(reader: Reader, planned: Sequence[PlannedDocument]) -> Iterator[Contradiction]:
    """Totals of the plan that are not the counted ones, and those of the library that its lists refute."""
    for i, one in enumerate(planned):
        yield from _of_document(i, one.document)
    lists = _lists(planned)
    stated = {s.edition for one in planned for s in one.document.statistics if s.what == ACCEPTED}
    counted = _count(reader, planned, stated | lists.keys())
    for i, one in enumerate(planned):
        for said in one.document.statistics:
            if said.what == ACCEPTED and (detail := _differs(said.edition, int(said.value), counted)):
                yield Contradiction("total", i, detail, evidence=said.evidence)
    for edition, value, title in stated_counts(reader, ACCEPTED, sorted(lists)):
        if detail := _differs(edition, int(value), counted):
            yield Contradiction("total", lists[edition], f"{title}: {detail}")


def _of_document(index: int, document: Document) -> Iterator[Contradiction]:
    """Totals that a document states of itself and of its sections."""
    sections = {record.section for record in document.papers}
    for what, stated in document.stated_totals:
        if what == "papers":
            counted = len(document.papers)
        elif what in sections or document.kind is DocumentKind.WEEKLY_DIGEST:
            counted = sum(record.section == what for record in document.papers)
        else:
            continue
        if counted != stated:
            yield Contradiction("total", index, f"{what}: {stated:,} stated, {counted:,} counted")


def _lists(planned: Sequence[PlannedDocument]) -> dict[str, int]:
    """Edition -> index of the first document of the plan that lists its papers."""
    found: dict[str, int] = {}
    for i, one in enumerate(planned):
        if one.document.kind is DocumentKind.PAPER_LIST:
            for record in one.document.papers:
                if record.edition:
                    found.setdefault(record.edition.name, i)
    return found


def _count(reader: Reader, planned: Sequence[PlannedDocument], editions: set[str]) -> Mapping[str, int]:
    """Edition -> how many works its lists hold, in the library and in the plan, refused ones left out."""
    works: dict[str, set[int]] = defaultdict(set)
    for edition, paper, status in listed_papers(reader, sorted(editions)):
        if not _REFUSED.search(status):
            works[edition].add(paper)
    for one in planned:
        if one.document.kind is DocumentKind.PAPER_LIST:
            for record, resolution in zip(one.document.papers, one.resolutions, strict=True):
                if record.edition and not _REFUSED.search(record.status):
                    works[record.edition.name].add(resolution.work)
    return {edition: len(found) for edition, found in works.items()}


def _differs(edition: str, stated: int, counted: Mapping[str, int]) -> str:
    """What is wrong with a stated number of accepted papers, or "" where nothing is."""
    listed = counted.get(edition, 0)
    if listed == stated or listed < _WHOLE_LIST * stated:
        return ""
    return f"{edition}: {stated:,} accepted papers stated, {listed:,} papers in its list"
