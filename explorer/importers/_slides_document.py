"""A deck in slides as a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from explorer.importers import Source
from explorer.importers._blocks import Line, read_lines
from explorer.importers._front import Front, read_front
from explorer.importers._markdown import plain
from explorer.importers._passages import line_passage
from explorer.importers._prose import read_prose
from explorer.importers._prose_document import field_blocks, made_title, new_reading, prose_document
from explorer.importers._slide_pages import read_pages
from explorer.importers._slides import read_slides
from explorer.model import Document, DocumentKind, SeriesKind
from explorer.text.mapped import normalise


def slides_document(source: Source, lines: Sequence[Line]) -> Document:
    slides, flowed = read_slides(source.text, lines)
    before = [line for line in lines if line.text and line.start < slides[0].start]
    front = read_front(before)
    head = _deck_title(before, front)
    shown = [slide for slide in slides if not slide.repeats and slide.start < slide.end]
    first = read_lines(source.text, shown[0].start, shown[0].end) if shown else []
    title = front.title or (plain(head.text) if head else next((plain(x.text) for x in first if x.text), ""))
    texts = [normalise(source.text[slide.start : slide.end]) for slide in shown]
    reading = new_reading(source, title, texts)
    reading.slides = True
    title = title or made_title(source, reading.editions)
    for page in read_pages(source.text, slides, flowed):
        if not page.slide.repeats:
            read_prose(reading, page.passages)
    head_passage = line_passage(source.text, head) if head else None
    reading.blocks += field_blocks(reading, before, front, head_passage)
    kinds = (DocumentKind.SLIDE_TRANSCRIPT, SeriesKind.TALK, title)
    return prose_document(source, reading, front, kinds)


def _deck_title(before: Sequence[Line], front: Front) -> Line | None:
    """The line above the first slide that is said twice or names the deck; else the first."""
    free = [line for line in before if line.number not in front.lines and any(map(str.isalpha, line.text))]
    counts = Counter(line.text for line in free)
    return next((line for line in free if counts[line.text] > 1), free[0] if free else None)
