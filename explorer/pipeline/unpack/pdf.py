"""PDF: its text by the worker process, which is ended when it takes too long or too much."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from explorer.errors import Cancelled, ExplorerError, ImportFailed
from explorer.model import Issue
from explorer.pipeline.unpack.taken import Taken, take
from explorer.text.page_flow import PlacedLine, PlacedPage, flow

if TYPE_CHECKING:
    from explorer.compute.pdf_text import PdfLine, PdfText

MOST_PDF_BYTES: Final = 128 * 1024 * 1024
MOST_PDF_S: Final = 60.0
_HEAD_BYTES = 1024  #: in which readers of PDF look for its mark
_MARK = b"%PDF-"
_NAMED_PAGES = 12


def is_pdf(content: bytes) -> bool:
    """Whether the bytes say that they are a PDF; some files have a little in front of it."""
    at = content.find(_MARK, 0, _HEAD_BYTES)
    return at == 0 or (at > 0 and (b"\n" not in content[:at] or not content[:at].strip()))


def unpack_pdf(
    name: str, content: bytes, progress: Callable[[int, int], None], most_s: float = MOST_PDF_S
) -> Taken:
    """Text of the pages; slides apart by form feeds, papers as headings and paragraphs.

    Raises:
        ImportFailed: Locked, damaged, no text on any page, or above a limit, which is named.
    """
    if len(content) > MOST_PDF_BYTES:
        raise ImportFailed(
            f"{name} is a PDF of more than {MOST_PDF_BYTES // 1024 // 1024} MB.", "Import it in parts."
        )
    read = _read(name, content, progress, most_s)
    text = flow([_placed(page.width, page.height, page.lines, page.pieces) for page in read.pages])
    if not any(map(str.isalnum, text)):
        raise ImportFailed(
            f"{name} has no text on its {len(read.pages)} pages: they are pictures.",
            "Have the scan recognised (OCR) elsewhere, then import the PDF with its text.",
        )
    return take(text, _issues(name, read))


def _read(name: str, content: bytes, progress: Callable[[int, int], None], most_s: float) -> PdfText:
    from explorer.compute.pdf_text import PdfText
    from explorer.pipeline.worker import Worker

    until = time.monotonic() + most_s

    def is_late() -> bool:
        return time.monotonic() > until

    with Worker() as worker:
        try:
            read = worker.call(
                "explorer.compute.pdf_text:read_pdf", content, is_cancelled=is_late, progress=progress
            )
        except Cancelled as error:
            if not is_late():
                raise
            raise ImportFailed(
                f"{name} was stopped: a PDF may take {most_s:g} seconds.", "Import it in parts."
            ) from error
        except ExplorerError as error:
            raise ImportFailed(f"{name} cannot be read: {error.message}", error.hint) from error
    assert isinstance(read, PdfText)
    return read


def _placed(
    width: float, height: float, lines: tuple[PdfLine, ...], pieces: tuple[PdfLine, ...]
) -> PlacedPage:
    placed, apart = (
        tuple(PlacedLine(p.text, p.left, p.bottom, p.right, p.height) for p in some)
        for some in (lines, pieces)
    )
    return PlacedPage(width, height, placed, apart)


def _issues(name: str, read: PdfText) -> list[Issue]:
    empty = [number for number, page in enumerate(read.pages, 1) if not page.lines]
    found = []
    if empty:
        numbers = ", ".join(map(str, empty[:_NAMED_PAGES])) + (" …" if len(empty) > _NAMED_PAGES else "")
        found.append(
            Issue(0, name, f"{len(empty)} of {len(read.pages)} pages hold no text (pictures?): {numbers}.")
        )
    if len(read.pages) < read.stated_pages:
        found.append(
            Issue(0, name, f"Only the first {len(read.pages)} of {read.stated_pages} pages were read: limit.")
        )
    return found
