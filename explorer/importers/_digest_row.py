"""One row of a digest's table: number, title, what the digest says of the paper, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from explorer.importers._blocks import Line, make_span
from explorer.importers._links import Identifiers, code_links, identifiers
from explorer.importers._markdown import Link, cells, links, plain
from explorer.model import PaperRecord
from explorer.text.fingerprint import title_fingerprint
from explorer.text.latex import latex_to_plain

_NUMBER = re.compile(r"\s{0,9}(?:\*\*)?(\d{1,3})\s?[).:]\s{0,9}")
# "*8Name**": a star typed without the shift key
_BOLD = re.compile(r"\s{0,9}(?:\*\*|\*8(?=[A-Z]))([^*\n]{1,300})\*\*[\s:–—-]{0,9}")
_DASH = re.compile(r"\s[-–—]\s")
_GAP = re.compile(r"\s{2,9}")
_MAX_TITLE = 250
_SOCIAL = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter\.com|x\.com|t\.co|linkedin\.com|youtu\.be|youtube\.com)/", re.I
)
_PAPER_LABEL = re.compile(r"paper|arxiv|pdf|report|system card|preprint|book|thesis", re.I)
_CODE_LABEL = re.compile(r"code|github|gitlab|repo|implementation", re.I)
_REPOSITORY = re.compile(r"https?://(?:www\.)?[^/]+/[^/]+/[^/]+/?")


class Style(Enum):
    """What stands between title and text where the title is not bold."""

    DASH = _DASH
    GAP = _GAP


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Attributes:
    title, summary, meta: (start, end) in the line's text; the latter two may be empty.
    links: Of the cells behind the first, and of the title.
    """

    line: Line
    rank: int | None
    title: tuple[int, int]
    summary: tuple[int, int]
    meta: tuple[int, int]
    links: tuple[Link, ...]
    ids: Identifiers


def style_of(rows: Iterable[str]) -> Style:
    """The separator that comes first in most rows whose title is not bold."""
    dashes = gaps = 0
    for row in rows:
        start, end = _content(row)
        if not _BOLD.match(row, start, end):
            dash, gap = (pattern.search(row, start, end) for pattern in (_DASH, _GAP))
            first_is_dash = dash is not None and (gap is None or dash.start() < gap.start())
            dashes += first_is_dash
            gaps += gap is not None and not first_is_dash
    return Style.DASH if dashes >= gaps else Style.GAP


def read_row(line: Line, style: Style) -> Row | None:
    """The paper of a table row; None where no title can be told from the text."""
    text = line.text
    number = _NUMBER.match(text, *_cell(text))
    divided = _divide(text, _content(text), style)
    if divided is None or not plain(text[slice(*divided[0])]):
        return None
    title, summary = divided
    meta = _trim(text, _cell(text)[1], len(text), " |\t")
    named = _in_title(text, title, summary)
    found = (*named, *links(text[slice(*meta)]))
    return Row(line, int(number[1]) if number else None, title, summary, meta, found, identifiers_of(found))


def row_record(raw: str, row: Row, section: str) -> PaperRecord:
    text = row.line.text
    evidence = make_span(raw, *row.line.raw_range(*row.title))
    code = code_links(link.url for link in row.links if _is_code(link))
    urls = dict.fromkeys(
        link.url for link in row.links if link.url not in code and not _SOCIAL.match(link.url)
    )
    return PaperRecord(
        title=latex_to_plain(plain(text[slice(*row.title)])),
        evidence=evidence,
        as_written=evidence.exact,
        arxiv_id=row.ids.arxiv_id,
        arxiv_version=row.ids.arxiv_version,
        doi=row.ids.doi,
        openreview=row.ids.openreview,
        code_urls=code,
        urls=tuple(urls),
        section=section,
        rank=row.rank,
    )


def _cell(text: str) -> tuple[int, int]:
    ranges = cells(text)
    return ranges[0] if ranges else (0, 0)


def _content(text: str) -> tuple[int, int]:
    """The first cell behind its number."""
    start, end = _cell(text)
    number = _NUMBER.match(text, start, end)
    return (number.end() if number else start), end


def _divide(
    text: str, content: tuple[int, int], style: Style
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """(title, summary) in the first cell; None where the title has no end."""
    start, end = content
    bold = _BOLD.match(text, start, end)
    if bold:
        return _trim(text, *bold.span(1)), _trim(text, bold.end(), end)
    start, end = _trim(text, start, end)
    for pattern in (style.value, _DASH, _GAP):
        found = pattern.search(text, start, min(end, start + _MAX_TITLE))
        if found:
            return (start, found.start()), _trim(text, found.end(), end)
    return ((start, end), (end, end)) if end - start <= _MAX_TITLE else None


def _trim(text: str, start: int, end: int, edge: str = " \t") -> tuple[int, int]:
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, end


def _in_title(text: str, title: tuple[int, int], summary: tuple[int, int]) -> list[Link]:
    """Links on the title itself, or on its name where the text repeats it."""
    name = title_fingerprint(plain(text[slice(*title)]))
    repeated = [link for link in links(text[slice(*summary)]) if title_fingerprint(link.label) == name]
    return [*links(text[slice(*title)]), *repeated]


def identifiers_of(found: Sequence[Link]) -> Identifiers:
    """Identifiers that links to the paper name, else those of the other links."""
    papers = [link.url for link in found if _PAPER_LABEL.search(link.label)]
    others = [link.url for link in found if not _SOCIAL.match(link.url)]
    return identifiers([*papers, *others])


def _is_code(link: Link) -> bool:
    return bool(_CODE_LABEL.search(link.label) or _REPOSITORY.fullmatch(link.url))
