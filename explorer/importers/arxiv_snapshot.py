"""arXiv metadata, one JSON object per line (the form of the public metadata snapshot)."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    for number, line, record in _lines(source.text):
        title = field(record, ("title",)) if isinstance(record, JsonObject) else None
        if isinstance(record, str) or title is None:
            why = record if isinstance(record, str) else "This record has no title."
            issues.append(make_issue(number, line, why))
            continue
        paper = _paper(record, title)
        if not paper.arxiv_id:
            issues.append(make_issue(number, line, "This record has no arXiv id."))
        blocks += _blocks(record, title, len(papers))
        papers.append(paper)
    if not papers:
        raise ImportFailed(
            f"{source.name} holds no arXiv record.", "Each line is a JSON object with id and title."
        )
    kind, name = DocumentKind.METADATA, source.name
    return (Document(kind, name, "en", in_order(blocks), tuple(papers), "arXiv", issues=tuple(issues)),)


def _lines(raw: str) -> Iterator[tuple[int, str, JsonObject | str]]:
    """(number, text, record or why it is none) of each line that is not empty."""
    for number, (start, end) in enumerate(line_spans(raw), start=1):
        line = raw[start:end].strip("\ufeff \t")
        if line:
            yield number, line, _object(raw, start, end)


def _object(raw: str, start: int, end: int) -> JsonObject | str:
    """The object of a line, or why it is none."""
    try:
        value = read_json(raw, start, end)
    except JsonError as error:
        return f"Not a JSON object: {error}"
    return value if isinstance(value, JsonObject) else "Not a JSON object."


def _paper(record: JsonObject, title: JsonText) -> PaperRecord:
    arxiv_id, version = parse_arxiv_id(text_of(record, "id"))
    authors, complete = _authors(record)
    versions = _versions(record.members.get("versions"))
    evidence = json_span(title)
    return PaperRecord(
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
    dated = [(text_of(row, "version"), parse_date(text_of(row, "created"))) for row in rows]
    return dated if all(version and day for version, day in dated) else []


def _blocks(record: JsonObject, title: JsonText, paper: int) -> list[Block]:
    kinds = (("authors", BlockKind.META), ("abstract", BlockKind.ABSTRACT))
    others = [json_block(value, kind, "", paper) for name, kind in kinds if (value := field(record, (name,)))]
    return [json_block(title, BlockKind.PAPER_TITLE, "", paper), *others]


IMPORTER = Importer(
    "Metadata snapshot of arXiv (JSON lines)", (".jsonl", ".ndjson", ".json"), recognise, read
)
