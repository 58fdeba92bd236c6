"""Prose in passages: headings, list items and paragraphs of Markdown or plain text, with raw offsets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from explorer.importers._blocks import Line
from explorer.importers._left_overs import end_of_words
from explorer.importers._markdown import is_rule
from explorer.model import Coding
from explorer.text.mapped import MappedText, decode
from explorer.text.scripts import CJK

_ATX = re.compile(r"(#{1,6})\s{1,9}(?=\S)")
_ITEM = re.compile(r"(?:[-*+•◦▪‣●○■□▶→・]|\(?\d{1,3}[.)、]|\[\d{1,3}\])(?:\s{1,9}|(?<=[•◦▪●・、]))(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_ORNAMENT = re.compile(
    r"<[^<>]{0,300}>$|!\[[^\[\]]{0,300}\]\([^()]{0,1000}\)$|```|[\W_]{1,40}$|\[\[?(?:back|top|toc|返回|目次)"
)
_BRACKETED = re.compile(
    r"(?:【[^【】]{1,60}】|(?:第\s?[\d一二三四五六七八九十]{1,3}\s?[章节節部]|[一二三四五六七八九十]{1,3}、).{1,60})$"
)
_GLUED = re.compile(rf"([a-z]{{3,8}})(?=[A-Z{CJK}])")
_CLOSED = re.compile(r"[.。:：;；,、…」』”\"]$")
_GLUED_HEADINGS = 3  #: so often the same small word stands glued before short lines: an anchor's label
_MARK = re.compile(r"[■◆◇▼▽★☆◎□●▍▌]\s{0,3}(?=\S)")
_BOLD = re.compile(r"(?:#{0,2}\s?)?\*\*(?P<words>[^*]{3,110}?)\*\*:?")
_SENTENCES = re.compile(r"[a-z]{2}[.!]\s[A-Z][a-z]*\s|。.")
_MIN_BELOW = 40  #: characters of a paragraph below a numbered heading
_OFTEN = 3  #: a short line that stands so often on a page belongs to the page, not to the text
_FIELD = re.compile(r"[^\s:]{1,12}:\S|.*(?:arxiv|\bdoi\b)", re.I)
_MAX_HEADING = 120
_MAX_PLAIN_HEADING = 110


class Form(Enum):
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Attributes:
    number: Of its first line, from 1.
    level: Depth of a heading, from 1; 7 for a line of plain text that stands as one.
    start, end: Raw offsets, without the mark of heading or item.
    mapped: That slice, normalised; may hold line ends.
    coding: How ``mapped`` was decoded.
    """

    form: Form
    number: int
    level: int
    start: int
    end: int
    mapped: MappedText
    coding: Coding = Coding.PLAIN

    @property
    def text(self) -> str:
        return self.mapped.text

    def raw_range(self, start: int, end: int) -> tuple[int, int]:
        return self.mapped.raw_span(start, end)


def read_passages(raw: str, lines: Sequence[Line]) -> list[Passage]:
    """The passages in order; ornaments (rules, pictures, tags) belong to none."""
    glued = _glued_label(lines)
    atx = any(_ATX.match(line.text) for line in lines)
    marks = _heading_marks(lines)
    often = {text for text, times in Counter(line.text for line in lines).items() if times >= _OFTEN}
    found: list[Passage] = []
    open_lines: list[Line] = []
    for i, line in enumerate(lines):
        following = lines[i + 1].text if i + 1 < len(lines) else ""
        heading = _heading(raw, line, following, glued) if line.text and line.text not in often else None
        heading = heading or _marked_heading(raw, lines, i, marks)
        if heading is None and line.text not in often and not atx and not open_lines:
            heading = _plain_heading(raw, lines, i)
        starts_item = bool(_ITEM.match(line.text)) or line.text.startswith("|")
        ornament = not line.text or _is_ornament(line.text) or (len(line.text) <= 40 and line.text in often)
        if open_lines and (heading or ornament or starts_item or _ends(open_lines[-1], line)):
            found.append(_flow(raw, open_lines))
            open_lines = []
        if heading:
            found.append(heading)
        elif not ornament:
            open_lines.append(line)
    return [*found, _flow(raw, open_lines)] if open_lines else found


def line_passage(raw: str, line: Line) -> Passage:
    """A whole line as a heading."""
    return _heading_of(raw, line, (0, len(line.text)), 1)


def join(raw: str, passages: Sequence[Passage]) -> Passage:
    """Passages in a row as one."""
    first, end = passages[0], passages[-1].end
    return replace(first, end=end, form=Form.PARAGRAPH, mapped=decode(raw, first.start, end))


