"""What a slide says: its title and its items, also where a transcript has lost the line ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.importers._blocks import Line
from explorer.importers._citations import find_citations
from explorer.importers._passages import Form, Passage, line_passage, read_passages
from explorer.importers._slides import Slide
from explorer.importers._trend_labels import read_label
from explorer.model import Coding
from explorer.text.lines import LineIndex, line_spans, trimmed
from explorer.text.mapped import MappedText, decode
from explorer.text.scripts import HAN, KANA

_BULLET = r"[•◦▪‣■□●○]\s"
_TITLE_STOP = re.compile(
    rf"{_BULLET}|(?<=\s)(?:[?→←⇒➡※*]|https?://|【)|(?<=[?!。])\s|(?<=[)\]】])\s+(?![a-z(:])|(?<=[{KANA}{HAN}])\s|\s(?=1[.)]\s)"
)
_OPENS = re.compile(
    r"[(\[【][^()\[\]【】]{1,20}[)\]】]\s{0,3}|\S{2,12}?\(\d{1,2}/\d{1,2}\)\s{0,3}[:.]?\s{0,3}"
)
_ITEM_STOP = re.compile(
    rf"{_BULLET}|(?<=\s)\?(?=\s|$)|(?<=\s)(?=[*※†]\s?[A-Z])|(?<=\s)(?=\(?(?:論文|论文)\s?\d{{1,2}}\s?[).:])|"
    r"(?<=\s)(?=(?:出典|参考文献|参考|来源|Sources?|References?)\s?:)|"
    r"(?<=\s)[→⇒➡]\s?(?=[A-Z][\w’'ʼ-]*(?:\s[\w’'ʼ:-]+){3})"
)
_ARROW = re.compile(r"(?<=\s)[→⇒➡]\s?(?=\S)|(?<=\s)[→⇒➡](?=\s)")
_MAX_TITLE = 200
_PARTICLES = "をのにはがとでや"  #: a title does not end with one
_FIRST = re.compile(r"1[.)]\s")
_ENUMERATED = re.compile(r"(?<=\s)(\d{1,2})[.)]\s(?=\S)")
_LEAST_PHRASE = 4  #: characters in front of a space that may end a Japanese or Chinese title
_GOES_ON = re.compile(
    r"(?:[-:,(\[&]|\b(?:an?|and|are|as|at|by|for|from|in|into|is|of|on|or|over|the|to|under|using|via|with))$",
    re.I,
)
PAPER_LABEL = re.compile(
    r"[【\[(]?\s?(?:論文紹介|紹介論文|論文|论文(?:介绍|解读|分享)?|paper(?: (?:spotlight|highlight))?)\s?"
    r"[(#]?\d{0,2}(?:\s?/\s?\d{1,2})?\)?\s?[】\])]?\s?:?",
    re.I,
)
_TITLE_BRACKET = re.compile(r"[(\[【][^()\[\]【】]{2,80}[)\]】]$")


@dataclass(frozen=True, slots=True)
class Page:
    """A slide as a reader sees it.

    Attributes:
        title: What stands above the rest, or None.
        items: The rest, in order.
        plain: All of it, normalised only: the white space is still there.
    """

    slide: Slide
    title: Passage | None
    items: tuple[Passage, ...]
    plain: MappedText

    @property
    def name(self) -> str:
        return " ".join(self.title.text.split()) if self.title else ""

    @property
    def passages(self) -> list[Passage]:
        return [*([self.title] if self.title else []), *self.items]

    def holds(self, offset: int) -> bool:
        return self.slide.start <= offset < self.slide.end


def read_pages(raw: str, slides: Sequence[Slide], flowed: bool) -> list[Page]:
    """Each slide with its title and items; ``flowed``: lines end anywhere."""
    index = LineIndex(raw)
    return [_page(raw, slide, index.line_of(slide.start), flowed) for slide in slides]


def _page(raw: str, slide: Slide, first: int, flowed: bool) -> Page:
    plain = decode(raw, slide.start, slide.end)
    spans = [trimmed(raw, *span) for span in line_spans(raw, slide.start, slide.end)]
    lines = [Line(first + i, a, b, decode(raw, a, b)) for i, (a, b) in enumerate(spans) if a < b]
    if not lines:
        return Page(slide, None, (), plain)
    title, items = _flowed(raw, plain, lines[0]) if flowed else _in_lines(raw, lines)
    return Page(slide, title, tuple(items), plain)


def _in_lines(raw: str, lines: Sequence[Line]) -> tuple[Passage | None, list[Passage]]:
    """The first line, with those that go on with it, and the passages below."""
    taken = 1
    while taken < min(len(lines), 4) and _goes_on(lines[taken - 1].text, lines[taken].text):
        taken += 1
    title = replace(line_passage(raw, lines[0]), level=2)
    if taken > 1:
        title = _passage(raw, (title.start, lines[taken - 1].end), replace(title, number=lines[0].number))
    items = [replace(p, form=Form.PARAGRAPH) for p in read_passages(raw, lines[taken:])]
    return title, [_passage(raw, (p.start, p.end), p) if "\n" in p.text else p for p in items]


def _goes_on(above: str, below: str) -> bool:
    """Whether a title that is broken across lines goes on in the line below."""
    if len(above) + len(below) > _MAX_TITLE or re.match(r"[-*•◦▪‣■□●○→|]|\d{1,2}[.)]\s", below):
        return False
    cited = any(c.labelled and c.title and c.title[1] >= len(above) - 1 for c in find_citations(above))
    opened = _OPENS.match(above) is not None and bool(re.match(r"[A-Za-z]", below))
    if PAPER_LABEL.fullmatch(above):
        return True
    return bool(_GOES_ON.search(above) or below[0].islower() or _TITLE_BRACKET.match(below)) or (
        (cited or opened) and below[:1].isascii() and below[:1].isalpha() and not below.endswith((".", "。"))
    )


def _flowed(raw: str, plain: MappedText, first: Line) -> tuple[Passage | None, list[Passage]]:
    end = _title_end(plain.text)
    pieces = _pieces(plain.text, end, bool(read_label(plain.text)))
    if end > _MAX_TITLE and first.end < plain.raw_span(0, len(plain.text))[1]:
        end = len(first.text)
        pieces = _pieces(plain.text, end, False)
    like = Passage(Form.PARAGRAPH, first.number, 0, first.start, first.end, plain)
    spans = [trimmed(raw, *plain.raw_span(a, b)) for a, b in pieces]
    items = [_passage(raw, span, like) for span in spans if span[0] < span[1]]
    title = trimmed(raw, *plain.raw_span(0, end))
    heading = replace(like, form=Form.HEADING, level=2)
    return (_passage(raw, title, heading) if title[0] < title[1] else None), items


def _title_end(text: str) -> int:
    """Where the title of a flowed slide ends: at a bullet, a mark, or a space behind a Japanese phrase."""
    label = read_label(text)
    opens = _OPENS.match(text)
    start = label.start if label else opens.end() if opens else 0
    for stop in _TITLE_STOP.finditer(text, max(start - 1, 0)):
        phrase = stop.group().isspace() and text[stop.start() - 1] not in "?!。)]】"
        short = stop.start() - start < _LEAST_PHRASE or text[stop.start() - 1] in _PARTICLES
        if stop.start() >= start and not (phrase and short and not _FIRST.match(text, stop.end())):
            return stop.start()
    return len(text)


def _pieces(text: str, start: int, arrows: bool) -> list[tuple[int, int]]:
    """What stands between bullets, marks and labels; on a slide that lists papers, arrows as well."""
    stops = {hit.span() for hit in _ITEM_STOP.finditer(text, start)}
    if arrows:
        stops |= {hit.span() for hit in _ARROW.finditer(text, start)}
    numbers = list(_ENUMERATED.finditer(text, start))
    if len(numbers) > 2 and [int(hit[1]) for hit in numbers] == list(range(1, len(numbers) + 1)):
        stops |= {(hit.start(), hit.start()) for hit in numbers}
    ordered = sorted(stops)
    starts = [start, *(end for _, end in ordered)]
    return list(zip(starts, [*(begin for begin, _ in ordered), len(text)], strict=True))


def _passage(raw: str, span: tuple[int, int], like: Passage) -> Passage:
    """A passage of broken lines: in its text they are mended."""
    mapped = decode(raw, *span, Coding.FLOWED)
    return replace(like, start=span[0], end=span[1], mapped=mapped, coding=Coding.FLOWED)
