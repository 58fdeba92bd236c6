"""Sentences of English, Japanese and Chinese prose, and of the three mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from explorer.text.lines import trimmed

#: a full stop ends a sentence before a space or kana and kanji, but not in "v0.2", "e.g. " and "et al. "
_END = re.compile(
    r"(?=[。!?！？;；.<\s])(?:"  # a quick look first: most places end nothing
    r"[。!?！？]+[」』）)”’\"']*|;\s|；|<br>|\s(?=[←•◦▪■●▶☆★]\s?\S)|"
    r"\n[ \t]*(?=[\n•◦▪・*#>|→-]|\d{1,3}[.)]\s)|"
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bet al)(?<!\bcf)(?<!\bFig)(?<!\bEq)(?<!\bSec)(?<![A-Z])"
    r"\.[”’\"')]*(?=\s|$|[\u3041-\u30ff\u4e00-\u9fff])|"
    r"(?<=[\u3041-\u30ff\u4e00-\u9fff])\.(?!\d)|"
    r"(?<=[A-Z]{2})\.(?=\s[A-Z]|\s?$|[\u3041-\u30ff\u4e00-\u9fff]))"
)

_NEAR = 500  #: characters before a place in which the end of the sentence before it is looked for first


def sentence_spans(text: str, begin: int = 0) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence from ``begin`` on, its full stop included, without white space around it.

    A semicolon closes a sentence as well (digests put one statement between two
    of them), and a line end before an empty line or a bullet.
    """
    start = begin
    for hit in _END.finditer(text, begin):
        yield from _span(text, start, hit.end())
        start = hit.end()
    yield from _span(text, start, len(text))


def _span(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = trimmed(text, start, end)
    if start < end:
        yield start, end


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Span of the sentence that holds ``text[start:end]``; of all sentences that it touches."""
    until = max(end, start + 1)
    hits = takewhile(lambda hit: hit.end() <= start, _END.finditer(text, max(start - _NEAR, 0)))
    begin = max((hit.end() for hit in hits), default=0)
    reached = takewhile(lambda span: span[0] < until, sentence_spans(text, begin))
    touching = [span for span in reached if start < span[1]]
    return (touching[0][0], touching[-1][1]) if touching else (start, end)
