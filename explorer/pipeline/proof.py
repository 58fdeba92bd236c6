"""Answers to a title: only papers that a witness confirms to be the one looked for go into a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source
from explorer.model import PaperRecord
from explorer.model.plan import ImportPlan
from explorer.pipeline.plan import Input, Progress, plan
from explorer.store import Reader
from explorer.text.fingerprint import title_fingerprint

Without = Callable[[Collection[str]], bytes]  #: the answer without the papers of these ids


@dataclass(frozen=True, slots=True)
class Proof:
    """Attributes:
    plan: What storing the confirmed papers would do, or None where there are none.
    found: Fingerprint of a title -> id of the paper that is confirmed to be the one looked for.
    unproven: Fingerprint of a title -> papers of that title which no witness confirms.
    """

    plan: ImportPlan | None = None
    found: Mapping[str, str] = field(default_factory=dict)
    unproven: Mapping[str, tuple[PaperRecord, ...]] = field(default_factory=dict)


def id_of(record: PaperRecord) -> str:
    """The id under which the service that was asked has a paper."""
    return record.arxiv_id or record.openreview


@dataclass(frozen=True, slots=True)
class Search:
    """An answer to titles.

    Attributes:
        wanted: Fingerprint of a title -> works of the library that were looked for under it.
        without: Gives the answer without the papers of some ids.
        progress: As of a plan; raises Cancelled to stop.
        refused: Ids that a person said are other papers.
    """

    answer: Input
    wanted: Mapping[str, Collection[int]]
    without: Without
    progress: Progress
    refused: Collection[str] = ()


def prove(reader: Reader, search: Search) -> Proof:
    """Resolve the papers of an answer as an import would, and keep those that prove to be looked for."""
    wanted = search.wanted
    records = _records(search.answer)
    strange = {id_of(r) for r in records if title_fingerprint(r.title) not in wanted} | set(search.refused)
    if strange.issuperset(map(id_of, records)):
        return Proof()
    made = _plan(reader, search, strange)
    found, unproven = _sorted_out(made, wanted)
    doubtful = {id_of(paper) for papers in unproven.values() for paper in papers}
    unproven = {title: papers for title, papers in unproven.items() if title not in found}
    if not found:
        return Proof(None, {}, unproven)
    if doubtful:
        made = _plan(reader, search, strange | doubtful)
        found, _ = _sorted_out(made, wanted)  # without its rivals as with them
    return Proof(made if found else None, found, unproven)


def _records(answer: Input) -> Sequence[PaperRecord]:
    try:
        read = IMPORTERS[answer.format].read(Source(answer.name, answer.content.decode("utf-8", "replace")))
    except ImportFailed:  # an answer with nothing that can be read has found nothing
        return ()
    return [record for document in read for record in document.papers]


def _plan(reader: Reader, search: Search, left_out: Collection[str]) -> ImportPlan:
    content = search.without(left_out)
    return plan(reader, [replace(search.answer, content=content)], progress=search.progress)


def _sorted_out(
    made: ImportPlan, wanted: Mapping[str, Collection[int]]
) -> tuple[dict[str, str], dict[str, tuple[PaperRecord, ...]]]:
    """The papers of a plan that are works looked for, and those that only have their title."""
    joined: dict[int, set[int]] = defaultdict(set)
    for merge in made.merges:
        joined[merge.keep].add(merge.drop)
    found: dict[str, str] = {}
    unproven: dict[str, list[PaperRecord]] = defaultdict(list)
    for planned in made.documents:
        for record, resolution in zip(planned.document.papers, planned.resolutions, strict=True):
            title = title_fingerprint(record.title)
            works = {resolution.work} | joined[resolution.work]
            if works & set(wanted.get(title, ())) and not resolution.disputed:
                found.setdefault(title, id_of(record))
            else:
                unproven[title].append(record)
    return found, {title: tuple(papers) for title, papers in unproven.items()}
