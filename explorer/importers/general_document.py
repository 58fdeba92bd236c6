"""Any other text, Markdown or web page: headings, citations in running text, reading lists, questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import Line, Place, make_block, read_lines
from explorer.importers._citations import find_citations
from explorer.importers._front import Front
from explorer.importers._html import html_passages, is_page
from explorer.importers._listed import below_list_headings, id_first, is_list, line_citations
from explorer.importers._listed import set_apart as lines_apart
from explorer.importers._machine import says_machine_made
from explorer.importers._markdown import plain
from explorer.importers._named_editions import find_editions
from explorer.importers._notes_lines import caption, is_image
from explorer.importers._passages import Form, Passage
from explorer.importers._proofs import Citation
from explorer.importers._prose import Reading, read_prose
from explorer.importers._prose_document import new_reading, prose_document, report_document
from explorer.importers._questions import set_apart as questions_apart
from explorer.importers._questions import with_questions
from explorer.importers._stated import with_statements
from explorer.importers._venues import digest_issue
from explorer.model import Block, BlockKind, Coding, Document, DocumentKind, Role, SeriesKind
from explorer.text.dates import find_period, parse_date, without_dates
from explorer.text.mapped import decode, normalise

_SURE = 0.5  #: as a fallback: whoever is sure goes first
_HEAD_CHARS = 20_000
_UNREADABLE = 0.02  #: of the characters, in a file that is no text
_DATA = re.compile(
    r"[\ufeff\s]{0,99}(?:[{\[]\s{0,99}[\"{\[\]}]|<\?xml|@[a-z]{4,15}\s?\{|TY  - |%PDF-|\{\\rtf|PK\x03)", re.I
)
_EDGE_CHARS = 3_000  #: at the top and the foot, where a document says how it was made
_FEW = 3  #: papers of a digest
_TITLE_LABEL = re.compile(r"\s{0,9}title\s?:\s{0,9}", re.I)
_TITLE_EDGE = " :-–—~|,()[]"


def recognise(source: Source) -> float:
    """Just sure of any text with letters that is neither binary nor data."""
    head = source.text[:_HEAD_CHARS]
    strange = sum(char == "\ufffd" or (char < " " and char not in "\t\n\r\f\v") for char in head)
    if _DATA.match(head) or "\0" in head or strange > _UNREADABLE * len(head):
        return 0.0
    return _SURE if any(map(str.isalpha, head)) else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where the source holds no words."""
    document = _page_document(source) if is_page(source.text) else _text_document(source)
    if not any(block.kind is not BlockKind.FURNITURE for block in document.blocks):
        raise ImportFailed(
            f"{source.name} holds no words.", "A document needs sentences, headings or titles."
        )
    edges = normalise(source.text[:_EDGE_CHARS] + "\n" + source.text[-_EDGE_CHARS:])
    machine = says_machine_made(edges)
    document = replace(with_questions(document, machine), machine_written=machine)
    document = replace(document, blocks=tuple(_with_captions(source.text, document.blocks)))
    return (_with_kind(document, source),)


def _text_document(source: Source) -> Document:
    lines = read_lines(source.text)
    said = " ".join([source.stem.replace("_", " "), *_headings(lines)])
    listed = is_list(lines, said)
    shown = lines_apart(lines) if listed else questions_apart(lines)
    among = {line.number for line in lines} if listed else below_list_headings(lines)
    kinds = (DocumentKind.PAPER_LIST if listed else DocumentKind.ARTICLE, SeriesKind.REPORT)
    return report_document(source, shown, kinds, _finder(among))


def _headings(lines: Sequence[Line]) -> list[str]:
    """The first line and all headings."""
    filled = [line.text for line in lines if line.text]
    return [*filled[:1], *(text for text in filled[1:] if text.startswith("#"))]


def _finder(among: set[int]) -> Callable[[Passage], list[Citation]]:
    """What finds the citations of a passage; ``among``: lines that each may be one paper."""

    def find(passage: Passage) -> list[Citation]:
        if passage.form is not Form.HEADING and passage.number in among:
            return line_citations(passage.text)
        return id_first(passage.text) or find_citations(passage.text)

    return find


def _page_document(source: Source) -> Document:
    """A web page: its first main heading, else its title, is the title; it has no fields."""
    title, passages = html_passages(source.text)
    head = next((p for p in passages if p.form is Form.HEADING and p.level == 1), None)
    body = [passage for passage in passages if passage is not head]
    about = title
    title = _TITLE_LABEL.sub("", plain(head.text)) if head else title or source.stem
    reading = new_reading(source, title, [p.text for p in passages])
    reading.find = _finder(set())
    if head and (own := id_first(about)):
        _add_own(reading, head, own[0])
    read_prose(reading, body)
    if head:
        place = Place(reading.language, coding=Coding.HTML)
        block = make_block(source.text, (head.start, head.end), BlockKind.TITLE, place)
        reading.blocks.append(block)
    front = Front(title, date=next((d for p in body[:10] if (d := parse_date(p.text[:200]))), ""))
    document = prose_document(source, reading, front, (DocumentKind.ARTICLE, SeriesKind.REPORT, title))
    return with_statements(document, source.text, front, body)


def _add_own(reading: Reading, head: Passage, own: Citation) -> None:
    """Add the paper that a page is about, whose id its title states ("[2305.10601] Title")."""
    label = _TITLE_LABEL.match(head.text)
    span = (label.end() if label else 0, len(head.text))
    reading.papers.add(head, replace(own, title=span, start=span[0], end=span[1]), Role.REVIEWED, "")


def _with_captions(raw: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, the words that describe a picture as text of the section in which it stands."""
    last = Place("")
    for block in blocks:
        words = caption(block.text) if block.kind is BlockKind.FURNITURE and is_image(block.text) else None
        if words:
            span = decode(raw, block.start, block.end).raw_span(*words)
            yield make_block(raw, span, BlockKind.TEXT, last)
        else:
            last = Place(block.language, block.section, block.paper) if block.section else last
            yield block


def _with_kind(document: Document, source: Source) -> Document:
    """The document as what its title says it is; one that does not name an edition is about none."""
    listed = document.kind is DocumentKind.PAPER_LIST
    if find_editions(document.title) and not listed:
        return replace(document, kind=DocumentKind.CONFERENCE_REPORT)
    date = document.date or parse_date(document.title) or parse_date(source.stem)
    document = replace(document, date=date, editions=(), covers_from="", covers_to="")
    digest = _as_digest(document) if len(document.papers) >= _FEW else None
    return digest or (replace(document, issue_of=None) if listed else document)


def _as_digest(document: Document) -> Document | None:
    """The document as the issue of a digest, where its title states a period."""
    period = find_period(document.title)
    covers = period.dates(int(document.date[:4] or 0)) if period else ("", "")
    if period is None or not covers[0]:
        return None
    rest = document.title[: period.start] + document.title[period.end :]
    return replace(
        document,
        kind=DocumentKind.WEEKLY_DIGEST,
        covers_from=covers[0],
        covers_to=covers[1],
        issue_of=digest_issue(without_dates(rest).strip(_TITLE_EDGE) or document.title, covers),
    )


IMPORTER = Importer(
    "Any other text, Markdown or web page",
    (".txt", ".md", ".markdown", ".html", ".htm"),
    recognise,
    read,
    fallback=True,
)
