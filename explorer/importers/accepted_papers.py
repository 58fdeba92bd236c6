"""Lists of accepted papers as JSON: paper trackers, parsed schedules, a venue's own export."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._accepted import ABSTRACT, AUTHORS, TITLE, accepted_record, stated_edition
from explorer.importers._blocks import make_issue
from explorer.importers._records import field, in_order, json_block, nameless, read_list
from explorer.importers._venues import edition_in_name
from explorer.model import Block, BlockKind, Document, DocumentKind, EditionRef, Issue, PaperRecord
from explorer.text.fingerprint import title_fingerprint
from explorer.text.json_spans import JsonObject, JsonText
from explorer.text.lines import LineIndex
from explorer.text.names import fold_name

_HEAD_CHARS = 20_000
_KEY = re.compile(r'"([A-Za-z][\w#/ ]{1,30})"\s{0,9}:')
_LIST = re.compile(r'\ufeff?\s{0,99}(?:\[|\{\s{0,99}"(?:papers|data|items|results)"\s{0,9}:\s{0,9}\[)')
_OTHERS = frozenset(
    {"virtualsite_url", "speakers/authors", "authors_parsed", "eventtype"}
    | {"issued", "venueid", "invitation", "invitations", "signatures"}
)
_SURE = frozenset({"gs_citation", "author_site", "aff_unique_norm", "authorids"})
_USUAL = frozenset(
    {"status", "track", "session", "decision", "site", "bibtex", "openreview", "abstract", "pdf"}
)
_STATUS_RANK = {"Oral": 2, "Spotlight": 1}


def recognise(source: Source) -> float:
    """Sure where a list's first records have a title, authors and what lists of accepted papers add."""
    head = source.text[:_HEAD_CHARS]
    if not _LIST.match(head):
        return 0.0
    keys = set(_KEY.findall(head))
    if keys & _OTHERS or not keys & set(TITLE) or not keys & set(AUTHORS):
        return 0.0
    if keys & _SURE:
        return 0.95
    return 0.85 if keys & _USUAL else 0.6


def read(source: Source) -> tuple[Document, ...]:
    """One document: the list of an edition, or where nothing says of which, references, and a word on it.

    Raises:
        ImportFailed: No JSON list, or no record with a title.
    """
    records = read_list(source)
    lines = LineIndex(source.text)
    issues: list[Issue] = []
    named: list[tuple[JsonObject, JsonText]] = []
    for number, record in enumerate(records, start=1):
        title = field(record, TITLE) if isinstance(record, JsonObject) else None
        if isinstance(record, JsonObject) and title is not None:
            named.append((record, title))
        else:
            issues.append(nameless(source, record, number, lines))
    if not named:
        raise ImportFailed(f"{source.name} holds no record with a title.", "Look at the names of its fields.")
    edition = _edition(source, (record for record, _ in named), issues)
    papers, blocks = _papers(named, edition)
    refused = sum(paper.edition is None for paper in papers) if edition else 0
    return (
        Document(
            kind=DocumentKind.PAPER_LIST if edition else DocumentKind.METADATA,
            title=f"{edition.name} accepted papers" if edition else source.name,
            language="en",
            blocks=in_order(blocks),
            papers=papers,
            editions=(edition,) if edition else (),
            stated_totals=(("papers not accepted", refused),) if refused else (),
            issues=tuple(issues),
            extents=tuple((record.start, record.end) for record, _ in named),
        ),
    )


def _edition(source: Source, records: Iterable[JsonObject], issues: list[Issue]) -> EditionRef | None:
    """The edition that the person said, else that of the file name, else the one that most records state."""
    stated = Counter(filter(None, map(stated_edition, records))).most_common(1)
    found = source.edition or edition_in_name(source.name) or (stated[0][0] if stated else None)
    if found is None:
        why = "Nothing says of which conference the list is: say so with --edition, as “NeurIPS 2023”."
        issues.append(make_issue(0, "", why))
    elif stated and stated[0][0].name != found.name:
        issues.append(make_issue(0, found.name, f"Most records of the list say {stated[0][0].name}."))
    return found


def _papers(
    named: Iterable[tuple[JsonObject, JsonText]], edition: EditionRef | None
) -> tuple[tuple[PaperRecord, ...], list[Block]]:
    """Papers, those that stand twice joined, and the blocks of all records."""
    papers: list[PaperRecord] = []
    blocks: list[Block] = []
    seen: dict[tuple[str, ...], int] = {}
    for record, title in named:
        paper = accepted_record(record, title, edition)
        author = fold_name(paper.authors[0]) if paper.authors else ""
        place = paper.edition.name if paper.edition else paper.status
        at = seen.setdefault((title_fingerprint(paper.title), author, place), len(papers))
        if at == len(papers):
            papers.append(paper)
        else:
            papers[at] = _joined(papers[at], paper)
        blocks += _blocks(record, title, at)
    return tuple(papers), blocks


def _joined(one: PaperRecord, other: PaperRecord) -> PaperRecord:
    """One paper that stands twice in the list, with the status that ranks higher."""
    higher = other if _STATUS_RANK.get(other.status, 0) > _STATUS_RANK.get(one.status, 0) else one
    urls = tuple(dict.fromkeys((*one.urls, *other.urls)))
    return replace(
        one,
        status=higher.status,
        urls=urls,
        abstract=one.abstract or other.abstract,
        authors=one.authors or other.authors,
    )


def _blocks(record: JsonObject, title: JsonText, paper: int) -> list[Block]:
    blocks = [json_block(title, BlockKind.PAPER_TITLE, "", paper)]
    for names, kind in ((AUTHORS, BlockKind.META), (ABSTRACT, BlockKind.ABSTRACT)):
        if value := field(record, names):
            blocks.append(json_block(value, kind, "", paper))
    return blocks


IMPORTER = Importer("List of accepted papers (JSON)", (".json",), recognise, read)
