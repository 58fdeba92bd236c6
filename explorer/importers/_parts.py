"""A text in parts: a heading with what stands below it, and the citations in that."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from explorer.importers._markdown import plain
from explorer.importers._paper_fields import only_fields
from explorer.importers._passages import Form, Passage
from explorer.importers._proofs import Citation
from explorer.importers._subject import GENERIC
from explorer.importers._title_shape import names_in

Finder = Callable[[Passage], list[Citation]]

_LABELS = re.compile(
    r"\b(?:arxiv|paper|pdf|code|link|url|project page|openreview|doi|authors?|venue|in|github|by)\b|论文|"
    r"链接|作者|代码|地址|論文|著者|リンク|コード",
    re.I,
)
_YEAR = re.compile(r"\(?(?<!\d)(?:19|20)\d\d(?!\d)\)?")
_DIVISIONS = 6  #: of a section are read to tell what it is about


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A heading with what stands below it.

    Attributes:
        cited: The citations of each passage of the body.
        below: What stands under deeper headings that only say "Method", "Results" …
    """

    heading: Passage | None
    body: tuple[Passage, ...]
    cited: tuple[tuple[Citation, ...], ...]
    name: str = ""
    below: tuple[Passage, ...] = ()


def parts_of(passages: Sequence[Passage], find: Finder) -> list[Part]:
    """The parts in order; what stands before the first heading is one without."""
    heads = [i for i, p in enumerate(passages) if p.form is Form.HEADING]
    starts = [-1, *heads] if not heads or heads[0] > 0 else heads
    parts = []
    for start, end in zip(starts, [*starts[1:], len(passages)], strict=True):
        heading = passages[start] if start >= 0 else None
        body = tuple(passages[start + 1 : end])
        cited = tuple(tuple(find(p)) for p in body)
        parts.append(Part(heading, body, cited, plain(heading.text) if heading else ""))
    return [replace(part, below=_below(parts, i)) for i, part in enumerate(parts)]


def _below(parts: Sequence[Part], i: int) -> tuple[Passage, ...]:
    """The passages under the generic headings that divide a part."""
    found: list[Passage] = []
    for part in parts[i + 1 : i + 1 + _DIVISIONS]:
        above = parts[i].heading
        if not (above and part.heading and part.heading.level > above.level and GENERIC.fullmatch(part.name)):
            break
        found += part.body
    return tuple(found)


def has_title(cited: Sequence[Citation]) -> bool:
    """Whether one of the citations names its paper by a title."""
    return any(c.title for c in cited)


def is_bare(text: str, cited: Sequence[Citation]) -> bool:
    """Whether a passage holds citations, ids or names of authors, and nothing that is said of them."""
    rest = rest_of(text, cited)
    if not any(map(str.isalpha, rest)):
        return bool(cited)
    if only_fields(text):
        return True
    return len(rest) <= 600 and ("," in rest or bool(cited)) and names_in(rest)


def rest_of(text: str, cited: Sequence[Citation]) -> str:
    """What a passage says besides its citations, without labels and punctuation at its ends."""
    pieces, done = [], 0
    for citation in cited:
        pieces.append(text[done : citation.start])
        done = max(done, citation.end)
    rest = _LABELS.sub(" ", _YEAR.sub(" ", plain(" ".join((*pieces, text[done:])))))
    return " ".join(rest.split()).strip(" \"'()[]|:;,.*_–—-")
