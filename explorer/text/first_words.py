"""What a text that came without a name is called: its title or first heading, else its first words."""

from __future__ import annotations

import csv
import html
import re
import unicodedata
from collections.abc import Sequence
from itertools import islice

from explorer.text.latex import latex_to_plain

_HEAD_CHARS = 20_000
_HEADING_LINES = 40  #: a heading further down is of a part
_MOST_WIDTH = 56  #: of a name, in Latin letters; CJK letters are twice as wide
_TITLE_WIDTH = 100  #: a longer first line is a paragraph
_DAY = re.compile(r" · \d{4}-\d\d-\d\d$")
_PAGE_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,400})</title", re.I)
_PAGE_HEADING = re.compile(r"<h([1-3])(?:\s[^<>]{0,400})?>(.{1,600}?)</h\1", re.I | re.S)
_TAG = re.compile(r"<[^<>]{0,600}>")
_IS_PAGE = re.compile(r"\s{0,99}<(?:!doctype|html|head|body|meta|title|h[1-6]|p|div|article|section)\b", re.I)
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{1,39}):[ \t]?(.{0,400})")
_FRONT_TITLE = re.compile(r"title[ \t]*:[ \t]*(\S.{0,300})", re.I)
_ATX = re.compile(r"#{1,6}[ \t]+(\S.{0,300}?)[ \t#]*$")
_UNDERLINE = re.compile(r"(?:={3,99}|-{3,99})[ \t]*")
_RECORD_TITLE = re.compile(
    r"""(?m)^(?:TI|T1)  - (?P<ris>.{1,300})|"""
    r"""\btitle["']?\s{0,9}[:=]\s{0,9}["'{]{1,3}(?P<field>(?:[^"\\\n]|\\.){1,300})""",
    re.I,
)
_IS_RECORDS = re.compile(r"\s{0,99}(?:[\[{]\s{0,99}[\"'{\[]|@[A-Za-z]{4,15}\s?\{|TY  - )")
_TITLE_COLUMN = re.compile(
    r"\s{0,9}(?:paper )?(?:title|titel|titre|título|titolo|タイトル|論文|标题|题目|제목)", re.I
)
_RULE = re.compile(r"[\s|:+-]{3,999}")
_LINK = re.compile(r"(?i)\(?<?\b(?:https?://|www\.)[^\s<>()\]]{1,2000}>?\)?")
_MARK = re.compile(r"^(?:[\s>#*•‣▪・|–—-]|\d{1,3}[.)、]\s|\[\d{1,3}\])+")
_EMPHASIS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|[\[\]]")
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|bonjour|hola|"
    r"皆さん|皆様|各位|お疲れ(?:様|さま)です|お世話になっております|こんにちは|大家好|您好|各位好)\b.{0,40}[,，、!！.。:]?$",
    re.I,
)
_CLOSED = re.compile(r"[.。,，、;；:：!！?？…]$")


def name_of_text(text: str) -> tuple[str, bool]:
    """(name, whether it is a title that the text gives itself); ("", False) for a text without words.

    The name is one line, shortened; a list is called by the title of its first row.
    """
    head = text[:_HEAD_CHARS].lstrip("\ufeff \t\r\n")
    if _IS_PAGE.match(head):
        title = _page_title(head)
        return (shortened(title), True) if title else name_of_text(_TAG.sub(" ", head))
    lines = [line.strip() for line in head.splitlines()]
    if title := _stated(lines):
        return shortened(title), True
    if title := _of_first_record(head, lines):
        return title, False
    return _first_words(lines)


def dated(name: str, day: str) -> str:
    """A name that is no title, with the day on which it came, to tell it from others of the same words."""
    return f"{name} · {day}" if day else name


def undated(name: str) -> str:
    """The name without the day that ``dated`` put behind it: it says nothing on the text."""
    return _DAY.sub("", name)


