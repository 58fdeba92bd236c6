"""CSL-JSON: references as Zotero, Pandoc, Crossref and citation processors exchange them.

References:
    CSL-JSON schema 1.0.2, https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

import re

from explorer.importers import Importer, Source
from explorer.importers._cited import (
    Cited,
    References,
    cited_paper,
    full_name,
    iso_date,
    plain_name,
    reference_document,
)
from explorer.importers._records import field, json_block, json_span, nameless, read_list, text_of
from explorer.model import Block, BlockKind, Document
from explorer.text.json_spans import JsonObject, JsonText, JsonValue
from explorer.text.latex import latex_to_plain
from explorer.text.lines import LineIndex

_HEAD_CHARS = 20_000
_LIST = re.compile(r'[\s\ufeff]{0,99}(?:\[|\{[^\[]{0,300}"items"\s{0,9}:\s{0,9}\[)')
_KEY = re.compile(r'"(title|type|author|issued|container-title|date-parts|family|literal|DOI)"\s{0,9}:')
_WHERE = ("container-title", "event-title", "event", "collection-title")
_DATES = ("issued", "published", "submitted")
_IDS = ("number", "archive_location", "note", "container-title", "DOI", "arxiv", "publisher")
_LINKS = ("URL", "url")
_MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span|jats:[a-z]{1,12}|p)(?: [^<>]{0,99})?/?>", re.I)


def recognise(source: Source) -> float:
    """Sure where the objects of a list have a title and the names of fields that only CSL has."""
    head = source.text[:_HEAD_CHARS]
    if not _LIST.match(head):
        return 0.0
    keys = set(_KEY.findall(head))
    if "title" not in keys or not keys & {"issued", "container-title", "date-parts"}:
        return 0.0
    return 0.95 if keys & {"type", "family", "literal", "DOI"} else 0.6


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where the file is no JSON list or no reference has a title."""
    lines = LineIndex(source.text)
    found = References()
    for number, record in enumerate(read_list(source), start=1):
        title = _text(record, "title")
        if isinstance(record, JsonObject) and title is not None:
            paper = cited_paper(_cited(record, title), source.edition)
            found.add(paper, _blocks(record, title, len(found.papers)), (record.start, record.end))
        else:
            found.issues.append(nameless(source, record, number, lines))
    return (reference_document(source, found, source.edition, furniture=False),)


def _cited(record: JsonObject, title: JsonText) -> Cited:
    people = record.members.get("author")
    names = [name for each in people if (name := _name(each))] if isinstance(people, list) else []
    abstract = field(record, ("abstract",))
    where = next((value.text for name in _WHERE if (value := _text(record, name))), "")
    return Cited(
        title=latex_to_plain(_plain(title.text)),
        evidence=json_span(title),
        authors=tuple(name for name in names if name not in ("others", "et al.")),
        complete=not any(name in ("others", "et al.") for name in names),
        where=_plain(where),
        date=next((date for name in _DATES if (date := _date(record.members.get(name)))), ""),
        ids=tuple(v for name in _IDS if (v := text_of(record, name)) and _states_id(name, v)),
        doi=text_of(record, "DOI", "doi"),
        links=tuple(filter(None, (text_of(record, name) for name in _LINKS))),
        abstract=_plain(abstract.text) if abstract else "",
    )


def _states_id(name: str, value: str) -> bool:
    """Whether a field speaks of an arXiv id of this paper; a note may speak of another's."""
    return value.lower().startswith("arxiv") if name == "note" else "arxiv" in value.lower()


def _text(record: JsonValue, name: str) -> JsonText | None:
    """A field's string, or the first of its list (Crossref)."""
    value = record.members.get(name) if isinstance(record, JsonObject) else None
    if isinstance(value, list):
        value = next(iter(value), None)
    return value if isinstance(value, JsonText) and _plain(value.text) else None


def _name(person: JsonValue) -> str:
    if isinstance(person, JsonText):
        return plain_name(person.text)
    if not isinstance(person, JsonObject):
        return ""
    particles = (text_of(person, f"{kind}dropping-particle") for kind in ("", "non-"))
    family = " ".join(filter(None, (*particles, text_of(person, "family"))))
    full = full_name(family, text_of(person, "given"), text_of(person, "suffix"))
    return full or text_of(person, "literal", "name")


def _date(value: JsonValue) -> str:
    """ISO date, or the year or month, of a CSL date: its parts, else its words."""
    if isinstance(value, JsonText):
        return iso_date(value.text)
    if not isinstance(value, JsonObject):
        return ""
    first = value.members.get("date-parts")
    while isinstance(first, list) and first and isinstance(first[0], list):
        first = first[0]
    if isinstance(first, list) and first:
        return iso_date("-".join(filter(None, map(_part, first[:3]))))
    return iso_date(text_of(value, "raw", "literal"))


def _part(value: JsonValue) -> str:
    if isinstance(value, JsonText):
        return value.text.strip()
    whole = isinstance(value, float) and 0 < value < 10_000
    return str(int(value)) if whole and isinstance(value, float) else ""


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())


def _blocks(record: JsonObject, title: JsonText, paper: int) -> list[Block]:
    blocks = [json_block(title, BlockKind.PAPER_TITLE, "", paper)]
    if abstract := field(record, ("abstract",)):
        blocks.append(json_block(abstract, BlockKind.ABSTRACT, "", paper))
    for name in (*_WHERE, "DOI", "URL", "number"):
        if value := _text(record, name):
            blocks.append(json_block(value, BlockKind.META, "", paper))
    return blocks


IMPORTER = Importer("References (CSL-JSON)", (".json", ".csljson"), recognise, read)
