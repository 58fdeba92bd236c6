"""The list of events that a conference site (icml.cc, neurips.cc, iclr.cc …) gives for download, as JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from explorer.importers import Importer, Source
from explorer.importers._blocks import make_issue
from explorer.importers._links import code_links, identifiers
from explorer.importers._records import field, in_order, json_block, json_span, names_of, read_list, text_of
from explorer.importers._venues import edition_in_name, edition_of, venue_of_host
from explorer.model import Block, BlockKind, Document, DocumentKind, EditionRef, Issue, PaperRecord
from explorer.text.fingerprint import split_tags, title_fingerprint
from explorer.text.json_spans import JsonObject, JsonText, JsonValue
from explorer.text.latex import latex_to_plain
from explorer.text.lines import LineIndex
from explorer.text.names import fold_name
from explorer.text.urls import split_url

_HEAD_CHARS = 8_000
_TYPE = ("type", "eventtype", "event_type")
_TITLE = ("name", "title")
_AUTHORS = ("speakers/authors", "authors", "speakers")
_SITE = ("virtualsite_url", "url", "site")
_LINKS = ("sourceurl", "paper_url", "paper_pdf_url", "openreview_url", "pdf", "url", "github")
_PAPER_WORDS = frozenset({"poster", "oral", "spotlight", "paper", "highlight"})
_EVENT_WORDS = frozenset({"session", "workshop", "expo", "social", "break", "talk", "tutorial"})
_RANK = {
    "Poster": 0,
    "Spotlight": 1,
    "Oral": 2,
}  #: of one paper that has both a poster and a talk, the higher
_YEAR = re.compile(r"/((?:19|20)\d\d)(?:/|$)")
_KEY = re.compile(r'"(virtualsite_url|speakers/authors|eventtype|name|abstract)"\s{0,9}:')


def recognise(source: Source) -> float:
    """Sure where JSON objects at the head have the site's field names."""
    head = source.text[:_HEAD_CHARS]
    if head.lstrip("\ufeff \t\r\n")[:1] not in ("[", "{"):
        return 0.0
    keys = set(_KEY.findall(head))
    if "virtualsite_url" in keys:
        return 0.95 if keys & {"speakers/authors", "name"} else 0.6
    return 0.9 if "speakers/authors" in keys else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where the file is no JSON list."""
    records = read_list(source)
    lines = LineIndex(source.text)
    issues: list[Issue] = []
    events: list[_Event] = []
    for number, record in enumerate(records, start=1):
        event = _event(record)
        if event is None:
            line = lines.line_of(_range(record).start) if _range(record).stop else 0
            issues.append(make_issue(line, source.text[_range(record)], f"Record {number} has no name."))
        else:
            events.append(event)
    edition = _edition(source, events, issues)
    papers, blocks = _papers(events, edition)
    return (
        Document(
            kind=DocumentKind.PAPER_LIST,
            title=f"{edition.name} events" if edition else source.name,
            language="en",
            blocks=in_order(blocks),
            papers=papers,
            editions=(edition,) if edition else (),
            issues=tuple(issues),
            extents=tuple((event.record.start, event.record.end) for event in events),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Event:
    """A record that has a name."""

    record: JsonObject
    name: JsonText
    type: str

    @property
    def is_paper(self) -> bool:
        words = set(self.type.lower().split())
        return not words & _EVENT_WORDS and (bool(words & _PAPER_WORDS) or not words)

    @property
    def site(self) -> str:
        return text_of(self.record, *_SITE)


def _event(record: JsonValue) -> _Event | None:
    name = field(record, _TITLE) if isinstance(record, JsonObject) else None
    if name is None or not isinstance(record, JsonObject) or not name.text.strip():
        return None
    return _Event(record, name, text_of(record, *_TYPE))


def _range(value: JsonValue) -> slice:
    return slice(value.start, value.end) if isinstance(value, JsonObject | JsonText) else slice(0, 0)


def _edition(source: Source, events: Iterable[_Event], issues: list[Issue]) -> EditionRef | None:
    """The edition that most addresses name, else what the person said, else what the file name says."""
    named = Counter(filter(None, map(_edition_of_site, (event.site for event in events))))
    said = source.edition
    if not named:
        return said or edition_in_name(source.name)
    stated = named.most_common(1)[0][0]
    if said and (said.series, said.label) != (stated.series, stated.label):
        issues.append(make_issue(0, said.name, f"The addresses in the list are those of {stated.name}."))
    return stated


def _edition_of_site(url: str) -> EditionRef | None:
    host, path = split_url(url)
    venue, year = venue_of_host(host), _YEAR.search(path)
    return edition_of(venue, year[1]) if venue and year else None


def _papers(
    events: Iterable[_Event], edition: EditionRef | None
) -> tuple[tuple[PaperRecord, ...], list[Block]]:
    """Papers, a poster and a talk of one paper joined, and the blocks of all events."""
    papers: list[PaperRecord] = []
    blocks: list[Block] = []
    seen: dict[tuple[str, str], int] = {}
    for event in events:
        if not event.is_paper:
            blocks += _event_blocks(event)
            continue
        record = _record(event, edition)
        key = (title_fingerprint(record.title), fold_name(record.authors[0]) if record.authors else "")
        paper = seen.setdefault(key, len(papers))
        if paper == len(papers):
            papers.append(record)
        else:
            papers[paper] = _joined(papers[paper], record)
        blocks += _paper_blocks(event, paper)
    return tuple(papers), blocks


def _record(event: _Event, edition: EditionRef | None) -> PaperRecord:
    tags, title = split_tags(latex_to_plain(" ".join(event.name.text.split())))
    authors, complete = names_of(next(filter(None, map(event.record.members.get, _AUTHORS)), None))
    links = [link for name in _LINKS if (link := text_of(event.record, name))]
    ids = identifiers(links)
    abstract = field(event.record, ("abstract",))
    return PaperRecord(
        title=title if "position" not in tags else f"Position: {title}",
        evidence=json_span(event.name),
        as_written=event.name.exact,
        authors=authors,
        authors_complete=complete,
        arxiv_id=ids.arxiv_id,
        arxiv_version=ids.arxiv_version,
        doi=ids.doi,
        openreview=ids.openreview,
        code_urls=code_links(links),
        urls=tuple(filter(None, (event.site,))),
        abstract=abstract.text.strip() if abstract else "",
        edition=edition,
        status=next((tag.title() for tag in tags if tag.title() in _RANK), event.type),
        award=text_of(event.record, "award"),
        track="Position" if "position" in tags else "",
    )


def _joined(one: PaperRecord, other: PaperRecord) -> PaperRecord:
    """One paper that stands twice in the list, with the status that ranks higher."""
    higher = other if _RANK.get(other.status, -1) > _RANK.get(one.status, -1) else one
    return replace(one, status=higher.status, urls=tuple(dict.fromkeys((*one.urls, *other.urls))))


def _paper_blocks(event: _Event, paper: int) -> list[Block]:
    blocks = [json_block(event.name, BlockKind.PAPER_TITLE, "", paper)]
    for names, kind in ((_AUTHORS, BlockKind.META), (("abstract",), BlockKind.ABSTRACT)):
        value = field(event.record, names)
        if value:
            blocks.append(json_block(value, kind, "", paper))
    return blocks


def _event_blocks(event: _Event) -> list[Block]:
    """A workshop, tutorial or talk: its name is a heading of the document, its text belongs to no paper."""
    abstract = field(event.record, ("abstract",))
    blocks = [json_block(event.name, BlockKind.HEADING, event.type, None)]
    return [*blocks, json_block(abstract, BlockKind.TEXT, event.type, None)] if abstract else blocks


IMPORTER = Importer("Events of a conference site (JSON)", (".json",), recognise, read)
