"""A document of prose: passages and the papers that they speak of → blocks and records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from explorer.importers import Source
from explorer.importers._blocks import Line, Place, make_block, read_lines, with_furniture
from explorer.importers._front import Front, read_front
from explorer.importers._markdown import plain
from explorer.importers._named_editions import main_edition
from explorer.importers._passages import Form, Passage, read_passages
from explorer.importers._slides import Slide, read_slides
from explorer.model import Block, BlockKind, Document, DocumentKind, EditionRef, SeriesKind
from explorer.text.language import language_of
from explorer.text.mapped import normalise


def report_document(
    source: Source, lines: Sequence[Line], kind: DocumentKind, series: SeriesKind
) -> Document:
    front = read_front(lines)
    passages = [p for p in read_passages(source.text, lines) if p.number not in front.lines]
    head = passages[0] if passages and passages[0].form is Form.HEADING else None
    title = front.title or (plain(head.text) if head else "")
    language = language_by_passage(p.text for p in passages)
    blocks: list[Block] = []
    section = ""
    for passage in passages:
        if passage.form is Form.HEADING and passage is not head:
            section = plain(passage.text)
        blocks.append(_block(source.text, passage, Place(language, section), passage is head))
    editions = main_edition(title, normalise(source.text))
    title = title or made_title(source, editions)
    return Document(
        kind=kind,
        title=title,
        language=language,
        blocks=with_furniture(source.text, blocks),
        papers=(),
        publisher=front.publisher,
        authors=front.authors,
        date=front.date,
        issue_of=EditionRef(series, title, ""),
        editions=editions,
    )


def slides_document(source: Source, lines: Sequence[Line]) -> Document:
    slides = read_slides(source.text, lines)
    before = [line for line in lines if line.start < slides[0].start]
    front = read_front(before)
    first = next((line for line in before if line.text and line.number not in front.lines), None)
    title = front.title or (plain(first.text) if first else "")
    blocks: list[Block] = []
    texts = [normalise(source.text[s.start : s.end]) for s in slides if not s.repeats]
    language = language_by_passage(texts)
    for slide in slides:
        if not slide.repeats and slide.start < slide.end:
            blocks += _slide_blocks(source.text, slide, language)
    editions = main_edition(title, normalise(source.text))
    title = title or made_title(source, editions)
    return Document(
        kind=DocumentKind.SLIDE_TRANSCRIPT,
        title=title,
        language=language,
        blocks=with_furniture(source.text, blocks),
        papers=(),
        publisher=front.publisher,
        authors=front.authors,
        date=front.date,
        issue_of=EditionRef(SeriesKind.TALK, title, ""),
        editions=editions,
    )


def _slide_blocks(raw: str, slide: Slide, language: str) -> list[Block]:
    lines = [line for line in read_lines(raw, slide.start, slide.end) if line.text]
    title = plain(lines[0].text)
    place = Place(language, title)
    head = make_block(raw, (lines[0].start, lines[0].end), BlockKind.HEADING, place)
    rest = [make_block(raw, (p.start, p.end), BlockKind.TEXT, place) for p in read_passages(raw, lines[1:])]
    return [head, *rest]


def _block(raw: str, passage: Passage, place: Place, is_title: bool) -> Block:
    heading = BlockKind.TITLE if is_title else BlockKind.HEADING
    kind = heading if passage.form is Form.HEADING else BlockKind.TEXT
    return make_block(raw, (passage.start, passage.end), kind, place)


def language_by_passage(texts: Iterable[str]) -> str:
    """The language in which most of the text is written; a mixture counts for the script it mixes in."""
    chars: Counter[str] = Counter()
    for text in texts:
        language = language_of(text)
        if language == "mixed":
            language = "ja" if any("ぁ" <= c <= "ヿ" for c in text) else "zh"
        if language:
            chars[language] += len(text)
    return chars.most_common(1)[0][0] if chars else "en"


def made_title(source: Source, editions: Sequence[EditionRef]) -> str:
    stem = PurePath(source.name).stem
    return f"{editions[0].name}: {stem}" if editions else stem


__all__ = ["Front", "report_document", "slides_document"]
