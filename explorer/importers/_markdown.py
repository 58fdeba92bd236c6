"""Markdown in lines: headings, table rows, links, emphasis; offsets are into the normalised line."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"#{1,6}\s{1,9}(?=\S)")
_RULE_CHARS = frozenset("|:- \t")
_CELL = re.compile(r"(?:[^|\\]|\\.)*+")
_LINK = re.compile(
    r"\[([^\[\]]{0,300})\]\(\s{0,9}<?([^()\s<>]{1,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)"
)
_LINK_TEXT = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,200}\")?\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!&|<>~$^%])")
_EMPHASIS = re.compile(r"\*{2,3}|(?<![A-Za-z0-9_])__?(?=\S)|(?<=\S)__?(?![A-Za-z0-9_])|`")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,300})\*(?![\w*])")


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


def heading_text(line: str) -> str:
    """Text of an ATX heading, or ""."""
    found = _HEADING.match(line)
    return plain(line[found.end() :].rstrip("# ")) if found else ""


def is_row(line: str) -> bool:
    return line.startswith("|")


def is_rule(line: str) -> bool:
    """Whether the line is the rule under a table's head, or a thematic break."""
    return bool(line) and ((set(line) <= _RULE_CHARS and "-" in line) or not line.strip("-*_ "))


def cells(row: str) -> list[tuple[int, int]]:
    """(start, end) of each cell of a table row, white space included; escaped bars do not divide."""
    ranges = []
    position = 1 if row.startswith("|") else 0
    while position < len(row):
        found = _CELL.match(row, position)
        end = found.end() if found and found.end() > position else position
        ranges.append((position, end))
        position = end + 1
    return ranges


def links(text: str) -> list[Link]:
    return [Link(plain(found[1]), found[2]) for found in _LINK.finditer(text)]


def plain(text: str) -> str:
    """The text without links, emphasis and backslash escapes, in one line."""
    text = _EMPHASIS.sub("", _ITALIC.sub(r"\1", _LINK_TEXT.sub(r"\1", text)))
    return " ".join(_ESCAPE.sub(r"\1", text).split())
