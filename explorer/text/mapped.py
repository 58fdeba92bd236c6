"""Decoded, normalised text that knows where each character stands in the raw text."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape

from explorer.model import Coding, Span
from explorer.text.radicals import RADICAL_TABLE, RADICALS
from explorer.text.scripts import HAN, KANA

_STREAM_SAFE_MARKS = 30  #: Unicode's own bound; normalising n marks in a row costs n squared
_JSON_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.S
)
_JSON_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HTML_PIECE = re.compile(
    r"<[!/?]?[A-Za-z-][^<>]{0,4000}>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});"
)
_HTML_BREAK = re.compile(r"</?(?:br|p|div|li|tr|td|th|h[1-6]|table|ul|ol|blockquote)\b", re.I)
_BROKEN_WORD = re.compile(
    rf"(?<=[{KANA}{HAN}])\s+(?=[{KANA}{HAN}])|(?<=[A-Za-z]-)\s+(?!(?:and|or|to)\b)(?=[A-Za-z])"
)
_GAP = re.compile(r"\s{2,}|[\r\n]")

# Blocks beyond U+FFFF that hold combining or compatible characters; a block too many costs only time.
_ASTRAL_MARKS = "\U000101fd-\U0001bcff\U0001d15e-\U0001d244\U0001e000-\U0001e95f"
_ASTRAL_LETTERS = (
    "\U0001ccd6-\U0001ccf9\U0001d400-\U0001d7ff\U0001ee00-\U0001eeff\U0001f100-\U0001f2ff\U0001fbf0-\U0001fbf9"
    "\U0002f800-\U0002fa1f"
)


@dataclass(frozen=True, slots=True, eq=False)
class Cuts:
    """Where an output differs from its input; elsewhere the two run in step.

    Attributes:
        out_start, out_end, in_start, in_end: (K,) int32, ascending and aligned: ``in_start[k]:in_end[k]``
            of the input became ``out_start[k]:out_end[k]`` of the output.
    """

    out_start: array[int]
    out_end: array[int]
    in_start: array[int]
    in_end: array[int]

    def start_before(self, position: int) -> int:
        """Input offset at which the character at ``position`` of the output begins."""
        k = bisect_right(self.out_start, position) - 1
        if k < 0:
            return position
        if position < self.out_end[k]:
            return self.in_start[k]
        return position - self.out_end[k] + self.in_end[k]

    def end_before(self, position: int) -> int:
        """Input offset at which the character before ``position`` of the output ends."""
        k = bisect_right(self.out_start, position - 1) - 1
        if k < 0:
            return position
        if position <= self.out_end[k]:
            return self.in_end[k]
        return position - self.out_end[k] + self.in_end[k]


@dataclass(frozen=True, slots=True, eq=False)
class MappedText:
    """Attributes:
    raw: The whole raw text; offsets are into it.
    text: A slice of it, decoded and normalised.
    base: Where the slice begins.
    layers: What the decoding and the normalising cut, in this order; empty where nothing changed.
    """

    raw: str
    text: str
    base: int = 0
    layers: tuple[Cuts, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of ``text[start:end]``; a character made of several raw ones brings them all."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}:{end} is not in a text of {len(self.text)} characters")
        if start == end:
            for cuts in reversed(self.layers):
                start = cuts.start_before(start)
            return self.base + start, self.base + start
        for cuts in reversed(self.layers):
            start, end = cuts.start_before(start), cuts.end_before(end)
        return self.base + start, self.base + end

    def span(self, start: int, end: int) -> Span:
        """``text[start:end]`` as evidence: ``exact`` is the raw slice."""
        raw_start, raw_end = self.raw_span(start, end)
        return Span(raw_start, raw_end, self.raw[raw_start:raw_end])


def decode(raw: str, start: int = 0, end: int | None = None, coding: Coding = Coding.PLAIN) -> MappedText:
    """The slice of ``raw`` without escapes (JSON), tags (HTML) or breaks (FLOWED), NFKC and radicals folded.

    ``decode(source, block.start, block.end, block.coding).text`` is ``block.text``.
    """
    text = raw[start:end]
    layers: list[Cuts] = []
    if coding is Coding.JSON and "\\" in text:
        text, cuts = _substitute(text, _JSON_ESCAPE, _unescape_json)
        layers.append(cuts)
    elif coding is Coding.HTML and ("<" in text or "&" in text):
        text, cuts = _substitute(text, _HTML_PIECE, _unescape_html)
        layers.append(cuts)
    elif coding is Coding.FLOWED:
        text, cuts = _substitute(text, _BROKEN_WORD, lambda gap: "")
        layers.append(cuts)
        text, cuts = _substitute(text, _GAP, lambda gap: " ")
        layers.append(cuts)
    if not is_normal(text):
        text, cuts = _substitute(text, _patterns()[1], nfkc)
        layers.append(cuts)
    return MappedText(raw, text, start, tuple(cuts for cuts in layers if cuts.in_start))


def rewrite(
    raw: str, span: tuple[int, int], pattern: re.Pattern[str], replace: Callable[[str], str]
) -> MappedText:
    """The slice of ``raw`` with each match of a pattern replaced, NFKC and radicals folded."""
    text, cuts = _substitute(raw[slice(*span)], pattern, replace)
    layers = [cuts]
    if not is_normal(text):
        text, cuts = _substitute(text, _patterns()[1], nfkc)
        layers.append(cuts)
    return MappedText(raw, text, span[0], tuple(cuts for cuts in layers if cuts.in_start))


def normalise(text: str) -> str:
    """NFKC of a text of any length, with the radicals that survive it; like ``decode(text).text``."""
    return text if is_normal(text) else _patterns()[1].sub(lambda found: nfkc(found[0]), text)


def is_normal(text: str) -> bool:
    """Whether no character of the text can change; one pass, and none over plain ASCII."""
    return text.isascii() or _patterns()[0].search(text) is None


def nfkc(short: str) -> str:
    """NFKC and radicals of a short text (quadratic in combining marks: else ``normalise``)."""
    return unicodedata.normalize("NFKC", short.translate(RADICAL_TABLE)).translate(RADICAL_TABLE)


def _substitute(text: str, pattern: re.Pattern[str], replace: Callable[[str], str]) -> tuple[str, Cuts]:
    """The text with each match replaced, and where that changed it."""
    pieces: list[str] = []
    cuts = Cuts(array("i"), array("i"), array("i"), array("i"))
    done = written = 0
    for found in pattern.finditer(text):
        start, end = found.span()
        new = replace(found[0])
        if new == found[0]:
            continue
        pieces += (text[done:start], new)
        written += start - done
        cuts.out_start.append(written)
        written += len(new)
        cuts.out_end.append(written)
        cuts.in_start.append(start)
        cuts.in_end.append(end)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), cuts


def _unescape_json(escape: str) -> str:
    if escape[1] != "u":
        return _JSON_LETTERS.get(escape[1], escape[1])
    if len(escape) == 6:
        code = int(escape[2:], 16)
        lost = code == 0 or 0xD800 <= code <= 0xDFFF  # half a pair: no file can hold it; NUL: no database
        return "\ufffd" if lost else chr(code)
    high, low = int(escape[2:6], 16), int(escape[8:], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _unescape_html(piece: str) -> str:
    if piece[0] == "&":
        return unescape(piece).replace("\xa0", " ")
    return "\n" if _HTML_BREAK.match(piece) else ""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(a character that may change, a cluster that is normalised as one)."""
    attaching, changing = [], []
    for code in (
        *range(0xA0, 0x3400),
        *range(0xA000, 0xAC00),
        *range(0xD7B0, 0xD800),
        *range(0xF900, 0x10000),
    ):
        char = chr(code)
        if _attaches(char):
            attaching.append(char)
        elif char in RADICALS or unicodedata.normalize("NFKC", char) != char:
            changing.append(char)
    marks = _char_class(attaching) + _ASTRAL_MARKS
    others = _char_class(changing) + _ASTRAL_LETTERS
    cluster = f".[{marks}]{{1,{_STREAM_SAFE_MARKS}}}|[{marks}]{{1,{_STREAM_SAFE_MARKS}}}|[{others}]"
    return re.compile(f"[{marks}{others}]"), re.compile(cluster, re.S)


def _attaches(char: str) -> bool:
    """Whether the character may combine with the one before it."""
    first = unicodedata.normalize("NFKD", char)[0]
    return unicodedata.category(first)[0] == "M" or 0x1160 <= ord(first) <= 0x11FF


def _char_class(chars: list[str]) -> str:
    """Ascending characters as ranges of a regular expression's class."""
    ranges: list[list[int]] = []
    for code in map(ord, chars):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
