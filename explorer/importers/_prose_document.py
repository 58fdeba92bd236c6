"""Documents of prose: a report in sections; and what a deck shares with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from explorer.importers import Source
from explorer.importers._blocks import Line, Place, make_block, with_furniture
from explorer.importers._front import Front, read_front
from explorer.importers._markdown import plain
from explorer.importers._named_editions import find_editions, main_edition
from explorer.importers._page import page_title, without_cards, without_furniture
from explorer.importers._passages import Form, Passage, read_passages
from explorer.importers._proofs import Citation
from explorer.importers._prose import Reading, read_prose
from explorer.importers._spread import with_spread_citations
from explorer.importers._stated import with_statements
from explorer.model import Block, BlockKind, Document, DocumentKind, EditionRef, SeriesKind
from explorer.text.language import language_of
from explorer.text.mapped import normalise

_TITLE_PASSAGES = 6
_TITLE_CHARS = 200
_PLAIN_LEVEL = 7


def report_document(
    source: Source,
    lines: Sequence[Line],
    kinds: tuple[DocumentKind, SeriesKind] = (DocumentKind.CONFERENCE_REPORT, SeriesKind.REPORT),
    find: Callable[[Passage], list[Citation]] | None = None,
) -> Document:
    """A text in sections as a document of the kind, with all that it states. ``find``: see Reading."""
    front = read_front(lines)
    shown = without_furniture(source.text, lines)
    passages = [p for p in read_passages(source.text, shown) if p.number not in front.lines]
    head = _title_of(passages)
    body = without_cards(with_spread_citations(source.text, [p for p in passages if p is not head]))
    title = front.title or (plain(page_title(head.text)) if head else "")
    reading = new_reading(source, title, [p.text for p in passages])
    reading.find = find or reading.find
    title = title or made_title(source, reading.editions)
    read_prose(reading, body)
    reading.blocks += field_blocks(reading, lines, front, head)
    document = prose_document(source, reading, front, (*kinds, title))
    return with_statements(document, source.text, front, body)


def new_reading(source: Source, title: str, texts: Sequence[str]) -> Reading:
    editions = main_edition(title, normalise(source.text))
    return Reading(source.text, main_language(texts), editions)


def prose_document(
    source: Source,
    reading: Reading,
    front: Front,
    kinds: tuple[DocumentKind, SeriesKind, str],
) -> Document:
    kind, series, title = kinds
    about = reading.editions
    period = (about[0].date_from, about[0].date_to) if len(about) == 1 else ("", "")
    return Document(
        kind=kind,
        title=title,
        language=reading.language,
        blocks=with_furniture(source.text, reading.blocks),
        papers=tuple(reading.papers.records),
        publisher=front.publisher,
        authors=front.authors,
        date=front.date,
        covers_from=period[0],
        covers_to=period[1],
        issue_of=EditionRef(series, title, ""),
        editions=reading.editions,
        issues=tuple(reading.issues),
    )


def field_blocks(reading: Reading, lines: Sequence[Line], front: Front, head: Passage | None) -> list[Block]:
    """Blocks of the title and of the lines that state author, publisher and date."""
    place = Place(reading.language)
    stated = [line for line in lines if line.number in front.lines]
    blocks = [make_block(reading.raw, (line.start, line.end), BlockKind.META, place) for line in stated]
    if head:
        blocks.append(make_block(reading.raw, (head.start, head.end), BlockKind.TITLE, place))
    return blocks


def _title_of(passages: Sequence[Passage]) -> Passage | None:
    """The first heading of the highest level; in plain text a line near the top that names an edition."""
    headings = [p for p in passages if p.form is Form.HEADING]
    if not headings or headings[0] not in passages[:_TITLE_PASSAGES]:
        return None
    first = headings[0]
    if first.level < _PLAIN_LEVEL:
        alone = first.level == 1 or sum(p.level == first.level for p in headings) == 1
        return first if alone and first is passages[0] else None
    short = [p for p in passages[:_TITLE_PASSAGES] if len(p.text) <= _TITLE_CHARS and "\n" not in p.text]
    named = (p for p in short if find_editions(p.text) and not p.text.endswith(("。", ".")))
    return next(named, first if first is passages[0] else None)


def main_language(texts: Iterable[str]) -> str:
    """The language in which most of the text is written; a mixture counts for the script it mixes in."""
    chars: Counter[str] = Counter()
    for text in texts:
        language = language_of(text)
        if language == "mixed":
            language = "ja" if any("ぁ" <= c <= "ヺ" for c in text) else "zh"
        if language:
            chars[language] += len(text)
    return chars.most_common(1)[0][0] if chars else "en"


def made_title(source: Source, editions: Sequence[EditionRef]) -> str:
    stem = source.stem
    return f"{editions[0].name}: {stem}" if editions else stem
