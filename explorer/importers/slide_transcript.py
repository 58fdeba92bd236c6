"""Transcript of a slide deck: pages divided by form feeds, "Slide 3", "3/40" or the numbers of a list."""

from __future__ import annotations

import re

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import read_lines
from explorer.importers._slides import slide_starts
from explorer.importers._slides_document import slides_document
from explorer.model import Document

_JSON = re.compile(r"[\ufeff\s]{0,9}[\[{]\s{0,9}[\"\[{]")
_HEAD_CHARS = 30_000
_SURE = 0.6
_MANY = 5  #: slides
_MOST_SLIDES = 5_000


def recognise(source: Source) -> float:
    """Moderately sure where a text divides itself into several slides."""
    head = source.text[:_HEAD_CHARS]
    if _JSON.match(head):
        return 0.0
    starts = slide_starts(head, read_lines(head))
    return (_SURE if len(starts) >= _MANY else 0.5) if starts else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where the source holds no slides."""
    lines = read_lines(source.text)
    starts = slide_starts(source.text, lines)
    if not starts:
        raise ImportFailed(
            f"{source.name} is not divided into slides.",
            "Slides begin with a line such as “Slide 3” or “3/40”, or with a form feed.",
        )
    if len(starts) > _MOST_SLIDES:
        raise ImportFailed(f"{source.name} has more than {_MOST_SLIDES:,} slides.", "Import it in parts.")
    return (slides_document(source, lines),)


IMPORTER = Importer("Transcript of a slide deck", (".txt", ".md"), recognise, read)
