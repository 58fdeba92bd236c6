"""The words of a PDF, line by line with their places.

Only for the worker process: PDFium is not thread-safe, and a file that breaks it must not break us.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from explorer.errors import ImportFailed

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES: Final = 3_000
MOST_CHARS: Final = 10_000_000
MOST_MEMORY_BYTES: Final = 450 * 1024 * 1024  #: beyond what the process and the file take
_PASSWORD: Final = 4  #: FPDF_ERR_PASSWORD of fpdfview.h
_LINE = re.compile(r"[^\r\n]+")
_MOST_PIECES = 2_000  #: of one page, when its columns are sought

Box = tuple[float, float, float, float]  #: left, bottom, right, top in points, y upwards


@dataclass(frozen=True, slots=True)
class PdfLine:
    """Attributes:
    text: As PDFium gives it; U+FFFE stands for a hyphen at which a word was divided.
    height: Of its letters, in points.
    """

    text: str
    left: float
    bottom: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """Attributes: pieces: what stands apart from left to right, or () where nothing stands side by side."""

    width: float
    height: float
    lines: tuple[PdfLine, ...]
    pieces: tuple[PdfLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfText:
    """Attributes: stated_pages: how many the file has; fewer may have been read."""

    pages: tuple[PdfPage, ...]
    stated_pages: int


def read_pdf(content: bytes, progress: Callable[[int, int], None]) -> PdfText:
    """Pages in order, up to MOST_PAGES and MOST_CHARS.

    Raises:
        ImportFailed: Locked, damaged, or no PDF.
        MemoryError: More memory than MOST_MEMORY_BYTES is wanted (where the system can hold us to it).
    """
    with _memory_cap(MOST_MEMORY_BYTES + 2 * len(content)):
        document = _open(content)
        try:
            return _read(document, progress)
        finally:
            document.close()


def _open(content: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise ImportFailed(
                "The PDF is locked with a password.", "Save a copy without a password, then import that."
            ) from error
        raise ImportFailed(
            "The PDF is damaged or incomplete.", "Download it again, or open it elsewhere and save a copy."
        ) from error


def _read(document: PdfDocument, progress: Callable[[int, int], None]) -> PdfText:
    from pypdfium2 import PdfiumError

    stated = len(document)
    pages: list[PdfPage] = []
    chars = 0
    for number in range(min(stated, MOST_PAGES)):
        progress(number, stated)
        try:
            pages.append(_page(document, number))
        except PdfiumError:
            pages.append(PdfPage(0, 0, ()))  # a page that cannot be read is told as one without text
        chars += sum(len(line.text) for line in pages[-1].lines)
        if chars > MOST_CHARS:
            break
    return PdfText(tuple(pages), stated)


def _page(document: PdfDocument, number: int) -> PdfPage:
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            width, height = page.get_size()
            lines = tuple(_lines(words))
            return PdfPage(width, height, lines, _pieces(words))
        finally:
            words.close()
    finally:
        page.close()


def _lines(words: PdfTextPage) -> Iterator[PdfLine]:
    """The lines in the order in which they were written; a place is that of the first and last letter."""
    count = words.count_chars()
    text = words.get_text_range() if count > 0 else ""
    for found in _LINE.finditer(text):
        shown = found[0].strip()
        if shown:
            first = found.start() + found[0].index(shown[0])
            yield _line(words, shown, min(first, count - 1), min(first + len(shown) - 1, count - 1))


def _line(words: PdfTextPage, text: str, first: int, last: int) -> PdfLine:
    left, bottom, _, top = words.get_charbox(first, loose=True)
    right = words.get_charbox(last, loose=True)[2]
    return PdfLine(text, left, bottom, right, top - bottom)


def _pieces(words: PdfTextPage) -> tuple[PdfLine, ...]:
    """Runs of text with their boxes, where some stand side by side on one line."""
    count = words.count_rects()
    if not 2 <= count <= _MOST_PIECES:
        return ()
    boxes: list[Box] = [words.get_rect(i) for i in range(count)]
    beside = sum(a[2] < b[0] and a[1] < b[3] and b[1] < a[3] for a, b in pairwise(boxes))
    if 4 * beside < count:
        return ()
    made = []
    for left, bottom, right, top in boxes:
        text = words.get_text_bounded(left, bottom, right, top).replace("\x02", "\ufffe").strip()
        made.append(PdfLine(text, left, bottom, right, top - bottom))
    return tuple(made)


@contextmanager
def _memory_cap(more: int) -> Iterator[None]:
    """Let the process have so many more bytes of addresses; nothing where the system has no such limit."""
    if not sys.platform.startswith("linux"):
        yield
        return
    import resource
    from pathlib import Path

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + more
    hard = before[1]
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