def _heading(raw: str, line: Line, following: str, glued: str) -> Passage | None:
    text = line.text
    if found := _ATX.match(text):
        return _heading_of(raw, line, (found.end(), len(text.rstrip("# "))), len(found[1]))
    if len(text) > _MAX_HEADING or _is_ornament(text):
        return None
    if glued and text.startswith(glued) and _GLUED.match(text):
        return _heading_of(raw, line, (len(glued), len(text)), 2)
    if _UNDERLINE.fullmatch(following) and not _ITEM.match(text) and not text.startswith("|"):
        return _heading_of(raw, line, (0, len(text)), 1 if following[0] == "=" else 2)
    return _heading_of(raw, line, (0, len(text)), 2) if _BRACKETED.match(text) else None


def _marked_heading(raw: str, lines: Sequence[Line], i: int, marks: frozenset[str]) -> Passage | None:
    """A line behind a mark such as ■ that heads what follows, or one that is all bold."""
    text = lines[i].text
    if len(text) > _MAX_HEADING:
        return None
    if text[:1] in marks and (found := _MARK.match(text)) and text[-1] not in "。.":
        return _heading_of(raw, lines[i], (found.end(), len(text)), 3 if text[0] == "●" else 2)
    if (found := _BOLD.fullmatch(text)) and not _BOLD.fullmatch(_next_text(lines, i)):
        return _heading_of(raw, lines[i], found.span("words"), 6)
    return None


def _heading_marks(lines: Sequence[Line]) -> frozenset[str]:
    """The marks that stand before single lines, with other text below each: not those of lists."""
    filled = [line.text for line in lines if line.text]
    heads: Counter[str] = Counter()
    items: set[str] = set()
    for text, following in pairwise(filled):
        if _MARK.match(text):
            heads[text[0]] += 1
            if following[0] == text[0] or len(text) > _MAX_HEADING:
                items.add(text[0])
    return frozenset(mark for mark in heads if mark not in items)


def _next_text(lines: Sequence[Line], i: int) -> str:
    return next((line.text for line in lines[i + 1 : i + 6] if line.text), "")


def _plain_heading(raw: str, lines: Sequence[Line], i: int) -> Passage | None:
    """A short line that stands alone between empty lines and does not end like a sentence."""
    text = lines[i].text
    alone = (i == 0 or not lines[i - 1].text) and (i + 1 < len(lines) and not lines[i + 1].text)
    shaped = 2 < len(text) <= _MAX_PLAIN_HEADING and not _CLOSED.search(text) and text[0] not in "[(|<"
    if (
        not (alone and shaped)
        or "://" in text
        or _FIELD.match(text)
        or text.islower()
        or _SENTENCES.search(text)
    ):
        return None
    if _ITEM.match(text) and not _heads_text(text, _next_text(lines, i)):
        return None
    return _heading_of(raw, lines[i], (0, len(text)), 7)


def _heads_text(text: str, following: str) -> bool:
    """Whether a numbered line heads what follows: a paragraph, not the next number."""
    numbered = text[0].isdigit() and not _ITEM.match(following)
    return numbered and len(following) >= max(_MIN_BELOW, len(text))


def _glued_label(lines: Sequence[Line]) -> str:
    """The word that a page's anchors left before its headings ("tagResults"), or ""."""
    words = Counter(
        found[1]
        for line in lines
        if len(line.text) <= _MAX_HEADING
        and (found := _GLUED.match(line.text))
        and line.text[-1] not in ".。"
    )
    word, count = words.most_common(1)[0] if words else ("", 0)
    return word if count >= _GLUED_HEADINGS else ""


def _is_ornament(text: str) -> bool:
    return bool(_ORNAMENT.match(text)) or is_rule(text)


def _ends(last: Line, line: Line) -> bool:
    """Whether a paragraph ends between two lines that no empty line divides."""
    return (
        bool(_CLOSED.search(last.text))
        and not line.text[:1].islower()
        and len(last.text) > len(line.text) // 2
    )


def _flow(raw: str, lines: Sequence[Line]) -> Passage:
    first, last = lines[0], lines[-1]
    mark = _ITEM.match(first.text)
    start = first.raw_range(mark.end())[0] if mark else first.start
    form = Form.ITEM if mark or first.text.startswith("|") else Form.PARAGRAPH
    return Passage(form, first.number, 0, start, last.end, decode(raw, start, last.end))


def _heading_of(raw: str, line: Line, part: tuple[int, int], level: int) -> Passage:
    start, end = line.raw_range(part[0], max(part[0], min(part[1], end_of_words(line.text))))
    return Passage(Form.HEADING, line.number, level, start, end, decode(raw, start, end))
