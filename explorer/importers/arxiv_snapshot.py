"""arXiv metadata, one JSON object per line (the form of the public metadata snapshot)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import make_issue
from explorer.importers._records import field, in_order, json_block, json_span, text_of
from explorer.model import Block, BlockKind, Document, DocumentKind, Issue, PaperRecord
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.dates import parse_date
from explorer.text.json_spans import JsonError, JsonObject, JsonText, JsonValue, read_json
from explorer.text.latex import latex_to_plain
from explorer.text.lines import line_spans
from explorer.text.names import join_name, split_authors

_HEAD_CHARS = 4_000
_KEY = re.compile(r'"(id|title|authors|authors_parsed|update_date|categories|versions)"\s{0,9}:')
_CREATED = "%a, %d %b %Y %H:%M:%S GMT"


def recognise(source: Source) -> float:
    """Sure where the first line is an object with an id, a title and arXiv's own fields."""
    head = source.text[:_HEAD_CHARS].lstrip("\ufeff \t\r\n")
    if not head.startswith("{"):
        return 0.0
    keys = set(_KEY.findall(head.split("\n", 1)[0]))
    if not {"id", "title"} <= keys:
        return 0.0
    return 0.95 if keys & {"authors_parsed", "update_date", "versions"} else 0.3


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where not one line is a record."""
    papers: list[PaperRecord] = []
    blocks: list[Block] = []
    issues: list[Issue] = []
    for number, (start, end) in enumerate(line_spans(source.text), start=1):
        line = source.text[start:end].strip("\ufeff \t")
        if not line:
            continue
        record = _object(source.text, start, end)
        title = field(record, ("title",)) if isinstance(record, JsonObject) else None
        if isinstance(record, str):
            issues.append(make_issue(number, line, record))
        elif title is None:
            issues.append(make_issue(number, line, "This record has no title."))
        else:
            paper, doubts = _paper(record, title)
            issues += (replace(doubt, line=number) for doubt in doubts)
            blocks += _blocks(record, title, len(papers))
            papers.append(paper)
    if not papers:
        raise ImportFailed(
            f"{source.name} holds no arXiv record.", "Each line is a JSON object with id and title."
        )
    return (
        Document(
            DocumentKind.METADATA,
            source.name,
            "en",
            in_order(blocks),
            tuple(papers),
            publisher="arXiv",
            issues=tuple(issues),
        ),
    )


def _object(raw: str, start: int, end: int) -> JsonObject | str:
    """The object of a line, or why it is none."""
    try:
        value = read_json(raw, start, end)
    except JsonError as error:
        return f"Not a JSON object: {error}"
    return value if isinstance(value, JsonObject) else "Not a JSON object."


def _paper(record: JsonObject, title: JsonText) -> tuple[PaperRecord, list[Issue]]:
    stated_id = text_of(record, "id")
    arxiv_id, version = parse_arxiv_id(stated_id)
    authors, complete = _authors(record)
    versions = _versions(record.members.get("versions"))
    evidence = json_span(title)
    paper = PaperRecord(
        title=latex_to_plain(" ".join(title.text.split())),
        evidence=evidence,
        as_written=evidence.exact,
        authors=authors,
        authors_complete=complete,
        arxiv_id=arxiv_id,
        arxiv_version=versions[-1][0] if versions else version,
        doi=text_of(record, "doi").split(" ")[0].lower(),
        published=versions[0][1] if versions else "",
        updated=versions[-1][1] if versions else "",
        seen_on=parse_date(text_of(record, "update_date")),
        categories=tuple(dict.fromkeys(text_of(record, "categories").split())),
        abstract=text_of(record, "abstract"),
    )
    issues = [] if arxiv_id else [make_issue(0, stated_id or title.text, "This record has no arXiv id.")]
    return paper, issues


def _authors(record: JsonObject) -> tuple[tuple[str, ...], bool]:
    """Names from the parsed list where there is one; whether these are all, from the line of names."""
    line, complete = split_authors(text_of(record, "authors"))
    parsed = record.members.get("authors_parsed")
    names = tuple(filter(None, map(_name, parsed))) if isinstance(parsed, list) else ()
    return names or line, complete


def _name(parts: JsonValue) -> str:
    if not isinstance(parts, list):
        return ""
    family, given, suffix = ([part.text if isinstance(part, JsonText) else "" for part in parts] + [""] * 3)[
        :3
    ]
    return join_name(latex_to_plain(family), latex_to_plain(given), latex_to_plain(suffix))


def _versions(value: JsonValue) -> list[tuple[str, str]]:
    """("v1", ISO date) of each version, oldest first; [] where the record does not list them."""
    rows = [row for row in value if isinstance(row, JsonObject)] if isinstance(value, list) else []
    dated = [(text_of(row, "version"), _day(text_of(row, "created"))) for row in rows]
    return dated if all(version and day for version, day in dated) else []


def _day(created: str) -> str:
    try:
        return datetime.strptime(created, _CREATED).date().isoformat()
    except ValueError:
        return parse_date(created)


def _blocks(record: JsonObject, title: JsonText, paper: int) -> list[Block]:
    kinds = (("authors", BlockKind.META), ("abstract", BlockKind.ABSTRACT))
    others = [json_block(value, kind, "", paper) for name, kind in kinds if (value := field(record, (name,)))]
    return [json_block(title, BlockKind.PAPER_TITLE, "", paper), *others]


IMPORTER = Importer(
    "Metadata snapshot of arXiv (JSON lines)", (".jsonl", ".ndjson", ".json"), recognise, read
)
