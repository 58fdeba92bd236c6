"""One item of a digest's list: bold or linked title, what the digest says of the paper, links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explorer.importers._blocks import Line
from explorer.importers._digest_row import Row, identifiers_of
from explorer.importers._links import Identifiers
from explorer.importers._markdown import Link, links, plain
from explorer.text.urls import find_urls

_MARKER = re.compile(r"(?:[-*+•・]\s{1,4})?(?:\[[ xX]\]\s{1,4})?(?:#{1,6}\s)?")
_NUMBER = re.compile(r"(?:\*\*)?(\d{1,3})\s?[).:]\s{1,4}(?:\*\*(?=\S))?")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\(([^()\s]{1,2000})\)")
_BOLD = re.compile(r"\*\*([^*\n]{2,300})\*\*|__([^_\n]{2,300})__")
_EDGE = " \t-–—:|·,()*_"


def opens_item(text: str) -> bool:
    """Whether a line begins with a mark or number of a list."""
    marker = _MARKER.match(text)
    at = marker.end() if marker else 0
    return at > 0 or _NUMBER.match(text, at) is not None


def is_numbered(text: str) -> bool:
    """Whether a line is an item with a number."""
    marker = _MARKER.match(text)
    return _NUMBER.match(text, marker.end() if marker else 0) is not None


def read_item(line: Line, below: Sequence[Line]) -> Row | None:
    """The paper of a list item; None where nothing proves that it is one.

    A paper has a bold or linked title, and a number in the list or an identifier.

    Args:
        below: Lines that go on with the item; their links are its links.
    """
    text = line.text
    marker = _MARKER.match(text)
    at = marker.end() if marker else 0
    number = _NUMBER.match(text, at)
    start = number.end() - (2 if number[0].endswith("**") else 0) if number else at
    named = list(_LINK.finditer(text, start))
    title, after = _title(text, start, named)
    if not any(map(str.isalpha, plain(text[slice(*title)]))):
        return None
    spans = [found.span() for found in named]
    meta = _links_at_end(text, after, spans)
    summary = _trim(text, _behind_links(text, after, spans), meta)
    found = (*links(text[start:]), *(link for other in below for link in _links_of(other.text)))
    ids = identifiers_of(found)
    if number is None and ids == Identifiers():
        return None
    return Row(line, int(number[1]) if number else None, title, summary, (meta, len(text)), found, ids)


def _title(text: str, start: int, named: Sequence[re.Match[str]]) -> tuple[tuple[int, int], int]:
    """(where the title stands, where its mark-up ends); an empty title where there is none."""
    bold = _BOLD.match(text, start)
    if bold:
        return _trim(text, *bold.span(1 if bold[1] else 2)), bold.end()
    if named and named[0].start() == start and named[0][2].startswith("http"):
        return named[0].span(1), named[0].end()
    return (start, start), start


def _behind_links(text: str, at: int, spans: Sequence[tuple[int, int]]) -> int:
    """Where the text begins behind links that stand directly after the title."""
    for start, end in spans:
        if start >= at and not any(map(str.isalnum, text[at:start])):
            at = end
    return at


def _links_at_end(text: str, title_end: int, spans: Sequence[tuple[int, int]]) -> int:
    """Where the run of links begins that a line ends with."""
    begin = len(text)
    for start, end in reversed(spans):
        if start < title_end or any(map(str.isalnum, text[end:begin])):
            break
        begin = start
    return begin


def _links_of(text: str) -> list[Link]:
    return links(text) or [Link("", found.url) for found in find_urls(text)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in " \t-–—|·(":
        end -= 1
    return start, max(start, end)
