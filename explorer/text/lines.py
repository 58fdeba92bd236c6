"""Lines of a text and the way from an offset to its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_LINE_END = re.compile(
    r"\r\n|\n|\r"
)  # str.splitlines also splits at U+2028 and form feeds, which editors do not


def line_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of each line of ``text[start:end]``, without its line end."""
    stop = len(text) if end is None else min(end, len(text))
    for found in _LINE_END.finditer(text, start, stop):
        yield start, found.start()
        start = found.end()
    if start < stop:
        yield start, stop


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and byte-order marks at its ends (start == end where nothing is left)."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\ufeff"):
        end -= 1
    return start, end


class LineIndex:
    """Line numbers, from 1, of offsets in one text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def line_of(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def start_of(self, line: int) -> int:
        """Offset at which the line begins; IndexError where there is no such line."""
        if line < 1:
            raise IndexError(line)
        return self._starts[line - 1]

    def __len__(self) -> int:
        return len(self._starts)
