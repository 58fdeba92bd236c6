"""References that a page breaks over several passages: authors and year, title, a full stop, the id."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.importers._citations import find_citations
from explorer.importers._passages import Form, Passage, join
from explorer.importers._title_shape import is_title
from explorer.importers._witnesses import author_lists

_PASSAGES = 7  #: over so many a reference may be spread
_CHARS = 220


def with_spread_citations(raw: str, passages: Sequence[Passage]) -> list[Passage]:
    """The passages, each reference that begins with authors and a year and runs over several as one."""
    found: list[Passage] = []
    i = 0
    while i < len(passages):
        end = _end(passages, i)
        found.append(join(raw, passages[i:end]) if end > i + 1 else passages[i])
        i = end
    return found


def _end(passages: Sequence[Passage], start: int) -> int:
    """Index behind the last passage of the reference that begins at ``start``; ``start + 1`` if none does."""
    first = passages[start]
    if first.form is Form.HEADING or not any(a == 0 for a, *_ in author_lists(first.text[:4000])):
        return start + 1
    end = start + 1
    for i in range(start, min(start + _PASSAGES, len(passages))):
        if len(passages[i].text) > (_CHARS if i > start else 4000) or (
            i > start and passages[i].level in range(1, 7)
        ):
            break
        cited = find_citations(passages[i].text)
        if any(c.ids.arxiv_id or c.ids.doi or c.ids.openreview for c in cited):
            return i + 1
        if i == start + 1 and not find_citations(first.text) and is_title(passages[i].text, strict=True):
            end = i + 1
    return end
