"""Headings of study-group notes, in Markdown or plain text, and the table of contents that lists them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explorer.importers._blocks import Line
from explorer.importers._notes_lines import is_image

ATX = re.compile(r"(#{1,6})\s{1,9}(?=\S)")
MARK = re.compile(r"(?:[-*+•◦▪‣●○■・]|\(?\d{1,3}[.)、])\s{0,9}(?=\S)")
_TOPIC = re.compile(
    r"[\W\d_]*(?:(?:今週|今回|本日|今日|本周|本期|主要|メイン|main|this week'?s|today'?s|other|"
    r"その他|其他|サブ|注目)(?:の|的)?\s?)?(?:topics?|トピックス?|papers?|news|items?|agenda|アジェンダ|(?:紹介)?論文(?:紹介)?|ニュース|話題|"
    r"论文(?:分享)?|主题|话题|议题|announcements?|お知らせ|次回|next (?:week|time|meeting))[\W\d_]*",
    re.I,
)
_SECTION = re.compile(
    r"[\W\d_]{0,6}(?:概要|背景|はじめに|目的|動機|課題|関連研究|先行研究|提案手法|手法|方法|実験(?:設定|結果)?|"
    r"評価(?:タスク|指標|実験|結果)?|結果|考察|議論|まとめ(?:と今後の課題)?|結論|今後の課題|所感|感想|"
    r"参考(?:文献|資料)?|質疑(?:応答)?|コメント|abstract|summary|tl;dr|overview|background|introduction|"
    r"motivation|(?:related|prior) works?|methods?|methodology|approach|experiments?|"
    r"(?:experimental |main )?results|evaluation|discussion|limitations?|conclusions?|future work|references|"
    r"further reading|open questions|questions|q&a|takeaways|摘要|简介|引言|相关工作|模型|实验(?:设置|结果)?|"
    r"讨论|结论|总结|局限性?|未来工作|参考资料|问题|思考|动机)[\W_]{0,3}",
    re.I,
)
BACKGROUND = re.compile(
    r"背景|前提|関連研究|先行研究|相关工作|background|preliminar|(?:related|prior) work", re.I
)
_FIELD = re.compile(r"[^\s:]{1,12}\s?:\s?\S")
_CLOSED = re.compile(r"[.。:;,、!?…]$")
_MAX_HEADING = 60
_MIN_PIECES = 3  #: of a table of contents
_CONTENTS_LINES = 15  #: at the top, among which it stands
_RUN_LINES = 60
_MAX_PIECE = 200
_MAX_CONTENTS = 5000
_TRIED = 200  #: lines that begin alike, tried at one place
_BULLETS = "-*+• "


def heading_level(lines: Sequence[Line], i: int, listed: frozenset[str]) -> int:
    """Level of the heading that a line is, from 1; 0 for text.

    In plain text topics ("今週のTOPIC") are of level 1 and all others of level 3.

    Args:
        listed: Lines that a table of contents lists.
    """
    text = lines[i].text
    if found := ATX.match(text):
        return len(found[1])
    if text not in listed:
        alone = (i == 0 or not lines[i - 1].text) and i + 1 < len(lines) and not lines[i + 1].text
        if not 1 < len(text) <= _MAX_HEADING or _CLOSED.search(text) or _FIELD.match(text) or "://" in text:
            return 0
        if not (is_usual(text) or (alone and text[0] not in "[(|<「【" and not MARK.match(text))):
            return 0
    return 1 if _TOPIC.fullmatch(text) else 3


def is_usual(text: str) -> bool:
    """Whether a line is a heading that any notes may have: "Main topic", "関連研究"."""
    return bool(_TOPIC.fullmatch(text) or _SECTION.fullmatch(text))


def contents_lines(lines: Sequence[Line]) -> tuple[set[int], set[str]]:
    """(numbers of the lines that only list what follows, the headings that they list).

    Such a line is put together of the texts of later lines, or is one of several
    in a row at the top that each stand again below.
    """
    filled = [line for line in lines if line.text]
    last = {line.text: i for i, line in enumerate(filled)}
    by_start: dict[str, list[str]] = {}
    for text in sorted((text for text in last if 2 <= len(text) <= _MAX_PIECE), key=len, reverse=True):
        by_start.setdefault(text[:2], []).append(text)
    numbers: set[int] = set()
    headings: set[str] = set()
    for i, line in enumerate(filled[:_CONTENTS_LINES]):
        pieces = _pieces(line.text, by_start)
        if len(pieces) >= _MIN_PIECES and all(last[piece] > i for piece in pieces):
            numbers.add(line.number)
            headings.update(pieces)
    run = _listing_run(filled, last)
    numbers.update(line.number for line in run)
    headings.update(line.text.lstrip(_BULLETS) for line in run)
    return numbers, headings


def _listing_run(filled: Sequence[Line], last: dict[str, int]) -> list[Line]:
    """The first lines in a row near the top that each stand again below; [] for fewer than three."""
    run: list[Line] = []
    for i, line in enumerate(filled[:_RUN_LINES]):
        again = max(last.get(line.text.lstrip(_BULLETS), -1), last[line.text]) > i
        if again and not is_image(line.text):
            run.append(line)
        elif len(run) >= _MIN_PIECES:
            break
        else:
            run = []
    below = {line.text.lstrip(_BULLETS) for line in run}
    return run if len(below) >= _MIN_PIECES else []


def _pieces(text: str, by_start: dict[str, list[str]]) -> list[str]:
    """The lines of which a longer one is put together, the longest first; [] where it is not."""
    if not 8 <= len(text) <= _MAX_CONTENTS:
        return []
    pieces: list[str] = []
    at = 0
    while at < len(text):
        if text[at] in " \u3000|/・>›,":
            at += 1
            continue
        possible = by_start.get(text[at : at + 2], [])[:_TRIED]
        piece = next((other for other in possible if other != text and text.startswith(other, at)), "")
        if not piece:
            return []
        pieces.append(piece)
        at += len(piece)
    return pieces
