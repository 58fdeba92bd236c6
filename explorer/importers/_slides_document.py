"""A deck in slides as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from explorer.importers import Source
from explorer.importers._blocks import Line
from explorer.importers._markdown import plain
from explorer.importers._passages import line_passage
from explorer.importers._prose import Reading, read_prose
from explorer.importers._prose_document import field_blocks, made_title, new_reading, prose_document
from explorer.importers._slide_front import (
    deck_people,
    deck_title,
    editions_of,
    read_deck_front,
    with_presenters,
)
from explorer.importers._slide_pages import Page, read_pages
from explorer.importers._slide_papers import (
    at_edition,
    find_on_page,
    read_cites,
    says_enough,
    with_own_slide,
    with_presenter,
    with_surroundings,
)
from explorer.importers._slide_people import Introduced, presenters, speakers
from explorer.importers._slide_trends import Shown, read_trends
from explorer.importers._slides import read_slides
from explorer.importers._statistics import find_statistics
from explorer.importers._term_claims import read_term_claims
from explorer.model import Document, DocumentKind, SeriesKind
from explorer.text.mapped import MappedText, decode


def slides_document(source: Source, lines: Sequence[Line]) -> Document:
    """What the deck says, each thing once, however often its agenda and its summaries are shown."""
    slides, flowed = read_slides(source.text, lines)
    pages = read_pages(source.text, slides, flowed)
    shown = [page for page in pages if not page.slide.repeats and page.passages]
    before = [line for line in lines if line.text and line.start < slides[0].marker]
    front = read_deck_front(before, shown[0] if shown else None)
    presented = presenters(shown, front.publisher)
    front = with_presenters(front, presented)
    head = deck_title(before, front)
    title = front.title or (plain(head.text) if head else shown[0].name if shown else "")
    reading = new_reading(source, title, [page.plain.text for page in shown])
    reading.editions = editions_of(title, shown)
    title = title or made_title(source, reading.editions)
    _read_pages(reading, shown, presented)
    reading.blocks += field_blocks(reading, before, front, line_passage(source.text, head) if head else None)
    kinds = (DocumentKind.SLIDE_TRANSCRIPT, SeriesKind.TALK, title)
    document = prose_document(source, reading, front, kinds)
    about = document.editions[0] if document.editions else None
    places = Shown(document.papers, reading.papers.places)
    return replace(
        document,
        people=(*deck_people(front, before, presented), *speakers(shown)),
        trends=read_trends(source.text, pages, title, places),
        term_claims=read_term_claims(shown, about),
        statistics=tuple(find_statistics(_texts(source.text, shown), about)),
    )


def _read_pages(reading: Reading, pages: Sequence[Page], presented: Sequence[Introduced]) -> None:
    """Read the papers and the blocks of the pages into ``reading``."""
    cites = read_cites(pages, reading.language)
    first_named: list[Page] = []
    for page in pages:
        reading.slides = says_enough(cites, page)
        reading.find = partial(find_on_page, cites, page)
        before = len(reading.papers.places)
        read_prose(reading, page.passages)
        own = {row for row, at in reading.papers.places[before:] if page.title and at < page.title.end}
        for row in own if len(own) == 1 else ():
            reading.papers.records[row] = with_own_slide(reading.papers.records[row], page)
        first_named += [page] * (len(reading.papers.records) - len(first_named))
    records = reading.papers.records
    for row, page in enumerate(first_named):
        record = at_edition(with_surroundings(reading.raw, records[row], page), reading.editions)
        records[row] = with_presenter(record, [one for one in presented if one.page is page])


def _texts(raw: str, pages: Sequence[Page]) -> Iterator[MappedText]:
    for page in pages:
        yield from (decode(raw, passage.start, passage.end) for passage in page.passages)
