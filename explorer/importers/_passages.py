"""Prose in passages: headings, list items and paragraphs of Markdown or plain text, with raw offsets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from explorer.importers._blocks import Line
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
    often = {text for text, times in Counter(line.text for line in lines).items() if times >= _OFTEN}
    found: list[Passage] = []
    open_lines: list[Line] = []
    for i, line in enumerate(lines):
        following = lines[i + 1].text if i + 1 < len(lines) else ""
        heading = _heading(raw, line, following, glued) if line.text and line.text not in often else None
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


def _plain_heading(raw: str, lines: Sequence[Line], i: int) -> Passage | None:
    """A short line that stands alone between empty lines and does not end like a sentence."""
    text = lines[i].text
    alone = (i == 0 or not lines[i - 1].text) and (i + 1 < len(lines) and not lines[i + 1].text)
    shaped = 2 < len(text) <= _MAX_PLAIN_HEADING and not _CLOSED.search(text) and text[0] not in "[(|<"
    if not (alone and shaped) or "://" in text or _FIELD.match(text) or text.islower() or _ITEM.match(text):
        return None
    return _heading_of(raw, lines[i], (0, len(text)), 7)


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
    start, end = line.raw_range(*part)
    return Passage(Form.HEADING, line.number, level, start, end, decode(raw, start, end))
