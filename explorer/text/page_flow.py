"""Lines of pages as running text: slides stay apart, papers become headings and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from explorer.text.scripts import HAN, KANA

PAGE_MARK = "\f"
_DIVIDED = re.compile(r"[\ufffe\x02]\s{0,9}")
_COMPOUND = re.compile(r"\b\w++(?:-\w++){1,4}")
_HEAD = re.compile(r"(?<![\w-])[\w-]++$")
_REST = re.compile(r"[\w-]+")
_MOST_WORD_CHARS = 60
_MARK_ITEM = re.compile(r"(?:[-*•◦▪‣■□●○–—]|\[?\d{1,3}[\].)]|\(\d{1,2}\))\s")
_BARE_NUMBER = re.compile(r"[-–—\s]{0,5}\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?[-–—\s]{0,5}", re.I)
_DIGITS = re.compile(r"\d+")
_WIDE = re.compile(rf"[{KANA}{HAN}、。「」（）！？：；，]")
_ENDS = tuple(".!?:。！？：)]」")
_HEADING = 1.15  #: times the body's height
_MOST_HEADING_CHARS = 200
_SAME_HEIGHT = 0.12
_NEXT_LINE = 2.0  #: heights between the bottoms of two lines of one paragraph, at most
_FULL = 0.85  #: of the column's width: a line that goes on
_COLUMN_STEP = 20.0  #: points between the beginnings of lines of one column, at most
_INDENT = 0.8  #: heights
_EDGE_LINES = 2  #: at the top and the foot of a page, where running heads stand
_FEW = 3
_WORD_GAP = 12.0  #: points between two words of one line, at most
_COLUMN_LINES = 6
_COLUMN_SHARE = 0.25  #: of the page's width, that a column of prose has at least


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and where it stands, in points, y upwards."""

    text: str
    left: float
    bottom: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """Attributes: pieces: runs of text that stand side by side, in the order of writing, or ()."""

    width: float
    height: float
    lines: tuple[PlacedLine, ...]
    pieces: tuple[PlacedLine, ...] = ()


def flow(pages: Sequence[PlacedPage]) -> str:
    """The text of the pages.

    Of a deck (most pages are wider than high) each page keeps its lines, with PAGE_MARK between two pages.
    Otherwise lines become paragraphs, large ones headings ("# ", "## "), and page numbers and running
    heads are left out. Columns that were written across are read one after the other. A word that was
    divided at a line end is whole again; the hyphen stays where the document has it elsewhere.
    """
    text = _deck(pages) if _is_deck(pages) else _prose(pages)
    return _undivided(text)


def _is_deck(pages: Sequence[PlacedPage]) -> bool:
    filled = [page for page in pages if page.lines]
    return 2 * sum(page.width > page.height for page in filled) > len(filled)


def _deck(pages: Sequence[PlacedPage]) -> str:
    return f"\n{PAGE_MARK}\n".join("\n".join(line.text for line in page.lines) for page in pages) + "\n"


def _prose(pages: Sequence[PlacedPage]) -> str:
    ordered = _without_running([_in_reading_order(page) for page in pages])
    heights = [line.height for lines in ordered for line in lines for _ in range(0, len(line.text), 10)]
    body = median(heights) if heights else 0.0
    largest = max((line.height for line in (ordered[0] if ordered else ())), default=0.0)
    out: list[str] = []
    last: PlacedLine | None = None
    last_right = 0.0
    for lines in ordered:
        for line, right in zip(lines, _column_rights(lines), strict=True):
            heading = _is_heading(line, body)
            if last and _goes_on(last, line, (heading, _is_heading(last, body), last_right)):
                out += [_gap(last.text, line.text), line.text]
            else:
                level = "# " if heading and line.height >= largest and not out else "## " if heading else ""
                tight = last is None or (_MARK_ITEM.match(last.text) and _MARK_ITEM.match(line.text))
                out += ["" if last is None else "\n" if tight else "\n\n", level + line.text]
            last, last_right = line, right
    return "".join(out) + "\n"


def _is_heading(line: PlacedLine, body: float) -> bool:
    return (
        line.height > _HEADING * body
        and len(line.text) <= _MOST_HEADING_CHARS
        and sum(map(str.isalpha, line.text)) >= 2
    )


def _goes_on(above: PlacedLine, below: PlacedLine, about: tuple[bool, bool, float]) -> bool:
    """Whether a line belongs to the paragraph, or the heading, of the one before it."""
    heading, above_heading, right = about
    if heading != above_heading or abs(above.height - below.height) > _SAME_HEIGHT * above.height:
        return False
    if above.text.endswith(("\ufffe", "\x02")):
        return True
    if _MARK_ITEM.match(below.text):
        return False
    near = 0 < above.bottom - below.bottom <= _NEXT_LINE * above.height
    if heading:
        return near
    runs_on = below.text[0].islower()
    if not near:  # the next column or page
        return runs_on and not above.text.endswith(_ENDS)
    if not _MARK_ITEM.match(above.text) and below.left > above.left + _INDENT * above.height:
        return runs_on
    full = above.right - above.left >= _FULL * (right - above.left)
    return full or (runs_on and not above.text.endswith(_ENDS))