def shortened(words: str, most: int = _MOST_WIDTH) -> str:
    """One line of printable characters of at most so many Latin letters' width."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    width = 0
    for i, char in enumerate(line):
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if width > most:
            cut = line[:i]
            at = cut.rfind(" ")
            return (cut[:at] if at > i * 2 // 3 else cut).rstrip(" ,;:-–—") + "…"
    return line


def _page_title(head: str) -> str:
    for found in (_PAGE_HEADING.search(head), _PAGE_TITLE.search(head)):
        if found and (words := html.unescape(_TAG.sub(" ", found[found.lastindex or 0])).strip()):
            return words
    return ""


def _stated(lines: Sequence[str]) -> str:
    """A mail's subject, the title of front matter, the first heading or a first line that stands alone."""
    if subject := mail_subject(lines):
        return subject
    if lines and lines[0] == "---":
        end = lines.index("---", 1) if "---" in lines[1:] else 0
        if title := next((found[1] for line in lines[1:end] if (found := _FRONT_TITLE.fullmatch(line))), ""):
            return title.strip("\"' ")
        lines = lines[end + 1 :]
    for line, below in zip(lines[:_HEADING_LINES], [*lines[1 : _HEADING_LINES + 1], ""], strict=False):
        found = _ATX.match(line)
        if found or (line and not _MARK.match(line) and _UNDERLINE.fullmatch(below)):
            return _plain(found[1] if found else line)
    return _alone(lines)


def mail_subject(lines: Sequence[str]) -> str:
    """The subject that the header of a mail states; "" where the text does not begin with one."""
    fields: dict[str, str] = {}
    for line in lines:
        if not line:
            break
        found = _FIELD.fullmatch(line)
        if found is None and not fields:
            return ""
        if found:
            fields.setdefault(found[1].lower(), found[2].strip())
    return fields.get("subject", "") if "from" in fields else ""


def _alone(lines: Sequence[str]) -> str:
    """The first line, where it is short, closed by no stop and nothing stands below it but after a gap."""
    if len(lines) < 3 or lines[1] or not any(lines[2:]):
        return ""
    first = lines[0]
    if _LINK.search(first) or _MARK.match(first) or _CLOSED.search(first) or _GREETING.fullmatch(first):
        return ""
    is_short = shortened(first, _TITLE_WIDTH) == " ".join(first.split())
    return _plain(first) if is_short and sum(map(str.isalpha, first)) > 3 else ""


def _of_first_record(head: str, lines: Sequence[str]) -> str:
    """The title of the first record of BibTeX, RIS, JSON or a table with a header."""
    if _IS_RECORDS.match(head):
        found = list(islice(_RECORD_TITLE.finditer(head), 2))
        titles = [latex_to_plain((one["ris"] or one["field"]).rstrip("}\"', ")) for one in found]
        return _and_more(titles[0], len(titles) > 1) if titles else ""
    filled = [line.strip("|") for line in lines if line and not _RULE.fullmatch(line)][:3]
    for mark in "\t;,|":
        rows = [next(csv.reader([line], delimiter=mark)) for line in filled]
        if len(rows) > 1 and 1 < len(rows[0]) <= len(rows[1]):
            named = [i for i, cell in enumerate(rows[0]) if _TITLE_COLUMN.match(cell)]
            if named:
                return _and_more(rows[1][named[0]], len(rows) > 2)
    return ""


def _first_words(lines: Sequence[str]) -> tuple[str, bool]:
    """The first line with words, a greeting only where nothing else is said; else the first address."""
    said = [words for line in lines if (words := _plain(_LINK.sub(" ", line)).strip(" :,;–—-"))]
    said = [words for words in said if sum(map(str.isalnum, words)) > 1]
    first = next((words for words in said if not _GREETING.fullmatch(words)), "") or next(iter(said), "")
    if not first:
        address = next((found[0] for line in lines if (found := _LINK.search(line))), "")
        first = address.strip("()<>").partition("://")[2]
    more = len([line for line in lines if line]) > 1 and not _CLOSED.search(first)
    return _and_more(first, more), False


def _and_more(words: str, is_more: bool) -> str:
    short = shortened(words)
    return f"{short} …" if is_more and short and not short.endswith("…") else short


def _plain(line: str) -> str:
    return " ".join(_EMPHASIS.sub("", _MARK.sub("", line)).split())
