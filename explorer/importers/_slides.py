"""Where the slides of a transcript begin and end, and which of them only repeat others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from explorer.importers._blocks import Line
from explorer.text.lines import trimmed

_MARK = re.compile(
    r"(?:#{1,6}\s{1,3})?[\[(【<=*–—-]{0,9}\s{0,3}(?:(?:slide|page|p\.)\s?#?\d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?|"
    r"(?:スライド|幻灯片|ページ)\s?\d{1,3}|第\s?\d{1,3}\s?(?:页|頁|枚目?|张|ページ|スライド)|\d{1,3}\s?/\s?\d{1,3})"
    r"\s{0,3}[\])】>=*–—-]{0,9}(?:\s?[:：.—–-]\s{0,3}(?P<rest>\S.{0,200}))?",
    re.I,
)
_NUMBERED = re.compile(r"(\d{1,3})\.\s{1,3}(?=\S)")
_PAGE_NUMBER = re.compile(r"\d{1,3}(?:\s?/\s?\d{1,3})?\s{1,3}(?=\D)")
_ONLY_NUMBER = re.compile(r"[-–—\s]{0,5}\d{1,3}(?:\s?/\s?\d{1,3})?[-–—\s]{0,5}")
_MIN_SLIDES = 3
_RUNNING_SHARE = 0.5  #: of the slides have a line that is a running head or foot
_MIN_HEAD_CHARS = 8
_SAME_WORDS = 0.95  #: of the words of two slides under one title: the later one repeats the earlier
_WORD = re.compile(r"\w+")
_KEY_CHARS = 12


@dataclass(frozen=True, slots=True)
class Slide:
    """Attributes:
    number: Counted from 1.
    marker: Raw offset of what sets it off from the slide before.
    start, end: Raw offsets of what it says, without marker, page number and running head or foot.
    repeats: It says what an earlier slide says (an agenda, a summary shown again).
    """

    number: int
    marker: int
    start: int
    end: int
    repeats: bool = False


def slide_starts(raw: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """(raw offset of the marker, of the content) of each slide; [] where a text has no slides."""
    feeds = [match.start() for match in re.finditer("\f", raw)]
    marked = [
        (line.start, line.raw_range(hit.start("rest"))[0] if hit["rest"] else line.end)
        for line in lines
        if len(line.text) <= 240 and (hit := _MARK.fullmatch(line.text))
    ]
    paged = [(0, 0), *((at, at + 1) for at in feeds)] if feeds else []
    best = max((paged, marked, _numbered(raw, lines)), key=len)
    return best if len(best) >= _MIN_SLIDES else []


def read_slides(raw: str, lines: Sequence[Line]) -> tuple[list[Slide], bool]:
    """The slides in order, and whether their lines end anywhere (a transcript set as one flow per slide)."""
    starts = slide_starts(raw, lines)
    ends = [marker for marker, _ in starts[1:]] + [len(raw)]
    spans = [trimmed(raw, content, end) for (_, content), end in zip(starts, ends, strict=True)]
    spans = _without_running(raw, _without_numbers(raw, lines, spans))
    slides = _mark_repeats(raw, [Slide(i, starts[i - 1][0], a, b) for i, (a, b) in enumerate(spans, 1)])
    return slides, starts == _numbered(raw, lines)


def _numbered(raw: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Slides as items of one numbered list, most of the text, whose other lines are indented: 1., 2., 3. …"""
    found: list[tuple[int, int]] = []
    end = len(raw)
    for line in lines:
        hit = _NUMBERED.match(line.text)
        indent = _indent(raw, line)
        if hit and int(hit[1]) == len(found) + 1 and indent <= 4:
            found.append((line.start, line.raw_range(hit.end())[0]))
        elif found and line.text and indent < 3:
            end = line.start
            break
    if len(found) < 2 * _MIN_SLIDES or 2 * (end - found[0][0]) < len(raw):
        return []
    return found


def _indent(raw: str, line: Line) -> int:
    start = max(raw.rfind("\n", 0, line.start), line.start - 40, -1)
    return line.start - start - 1


def _without_numbers(
    raw: str, lines: Sequence[Line], spans: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The spans without a page number at their first or last line, where most of them have one."""
    cut: list[tuple[int, int]] = []
    for start, end in spans:
        head = raw[start : start + 12]
        hit = _PAGE_NUMBER.match(head)
        cut.append((start + hit.end(), end) if hit else (start, end))
    leading = sum(a != b for a, b in zip(cut, spans, strict=True))
    cut = cut if leading > _RUNNING_SHARE * len(spans) else list(spans)
    return [_without_last_number(raw, *span) for span in cut]


def _without_last_number(raw: str, start: int, end: int) -> tuple[int, int]:
    last = max(raw.rfind("\n", start, end) + 1, start)
    if last > start and end - last <= 20 and _ONLY_NUMBER.fullmatch(raw[last:end].strip()):
        return trimmed(raw, start, last)
    return start, end


def _without_running(raw: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without the words with which most of them begin or end."""
    lasts = Counter(_last_line(raw, *span) for span in spans)
    foot, times = lasts.most_common(1)[0] if lasts else ("", 0)
    if foot and times > _RUNNING_SHARE * len(spans) and times >= _MIN_SLIDES:
        spans = [
            trimmed(raw, a, b - len(foot)) if _last_line(raw, a, b) == foot and b - a > len(foot) else (a, b)
            for a, b in spans
        ]
    head = _running_head([raw[a : min(a + 200, b)] for a, b in spans])
    return [trimmed(raw, a + len(head), b) if head and raw.startswith(head, a) else (a, b) for a, b in spans]


def _last_line(raw: str, start: int, end: int) -> str:
    return raw[max(raw.rfind("\n", start, end) + 1, start) : end][-200:]


def _running_head(beginnings: Sequence[str]) -> str:
    """The longest beginning, of whole words, that more than half of the texts share; "" for a short one."""
    shared: Counter[str] = Counter()
    for one, other in pairwise(beginnings):
        prefix = one[: _shared_chars(one, other)]
        words = prefix[: max(prefix.rfind(" "), prefix.rfind("\n")) + 1]
        if len(words) >= _MIN_HEAD_CHARS:
            shared[words] += 1
    for head, _ in sorted(shared.items(), key=lambda item: (-item[1], len(item[0])))[:3]:
        if sum(text.startswith(head) for text in beginnings) > _RUNNING_SHARE * len(beginnings):
            return head
    return ""


def _shared_chars(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _mark_repeats(raw: str, slides: Sequence[Slide]) -> list[Slide]:
    seen: dict[str, list[frozenset[str]]] = defaultdict(list)
    marked: list[Slide] = []
    for slide in slides:
        text = raw[slide.start : slide.end]
        words = frozenset(_WORD.findall(text))
        earlier = seen["".join(_WORD.findall(text[:80]))[:_KEY_CHARS]]
        same = any(len(words & other) >= _SAME_WORDS * len(words | other) for other in earlier[:3])
        marked.append(replace(slide, repeats=same and bool(words)))
        if not same:
            earlier.append(words)
    return marked