def _column_rights(lines: Sequence[PlacedLine]) -> list[float]:
    """For each line, how far the lines go that begin about where it does."""
    farthest: dict[int, float] = {}
    for line in lines:
        at = int(line.left // _COLUMN_STEP)
        farthest[at] = max(farthest.get(at, line.right), line.right)
    return [
        max(farthest.get(int(line.left // _COLUMN_STEP) + step, line.right) for step in (-1, 0, 1))
        for line in lines
    ]


def _gap(above: str, below: str) -> str:
    """What stands between two lines of one paragraph."""
    wide = _WIDE.match(above[-1]) and _WIDE.match(below)
    return "" if wide or above.endswith(("\ufffe", "\x02")) else " "


def _without_running(pages: Sequence[Sequence[PlacedLine]]) -> list[list[PlacedLine]]:
    """The pages without bare page numbers and without lines that stand at the edge of most pages."""
    seen = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    often = {key for key, times in seen.items() if times >= _FEW and 2 * times > len(pages)}
    kept = []
    for lines in pages:
        edges = {id(line) for line in _edges(lines)}
        numbers = {id(line) for line in (*lines[:1], *lines[-1:]) if _BARE_NUMBER.fullmatch(line.text)}
        kept.append(
            [
                line
                for line in lines
                if id(line) not in numbers and not (id(line) in edges and _key(line) in often)
            ]
        )
    return kept


def _edges(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    return [*lines[:_EDGE_LINES], *lines[max(len(lines) - _EDGE_LINES, _EDGE_LINES) :]]


def _key(line: PlacedLine) -> str:
    return _DIGITS.sub("0", line.text)


def _in_reading_order(page: PlacedPage) -> Sequence[PlacedLine]:
    """The lines as written, or, where two columns of prose were written across, the left one first."""
    middle = page.width / 2
    pieces = _merged(page.pieces, middle)
    left = [piece for piece in pieces if piece.right <= middle]
    right = [piece for piece in pieces if piece.left >= middle]
    sides = [piece.left >= middle for piece in pieces if piece.right <= middle or piece.left >= middle]
    switches = sum(a != b for a, b in pairwise(sides))
    wide = all(
        len(side) >= _COLUMN_LINES and median(p.right - p.left for p in side) > _COLUMN_SHARE * page.width
        for side in (left, right)
    )
    if not wide or 2 * switches < len(sides):
        return page.lines
    return list(_bands(pieces, middle))


def _merged(pieces: Sequence[PlacedLine], middle: float) -> list[PlacedLine]:
    """Neighbours on one line and on one side of the middle as one piece."""
    made: list[PlacedLine] = []
    for piece in (piece for piece in pieces if piece.text):
        last = made[-1] if made else None
        if last and _is_one_run(last, piece) and (last.right <= middle) == (piece.right <= middle):
            made[-1] = replace(last, text=f"{last.text} {piece.text}", right=piece.right)
            continue
        made.append(piece)
    return made


def _is_one_run(one: PlacedLine, other: PlacedLine) -> bool:
    return abs(one.bottom - other.bottom) < one.height / 2 and 0 <= other.left - one.right < _WORD_GAP


def _bands(pieces: Sequence[PlacedLine], middle: float) -> Iterator[PlacedLine]:
    """What crosses the middle divides the page; between two such lines the left column goes first."""
    ordered = sorted(pieces, key=lambda piece: -piece.bottom)
    left: list[PlacedLine] = []
    right: list[PlacedLine] = []
    for piece in ordered:
        if piece.right <= middle:
            left.append(piece)
        elif piece.left >= middle:
            right.append(piece)
        else:
            yield from (*left, *right, piece)
            left, right = [], []
    yield from (*left, *right)


def _undivided(text: str) -> str:
    """Words divided at line ends, whole again."""
    if _DIVIDED.search(text) is None:
        return text
    known = {word.lower() for word in _COMPOUND.findall(text)}
    pieces: list[str] = []
    done = 0
    for found in _DIVIDED.finditer(text):
        head = _HEAD.search(text[max(found.start() - _MOST_WORD_CHARS, 0) : found.start()])
        rest = _REST.match(text[found.end() : found.end() + _MOST_WORD_CHARS])
        pieces.append(text[done : found.start()])
        pieces.append("" if head and rest and _is_one_word(head[0], rest[0], known) else "-")
        done = found.end()
    return "".join((*pieces, text[done:]))


def _is_one_word(head: str, rest: str, known: set[str]) -> bool:
    if "-" in head or f"{head}-{rest}".lower() in known:
        return False
    return head[-1].islower() and rest[0].islower()
