"""One paper of a daily list: its heading, and the labelled lines below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.importers._blocks import Line, Place, make_block, make_span
from explorer.importers._daily_fields import PROSE, Field, Label, emphasised, read_field
from explorer.importers._links import Identifiers, code_links, identifiers
from explorer.importers._markdown import plain
from explorer.importers._named_editions import find_editions
from explorer.importers._title_shape import is_title
from explorer.importers._witnesses import is_paper_url
from explorer.model import Block, BlockKind, EditionRef, PaperRecord
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.dates import parse_date
from explorer.text.language import language_of
from explorer.text.latex import latex_to_plain
from explorer.text.names import split_authors
from explorer.text.urls import find_urls

_MARK = r"(?P<hash>#{1,6}\s{1,3})?[-*+\s]{0,4}(?:[\[【(]?(?P<rank>\d{1,4})(?:[\]】)][.:]?|[.、:])\s{0,3})?"
_LINKED = re.compile(
    rf"{_MARK}[*_]{{0,3}}\[(?P<title>(?:[^\[\]\n]|\[[^\[\]\n]{{0,60}}\]){{3,400}})\]"
    r"\(<?(?P<url>https?://[^()\s<>]{1,300})[^()\n]{0,100}\)"
)
_PLAIN = re.compile(rf"{_MARK}(?P<title>\S.{{5,400}})")
_CATEGORY = re.compile(r"[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[A-Za-z]{2}|\.[a-z-]{3,8})?")
_FIELDS_BELOW = 8  #: lines below a heading without link, among which its link and another field stand


@dataclass(frozen=True, slots=True)
class Head:
    """A line that names a paper. Attributes: line: index of it; title: range in it; url: or ""."""

    line: int
    title: tuple[int, int]
    end: int
    url: str = ""
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Attributes: blocks: without an index of the paper; labels: of its prose, in order."""

    record: PaperRecord
    blocks: tuple[Block, ...]
    labels: tuple[str, ...]


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """The lines (none of them empty) that name a paper, in order."""
    heads: list[Head] = []
    for i, line in enumerate(lines):
        head = _linked(i, line.text) or _above_fields(lines, i)
        if head and (not heads or heads[-1].line < i):
            heads.append(head)
    return heads


def _linked(i: int, text: str) -> Head | None:
    found = _LINKED.match(text)
    if not found or not (found["hash"] or found["rank"]) or not is_paper_url(found["url"]):
        return None
    rank = int(found["rank"]) if found["rank"] else None
    return Head(i, found.span("title"), found.end(), found["url"], rank)


def _above_fields(lines: Sequence[Line], i: int) -> Head | None:
    """A numbered line or heading without link whose fields say where the paper is and something more."""
    found = _PLAIN.match(lines[i].text)
    if not found or not (found["hash"] or found["rank"]) or not is_title(plain(found["title"])):
        return None
    labels: set[Label] = set()
    for line in lines[i + 1 : i + 1 + _FIELDS_BELOW]:
        field = read_field(line.text)
        below = _PLAIN.match(line.text)
        if field is None and below and (below["hash"] or below["rank"]):
            break
        if field and (field.label is not Label.LINK or _link(line.text[field.value :])):
            labels.add(field.label)
    if Label.LINK not in labels or not labels & {Label.AUTHORS, *PROSE}:
        return None
    return Head(i, found.span("title"), len(lines[i].text), "", int(found["rank"]) if found["rank"] else None)


def _link(value: str) -> tuple[str, ...]:
    """The addresses of a field, or the address of the bare id in it."""
    urls = tuple(url.url for url in find_urls(value))
    base, version = parse_arxiv_id(value.strip(" `*[]()"))
    return urls or ((f"https://arxiv.org/abs/{base}{version}",) if base else ())


@dataclass(slots=True)
class _Fields:
    """What the lines below a heading say of the paper."""

    authors: tuple[str, ...] = ()
    complete: bool = True
    categories: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    published: str = ""
    abstract: str = ""
    edition: EditionRef | None = None


