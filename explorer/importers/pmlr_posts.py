"""Posts of PMLR's proceedings: Jekyll pages whose front matter is a paper, one to a file or many in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from explorer.importers import Importer, Source
from explorer.importers._blocks import make_issue
from explorer.importers._cited import Cited, References, cited_paper, iso_date, reference_document
from explorer.importers._listing import edition_of_nearly_all, written_strings
from explorer.importers._records import field, json_block, json_span, names_of, text_of
from explorer.importers._venues import edition_in_name
from explorer.model import Block, BlockKind, Document
from explorer.text.json_spans import JsonObject, JsonText
from explorer.text.latex import bibtex_to_plain, latex_to_plain
from explorer.text.lines import LineIndex, trimmed
from explorer.text.yaml_spans import YamlError, read_yaml

_HEAD_CHARS: Final = 20_000
_FENCE = re.compile(r"(?:^|(?<=\ufeff))---[ \t]*\r?$", re.M)
_KEY = re.compile(r"^([a-z][\w-]{1,40}):(?=[ \t\r\n])", re.M)
_OWN: Final = frozenset(
    {"layout", "bibtex_author", "container-title", "booktitle", "firstpage", "genre", "volume"}
)
_WHERE: Final = ("container-title", "booktitle", "conference", "journal")
_LINKS: Final = ("url", "pdf", "software", "code", "github", "html", "supplementary", "video")
_META: Final = ("author", "openreview", "date", *_WHERE, *_LINKS, "section")


def recognise(source: Source) -> float:
    """Sure where a page begins with front matter that has a title, authors and fields of a paper in it."""
    head = source.text[:_HEAD_CHARS].lstrip("\ufeff \t\r\n")
    fences = _FENCE.finditer(head)
    first, second = next(fences, None), next(fences, None)
    if first is None or first.start() > 0:
        return 0.0
    keys = set(_KEY.findall(head[: second.start() if second else len(head)]))
    if not {"title", "author"} <= keys or not keys & _OWN:
        return 0.0
    return 0.97 if "layout" in keys or len(keys & _OWN) > 1 else 0.6


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where no post has a title.

    With an edition, that a person named, the file name states or nearly all posts do, it is its list.
    """
    found = References()
    lines = LineIndex(source.text)
    listed = source.edition or edition_in_name(source.name)
    for start, end, inside in _parts(source.text):
        words = " ".join(source.text[start:end].split())
        try:
            values = read_yaml(source.text, start, end) if inside else []
        except YamlError as error:
            why = f"This post is broken in line {lines.line_of(error.position)}: {error}"
            found.issues.append(make_issue(lines.line_of(start), words, why))
            continue
        post = next((value for value in values if isinstance(value, JsonObject)), None)
        title = field(post, ("title", "tex_title")) if post else None
        if post is None or title is None:
            why = "This post has no title." if inside else "This text belongs to no post."
            found.issues.append(make_issue(lines.line_of(start), words, why))
            continue
        found.add(
            cited_paper(_cited(post, title), listed), _blocks(post, title, len(found.papers)), (start, end)
        )
    return (reference_document(source, found, listed or edition_of_nearly_all(found.papers)),)


def _parts(raw: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is front matter) of the pieces between lines "---" that are not empty.

    A piece of front matter begins with a key; where one is followed by another, no page has a body.
    """
    at = 1 if raw.startswith("\ufeff") else 0
    cuts = [(fence.start(), fence.end()) for fence in _FENCE.finditer(raw)]
    for start, end in zip(
        [at, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(raw)], strict=True
    ):
        start, end = trimmed(raw, start, end)
        if start < end:
            yield start, end, bool(_KEY.match(raw, start) or raw.startswith("#", start))


def _cited(post: JsonObject, title: JsonText) -> Cited:
    people = post.members.get("author")
    authors, complete = names_of(people)
    abstract = field(post, ("abstract",))
    return Cited(
        title=bibtex_to_plain(" ".join(title.text.split())),
        evidence=json_span(title),
        authors=tuple(map(latex_to_plain, authors)),
        complete=complete,
        where=text_of(post, *_WHERE),
        date=_date(post),
        ids=(text_of(post, "arxiv", "eprint"),),
        doi=text_of(post, "doi", "DOI"),
        openreview=text_of(post, "openreview"),
        links=tuple(link for name in _LINKS if (link := text_of(post, name)).startswith("http")),
        abstract=abstract.text.strip() if abstract else "",
    )


def _date(post: JsonObject) -> str:
    """The date, else the parts of "issued", else the year."""
    issued = post.members.get("issued")
    parts = issued.members.get("date-parts") if isinstance(issued, JsonObject) else None
    numbers = [part.text for part in parts if isinstance(part, JsonText)] if isinstance(parts, list) else []
    return (
        iso_date(text_of(post, "date")) or iso_date("-".join(numbers[:3])) or iso_date(text_of(post, "year"))
    )


def _blocks(post: JsonObject, title: JsonText, paper: int) -> Iterator[Block]:
    yield json_block(title, BlockKind.PAPER_TITLE, "", paper)
    if abstract := field(post, ("abstract",)):
        yield json_block(abstract, BlockKind.ABSTRACT, "", paper)
    for name in _META:
        value = post.members.get(name)
        for each in value if isinstance(value, list) else [value]:
            yield from (json_block(text, BlockKind.META, "", paper) for text in written_strings(each))


IMPORTER = Importer("Posts of PMLR (front matter)", (".md", ".markdown"), recognise, read)
