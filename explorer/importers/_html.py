"""Web pages: passages of HTML with raw offsets; scripts, styles and navigation belong to none.

The page is read tag by tag and never as a tree, so that no depth of nesting matters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from explorer.importers._passages import Form, Passage
from explorer.model import Coding
from explorer.text.lines import LineIndex, trimmed
from explorer.text.mapped import MappedText, rewrite

_PAGE = re.compile(
    r"\s{0,99}\ufeff?\s{0,99}(?:<!--.{0,2000}?-->\s{0,99})?<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<close>/)?(?P<name>[A-Za-z][\w-]{0,20})(?P<rest>[^<>]{0,4000})>)")
_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "svg",
        "template",
        "iframe",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
    }
    | {"textarea", "object", "math"}
)
_BLOCKS = re.compile(
    r"html|head|body|title|p|div|section|article|main|header|blockquote|pre|[uod]l|li|d[td]|table|tr|thead|tbody|"
    r"figure|figcaption|caption|h[1-6]|hr|details|summary|address|center"
)
_ITEMS = frozenset({"li", "dt", "dd", "tr"})
_HREF = re.compile(r"\bhref\s?=\s?[\"']?(https?://[^\"'\s<>]{1,500})", re.I)
_EMPHASIS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}
_PIECE = re.compile(r"<[!/?]?[A-Za-z-][^<>]{0,4000}>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});")


@dataclass(frozen=True, slots=True)
class _Region:
    """Text between two tags that divide blocks. Attributes: tag: name of the first of them."""

    tag: str
    start: int
    end: int


def is_page(text: str) -> bool:
    """Whether a text is a web page."""
    return _PAGE.match(text) is not None


def html_passages(raw: str) -> tuple[str, list[Passage]]:
    """(title of the page or "", its passages in order); a passage's text has links as Markdown."""
    lines = LineIndex(raw)
    title, passages = "", []
    for region in _regions(raw):
        start, end = trimmed(raw, region.start, region.end)
        mapped = rewrite(raw, (start, end), _PIECE, _to_markdown())
        if not any(map(str.isalnum, mapped.text)):
            continue
        words = mapped.text.strip(" |\n\t\r")
        first = mapped.text.index(words)
        start, end = mapped.raw_span(first, first + len(words))
        mapped = rewrite(raw, (start, end), _PIECE, _to_markdown())
        if region.tag == "title":
            title = title or " ".join(mapped.text.split())
            continue
        passages.append(_passage(region.tag, lines.line_of(start), (start, end), mapped))
    return title, passages


def _passage(tag: str, line: int, span: tuple[int, int], mapped: MappedText) -> Passage:
    level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
    form = Form.HEADING if level else Form.ITEM if tag in _ITEMS else Form.PARAGRAPH
    return Passage(form, line, level, *span, mapped, Coding.HTML)


def _regions(raw: str) -> Iterator[_Region]:
    tag, start, at = "body", 0, 0
    endless: set[str] = set()
    while found := _TAG.search(raw, at):
        at = found.end()
        name = (found["name"] or "!--").lower()
        if name in _SKIPPED or name == "!--":
            end = -1 if found["close"] or name in endless else _skip(raw, name, at)
            if end < 0:
                endless.add(name)
                continue
            yield _Region(tag, start, found.start())
            start = at = end
        elif _BLOCKS.fullmatch(name):
            yield _Region(tag, start, found.start())
            start = at
            tag = "body" if found["close"] else name
    yield _Region(tag, start, len(raw))


def _skip(raw: str, name: str, at: int) -> int:
    """Offset behind the end of an element or comment that is not read; -1 where it never ends."""
    found = re.compile("-->" if name == "!--" else rf"</{name}\s{{0,9}}>", re.I).search(raw, at)
    return found.end() if found else -1


def _to_markdown() -> Callable[[str], str]:
    """What a tag or entity becomes in the text that is searched for citations; links keep their address."""
    addresses: list[str] = []

    def convert(piece: str) -> str:
        if piece[0] == "&":
            return unescape(piece).replace("\xa0", " ")
        found = _TAG.match(piece)
        name = (found["name"] or "").lower() if found else ""
        if found and name == "a" and not found["close"]:
            href = _HREF.search(found["rest"])
            addresses.append(unescape(href[1]) if href else "")
            return "[" if href else ""
        if name == "a":
            address = addresses.pop() if addresses else ""
            return f"]({address})" if address else ""
        return _EMPHASIS.get(name, "\n" if name == "br" else " | " if name in ("td", "th") else "")

    return convert