def read_listed(raw: str, lines: Sequence[Line], head: Head, place: Place) -> Listed:
    """The paper that ``lines[head.line]`` names, with all lines below it."""
    first, facts = lines[head.line], replace(place, machine=False)
    blocks = [make_block(raw, first.raw_range(*head.title), BlockKind.PAPER_TITLE, facts)]
    if any(map(str.isalnum, first.text[head.title[1] : head.end])):
        blocks.append(make_block(raw, first.raw_range(head.title[1], None), BlockKind.META, facts))
    found, labels = _Fields(urls=(head.url,) if head.url else ()), []
    i = head.line + 1
    while i < len(lines):
        stop = _field_end(lines, i)
        field = read_field(lines[i].text)
        if field and field.label in PROSE:
            labels.append(field.name)
        blocks += _read_part(raw, lines[i:stop], field, place, found)
        i = stop
    title = latex_to_plain(plain(first.text[slice(*head.title)]))
    return Listed(_record(raw, first, head, title, found, place), tuple(blocks), tuple(labels))


def _field_end(lines: Sequence[Line], i: int) -> int:
    """Index behind the lines that go on, without an empty line between, with what line ``i`` says."""
    stop = i + 1
    while (
        stop < len(lines) and lines[stop].number == lines[stop - 1].number + 1 and is_flow(lines[stop].text)
    ):
        stop += 1
    return stop if is_flow(lines[i].text) or read_field(lines[i].text) else i + 1


def is_flow(text: str) -> bool:
    """Whether a line is text: no tag, rule, heading, author line or label."""
    return (
        text[:1] not in "<#|" and any(map(str.isalnum, text)) and not (read_field(text) or emphasised(text))
    )


def _read_part(
    raw: str, lines: Sequence[Line], field: Field | None, place: Place, found: _Fields
) -> list[Block]:
    """The block of a field or paragraph; what it says goes into ``found``."""
    first, last, facts = lines[0], lines[-1], replace(place, machine=False)
    start = first.raw_range(field.value)[0] if field else first.start
    text = " ".join([first.text[field.value if field else 0 :], *(line.text for line in lines[1:])])
    names = emphasised(first.text)
    if field is None and names and not found.authors:
        found.authors, found.complete = split_authors(first.text[slice(*names)])
        return [make_block(raw, (first.start, last.end), BlockKind.META, facts)]
    if field is None:
        kind = BlockKind.TEXT if is_flow(first.text) else None
        return [make_block(raw, (first.start, last.end), kind, place)] if kind else []
    if field.label in PROSE:
        if field.label is Label.ABSTRACT:
            found.abstract = found.abstract or text
        return _prose_block(raw, (start, last.end), field.label, place)
    _note(found, field, plain(text), text)
    return [make_block(raw, (first.start, last.end), BlockKind.META, facts)]


def _prose_block(raw: str, span: tuple[int, int], label: Label, place: Place) -> list[Block]:
    kind = {Label.SUMMARY: BlockKind.SUMMARY, Label.ABSTRACT: BlockKind.ABSTRACT}.get(label, BlockKind.TEXT)
    machine = place.machine and label is not Label.ABSTRACT
    block = make_block(raw, span, kind, replace(place, machine=machine))
    return [block] if block.text else []


def _note(found: _Fields, field: Field, value: str, text: str) -> None:
    if field.label is Label.AUTHORS and not found.authors:
        found.authors, found.complete = split_authors(value)
    elif field.label is Label.CATEGORIES and not found.categories:
        found.categories = tuple(c for c in re.split(r"[\s,;、]+", value) if _CATEGORY.fullmatch(c))
    elif field.label is Label.LINK:
        found.urls = (*found.urls, *_link(text))
    elif field.label is Label.DATE:
        found.published = found.published or parse_date(value)
    elif field.label is Label.NOTE:
        named = find_editions(value)
        found.edition = found.edition or (named[0].edition if named else None)
        found.urls = (*found.urls, *_link(text))


def _record(raw: str, line: Line, head: Head, title: str, found: _Fields, place: Place) -> PaperRecord:
    evidence = make_span(raw, *line.raw_range(*head.title))
    ids = identifiers(found.urls) if found.urls else Identifiers()
    in_section = _CATEGORY.match(place.section)
    by_section = (in_section[0],) if in_section and "." in in_section[0] else ()
    return PaperRecord(
        title=title,
        evidence=evidence,
        as_written=evidence.exact,
        authors=found.authors,
        authors_complete=found.complete,
        arxiv_id=ids.arxiv_id,
        arxiv_version=ids.arxiv_version,
        doi=ids.doi,
        openreview=ids.openreview,
        published=found.published,
        categories=found.categories or by_section,
        code_urls=code_links(found.urls),
        urls=tuple(dict.fromkeys(found.urls)),
        abstract=found.abstract,
        language=language_of(title) if language_of(title) in ("ja", "zh") else "en",
        section=place.section,
        rank=head.rank,
        edition=found.edition,
    )
