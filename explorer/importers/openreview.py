"""Notes of OpenReview's API, version 2 and 1: submissions with what became of them.

References:
    OpenReview API documentation, https://docs.openreview.net/reference/api-v2/entities/note
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._accepted import is_refused
from explorer.importers._blocks import make_issue
from explorer.importers._cited_venue import cited_edition
from explorer.importers._links import code_links, identifiers
from explorer.importers._records import in_order, json_block, json_span, nameless, names_of, read_list
from explorer.importers._venues import edition_in_name, edition_of, venue_of_host
from explorer.model import Block, BlockKind, Document, DocumentKind, EditionRef, Issue, PaperRecord
from explorer.text.fingerprint import split_tags
from explorer.text.json_spans import JsonObject, JsonText, JsonValue
from explorer.text.latex import latex_to_plain
from explorer.text.lines import LineIndex
from explorer.text.urls import find_urls

_HEAD_CHARS = 40_000
_LIST = re.compile(r'[\s\ufeff]{0,99}(?:\[|\{[^\[]{0,300}"notes"\s{0,9}:\s{0,9}\[)')
_KEY = re.compile(r'"(content|forum|venueid|invitations?|signatures|readers|title)"\s{0,9}:')
_FORUM = re.compile(r"[\w-]{5,20}")
_VENUE_ID = re.compile(r"(?P<host>[\w.-]{3,60})/(?P<year>(?:19|20)\d\d)/(?P<rest>[^\n]{1,200})")
_WORKSHOP = re.compile(r"Workshop(?:_Proposals)?/(?P<name>[\w.-]{1,80})")
_REFUSED_ID = re.compile(r"/(?:rejected|withdrawn|desk[ _-]?reject|submission)", re.I)
_PRESENTED = re.compile(r"(?<![a-z])(oral|spotlight|poster|highlight|notable[ -]top[ -]\d+%)(?![a-z])", re.I)
_ASKED = re.compile(r'[\s\ufeff]{0,99}\{\s{0,9}"asked_for"\s{0,9}:\s{0,9}"[^"]{0,99}"\s{0,9},')
_REPLY = re.compile(r"/-/(?:\w{0,60}_)?(?:review|comment|decision|rebuttal)(?!\w)", re.I)
_LATEST = 4e12  #: milliseconds; a later date is none
_BLOCKS = {
    "abstract": BlockKind.ABSTRACT,
    "TL;DR": BlockKind.SUMMARY,
    "TLDR": BlockKind.SUMMARY,
    "authors": BlockKind.META,
    "venue": BlockKind.META,
    "venueid": BlockKind.META,
    "keywords": BlockKind.META,
}
_LINKS = ("pdf", "code", "github", "url", "html", "supplementary_material")


@dataclass(frozen=True, slots=True)
class _Note:
    """A note that has a title.

    Attributes:
        record: The note; ``content`` its fields, version 2 and 1 alike.
    """

    record: JsonObject
    content: dict[str, JsonValue]
    title: JsonText

    def text(self, *names: str) -> str:
        """The first of the fields with words, in one line."""
        for name in names:
            value = self.content.get(name)
            if isinstance(value, JsonText) and value.text.strip():
                return " ".join(value.text.split())
        return ""


@dataclass(slots=True)
class _SortedOut:
    """Attributes:
    others: Places of replies, of records that an issue speaks of, and of the count.
    """

    notes: list[_Note] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    others: list[tuple[int, int]] = field(default_factory=list)


_COUNT = re.compile(
    r'"count"\s{0,9}:\s{0,9}(?P<n>\d{1,9})\s{0,99}\}?\s{0,99}\Z'
)  #: an answer may be one page of many


def recognise(source: Source) -> float:
    """Sure where the objects of a list have a content and what only notes have."""
    head = source.text[:_HEAD_CHARS]
    if not _LIST.match(head):
        return 0.0
    keys = set(_KEY.findall(head))
    if not {"content", "title"} <= keys:
        return 0.0
    return 0.95 if keys & {"forum", "venueid", "invitation", "invitations", "signatures"} else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document: the list of an edition's papers, or of no edition where most notes name none.

    Papers that were asked for one by one are no list: each stands in the edition that it names itself.

    Reviews and comments are no papers. A paper that was rejected or withdrawn,
    or on which nothing is decided, keeps its status and stands in no edition.
    """
    sorted_out = _sorted_out(source)
    notes = sorted_out.notes
    if not notes:
        raise ImportFailed(f"{source.name} holds no submission with a title.", "Ask OpenReview for notes.")
    stated = Counter(edition for note in notes if (edition := _edition(note)))
    commonest = stated.most_common(1)[0][0] if stated else None
    listed = source.edition or edition_in_name(source.name) or commonest
    if _ASKED.match(source.text):
        listed = None
    papers = tuple(_paper(note, listed) for note in notes)
    refused = sum(paper.edition is None for paper in papers) if listed else 0
    return (
        Document(
            kind=DocumentKind.PAPER_LIST if listed else DocumentKind.METADATA,
            title=f"{listed.name} submissions" if listed else source.name,
            language="en",
            blocks=in_order(block for i, note in enumerate(notes) for block in _blocks(note, i)),
            papers=papers,
            publisher="OpenReview",
            editions=(listed,) if listed else (),
            stated_totals=(("papers not accepted", refused),) if refused else (),
            issues=tuple(sorted_out.issues),
            extents=tuple(sorted([*((n.record.start, n.record.end) for n in notes), *sorted_out.others])),
        ),
    )


