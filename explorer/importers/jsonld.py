"""JSON-LD of schema.org, as this program and repositories write it: scholarly articles among other things.

References:
    schema.org, ScholarlyArticle, https://schema.org/ScholarlyArticle
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from explorer.importers import Importer, Source
from explorer.importers._blocks import make_issue
from explorer.importers._cited import Cited, References, cited_paper, iso_date, reference_document
from explorer.importers._records import field, json_block, json_span, nameless, names_of, read_things, text_of
from explorer.model import Block, BlockKind, Document, Issue
from explorer.text.json_spans import JsonObject, JsonText, JsonValue
from explorer.text.latex import latex_to_plain
from explorer.text.lines import LineIndex

_HEAD_CHARS = 20_000
_STARTS = re.compile(r"[\s\ufeff]{0,99}[\[{]")
_CONTEXT = re.compile(r'"@context"\s{0,9}:')
_ARTICLE = re.compile(
    r'"(?:ScholarlyArticle|https?://schema\.org/ScholarlyArticle|urn:x-paper-explorer:view)"'
)
_ARTICLES = frozenset({"ScholarlyArticle", "schema:ScholarlyArticle"})
_TITLE = ("headline", "name")
_SCHEMES = {"arxiv": "arxiv", "doi": "doi", "openreview": "openreview"}


def recognise(source: Source) -> float:
    """Sure where the head names a context and a scholarly article."""
    head = source.text[:_HEAD_CHARS]
    if not _STARTS.match(head) or not _CONTEXT.search(head) or "schema.org" not in head:
        return 0.0
    return 0.98 if _ARTICLE.search(head) else 0.4


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where the file is no JSON or no article in it has a title.

    Things that are no articles (terms, claims, volumes) are counted in an Issue for each type.
    """
    lines = LineIndex(source.text)
    found = References()
    others: Counter[str] = Counter()
    things = read_things(source)
    beside = list(_head(source.text, things))
    for number, thing in enumerate(things, start=1):
        types = _types(thing)
        title = field(thing, _TITLE) if isinstance(thing, JsonObject) else None
        if not _ARTICLES & types:
            others[" ".join(sorted(types)) or "without a type"] += 1
            beside += _passed_over(source.text, thing)
        elif isinstance(thing, JsonObject) and title is not None:
            paper = cited_paper(_cited(thing, title), source.edition)
            found.add(paper, _blocks(thing, title, len(found.papers)), (thing.start, thing.end))
        else:
            found.issues.append(nameless(source, thing, number, lines))
    found.issues += _left(others)
    found.blocks += beside
    return (reference_document(source, found, source.edition, furniture=False),)


def _head(text: str, things: Sequence[JsonValue]) -> Iterator[Block]:
    """What the file says of its own names before the first thing."""
    first = next((thing.start for thing in things if isinstance(thing, JsonObject)), 0)
    said = _CONTEXT.search(text, 0, first)
    if said:
        yield _furniture(text, said.start(), first)


def _passed_over(text: str, thing: JsonValue) -> Iterator[Block]:
    if isinstance(thing, JsonObject):
        yield _furniture(text, thing.start, thing.end)


def _furniture(text: str, start: int, end: int) -> Block:
    words = text[start:end].rstrip()
    return Block(BlockKind.FURNITURE, start, start + len(words), words)


def _left(others: Counter[str]) -> Iterator[Issue]:
    for kind, count in sorted(others.items()):
        yield make_issue(0, kind, f"{count} of this kind are no papers and were left out.")


def _types(thing: JsonValue) -> set[str]:
    said = thing.members.get("@type") if isinstance(thing, JsonObject) else None
    every = said if isinstance(said, list) else [said]
    return {one.text.removeprefix("https://schema.org/") for one in every if isinstance(one, JsonText)}


def _cited(thing: JsonObject, title: JsonText) -> Cited:
    authors, complete = names_of(thing.members.get("author", []))
    ids = dict(_identifiers(thing.members.get("identifier", [])))
    abstract = field(thing, ("abstract", "description"))
    volume = thing.members.get("isPartOf")
    url = text_of(thing, "url", "sameAs", "@id")
    return Cited(
        title=latex_to_plain(" ".join(title.text.split())),
        evidence=json_span(title),
        authors=authors,
        complete=complete,
        where=text_of(volume, "name") if isinstance(volume, JsonObject) else "",
        date=iso_date(text_of(thing, "datePublished", "dateCreated")),
        ids=(f"arXiv:{ids['arxiv']}",) if ids.get("arxiv") else (),
        doi=ids.get("doi", ""),
        openreview=ids.get("openreview", ""),
        links=(url,) if url.startswith(("http://", "https://")) else (),
        abstract=" ".join(abstract.text.split()) if abstract else "",
    )


def _identifiers(value: JsonValue) -> Iterator[tuple[str, str]]:
    """(arxiv, doi or openreview, id) of property values."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, JsonObject) and (scheme := _SCHEMES.get(text_of(one, "propertyID").lower())):
            yield scheme, text_of(one, "value")


def _blocks(thing: JsonObject, title: JsonText, paper: int) -> list[Block]:
    blocks = [json_block(title, BlockKind.PAPER_TITLE, "", paper)]
    if abstract := field(thing, ("abstract", "description")):
        blocks.append(json_block(abstract, BlockKind.ABSTRACT, "", paper))
    volume = thing.members.get("isPartOf")
    for holder, name in ((volume, "name"), (thing, "url")):
        if isinstance(holder, JsonObject) and (value := field(holder, (name,))):
            blocks.append(json_block(value, BlockKind.META, "", paper))
    return blocks


IMPORTER = Importer("Articles of schema.org (JSON-LD)", (".jsonld", ".json"), recognise, read)