def _sorted_out(source: Source) -> _SortedOut:
    lines = LineIndex(source.text)
    records = read_list(source)
    out = _SortedOut()
    replies = 0
    for number, record in enumerate(records, start=1):
        note = _note(record)
        if isinstance(record, JsonObject) and _is_reply(record):
            replies += 1
            out.others.append((record.start, record.end))
        elif note is None:
            out.issues.append(nameless(source, record, number, lines))
            out.others += [(record.start, record.end)] if isinstance(record, JsonObject) else []
        else:
            out.notes.append(note)
    if (asked := _ASKED.match(source.text)) is not None:
        out.others.append(asked.span())
    if (count := _COUNT.search(source.text, max((end for _, end in out.others), default=0))) is not None:
        out.others.append(count.span())
        if int(count["n"]) > len(records):
            words = f"OpenReview holds {count['n']} notes, {len(records)} are here."
            out.issues.append(make_issue(0, "", words))
    if replies:
        out.issues.append(make_issue(0, "", f"Reviews, decisions and comments left out: {replies}."))
    return out


def _note(record: JsonValue) -> _Note | None:
    """The note of a record; the fields of version 2, {"value": …}, as those of version 1."""
    content = record.members.get("content") if isinstance(record, JsonObject) else None
    if not isinstance(record, JsonObject) or not isinstance(content, JsonObject):
        return None
    fields = {name: _value(value) for name, value in content.members.items()}
    title = fields.get("title")
    return _Note(record, fields, title) if isinstance(title, JsonText) and title.text.strip() else None


def _value(value: JsonValue) -> JsonValue:
    return value.members["value"] if isinstance(value, JsonObject) and "value" in value.members else value


def _is_reply(record: JsonObject) -> bool:
    """Whether a note answers another one: a review, a decision, a comment."""
    note_id, forum = (record.members.get(name) for name in ("id", "forum"))
    if isinstance(note_id, JsonText) and isinstance(forum, JsonText) and forum.text:
        return note_id.text != forum.text
    return any(_REPLY.search(invitation) for invitation in _invitations(record))


def _invitations(record: JsonObject) -> list[str]:
    several = record.members.get("invitations")
    values = [*several, record.members.get("invitation")] if isinstance(several, list) else []
    values = values or [record.members.get("invitation")]
    return [value.text for value in values if isinstance(value, JsonText)]


def _edition(note: _Note) -> EditionRef | None:
    """The edition of a note's venue id ("ICLR.cc/2024/Conference"), else of its venue or its invitation."""
    for text in (note.text("venueid"), *_invitations(note.record)):
        found = _VENUE_ID.search(text)
        venue = venue_of_host(found["host"]) if found else None
        if found and venue:
            edition = edition_of(venue, found["year"])
            workshop = _WORKSHOP.match(found["rest"])
            name = workshop["name"].replace("_", " ") if workshop else ""
            return replace(edition, label=f"{edition.label} Workshop: {name}") if name else edition
    return cited_edition(note.text("venue"), "")


def _paper(note: _Note, listed: EditionRef | None) -> PaperRecord:
    tags, title = split_tags(latex_to_plain(" ".join(note.title.text.split())))
    authors, complete = names_of(note.content.get("authors"))
    status, accepted = _status(note)
    links = [link for name in _LINKS if (link := note.text(name)).startswith("http")]
    ids = identifiers(links)
    links += [found.url for found in find_urls(note.text("abstract"))]
    position = "position" in tags
    return PaperRecord(
        title=f"Position: {title}" if position else title,
        evidence=json_span(note.title),
        as_written=note.title.exact,
        authors=authors,
        authors_complete=complete,
        arxiv_id=ids.arxiv_id,
        arxiv_version=ids.arxiv_version,
        doi=ids.doi,
        openreview=_forum(note),
        published="" if listed else _published(note),
        code_urls=code_links(links),
        urls=(f"https://openreview.net/forum?id={_forum(note)}",) if _forum(note) else (),
        abstract=note.text("abstract"),
        section="" if accepted else status,
        edition=(_edition(note) or listed) if accepted else None,
        status=status,
        track="Position" if position else note.text("primary_area", "track"),
    )


def _forum(note: _Note) -> str:
    for name in ("forum", "id"):
        value = note.record.members.get(name)
        if isinstance(value, JsonText) and _FORUM.fullmatch(value.text):
            return value.text
    return ""


def _published(note: _Note) -> str:
    """ISO date on which OpenReview published a paper, or ""; it counts milliseconds since 1970."""
    stated = (note.record.members.get(name) for name in ("pdate", "odate"))
    at = next((value for value in stated if isinstance(value, float)), 0.0)
    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat() if 0 < at < _LATEST else ""


def _status(note: _Note) -> tuple[str, bool]:
    """(what became of a submission, whether it was accepted).

    A venue names the presentation only of accepted papers; a venue id that is
    the conference's own says the same where the venue is silent.
    """
    venue = note.text("venue", "decision")
    venue_id = note.text("venueid")
    shown = _PRESENTED.search(venue)
    if is_refused(venue) or _REFUSED_ID.search(venue_id) or note.text("withdrawal"):
        gone = "withdraw" in (venue + venue_id).lower() or bool(note.text("withdrawal"))
        rejected = "reject" in (venue + venue_id).lower()
        return ("Withdrawn" if gone else "Rejected" if rejected else "Submitted"), False
    if not venue and not venue_id:
        return "Submitted", False
    return (shown[1].capitalize() if shown else venue), True


def _blocks(note: _Note, paper: int) -> Iterator[Block]:
    yield json_block(note.title, BlockKind.PAPER_TITLE, "", paper)
    for name, kind in _BLOCKS.items():
        values = note.content.get(name)
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, JsonText) and value.text.strip("\ufeff \t\r\n\u3000"):
                yield json_block(value, kind, "", paper)


IMPORTER = Importer("Notes of OpenReview (JSON)", (".json",), recognise, read)
